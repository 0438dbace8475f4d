import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { startOfDay } from '../../../kernel/time.ts'
import { APPROVED, APPROVERS } from '../approval.ts'
import { asked, notProposer } from '../decided-by.ts'
import { type DeclaredPolicies, policyOf, refuseValue, shownValue } from '../declared-policy.ts'
import { policyCommand } from '../policy-command.ts'

const laterOf = (a: string, b: string): string => (a > b ? a : b)

/** Lets the new value hold, from its day on and never backwards. */
export const approvePolicyChange = (declared: DeclaredPolicies) =>
  policyCommand('approve', {
    title: text('批准参数变更', 'Approve'),
    about: text(
      '自生效日起执行；已在计时的时限不变，除非提出人选择一并提前。',
      'Holds from its day on; clocks that run already stay as they are, unless the proposer chose to move them earlier.',
    ),
    fulfils: ['PL-approval', 'PL-separation', 'PL-versions', 'PL-bounds', 'PL-running'],
    from: ['proposed'],
    to: 'approved',
    by: APPROVERS,
    input: z.object({
      note: field(z.string().trim().min(1).max(500).nullable().default(null), {
        title: text('批准意见', 'Note'),
        widget: 'paragraph',
      }),
    }),
    find: ['known'],
    differ: [notProposer],
    guard: asked,
    check: ({ record }) => {
      const policy = policyOf(declared, record.key)
      return [
        policy
          ? refuseValue(policy, record.value)
          : refuse(
              'unknown-policy',
              text(
                `参数 ${record.key} 已不存在，请退回 ${record.number}。`,
                `The policy ${record.key} is gone: reject ${record.number}.`,
              ),
            ),
      ]
    },
    sign: { meaning: APPROVED, chain: 'approval', step: 'waiting' },
    change: ({ record, input, found, actor, now, zone, newId }) => {
      const effectiveFrom = laterOf(startOfDay(record.effectiveOn, zone), now)
      const version = (found.known.last?.version ?? 0) + 1
      return {
        set: {
          decidedAt: now,
          decidedByName: actor.name,
          decisionNote: input.note,
          effectiveFrom,
          policyVersion: version,
        },
        rows: [
          { child: 'version', insert: { id: newId(), key: record.key, version, value: record.value, effectiveFrom } },
        ],
      }
    },
    tell: ({ record }) => {
      const { zh, en } = shownValue(policyOf(declared, record.key), record.value)
      return text(
        `批准“${record.title.zh}”改为 ${zh}，自 ${record.effectiveOn} 起执行`,
        `approved "${record.title.en}" = ${en} from ${record.effectiveOn}`,
      )
    },
    rank: 10,
  })
