import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { attachmentIds, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { refuseStranger } from '../authorship.ts'
import { type DeclaredReports, declarationOf } from '../declared-report.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { AUTHORS } from '../sign-off-chain.ts'

/** GSP153 art. 12: the filed report was handed in to the authority; day, place and receipt are written down. */
export const handInPeriodicReport = (declared: DeclaredReports) =>
  periodicReportCommand('hand-in', {
    title: text('登记报送', 'Record that it was handed in'),
    fulfils: ['CN-GSP153-12'],
    from: ['filed'],
    by: AUTHORS,
    input: z.object({
      on: field(daySchema, { title: text('报送日期', 'Handed in on'), widget: 'day' }),
      to: line(text('受理机关', 'Authority')),
      note: paragraph(text('回执或受理号', 'Receipt')).optional(),
      attachments: attachmentIds.optional(),
    }),
    guard: ({ record, actor }) => {
      const item = declarationOf(declared, record)
      return [
        refuseStranger(item, actor),
        !item?.periodic.handedTo &&
          refuse(
            'stays-inside',
            text('本报表不对外报送，归档即完成。', 'This report stays inside the company: filing it is enough.'),
            { kind: 'unfit' },
          ),
        record.handedInOn !== null &&
          refuse(
            'already-handed-in',
            text(
              `${record.number} 已于 ${record.handedInOn} 报送。`,
              `${record.number} was handed in on ${record.handedInOn}.`,
            ),
            { kind: 'conflict' },
          ),
      ]
    },
    check: ({ record, input, now, zone }) => [
      (input.on > dayOf(now, zone) || (record.filedAt !== null && input.on < dayOf(record.filedAt, zone))) &&
        refuse(
          'not-then',
          text(
            '报送日期须在归档之后、今天以前，请核对。',
            'It is handed in after it is filed and not in the future: check the day.',
          ),
          { field: 'on' },
        ),
    ],
    change: ({ input }) => ({
      set: { handedInOn: input.on, handedInTo: input.to, handedInNote: input.note ?? null },
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'receipt' })),
    }),
    tell: ({ input }) => text(`已于 ${input.on} 报送${input.to}`, `handed in to ${input.to} on ${input.on}`),
    rank: 10,
  })
