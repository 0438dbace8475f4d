import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { startedBy } from '../by-procedure.ts'
import { refuseExpired } from '../expiry.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { causeField, dayField, documentField, moveFields } from '../move-fields.ts'

const input = z.object({
  number: field(documentField, { title: text('随货同行单号', 'Delivery note') }),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  ...moveFields,
  deliveredOn: dayField('出库日期', 'Delivered on'),
  orderNo: field(lineOf(60).nullable().default(null), { title: text('订单号', 'Order') }),
  cause: causeField,
})

/** Goods leave to a customer: shipping zone → customer, with the line of the delivery note by which they are traced. */
export const shipLot = lotCommand('ship', {
  title: text('出库', 'Ship'),
  fulfils: ['LT-ledger', 'LT-delivery', 'LT-expiry', 'LT-customer'],
  from: ['active'],
  by: ['driver', 'picker'],
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'units', 'party', 'noteTaken'],
  guard: startedBy(text('出库复核', 'Outbound check'), 'S24-3a'),
  check: ({ record, input, facts, found, now, zone }) => [
    (!found.party?.isCustomer || found.party.state !== 'active') &&
      refuse(
        'customer-locked',
        text(
          '请选择在用的客户；停用的客户先由质量管理部恢复。',
          'Choose a customer in use; one that is locked is first brought back by quality management.',
        ),
        { field: 'partyId', clause: 'LT-customer' },
      ),
    found.noteTaken &&
      refuse(
        'note-taken',
        text(
          `随货同行单 ${input.number} 已登记过这一批号，请核对。`,
          `Delivery note ${input.number} lists this lot already: check the number.`,
        ),
        { field: 'number' },
      ),
    refuseExpired(record, input.deliveredOn, 'deliveredOn'),
    (input.deliveredOn < record.producedOn || input.deliveredOn > dayOf(now, zone)) &&
      refuse(
        'day-impossible',
        text(
          `出库日期须在生产日期 ${record.producedOn} 与今天之间，请核对。`,
          `A lot made on ${record.producedOn} goes out between that day and today: check the day.`,
        ),
        { field: 'deliveredOn' },
      ),
    ...refuseMove({ record, facts, found }, moveOf(input)),
  ],
  change: ({ record, input, facts, found, actor, now, newId }) => ({
    set: { quantityDelivered: record.quantityDelivered + input.quantity },
    rows: [
      ...writesOf({ record, facts, found, actor, now, newId }, [moveOf(input)]),
      {
        child: 'delivery',
        insert: {
          id: newId(),
          number: input.number,
          partyId: input.partyId,
          productId: record.productId,
          deliveredOn: input.deliveredOn,
          quantity: input.quantity,
          orderNo: input.orderNo,
        },
      },
    ],
  }),
  tell: ({ record, input, found }) =>
    text(
      `${record.lotNo} 出库 ${input.quantity} 至 ${found.party?.name ?? ''}（${input.number}）`,
      `shipped ${input.quantity} of ${record.lotNo} to ${found.party?.name ?? ''} (${input.number})`,
    ),
  place: 'none',
})

const moveOf = (asked: z.infer<typeof input>) =>
  ({
    ...asked,
    kind: 'ship',
    from: 'shipping',
    to: 'customer',
    document: asked.number,
    happenedOn: asked.deliveredOn,
  }) as const
