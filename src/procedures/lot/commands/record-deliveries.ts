import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import type { LotRow } from '../../../vocabulary/lot.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { refuseExpired } from '../expiry.ts'
import { lotCommand } from '../lot-command.ts'
import type { Opening } from '../stock-queries.ts'

const line = z.object({
  number: field(lineOf(40), { title: text('随货同行单号', 'Delivery note') }),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  deliveredOn: field(daySchema, { title: text('出库日期', 'Delivered on'), widget: 'day' }),
  quantity: field(z.int().min(1).max(1_000_000), { title: text('数量', 'Quantity') }),
  orderNo: field(lineOf(60).nullable().default(null), { title: text('订单号', 'Order') }),
})

/** Lines in one call. */
const MOST = 5_000

/** Refuses days before the lot was made, after it expired, or not yet come. */
function refuseDay(record: LotRow, day: Day, today: Day, field: string): Refusal | false {
  const expired = refuseExpired(record, day, field)
  if (expired) return expired
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

/** Once the stock of the lot is kept, what goes out is shipped from it: history ends with the day of the opening count. */
function refuseAfterOpening(record: LotRow, opening: Opening | null, day: Day, field: string): Refusal | false {
  if (!opening) return false
  const { happenedOn, kind } = opening
  return (
    (day > happenedOn || (day === happenedOn && kind !== 'open-stock')) &&
    refuse(
      'stock-open',
      text(
        `批号 ${record.lotNo} 的库存已于 ${happenedOn} 启用，此后的出库请在“出库复核”中办理。`,
        `The stock of lot ${record.lotNo} is kept since ${happenedOn}: what goes out later is shipped by the outbound check.`,
      ),
      { field, clause: 'LT-ledger' },
    )
  )
}

/** Writes down who got how many of the lot, from the delivery notes. */
export const recordDeliveries = lotCommand('record-deliveries', {
  title: text('登记出库', 'Record deliveries'),
  about: text(
    `库存启用之前的出库，按随货同行单逐行补记；一次最多 ${MOST} 行。此后的出库由出库复核办理。`,
    `What went out before the stock was opened, line by line from the delivery notes, at most ${MOST} at once. Later goods go out by the outbound check.`,
  ),
  fulfils: ['LT-delivery', 'LT-expiry', 'LT-customer'],
  from: ['active'],
  by: ['warehouse', 'quality', 'quality-head'],
  input: z.object({
    deliveries: field(z.array(line).min(1).max(MOST), { title: text('出库明细', 'Deliveries') }),
  }),
  facts: ['opening'],
  find: ['customers', 'notesTaken'],
  check: ({ record, input, facts, found, now, zone }) => {
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
        refuseAfterOpening(record, facts.opening, row.deliveredOn, at('deliveredOn')),
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
