import type { DeadlineRow } from './deadline.ts'
import type { JsonObject } from './json.ts'
import { healthFields, MASK, seesHealth } from './mask.ts'
import type { Actor, DeputyFor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import type { SignOffChain, SignOffOutcome, SignOffRow } from './sign-off.ts'
import { signOffClock } from './sign-off-clock.ts'
import { keyOf, lastRound, stageOf } from './sign-off-order.ts'
import type { Holder } from './sign-off-people.ts'
import { type CoveredChange, coveredBy, coveredChanges } from './sign-off-plan.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** One signature of a round as the page shows it. */
export interface ShownSignOff {
  readonly id: string
  readonly key: string
  readonly stage: number
  readonly turn: number
  readonly outcome: SignOffOutcome
  readonly meaning: Text
  /** What whoever signs is called; null: by his role. */
  readonly called: Text | null
  readonly roles: readonly string[]
  /** Who may sign, while it is not signed. */
  readonly holders: readonly Holder[]
  readonly askedAt: Instant | null
  readonly signedAt: Instant | null
  readonly signedByName: string | null
  readonly deputyFor: DeputyFor | null
  readonly note: string | null
  readonly voidedAt: Instant | null
  readonly voidReason: Text | null
  /** When the signature is late, where the chain has a limit and it is waited for. */
  readonly dueAt: Instant | null
  /** What changed since this step last signed, or else since the last signature of all. */
  readonly changes: readonly CoveredChange[]
}

/** One run of a chain: its steps in order, a step that was asked again once for each time. */
export interface ShownRound {
  readonly chain: string
  readonly title: Text
  readonly clause: string
  readonly round: number
  readonly standing: 'open' | 'signed' | 'declined' | 'withdrawn'
  readonly steps: readonly ShownSignOff[]
  /** What a signature stands for now; only while one is waited for. */
  readonly covered: readonly { readonly field: string; readonly title: Text; readonly value: JsonObject[string] }[]
}

/** Roles of whom a signature is or will be asked. */
export const rolesAsked = (rows: readonly SignOffRow[]): readonly string[] =>
  rows.flatMap(row => (row.outcome === 'pending' || row.outcome === 'planned' ? row.byRoles : []))

/** All rounds of a record, those of one chain together, the latest round first. */
export function shownRounds(
  procedure: Procedure,
  record: RecordBase,
  rows: readonly SignOffRow[],
  beside: {
    readonly due: readonly DeadlineRow[]
    readonly holders: readonly Holder[]
    readonly names: Readonly<Record<string, string>>
    readonly actor: Actor
  },
): ShownRound[] {
  const hidden = seesHealth(procedure.record, beside.actor) ? [] : healthFields(procedure.record)
  return procedure.chains.flatMap(chain => {
    const ofChain = rows.filter(row => row.chain === chain.name)
    const rounds = [...new Set(ofChain.map(row => row.round))].sort((a, b) => b - a)
    return rounds.map(round => {
      const list = lastRound(
        ofChain.filter(row => row.round === round),
        chain.name,
      )
      const standing = standingOf(list)
      const now = standing === 'open' ? coveredBy(chain, record) : null
      return {
        chain: chain.name,
        title: chain.title,
        clause: chain.clause,
        round,
        standing,
        steps: list.map(row => shownStep(chain, row, ofChain, now, hidden, beside)),
        covered: Object.entries(now ?? {}).map(([field, value]) => ({
          field,
          title: chain.titles[field] ?? text(field, field),
          value: hidden.includes(field) ? MASK : value,
        })),
      }
    })
  })
}

/** How a round stands: waited for, all signed, refused, or no longer asked. */
export function standingOf(round: readonly SignOffRow[]): ShownRound['standing'] {
  if (round.some(row => row.outcome === 'declined')) return 'declined'
  if (round.some(row => row.outcome === 'pending')) return 'open'
  const live = latestTurns(round)
  return live.every(row => row.outcome === 'signed') ? 'signed' : 'withdrawn'
}

/** The last time that each step of a round was asked. */
const latestTurns = (round: readonly SignOffRow[]): readonly SignOffRow[] => [
  ...new Map(round.map(row => [row.step, row])).values(),
]

function shownStep(
  chain: SignOffChain,
  row: SignOffRow,
  ofChain: readonly SignOffRow[],
  now: JsonObject | null,
  hidden: readonly string[],
  beside: Parameters<typeof shownRounds>[3],
): ShownSignOff {
  const key = keyOf(chain, row)
  const waits = row.outcome === 'pending'
  const clock = beside.due.find(
    item => item.name === signOffClock(chain) && item.key === key && !item.metAt && !item.cancelledAt,
  )
  const step = chain.steps[row.step - 1]
  return {
    id: row.id,
    key,
    stage: stageOf(chain, row),
    turn: row.turn ?? 1,
    outcome: row.outcome,
    meaning: step?.meaning ?? chain.title,
    called: step?.called ?? null,
    roles: row.byRoles,
    holders:
      waits || row.outcome === 'planned'
        ? beside.holders.filter(person => person.roles.some(role => row.byRoles.includes(role)))
        : [],
    askedAt: row.openedAt,
    signedAt: row.signedAt,
    signedByName: row.signedByName ?? (row.signedBy ? (beside.names[row.signedBy] ?? null) : null),
    deputyFor: row.deputyFor,
    note: row.note,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
    dueAt: waits && clock ? clock.dueAt : null,
    changes: waits && now ? changesFor(chain, row, ofChain, now, hidden) : [],
  }
}

/** What changed since the step was last signed, or else since the last signature of all. */
function changesFor(
  chain: SignOffChain,
  row: SignOffRow,
  ofChain: readonly SignOffRow[],
  now: JsonObject,
  hidden: readonly string[],
): CoveredChange[] {
  const given = ofChain
    .filter(item => item.shown && item.signedAt)
    .sort((a, b) => (a.signedAt ?? '').localeCompare(b.signedAt ?? ''))
  const base = given.findLast(item => item.step === row.step) ?? given.at(-1)
  if (!base?.shown) return []
  return coveredChanges(chain, base.shown, now).map(item =>
    hidden.includes(item.field) ? { ...item, was: MASK, now: MASK } : item,
  )
}
