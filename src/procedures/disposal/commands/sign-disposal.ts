import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { disposalCommand } from '../disposal-command.ts'

/** What a signer says. */
const opinions = { agree: text('同意处置', 'Agree'), refuse: text('不同意', 'Refuse') }

/** DS-approve: quality head, then general manager. */
export const signDisposal = disposalCommand('sign', {
  title: text('审批处置清单', 'Sign the disposal list'),
  about: text(
    '审核清单所列记录；不同意的，清单终止，记录继续保存。',
    'Look through the list; a refusal ends it and the records are kept.',
  ),
  fulfils: ['DS-approve'],
  from: ['listed'],
  by: ['quality-head', 'general-manager'],
  input: z.object({
    opinion: choice(text('意见', 'Opinion'), opinions),
    note: paragraph(text('理由', 'Reason'), { when: { field: 'opinion', is: ['refuse'] } }).optional(),
  }),
  sign: { chain: 'approval', step: 'waiting' },
  check: ({ input }) => [
    input.opinion === 'refuse' &&
      !input.note &&
      refuse('reason-missing', text('不同意的请说明理由。', 'A refusal needs its reason.'), { field: 'note' }),
  ],
  change: ({ input, signing }) =>
    input.opinion === 'refuse'
      ? { to: 'refused', decline: true, set: { endReason: input.note ?? '' }, note: input.note ?? '' }
      : signing?.last
        ? { to: 'approved' }
        : {},
  tell: ({ input, record }) =>
    input.opinion === 'refuse'
      ? text(`不同意处置：${input.note ?? ''}`, `refused the disposal: ${input.note ?? ''}`)
      : text(`同意处置 ${record.count} 条`, `agreed to dispose of ${record.count} records`),
  fill: () => ({ opinion: 'agree' as const }),
  rank: 10,
})
