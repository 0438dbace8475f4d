import type { AnyCommand } from './command.ts'
import type { Around } from './decide.ts'
import type { Actor } from './person.ts'
import type { RecordBase } from './record.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { SignOffRow } from './sign-off.ts'
import { joinText, text } from './text.ts'

/** The last run of a chain on the record: its rows in order of steps. */
export function lastRound(rows: readonly SignOffRow[], chain: string): readonly SignOffRow[] {
  const ofChain = rows.filter(row => row.chain === chain)
  const round = Math.max(0, ...ofChain.map(row => row.round))
  return ofChain.filter(row => row.round === round).sort((a, b) => a.step - b.step)
}

/** Signatures of a chain come in their order and from different people. */
export function chainRefusals(command: AnyCommand, around: Around, record: RecordBase, actor: Actor): Refusal[] {
  const { chain, words } = around
  const step = command.sign?.step
  if (!chain || !step) return []
  const round = lastRound(around.signOffs ?? [], chain.name)
  const waiting = round.find(row => row.outcome === 'pending')
  if (step === 1) {
    if (!waiting) return []
    const roles = joinText(waiting.byRoles.map(words.roleTitle), text('或', ' or '))
    return [
      refuse(
        'sign-off-open',
        text(
          `${record.number} 的“${chain.title.zh}”正等${roles.zh}签字，请先等其签署或退回。`,
          `"${chain.title.en}" of ${record.number} waits for the signature of ${roles.en}: let them sign or send it back first.`,
        ),
        { clause: chain.clause },
      ),
    ]
  }
  if (waiting?.step !== step) {
    const before = chain.steps[step - 2]
    const roles = joinText((before?.by ?? []).map(words.roleTitle), text('或', ' or '))
    return [
      refuse(
        'sign-off-order',
        text(
          `要签署“${chain.title.zh}”，请先由${roles.zh}签字。`,
          `To sign "${chain.title.en}", first have ${roles.en} sign it.`,
        ),
        { clause: chain.clause },
      ),
    ]
  }
  if (round.some(row => row.signedBy === actor.id))
    return [
      refuse(
        'sign-off-same-person',
        text(
          `“${chain.title.zh}”的各级签字须由不同的人完成，您已签过前一级，请由他人签署。`,
          `The signatures of "${chain.title.en}" come from different people; you gave an earlier one, so somebody else signs this.`,
        ),
        { kind: 'forbidden', clause: chain.clause },
      ),
    ]
  return []
}
