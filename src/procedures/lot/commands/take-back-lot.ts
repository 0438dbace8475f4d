import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { startedBy } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { causeField, moveFields, noteField } from '../move-fields.ts'
import type { FoundParty, OfProduct } from '../queries.ts'
import type { Buyer } from '../stock-queries.ts'

const input = z.object({
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  ...moveFields,
  note: noteField,
  cause: causeField,
})
type Asked = z.infer<typeof input>

/** No more can come back from a customer than went there and is not back or destroyed yet; read under the lot's lock. */
function refuseBeyond(
  lotNo: string,
  quantity: number,
  { buyer, party }: { readonly buyer: Buyer; readonly party: FoundParty | null },
): Refusal | false {
  const most = buyer.delivered - buyer.gone
  const name = party?.name ?? text('该客户', 'this customer').zh
  return (
    quantity > most &&
    refuse(
      'more-than-delivered',
      text(
        `${name} 的批号 ${lotNo} 共出库 ${buyer.delivered}，已退回或销毁 ${buyer.gone}，最多还可办理 ${Math.max(most, 0)}。请核对批号、客户和数量。`,
        `${party?.name ?? 'This customer'} got ${buyer.delivered} of lot ${lotNo}, and ${buyer.gone} are back or destroyed: ${Math.max(most, 0)} at most remain. Check lot, customer and quantity.`,
      ),
      { field: 'quantity', clause: 'LT-cap' },
    )
  )
}

/**
 * Serial numbers that nobody knows can only be of units that went out before serials were kept: no more of them than such
 * units are still there. A made-up number would take the place of a real device.
 */
function refuseUnknown(
  serials: readonly string[],
  product: OfProduct | null,
  { newUnits, buyer }: { readonly newUnits: readonly { readonly serial: string }[]; readonly buyer: Buyer },
): Refusal | false {
  if (!product?.isSerialTracked) return false
  const known = new Set(newUnits.map(unit => unit.serial))
  const most = Math.max(buyer.delivered - buyer.gone - buyer.known, 0)
  const beyond = serials.flatMap((serial, index) => (known.has(serial) ? [] : [{ serial, index }]))[most]
  return (
    beyond !== undefined &&
    refuse(
      'serial-unknown',
      text(
        `序列号 ${beyond.serial} 未售给该客户。该客户处未登记序列号的本批产品还有 ${most} 台，请核对铭牌上的序列号。`,
        `Serial number ${beyond.serial} did not go to this customer, who has ${most} units of this lot whose serials were not kept: check the number on the device.`,
      ),
      { field: `serials.${beyond.index}`, clause: 'LT-serial' },
    )
  )
}

/** A customer's goods come back: customer → return zone, where they stay until quality has judged them. */
export const takeBackLot = lotCommand('take-back', {
  title: text('客户退回', 'Take back'),
  fulfils: ['LT-cap', 'LT-ledger'],
  from: ['active', 'inactive'],
  by: ['warehouse', 'warehouse-head'],
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'newUnits', 'party', 'buyer'],
  guard: startedBy(text('退货', 'Returns'), 'LT-cap'),
  check: ({ record, input, facts, found, now, zone }) => [
    refuseBeyond(record.lotNo, input.quantity, found),
    refuseUnknown(input.serials, facts.product, found),
    ...refuseMove({ record, facts, found: { ...found, units: found.newUnits } }, backOf(input, dayOf(now, zone))),
  ],
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found: { ...found, units: found.newUnits }, actor, now, newId }, [
      backOf(input, dayOf(now, zone)),
    ]),
  }),
  tell: ({ record, input, found }) =>
    text(
      `${found.party?.name ?? ''} 退回 ${record.lotNo} ${input.quantity}，放入退货区`,
      `took ${input.quantity} of ${record.lotNo} back from ${found.party?.name ?? ''} into the return zone`,
    ),
  place: 'none',
})

const backOf = (asked: Asked, today: string) =>
  ({ ...asked, kind: 'take-back', from: 'customer', to: 'return', happenedOn: today }) as const

/** Goods are destroyed where the customer has them and never come back. */
export const destroyAtCustomer = lotCommand('destroy-at-customer', {
  title: text('客户处销毁', 'Destroy at the customer'),
  fulfils: ['LT-cap', 'LT-ledger'],
  from: ['active', 'inactive'],
  by: ['quality', 'quality-head'],
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'newUnits', 'party', 'buyer'],
  guard: startedBy(text('不合格品销毁', 'Destruction of nonconforming goods'), 'LT-cap'),
  check: ({ record, input, facts, found, now, zone }) => [
    refuseBeyond(record.lotNo, input.quantity, found),
    refuseUnknown(input.serials, facts.product, found),
    ...refuseMove({ record, facts, found: { ...found, units: found.newUnits } }, destroyed(input, dayOf(now, zone))),
  ],
  change: ({ record, input, facts, found, actor, now, zone, newId }) => ({
    rows: writesOf({ record, facts, found: { ...found, units: found.newUnits }, actor, now, newId }, [
      destroyed(input, dayOf(now, zone)),
    ]),
  }),
  tell: ({ record, input, found }) =>
    text(
      `${found.party?.name ?? ''} 处销毁 ${record.lotNo} ${input.quantity}`,
      `destroyed ${input.quantity} of ${record.lotNo} at ${found.party?.name ?? ''}`,
    ),
  place: 'none',
})

const destroyed = (asked: Asked, today: string) =>
  ({ ...asked, kind: 'destroy-at-customer', from: 'customer', to: 'destroyed', happenedOn: today }) as const
