import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { licenceKinds } from '../../../vocabulary/party.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { outOfOrder, type PickingOrder } from '../fefo.ts'
import { pickingOrder } from '../policies.ts'
import type { FoundCustomer, FoundGoods } from '../queries.ts'
import { shipmentCommand } from '../shipment-command.ts'

const line = z.object({
  lotId: field(z.uuid(), { title: text('批次', 'Lot'), widget: 'record', of: 'lot' }),
  quantity: field(z.int().min(1).max(1_000_000), { title: text('数量', 'Quantity') }),
  serials: field(z.array(lineOf(60)).max(5_000).default([]), {
    title: text('序列号', 'Serial numbers'),
    hint: text('也可在拣货时填写', 'May also be entered when picking'),
  }),
  unitPrice: field(z.int().min(0).max(2_000_000_000).nullable().default(null), {
    title: text('单价', 'Unit price'),
    of: 'fen',
  }),
  reason: field(lineOf(300).nullable().default(null), {
    title: text('不按近效期先出的原因', 'Why not the lot that expires first'),
  }),
})
const input = z.object({
  partyId: field(z.uuid(), { title: text('购货者', 'Customer'), widget: 'party', of: 'customer' }),
  orderNo: field(lineOf(60).nullable().default(null), {
    title: text('订单号', 'Order'),
    hint: text('网络销售须填网络销售订单号', 'For sales on the net the number of that order'),
  }),
  warehouseId: field(z.uuid().nullable().default(null), {
    title: text('出库仓库', 'Warehouse'),
    hint: text('不填即为主仓库', 'The main warehouse when empty'),
    widget: 'record',
    of: 'warehouse',
  }),
  lines: field(z.array(line).min(1).max(200), { title: text('配送明细', 'Goods') }),
  address: field(lineOf(200).nullable().default(null), {
    title: text('收货地址', 'Delivery address'),
    hint: text('不填即为客户登记地址', 'The address on file when empty'),
  }),
  contact: field(lineOf(60).nullable().default(null), { title: text('收货联系人', 'Contact'), personal: true }),
  phone: field(lineOf(40).nullable().default(null), { title: text('联系电话', 'Telephone'), personal: true }),
  wantedOn: field(daySchema.nullable().default(null), { title: text('要求送达日期', 'Wanted on'), widget: 'day' }),
  remark: field(z.string().trim().max(500).nullable().default(null), {
    title: text('备注', 'Remark'),
    widget: 'paragraph',
  }),
})
type Asked = z.infer<typeof input>

/** Sales orders goods for a customer: the delivery order (配送凭证) without which nothing is picked. */
export const orderShipment = shipmentCommand('order', {
  title: text('开配送凭证', 'Order goods'),
  about: text(
    '业务部门按批号开出配送凭证；近效期先出，另选批号须写明原因。',
    'Sales orders lot by lot; what expires first goes first, another lot needs a reason.',
  ),
  fulfils: ['S24-1b', 'S24-1a', 'SH-customer', 'S12-5.1.5a', 'S12-5.1.5b'],
  from: 'new',
  to: 'ordered',
  by: ['sales', 'sales-clerk', 'sales-rep', 'sales-head'],
  input,
  find: ['party', 'warehouse', 'goods'],
  check: ({ input, found, policy, now, zone }) => {
    const today = dayOf(now, zone)
    return [
      ...refuseCustomer(input, found.party, today),
      found.warehouse?.state !== 'active' &&
        refuse(
          'warehouse-unknown',
          text(
            '请选择在用的仓库；没有时先登记并设为主仓库。',
            'Choose a warehouse in use; if there is none, first register a main one.',
          ),
          { field: 'warehouseId' },
        ),
      ...refuseLines(input, found.goods, today),
      ...refuseOrder(input, found.goods, policy(pickingOrder), today),
    ]
  },
  change: ({ input, found, actor, newId }) => {
    const { party, warehouse, goods } = found
    if (!party || !warehouse) throw new Error('an order without customer or warehouse')
    const contact = party.contacts[0]
    const byLot = new Map(goods.map(item => [item.lotId, item]))
    const first = byLot.get(input.lines[0]?.lotId ?? '')
    const named = first ? `${first.productName} ${first.model} ${first.lotNo}` : ''
    return {
      set: {
        partyId: party.id,
        partyName: party.name,
        orderNo: input.orderNo,
        warehouseId: warehouse.id,
        warehouseName: warehouse.name,
        goods: input.lines.length > 1 ? `${named} 等 ${input.lines.length} 项` : named,
        quantity: input.lines.reduce((sum, row) => sum + row.quantity, 0),
        address: input.address ?? party.address ?? '',
        contact: input.contact ?? contact?.name ?? '',
        phone: input.phone ?? contact?.phone ?? party.phones[0] ?? '',
        wantedOn: input.wantedOn,
        remark: input.remark,
        orderedByName: actor.name,
      },
      rows: input.lines.map(({ lotId, quantity, serials, unitPrice, reason }) => ({
        child: 'line',
        insert: {
          id: newId(),
          lotId,
          productId: byLot.get(lotId)?.productId ?? null,
          quantity,
          serials,
          unitPrice,
          reason,
        },
      })),
    }
  },
  tell: ({ record }) =>
    text(
      `开出配送凭证 ${record.number}：${record.partyName}，${record.goods}`,
      `ordered ${record.number} for ${record.partyName}`,
    ),
})

function refuseCustomer({ address }: Asked, party: FoundCustomer | null, today: Day): Refusals {
  if (!party?.isCustomer || party.state !== 'active')
    return [
      refuse(
        'customer-locked',
        text(
          '请选择在用的客户；停用的客户先由质量管理部恢复。',
          'Choose a customer in use; one that is locked is first brought back by quality management.',
        ),
        { field: 'partyId', clause: 'SH-customer' },
      ),
    ]
  const lapsed = party.licences.find(item => item.validUntil !== null && item.validUntil < today)
  return [
    lapsed !== undefined &&
      refuse(
        'licence-lapsed',
        text(
          `${party.name} 的${licenceKinds[lapsed.kind].zh} ${lapsed.number} 已于 ${lapsed.validUntil} 到期，请先由质量管理部核实新证照。`,
          `${licenceKinds[lapsed.kind].en} ${lapsed.number} of ${party.name} ended on ${lapsed.validUntil}: quality management first reviews the new one.`,
        ),
        { field: 'partyId', clause: 'SH-customer' },
      ),
    !(address ?? party.address) &&
      refuse(
        'address-needed',
        text('该客户没有登记地址，请填写收货地址。', 'There is no address on file: enter where the goods go.'),
        { field: 'address', clause: 'SH-note' },
      ),
  ]
}

function refuseLines({ lines }: Asked, goods: readonly FoundGoods[], today: Day): Refusals {
  const byLot = new Map(goods.map(item => [item.lotId, item]))
  return lines.flatMap((row, index) => {
    const at = (name: string) => `lines.${index}.${name}`
    const lot = byLot.get(row.lotId)
    if (lot?.lotState !== 'active' || lot.productState !== 'active')
      return [
        refuse('lot-locked', text('请选择在用产品的在用批次。', 'Choose a lot in use of a product in use.'), {
          field: at('lotId'),
        }),
      ]
    const ends = lot.registrationValidUntil
    return [
      lines.findIndex(other => other.lotId === row.lotId) !== index &&
        refuse(
          'lot-twice',
          text(
            `批号 ${lot.lotNo} 已在前面列出，请合并为一行。`,
            `Lot ${lot.lotNo} stands above already: make it one line.`,
          ),
          { field: at('lotId') },
        ),
      lot.expiresOn !== null &&
        lot.expiresOn < today &&
        refuse(
          'lot-expired',
          text(
            `批号 ${lot.lotNo} 有效期至 ${lot.expiresOn}，已锁定，请换一个批次。`,
            `Lot ${lot.lotNo} was usable until ${lot.expiresOn} and is locked: choose another one.`,
          ),
          { field: at('lotId'), clause: 'S24-2.4a' },
        ),
      ends !== null &&
        lot.producedOn > ends &&
        refuse(
          'certificate-ended',
          text(
            `批号 ${lot.lotNo} 生产于注册证到期（${ends}）之后，不得销售。`,
            `Lot ${lot.lotNo} was made after the certificate ended on ${ends} and cannot be sold.`,
          ),
          { field: at('lotId'), clause: 'SH-customer' },
        ),
      lot.free < row.quantity &&
        refuse(
          'too-few',
          text(
            `批号 ${lot.lotNo} 在合格品区可用 ${lot.free} ${lot.unit}（已扣除其他待拣凭证），数量不足。`,
            `${lot.free} of lot ${lot.lotNo} are free in the qualified zone, less what other orders claimed: order fewer.`,
          ),
          { field: at('quantity') },
        ),
      row.serials.length > 0 &&
        row.serials.length !== row.quantity &&
        refuse(
          'serials-needed',
          text(
            `共 ${row.quantity} 件，序列号填了 ${row.serials.length} 个；请逐件填写，或留待拣货时填写。`,
            `Name each of the ${row.quantity} units by its serial number, or leave that to the picker.`,
          ),
          { field: at('serials') },
        ),
    ]
  })
}

function refuseOrder({ lines }: Asked, goods: readonly FoundGoods[], order: PickingOrder, today: Day): Refusals {
  return outOfOrder(lines, goods, order, today)
    .filter(({ index }) => !lines[index]?.reason)
    .map(({ index, before }) =>
      refuse(
        'out-of-order',
        text(
          `同产品批号 ${before.lotNo}（有效期至 ${before.expiresOn ?? '未标'}）应先出，可用 ${before.free}。请先发该批，或写明原因（该批停售的，写停售编号）。`,
          `Lot ${before.lotNo} (expires ${before.expiresOn ?? 'unmarked'}) goes out first and ${before.free} are free: take it, or enter the reason (the number of its stop-sale when it is held).`,
        ),
        { field: `lines.${index}.reason`, clause: 'S24-1a' },
      ),
    )
}
