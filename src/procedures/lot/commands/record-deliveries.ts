import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import type { LotRow } from '../../../vocabulary/lot.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { lotCommand } from '../lot-command.ts'

const line = z.object({
  number: field(lineOf(40), { title: text('随货同行单号', 'Delivery note') }),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  deliveredOn: field(daySchema, { title: text('出库日期', 'Delivered on'), widget: 'day' }),
  quantity: field(z.int().min(1).max(1_000_000), { title: text('数量', 'Quantity') }),
})

/** Refuses days before the lot was made, after it expired, or not yet come. */
function refuseDay(record: LotRow, day: Day, today: Day, field: string): Refusal | false {
  if (record.expiresOn !== null && day > record.expiresOn)
    return refuse(
      'lot-expired',
      text(
        `批号 ${record.lotNo} 有效期至 ${record.expiresOn}，已锁定，不能在 ${day} 出库。`,
        `Lot ${record.lotNo} was usable until ${record.expiresOn} and is locked: it cannot go out on ${day}.`,
      ),
      { field, clause: 'LT-expiry' },
    )
  return (
    (day < record.producedOn || day > today) &&
    refuse(
      'day-impossible',
      text(
        `出库日期须在生产日期 ${record.producedOn} 与今天之间，请核对。`,
        `A lot made on ${record.producedOn} goes out between that day and today: check the day.`,
      ),
      { field },
    )
  )
}

/** Writes down who got how many of the lot, from the delivery notes. */
export const recordDeliveries = lotCommand('record-deliveries', {
  title: text('登记出库', 'Record deliveries'),
  about: text('按随货同行单逐行登记；一次最多 500 行。', 'Line by line from the delivery notes, at most 500 at once.'),
  fulfils: ['LT-delivery', 'LT-expiry', 'LT-customer'],
  from: ['active'],
  by: ['warehouse', 'quality', 'quality-head'],
  input: z.object({
    deliveries: field(z.array(line).min(1).max(500), { title: text('出库明细', 'Deliveries') }),
  }),
  find: ['customers', 'notesTaken'],
  check: ({ record, input, found, now, zone }) => {
    const customers = new Map(found.customers.map(customer => [customer.id, customer]))
    const noted = new Set(found.notesTaken)
    const today = dayOf(now, zone)
    return input.deliveries.flatMap((row, index) => {
      const at = (name: string) => `deliveries.${index}.${name}`
      const customer = customers.get(row.partyId)
      const taken = noted.has(row.number)
      noted.add(row.number)
      return [
        (!customer?.isCustomer || customer.state !== 'active') &&
          refuse(
            'customer-locked',
            text(
              '请选择在用的客户；停用的客户先由质量管理部恢复。',
              'Choose a customer in use; one that is locked is first brought back by quality management.',
            ),
            { field: at('partyId'), clause: 'LT-customer' },
          ),
        taken &&
          refuse(
            'note-taken',
            text(
              `随货同行单 ${row.number} 已登记过这一批号，请核对。`,
              `Delivery note ${row.number} lists this lot already: check the number.`,
            ),
            { field: at('number') },
          ),
        refuseDay(record, row.deliveredOn, today, at('deliveredOn')),
      ]
    })
  },
  change: ({ record, input, newId }) => ({
    set: { quantityDelivered: record.quantityDelivered + input.deliveries.reduce((sum, row) => sum + row.quantity, 0) },
    rows: input.deliveries.map(row => ({
      child: 'delivery',
      insert: { id: newId(), productId: record.productId, ...row },
    })),
  }),
  tell: ({ record, input }) => {
    const sum = input.deliveries.reduce((total, row) => total + row.quantity, 0)
    const lines = input.deliveries.length
    return text(
      `登记 ${record.lotNo} 出库 ${lines} 行，共 ${sum}`,
      `recorded ${lines} deliveries of ${record.lotNo}, ${sum} in all`,
    )
  },
  rank: 10,
})
