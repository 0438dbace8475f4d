import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { zones, zoneTones, zoneTypes } from '../../vocabulary/stock.ts'
import { climates, type WarehouseRow } from '../../vocabulary/warehouse.ts'
import type { ZoneSum } from './queries.ts'

/** How a warehouse presents itself: its five zones in their colours, with what lies in each. */
export const warehouseView = (
  warehouse: WarehouseRow,
  { zoneSums }: { readonly zoneSums: readonly ZoneSum[] },
): RecordView => ({
  title: warehouse.name,
  badges: warehouse.isMain ? [{ text: text('主仓库', 'Main warehouse'), tone: 'brand' }] : [],
  subtitle: [climates[warehouse.climate], ...(warehouse.operator ? [warehouse.operator] : [])],
  sections: [
    {
      title: text('资料', 'Details'),
      facts: [
        { label: text('名称', 'Name'), shown: { kind: 'line', value: warehouse.name }, field: 'name' },
        {
          label: text('温度分类', 'Climate'),
          shown: { kind: 'text', value: climates[warehouse.climate] },
          field: 'climate',
        },
        {
          label: text('受托贮存企业', 'Stored by'),
          shown: { kind: 'line', value: warehouse.operator },
          field: 'operator',
        },
        {
          label: text('地址', 'Address'),
          shown: { kind: 'line', value: warehouse.address },
          field: 'address',
          wide: true,
        },
      ],
    },
    {
      title: text('库区', 'Zones'),
      columns: [
        { key: 'zone', title: text('库区', 'Zone') },
        { key: 'place', title: text('位置', 'Where') },
        { key: 'lots', title: text('批次', 'Lots') },
        { key: 'quantity', title: text('数量', 'Quantity') },
      ],
      rows: zones.map(zone => {
        const sum = zoneSums.find(item => item.zone === zone)
        return {
          zone: { kind: 'tag', value: zoneTypes[zone].title, tone: zoneTones[zoneTypes[zone].colour] },
          place: { kind: 'line', value: warehouse.zones.find(item => item.zone === zone)?.place ?? null },
          lots: { kind: 'number', value: sum?.lots ?? 0 },
          quantity: { kind: 'number', value: sum?.quantity ?? 0 },
        }
      }),
      empty: text('没有库区', 'No zone'),
    },
  ],
})
