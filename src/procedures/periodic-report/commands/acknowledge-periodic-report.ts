import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { joinText, text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { roleTitle } from '../../../vocabulary/role.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'

/** All for whom regular reports are meant; each report names its own. */
export const READERS = [
  'quality-head',
  'general-manager',
  'management-representative',
  'business-deputy',
  'logistics-deputy',
  'sales-head',
  'service-head',
  'after-sales-head',
  'department-head',
  'warehouse-head',
  'purchasing',
] as const

/** S26-8b: whoever a filed report is meant for says that it was received and read. */
export const acknowledgePeriodicReport = periodicReportCommand('acknowledge', {
  title: text('已阅', 'I have read it'),
  about: text(
    '收到并阅读归档报表后确认；意见选填。',
    'Said by its readers once the filed report was received and read.',
  ),
  fulfils: ['BB-receipt'],
  from: ['filed'],
  by: READERS,
  input: z.object({ note: paragraph(text('意见', 'Remark')).optional() }),
  facts: ['receipts'],
  guard: ({ record, facts, actor }) => [
    !holds(actor, record.readers) &&
      refuse(
        'not-reader',
        text(
          `《${record.title.zh}》报送${joinText(record.readers.map(roleTitle)).zh}，由其确认已阅。`,
          `"${record.title.en}" goes to ${joinText(record.readers.map(roleTitle)).en}: they say that they read it.`,
        ),
        { kind: 'forbidden', clause: 'BB-receipt' },
      ),
    facts.receipts.some(item => item.byId === actor.id) &&
      refuse(
        'already-read',
        text(`您已确认阅读 ${record.number}，无需重复。`, `You have already said that you read ${record.number}.`),
        { kind: 'conflict' },
      ),
  ],
  change: ({ record, input, newId, now, actor }) => ({
    rows: [
      {
        child: 'receipt',
        insert: {
          id: newId(),
          roles: record.readers.filter(role => holds(actor, [role])),
          byId: actor.id,
          byName: actor.name,
          at: now,
          note: input.note ?? null,
        },
      },
    ],
  }),
  tell: ({ input }) => (input.note ? text(`已阅：${input.note}`, `read it: ${input.note}`) : text('已阅', 'read it')),
  rank: 5,
})
