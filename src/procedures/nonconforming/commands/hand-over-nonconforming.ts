import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { line, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { stockOf } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { noPart, partIn, partWrite } from '../progress.ts'
import { KEEPERS } from '../taxonomy.ts'

const LEFT_AT = text('运出时间', 'Left at')

/** S26-1b, 4b: the goods leave the store for the supplier. */
export const handOver = nonconformingCommand('hand-over', {
  title: text('运出退回供货者', 'Hand over for the supplier'),
  about: text('凭进货退出通知单提货运出。', 'The goods leave with the purchase-return notice.'),
  fulfils: ['S26-4b', 'S26-1b'],
  from: ['disposing'],
  by: ['driver', ...KEEPERS],
  input: z.object({
    driverName: line(text('驾驶员或承运单位', 'Driver or carrier')),
    transport: line(text('车牌号、运单号', 'Plate, consignment note')).optional(),
    leftAt: moment(LEFT_AT).optional(),
  }),
  facts: ['dispositions'],
  guard: ({ record, facts }) => [
    noPart(
      partIn(facts.dispositions, 'supplier', 'notified'),
      text(
        `要运出 ${record.number} 的货物，请先填写进货退出通知单。`,
        `To hand over goods of ${record.number}, first have the purchase-return notice filled in.`,
      ),
    ),
  ],
  check: ({ input, facts, now }) => {
    const part = partIn(facts.dispositions, 'supplier', 'notified')
    return [
      notInFuture(input.leftAt, now, 'leftAt', LEFT_AT),
      part?.noticeAt ? notBefore(input.leftAt, part.noticeAt, 'leftAt', LEFT_AT, text('开通知单', 'the notice')) : null,
    ]
  },
  change: ({ record, facts, input, now }) => {
    const part = partIn(facts.dispositions, 'supplier', 'notified')
    if (!part) throw new Error('guarded above')
    const leftAt = happened(input.leftAt, now)
    return {
      set: { quantityHere: record.quantityHere - part.quantity },
      rows: [
        partWrite(part.id, {
          state: 'left',
          leftAt,
          driverName: input.driverName,
          transport: input.transport ?? part.transport,
        }),
      ],
      meet: [{ deadline: 'refused-return', at: leftAt }],
      start: [
        {
          command: 'lot.leave',
          on: record.lotId,
          input: {
            from: record.zone,
            way: 'supplier',
            partyId: part.partyId,
            document: part.noticeNo,
            ...stockOf(record, part.quantity, part.serials),
          },
        },
      ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `货物由${input.driverName}运出，退回${record.supplierName ?? ''}`,
      `the goods left with ${input.driverName} for ${record.supplierName ?? 'the supplier'}`,
    ),
  rank: 15,
})
