import type { Around } from './around.ts'
import type { AnyCommand } from './command.ts'
import { type Actor, deputyIn, holds } from './person.ts'
import type { RecordBase } from './record.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Signing, SignOffChain, SignOffRow } from './sign-off.ts'
import { eitherText, joinText, type Text, text } from './text.ts'

/** The last run of a chain on the record: its rows in order of steps, a step that was asked again in order of its turns. */
export function lastRound(rows: readonly SignOffRow[], chain: string): readonly SignOffRow[] {
  const ofChain = rows.filter(row => row.chain === chain)
  const round = Math.max(0, ...ofChain.map(row => row.round))
  return ofChain.filter(row => row.round === round).sort((a, b) => a.step - b.step || (a.turn ?? 1) - (b.turn ?? 1))
}

/** Name of the step that a row stands for. */
export const keyOf = (chain: SignOffChain, row: Pick<SignOffRow, 'key' | 'step'>): string =>
  row.key ?? chain.steps[row.step - 1]?.key ?? `${row.step}`

/** Stage in which a row is asked. */
export const stageOf = (chain: SignOffChain, row: Pick<SignOffRow, 'stage' | 'step'>): number =>
  row.stage ?? chain.steps[row.step - 1]?.stage ?? row.step

/** Everybody who stands behind a signature: the signer, and whoever he signed for. */
const handsOf = (row: Pick<SignOffRow, 'signedBy' | 'deputyFor'>): readonly (string | undefined)[] => [
  row.signedBy ?? undefined,
  row.deputyFor?.id,
]

/** Rows waited for that this command may sign, as far as the order goes. */
function askedRows(command: AnyCommand, round: readonly SignOffRow[], actor: Actor): readonly SignOffRow[] {
  const step = command.sign?.step
  const waiting = round.filter(row => row.outcome === 'pending')
  return step === 'waiting'
    ? waiting.filter(row => holds(actor, row.byRoles))
    : waiting.filter(row => row.step === step)
}

/** Whether one of the hands behind this signature would already have signed the round. */
const signedBefore = (chain: SignOffChain, round: readonly SignOffRow[], row: SignOffRow, actor: Actor): boolean => {
  if (chain.mayRepeat) return false
  const mine = [actor.id, deputyIn(actor, row.byRoles)?.id].filter(id => id !== undefined)
  return round.some(other => other.outcome === 'signed' && handsOf(other).some(id => id && mine.includes(id)))
}

/** The row that a command signs for this person; null when it opens a round, or when nothing is asked of the person. */
export function signedRow(
  command: AnyCommand,
  chain: SignOffChain | undefined,
  signOffs: readonly SignOffRow[],
  actor: Actor,
): SignOffRow | null {
  if (!chain || !command.sign?.step) return null
  const round = lastRound(signOffs, chain.name)
  return askedRows(command, round, actor).find(row => !signedBefore(chain, round, row, actor)) ?? null
}

/** The signature that the person gives with this command; null when it signs no chain or the person is not asked. */
export function signingOf(
  command: AnyCommand,
  { chain, signOffs = [] }: Pick<Around, 'chain' | 'signOffs'>,
  actor: Actor,
): Signing | null {
  if (!chain || !command.sign?.step) return null
  const row = signedRow(command, chain, signOffs, actor)
  const [first] = chain.steps
  const fixed = command.sign.step !== 'waiting'
  if (!row) {
    const opens = command.sign.step === 1 && !lastRound(signOffs, chain.name).some(item => item.outcome === 'pending')
    if (!opens) return null
    const { key, stage, by } = first
    const last = chain.steps.length === 1
    return { chain: chain.name, key, stage, last, meaning: command.sign.meaning, deputyFor: deputyIn(actor, by) }
  }
  const step = chain.steps[row.step - 1]
  const remain = lastRound(signOffs, chain.name).some(
    item => item.id !== row.id && (item.outcome === 'pending' || item.outcome === 'planned'),
  )
  return {
    chain: chain.name,
    key: keyOf(chain, row),
    stage: stageOf(chain, row),
    last: row.key === null ? row.step === chain.steps.length : !remain,
    meaning: fixed ? command.sign.meaning : (step?.meaning ?? command.sign.meaning),
    deputyFor: deputyIn(actor, row.byRoles),
  }
}

/** Signatures of a chain come in their order and from different people. */
export function chainRefusals(command: AnyCommand, around: Around, record: RecordBase, actor: Actor): Refusal[] {
  const { chain, words } = around
  const step = command.sign?.step
  if (!chain || !step) return []
  const round = lastRound(around.signOffs ?? [], chain.name)
  const waiting = round.filter(row => row.outcome === 'pending')
  const asked = askedRows(command, round, actor)
  if (asked.length > 0) return asked.every(row => signedBefore(chain, round, row, actor)) ? [samePerson(chain)] : []
  const roles = (list: readonly string[]): Text => eitherText([...new Set(list)].map(words.roleTitle))
  const asking = joinText(
    waiting.map(row => roles(row.byRoles)),
    text('、', ' and '),
  )
  if (step === 1)
    return waiting.length === 0
      ? []
      : [
          refuse(
            'sign-off-open',
            text(
              `${record.number} 的“${chain.title.zh}”正等${asking.zh}签字，请先等其签署或退回。`,
              `"${chain.title.en}" of ${record.number} waits for the signature of ${asking.en}: let them sign or send it back first.`,
            ),
            { clause: chain.clause },
          ),
        ]
  if (step === 'waiting' && waiting.length === 0)
    return [
      refuse(
        'sign-off-order',
        text(
          `${record.number} 的“${chain.title.zh}”现在没有等待的签字，请先提交会签。`,
          `No signature of "${chain.title.en}" is asked on ${record.number} now: first submit it for signing.`,
        ),
        { clause: chain.clause },
      ),
    ]
  const before = step === 'waiting' ? asking : roles(chain.steps[step - 2]?.by ?? [])
  return [
    refuse(
      'sign-off-order',
      text(
        `要签署“${chain.title.zh}”，请先由${before.zh}签字。`,
        `To sign "${chain.title.en}", first have ${before.en} sign it.`,
      ),
      { clause: chain.clause },
    ),
  ]
}

const samePerson = (chain: SignOffChain): Refusal =>
  refuse(
    'sign-off-same-person',
    text(
      `“${chain.title.zh}”的各级签字须由不同的人完成，您（或您所代理的人）已签过其中一级，请由他人签署。`,
      `The signatures of "${chain.title.en}" come from different people; you, or the person you stand in for, gave one already, so somebody else signs this.`,
    ),
    { kind: 'forbidden', clause: chain.clause },
  )
