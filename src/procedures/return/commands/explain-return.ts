import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { goodwillProfile } from '../policies.ts'
import { returnCommand } from '../return-command.ts'
import { seekApproval } from '../route.ts'
import { SALES } from '../taxonomy.ts'

const outcomes = {
  'keeps-using': text('客户同意继续使用', 'The customer keeps the goods'),
  insists: text('客户坚持退换', 'The customer insists'),
} as const satisfies Record<string, Text>

/** S12-5.8.2b, c; X32: the lot is good, so sales explains; a customer who insists may come back on goodwill. */
export const explainReturn = returnCommand('explain', {
  title: text('向客户解释', 'Explain to the customer'),
  about: text(
    '同批留样合格：争取客户继续使用；坚持退换的按善意退货报批。',
    'The lot is good: try to keep it in use; who insists may return it on goodwill.',
  ),
  fulfils: ['S12-5.8.2b', 'S12-5.8.2c', 'S02-1a'],
  from: ['explaining'],
  by: SALES,
  input: z.object({
    said: paragraph(text('解释内容与客户意见', 'What was said')),
    outcome: choice(text('结果', 'Outcome'), outcomes),
  }),
  check: ({ record, input, policy }) => {
    const profile = policy(goodwillProfile)
    const open = profile === 'all' || (profile === 'contract' && record.route === 'contract')
    return [
      input.outcome === 'insists' &&
        !open &&
        refuse(
          'no-goodwill',
          text(
            '该类客户质量合格的货品不予退货：请由售后驳回并书面说明。',
            'Good goods of this kind of customer do not come back: after-sales refuses the return in writing.',
          ),
          { field: 'outcome', clause: 'S12-5.8.2c' },
        ),
    ]
  },
  change: ({ record, input, policy, now, actor }) => {
    const set = { explanation: input.said, explainedAt: now, explainedByName: actor.name }
    if (input.outcome === 'keeps-using') return { to: 'kept-in-use', set: { ...set, endReason: input.said } }
    return {
      to: 'approving',
      set: { ...set, goodwill: true, goodwillReason: input.said },
      seek: seekApproval({ ...record, goodwill: true }, policy),
    }
  },
  tell: ({ input }) =>
    text(
      `向客户解释：${input.said}；${outcomes[input.outcome].zh}`,
      `explained: ${input.said}; ${outcomes[input.outcome].en.toLowerCase()}`,
    ),
  rank: 10,
})
