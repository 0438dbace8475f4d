import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf, reasonField } from '../../../vocabulary/base-data.ts'
import { attachmentIds } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { onEachLot, stillThere } from '../moves.ts'
import { shipmentCommand } from '../shipment-command.ts'

/** The customer signed; the driver brings the papers back. */
export const signBackShipment = shipmentCommand('sign-back', {
  title: text('单据签回', 'Signed back'),
  about: text('客户签收后，把签回的运输单据存查。', 'After the customer signed, the papers are filed.'),
  fulfils: ['S23-10a', 'S24-8a', 'S07-3.4a', 'S07-4.6b'],
  from: ['shipped'],
  to: 'signed-back',
  by: ['driver', 'picker', 'sales-clerk'],
  input: z.object({
    receivedOn: field(daySchema, { title: text('签收日期', 'Received on'), widget: 'day' }),
    receivedBy: field(lineOf(60), { title: text('客户签收人', 'Signed for by'), personal: true }),
    note: field(z.string().trim().max(500).nullable().default(null), {
      title: text('备注', 'Remark'),
      widget: 'paragraph',
    }),
    attachments: field(attachmentIds.default([]), {
      title: text('签回单据', 'Signed papers'),
      widget: 'attachments',
    }),
  }),
  check: ({ record, input, now, zone }) => [
    (input.receivedOn > dayOf(now, zone) || (record.shippedOn !== null && input.receivedOn < record.shippedOn)) &&
      refuse(
        'day-impossible',
        text(
          `签收日期须在发运日期 ${record.shippedOn ?? ''} 与今天之间，请核对。`,
          `Goods that left on ${record.shippedOn ?? ''} are received between that day and today: check the day.`,
        ),
        { field: 'receivedOn' },
      ),
  ],
  change: ({ input, actor, now }) => ({
    set: {
      receivedOn: input.receivedOn,
      receivedBy: input.receivedBy,
      receiptNote: input.note,
      signedBackAt: now,
      signedBackByName: actor.name,
    },
    meet: [{ deadline: 'sign-back' }],
    attach: input.attachments.map(id => ({ id, purpose: 'signed-papers' })),
  }),
  tell: ({ record, input }) =>
    text(
      `${record.partyName} ${input.receivedBy} 已于 ${input.receivedOn} 签收，单据签回`,
      `${input.receivedBy} of ${record.partyName} signed on ${input.receivedOn}; the papers are back`,
    ),
  rank: 10,
})

/** The goods could not be delivered and come back; they wait in the return zone for the judgement of quality. */
export const bringBackShipment = shipmentCommand('bring-back', {
  title: text('未送达退回', 'Bring back'),
  about: text(
    '未能送达的货退回退货区，由质量管理部判定后再处理。',
    'What could not be delivered goes to the return zone, where quality management judges it.',
  ),
  fulfils: ['S23-10a'],
  from: ['shipped'],
  to: 'brought-back',
  by: ['driver', 'picker', 'warehouse'],
  input: z.object({ reason: reasonField }),
  facts: ['lines'],
  find: ['leftAtCustomer'],
  check: ({ record, facts, found }) => [
    stillThere(facts.lines, found.leftAtCustomer).length === 0 &&
      refuse(
        'nothing-left',
        text(
          `${record.number} 的货已全部退回、就地销毁或列入客户处的不合格品，没有可退回的。请办理“单据签回”。`,
          `All goods of ${record.number} came back otherwise, were destroyed there or are reported at the customer: sign the papers back instead.`,
        ),
      ),
  ],
  change: ({ record, input, facts, found }) => ({
    set: { endReason: input.reason },
    cancel: [{ deadline: 'sign-back', reason: text('货未送达，已退回', 'The goods came back undelivered') }],
    start: onEachLot(record, stillThere(facts.lines, found.leftAtCustomer), 'lot.take-back', {
      partyId: record.partyId,
    }),
  }),
  tell: ({ record, input }) =>
    text(`${record.number} 未送达退回：${input.reason}`, `brought ${record.number} back: ${input.reason}`),
  rank: 60,
  place: 'menu',
})
