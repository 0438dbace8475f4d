import type { Refusal } from '../../kernel/refusal.ts'
import type { Can, CommandMeta } from '../answers.ts'

/** A step beside its answer: null when the person may take it now. */
export interface Step {
  readonly command: CommandMeta
  readonly refusal: Refusal | null
}

/** The steps of a record, as the page offers them. */
export interface Steps {
  /** What fits the state and is the person's: possible, or refused with the way out; in rank order. */
  readonly mine: readonly Step[]
  /** What fits the state and is other people's work. */
  readonly others: readonly Step[]
  /** What belongs to another state of the record. */
  readonly elsewhere: readonly Step[]
  /** Rare acts. */
  readonly menu: readonly Step[]
}

/** Puts the commands in the order of the page. What `can` does not mention is not offered. */
export function stepsOf(commands: readonly CommandMeta[], can: Can, state: string): Steps {
  const all = commands
    .filter(command => command.from !== 'new' && command.place !== 'none' && can[command.id] !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(command => ({ command, refusal: can[command.id] ?? null }))
  const fits = ({ command }: Step) => command.from === 'new' || command.from.includes(state)
  const isTheirs = ({ refusal }: Step) => refusal?.code === 'role'
  const next = all.filter(({ command }) => command.place !== 'menu')
  return {
    mine: next.filter(step => fits(step) && !isTheirs(step)),
    others: next.filter(step => fits(step) && isTheirs(step)),
    elsewhere: next.filter(step => !fits(step)),
    menu: all.filter(step => step.command.place === 'menu' && fits(step) && !isTheirs(step)),
  }
}

/** More possible steps than this are shown as a list first: an open form would hide the others. */
const FEW = 3

/**
 * The step whose form stands open at first: the only possible one, or the one ranked before all other possible ones while
 * they are few.
 */
export function firstOpen({ mine }: Steps): string | null {
  const possible = mine.filter(step => step.refusal === null)
  const [first, second] = possible
  if (!first || possible.length > FEW) return null
  return !second || first.command.rank < second.command.rank ? first.command.id : null
}
