import type { Change } from './command.ts'
import type { OpenDeadline } from './deadline.ts'
import { type DeadlineType, deadline } from './deadline.ts'
import type { Policy } from './policy.ts'
import type { RecordBase } from './record.ts'
import type { SignOffChain, SignOffRow } from './sign-off.ts'
import { keyOf } from './sign-off-order.ts'
import { eitherText, type Text, text } from './text.ts'

/** Name of the clock that runs while a signature of the chain is waited for; its key is the step's. */
export const signOffClock = (chain: Pick<SignOffChain, 'name'>): string => `sign-off-${chain.name}`

/** The clocks of a procedure's chains: one for each chain that names after how many hours a signature is late. */
export const signOffDeadlines = (chains: readonly SignOffChain[], policies: readonly Policy[]): DeadlineType[] =>
  chains.flatMap(chain => {
    if (!chain.remindAfter) return []
    const hours = policies.find(item => item.key === chain.remindAfter)
    if (!hours) throw new Error(`chain ${chain.name} names the policy ${chain.remindAfter}, which is not declared`)
    return [
      deadline({
        name: signOffClock(chain),
        title: text(`签字：${chain.title.zh}`, `Signature: ${chain.title.en}`),
        clause: chain.clause,
        rule: chain.rule,
        startsAt: text('请签', 'the request to sign'),
        limit: ({ policy }) => ({ unit: 'hours', value: Number(policy(hours)), basis: 'company' }),
        policy: hours.key,
        owner: chain.steps[0].by[0] ?? chain.escalatesTo,
        escalatesTo: chain.escalatesTo,
      }),
    ]
  })

const NO_LONGER: Text = text('该签字不再需要或已重新提请', 'the signature is no longer asked, or was asked anew')

/** What becomes of these clocks: given or refused meets, withdrawn cancels, newly asked opens. */
export function signOffClockChange(
  chains: readonly SignOffChain[],
  before: readonly SignOffRow[],
  after: readonly SignOffRow[],
  roleTitle: (role: string) => Text,
): Required<Pick<Change<RecordBase>, 'meet' | 'cancel' | 'open'>> {
  const open: OpenDeadline[] = []
  const meet: { deadline: string; key: string }[] = []
  const cancel: { deadline: string; key: string; reason: Text }[] = []
  const waited = new Set(before.filter(row => row.outcome === 'pending').map(row => row.id))
  for (const row of after) {
    const chain = chains.find(item => item.name === row.chain)
    if (!chain?.remindAfter) continue
    const clock = { deadline: signOffClock(chain), key: keyOf(chain, row) }
    if (row.outcome === 'pending') {
      if (waited.has(row.id) || !row.openedAt) continue
      const note = eitherText(row.byRoles.map(roleTitle))
      open.push({ ...clock, from: row.openedAt, note, ...(row.byRoles[0] && { ownerRole: row.byRoles[0] }) })
    } else if (waited.has(row.id)) {
      if (row.signedAt) meet.push(clock)
      else cancel.push({ ...clock, reason: NO_LONGER })
    }
  }
  return { open, meet, cancel }
}
