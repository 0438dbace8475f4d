import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { written } from '../placement.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'
import { audiences } from '../wording.ts'

/** The suspend notice went out: from now on its buyers are among those who must be told when the stop is over. */
export const noteNotice = stopSaleCommand('note-notice', {
  title: text('登记暂停销售通知已发出', 'Note that the suspend notice went out'),
  fulfils: ['CN-RC-014'],
  from: [...AT_WORK, 'releasing'],
  by: QUALITY,
  input: z.object({
    noticeId: field(z.uuid(), { title: text('通知', 'Notice'), widget: 'hidden' }),
    number: line(text('通知编号', 'Number of the notice')),
  }),
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-from-notice',
        text('此步骤在通知发送时自动进行，请在通知中发送。', 'The notice takes this step by itself: send it there.'),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ input, newId, now, actor }) => ({
    rows: [
      {
        child: 'told',
        insert: {
          ...written({ newId, now, actor }),
          audience: 'buyers',
          name: audiences.buyers.zh,
          way: 'notice',
          toldAt: now,
          content: input.number,
          noticeId: input.noticeId,
        },
      },
    ],
  }),
  tell: ({ input }) =>
    text(`暂停销售通知 ${input.number} 已发给购货方`, `the suspend notice ${input.number} went out to the buyers`),
  place: 'none',
})
