import { text } from '../../kernel/text.ts'
import type { RecordView, Section } from '../../kernel/view.ts'
import type { ShownLine } from './queries.ts'
import type { ShipmentRow } from './shipment.ts'
import { carriers, problems } from './wording.ts'

/** How a shipment presents itself: to whom, what, and who picked, checked, carried and signed. */
export function shipmentView(shipment: ShipmentRow, { lines }: { readonly lines: readonly ShownLine[] }): RecordView {
  return {
    title: `${shipment.partyName}　${shipment.goods}`,
    badges: lines.some(line => line.isColdChain) ? [{ text: text('冷链', 'Cold chain'), tone: 'info' }] : [],
    subtitle: [shipment.warehouseName, ...(shipment.orderNo ? [shipment.orderNo] : [])],
    sections: [goodsSection(lines), whereSection(shipment), hands(shipment)],
    notices:
      shipment.state === 'stopped' && shipment.problem
        ? [
            {
              text: text(
                `批号 ${shipment.problemLot ?? ''} 因“${problems[shipment.problem].zh}”停发：${shipment.finding ?? ''}`,
                `Stopped for lot ${shipment.problemLot ?? ''}: ${problems[shipment.problem].en}, ${shipment.finding ?? ''}`,
              ),
              tone: 'late',
            },
          ]
        : [],
  }
}

const goodsSection = (lines: readonly ShownLine[]): Section => ({
  title: text('配送明细', 'Goods'),
  columns: [
    { key: 'product', title: text('产品', 'Product') },
    { key: 'spec', title: text('规格', 'Specification') },
    { key: 'lot', title: text('批号', 'Lot') },
    { key: 'expires', title: text('有效期至', 'Expires') },
    { key: 'quantity', title: text('数量', 'Quantity') },
    { key: 'serials', title: text('序列号', 'Serial numbers') },
    { key: 'checked', title: text('复核', 'Checked') },
    { key: 'quality', title: text('质量状况', 'Quality') },
    { key: 'reason', title: text('非近效期先出原因', 'Out of order because') },
  ],
  rows: lines.map(line => ({
    product: { kind: 'line', value: `${line.productName} ${line.model}` },
    spec: { kind: 'line', value: line.spec || null },
    lot: { kind: 'code', value: line.lotNo },
    expires: { kind: 'day', value: line.expiresOn },
    quantity: { kind: 'number', value: line.quantity, unit: text(line.unit, line.unit) },
    serials: { kind: 'code', value: line.serials.join(' ') || null },
    checked: { kind: 'number', value: line.checkedQuantity },
    quality: line.problem
      ? { kind: 'tag', value: problems[line.problem], tone: 'late' }
      : { kind: 'line', value: line.quality },
    reason: { kind: 'line', value: line.reason },
  })),
  empty: text('没有明细', 'No goods'),
})

const whereSection = (shipment: ShipmentRow): Section => ({
  title: text('收货', 'Where to'),
  facts: [
    { label: text('购货者', 'Customer'), shown: { kind: 'line', value: shipment.partyName } },
    { label: text('收货地址', 'Address'), shown: { kind: 'line', value: shipment.address || null } },
    { label: text('联系人', 'Contact'), shown: { kind: 'line', value: shipment.contact || null } },
    { label: text('电话', 'Telephone'), shown: { kind: 'line', value: shipment.phone || null } },
    { label: text('要求送达', 'Wanted on'), shown: { kind: 'day', value: shipment.wantedOn } },
    { label: text('备注', 'Remark'), shown: { kind: 'paragraph', value: shipment.remark }, wide: true },
  ],
})

const hands = (shipment: ShipmentRow): Section => ({
  title: text('经手', 'Hands'),
  facts: [
    { label: text('开单', 'Ordered by'), shown: { kind: 'person', value: shipment.orderedByName } },
    { label: text('发货员', 'Picked by'), shown: { kind: 'person', value: shipment.pickedByName } },
    { label: text('备货时间', 'Picked'), shown: { kind: 'instant', value: shipment.pickedAt } },
    { label: text('复核员', 'Checked by'), shown: { kind: 'person', value: shipment.checkedByName } },
    { label: text('复核时间', 'Checked'), shown: { kind: 'instant', value: shipment.checkedAt } },
    { label: text('件数', 'Pieces'), shown: { kind: 'number', value: shipment.pieces } },
    { label: text('运输员', 'Driver'), shown: { kind: 'line', value: shipment.driverName } },
    {
      label: text('运输方式', 'Carried by'),
      shown: { kind: 'text', value: shipment.carrier ? carriers[shipment.carrier] : null },
    },
    {
      label: text('车牌/运单', 'Vehicle, waybill'),
      shown: { kind: 'code', value: [shipment.vehicle, shipment.waybill].filter(Boolean).join(' ') || null },
    },
    { label: text('发运时间', 'Shipped'), shown: { kind: 'instant', value: shipment.shippedAt } },
    {
      label: text('启运温度', 'Temperature'),
      shown: { kind: 'number', value: shipment.temperature, unit: text('℃', '°C') },
    },
    { label: text('签收', 'Signed for by'), shown: { kind: 'line', value: shipment.receivedBy } },
    { label: text('签收日期', 'Received on'), shown: { kind: 'day', value: shipment.receivedOn } },
    { label: text('签收备注', 'Remark of receipt'), shown: { kind: 'line', value: shipment.receiptNote } },
    { label: text('结束原因', 'Ended because'), shown: { kind: 'line', value: shipment.endReason } },
  ],
})
