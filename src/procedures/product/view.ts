import { text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RecordView } from '../../kernel/view.ts'
import { deviceClasses, isImported, type ProductRow } from '../../vocabulary/product.ts'
import type { ShownLot } from './queries.ts'

const YES = text('是', 'Yes')
const NO = text('否', 'No')

/** How a product's record presents itself. */
export const productView = (
  product: ProductRow,
  facts: { readonly lots: readonly ShownLot[] },
  { now, zone }: { readonly now: string; readonly zone: string },
): RecordView => ({
  title: `${product.name} ${product.model}`,
  badges: [
    { text: deviceClasses[product.deviceClass], tone: product.deviceClass === 'III' ? 'warn' : 'plain' },
    ...(product.isImplant ? [{ text: text('植入', 'Implant'), tone: 'plain' as const }] : []),
    ...(product.isSterile ? [{ text: text('无菌', 'Sterile'), tone: 'plain' as const }] : []),
    ...(product.isColdChain ? [{ text: text('冷链', 'Cold chain'), tone: 'info' as const }] : []),
    ...(product.isSerialTracked ? [{ text: text('序列号管理', 'Tracked by serial'), tone: 'plain' as const }] : []),
    ...(isImported(product.registrationNo) ? [{ text: text('进口', 'Imported'), tone: 'plain' as const }] : []),
  ],
  subtitle: [product.registrationNo, product.manufacturerName],
  sections: [
    {
      title: text('资料', 'Details'),
      facts: [
        { label: text('产品名称', 'Name'), shown: { kind: 'line', value: product.name }, field: 'name' },
        { label: text('型号', 'Model'), shown: { kind: 'code', value: product.model }, field: 'model' },
        { label: text('规格', 'Specification'), shown: { kind: 'line', value: product.spec || null }, field: 'spec' },
        {
          label: text('注册证/备案编号', 'Registration'),
          shown: { kind: 'code', value: product.registrationNo },
          field: 'registrationNo',
        },
        {
          label: text('管理类别', 'Risk class'),
          shown: { kind: 'text', value: deviceClasses[product.deviceClass] },
          field: 'deviceClass',
        },
        { label: text('UDI-DI', 'UDI-DI'), shown: { kind: 'code', value: product.udiDi }, field: 'udiDi' },
        {
          label: text('生产企业', 'Manufacturer'),
          shown: { kind: 'line', value: product.manufacturerName },
          field: 'manufacturerId',
        },
        { label: text('单位', 'Unit'), shown: { kind: 'line', value: product.unit }, field: 'unit' },
        {
          label: text('植入器械', 'Implant'),
          shown: { kind: 'text', value: product.isImplant ? YES : NO },
          field: 'isImplant',
        },
        {
          label: text('无菌器械', 'Sterile'),
          shown: { kind: 'text', value: product.isSterile ? YES : NO },
          field: 'isSterile',
        },
        {
          label: text('储存条件', 'Storage'),
          shown: { kind: 'line', value: product.storage || null },
          field: 'storage',
        },
        {
          label: text('储存温度', 'Storage temperature'),
          shown: { kind: 'line', value: temperatureOf(product) },
          field: 'temperatureFrom',
        },
        {
          label: text('冷链产品', 'Cold chain'),
          shown: { kind: 'text', value: product.isColdChain ? YES : NO },
          field: 'isColdChain',
        },
        {
          label: text('按序列号管理', 'Tracked by serial number'),
          shown: { kind: 'text', value: product.isSerialTracked ? YES : NO },
          field: 'isSerialTracked',
        },
        {
          label: text('注册证有效期至', 'Certificate valid until'),
          shown: { kind: 'day', value: product.registrationValidUntil },
          field: 'registrationValidUntil',
        },
        {
          label: text('受托生产企业', 'Contract manufacturer'),
          shown: { kind: 'line', value: product.contractManufacturer },
          field: 'contractManufacturer',
        },
        {
          label: text('生产许可证号/备案编号', 'Production licence'),
          shown: { kind: 'code', value: product.productionLicenceNo },
          field: 'productionLicenceNo',
        },
      ],
    },
    {
      title: text('包装级别', 'Package levels'),
      columns: [
        { key: 'name', title: text('包装', 'Package') },
        { key: 'quantity', title: text('含最小单位数', 'Units in one') },
        { key: 'udiDi', title: text('UDI-DI', 'UDI-DI') },
      ],
      rows: product.packages.map(level => ({
        name: { kind: 'line', value: level.name },
        quantity: { kind: 'number', value: level.quantity, unit: text(product.unit, product.unit) },
        udiDi: { kind: 'code', value: level.udiDi },
      })),
      empty: text('未登记包装级别', 'No package is known'),
    },
    {
      title: text('最近批次', 'Youngest lots'),
      columns: [
        { key: 'number', title: text('编号', 'Number') },
        { key: 'lotNo', title: text('批号', 'Lot') },
        { key: 'producedOn', title: text('生产日期', 'Made on') },
        { key: 'expiresOn', title: text('有效期至', 'Expires') },
        { key: 'delivered', title: text('已出库数量', 'Delivered') },
      ],
      rows: facts.lots.map(lot => ({
        number: { kind: 'code', value: lot.number },
        lotNo: { kind: 'code', value: lot.lotNo },
        producedOn: { kind: 'day', value: lot.producedOn },
        expiresOn: { kind: 'day', value: lot.expiresOn },
        delivered: { kind: 'number', value: lot.quantityDelivered, unit: text(product.unit, product.unit) },
      })),
      empty: text('尚未登记批次', 'No lot is known'),
    },
  ],
  notices:
    product.registrationValidUntil !== null && product.registrationValidUntil < dayOf(now, zone)
      ? [
          {
            text: text(
              `注册证已于 ${product.registrationValidUntil} 到期：此后生产的批次不得入库；已延续的请更正有效期`,
              `The certificate ended on ${product.registrationValidUntil}: lots made later are not taken in; if it was renewed, correct the day`,
            ),
            tone: 'late',
          },
        ]
      : [],
})

function temperatureOf({ temperatureFrom: from, temperatureTo: to }: ProductRow): string | null {
  if (from === null && to === null) return null
  if (from === null) return `≤ ${to} ℃`
  return to === null ? `≥ ${from} ℃` : `${from}～${to} ℃`
}
