import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { attachmentIds, choice, line } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { noPart, partIn, partWrite, progressOf, withPart } from '../progress.ts'
import { KEEPERS } from '../taxonomy.ts'

const settlements = {
  'red-invoice': text('红字冲账', 'Credited'),
  replacement: text('补货', 'Replaced'),
  refund: text('退款', 'Refunded'),
  none: text('不结算', 'Nothing to settle'),
} as const

/** S26-1b, 4b: the supplier has taken the goods back, and how it settles them. */
export const recordSupplierReceipt = nonconformingCommand('record-supplier-receipt', {
  title: text('登记供货者签收', 'Receipt of the supplier'),
  fulfils: ['S26-4b', 'S26-1b'],
  from: ['disposing'],
  by: ['purchasing', 'sales', 'sales-rep', 'driver', ...KEEPERS],
  input: z.object({
    receivedOn: field(daySchema, { title: text('签收日期', 'Received on'), widget: 'day' }),
    receivedBy: line(text('签收人', 'Received by')),
    receiptNo: line(text('签收单号', 'Receipt no.')).optional(),
    settlement: choice(text('结算方式', 'Settlement'), settlements),
    attachments: attachmentIds.optional(),
  }),
  facts: ['dispositions'],
  guard: ({ record, facts }) => [
    noPart(
      partIn(facts.dispositions, 'supplier', 'left'),
      text(
        `${record.number} 没有在途退回的货物，请先办理运出。`,
        `Nothing of ${record.number} is on its way to the supplier: first hand it over.`,
      ),
    ),
  ],
  check: ({ input, facts, now, zone }) => {
    const left = partIn(facts.dispositions, 'supplier', 'left')?.leftAt
    return [
      ((left && input.receivedOn < dayOf(left, zone)) || input.receivedOn > dayOf(now, zone)) &&
        refuse(
          'day-impossible',
          text(
            '签收日期须在运出日与今天之间，请核对。',
            'The goods are received between the day they left and today: check the day.',
          ),
          { field: 'receivedOn' },
        ),
    ]
  },
  change: ({ facts, input, now }) => {
    const part = partIn(facts.dispositions, 'supplier', 'left')
    if (!part) throw new Error('guarded above')
    const progress = progressOf(withPart(facts.dispositions, part.id, 'received'))
    return {
      ...progress,
      ...(progress.to === 'filed' && { set: { filedAt: now, zone: null } }),
      rows: [
        partWrite(part.id, {
          state: 'received',
          receivedOn: input.receivedOn,
          receivedBy: input.receivedBy,
          receiptNo: input.receiptNo ?? null,
          settlement: settlements[input.settlement].zh,
        }),
      ],
      ...(input.attachments && { attach: input.attachments.map(id => ({ id, purpose: 'receipt' })) }),
    }
  },
  tell: ({ input }) =>
    text(
      `供货者 ${input.receivedBy} 于 ${input.receivedOn} 签收，${settlements[input.settlement].zh}`,
      `received by ${input.receivedBy} of the supplier on ${input.receivedOn}; ${settlements[input.settlement].en.toLowerCase()}`,
    ),
  fill: ({ now, zone }) => ({ receivedOn: dayOf(now, zone) }),
  rank: 15,
})
