import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { noticeCommand } from '../notice-command.ts'
import { QUALITY } from '../roles.ts'

/** The goods were found to be good: the notice that stopped them is over, nobody owes an answer any more. */
export const liftNotice = noticeCommand('lift', {
  title: text('随恢复销售解除', 'Lift with the notice to resume'),
  fulfils: ['S01-4.5a'],
  from: ['draft', 'approved', 'running'],
  to: 'closed',
  by: QUALITY,
  input: z.object({ number: line(text('恢复销售通知编号', 'Number of the notice to resume')) }),
  guard: ({ record, actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-by-resume',
        text(
          '暂停销售通知随恢复销售通知的发出自动解除，请起草并发出恢复销售通知。',
          'A notice to suspend ends when the notice to resume is sent: draft and send that one.',
        ),
        { kind: 'forbidden' },
      ),
    record.kind !== 'suspend' &&
      refuse('not-a-suspend', text('只有暂停销售通知可以这样解除。', 'Only a notice to suspend sale is lifted so.')),
  ],
  change: ({ record, input, now, actor }) =>
    record.state === 'running'
      ? { set: { closedAt: now, closedByName: actor.name, closingNote: `产品合格，由 ${input.number} 恢复销售` } }
      : { to: 'cancelled', set: { endReason: `产品合格，由 ${input.number} 恢复销售` } },
  tell: ({ input }) =>
    text(
      `产品合格，随 ${input.number} 恢复销售而解除`,
      `lifted: the goods are good, sale resumes with ${input.number}`,
    ),
  place: 'none',
})
