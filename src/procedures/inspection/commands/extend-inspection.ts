import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addLocalDays } from '../../../kernel/time.ts'
import { moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { inspectionCommand, OPENERS } from '../inspection-command.ts'
import { mostDays } from '../policies.ts'
import { validityRefusals } from '../scope.ts'

/** JC-limit: the account stays open longer, with a reason and within the limit. */
export const extendInspection = inspectionCommand('extend', {
  title: text('延长有效期', 'Extend'),
  fulfils: ['JC-limit'],
  from: ['open'],
  by: OPENERS,
  input: z.object({
    validUntil: moment(text('有效至', 'Valid until')),
    reason: paragraph(text('理由', 'Reason')),
  }),
  fill: ({ record }) => ({ validUntil: record.validUntil }),
  sign: { meaning: text('我延长检查员的查看期限', 'I extend the time of the inspector’s account') },
  check: ({ input, record, now, zone, policy }) => {
    const days = policy(mostDays)
    return [
      input.validUntil <= record.validUntil &&
        refuse(
          'not-longer',
          text(
            '新的有效期须晚于现在的有效期；要提前结束，请用“结束检查”。',
            'The new end must be later than the present one: to stop earlier, end the inspection.',
          ),
          { field: 'validUntil', clause: 'JC-limit' },
        ),
      ...validityRefusals(record.validFrom, input.validUntil, addLocalDays(record.validFrom, days, zone), now, days),
    ]
  },
  change: ({ input }) => ({ set: { validUntil: input.validUntil } }),
  tell: ({ input }) => text(`延长有效期：${input.reason}`, `extended: ${input.reason}`),
  rank: 45,
})
