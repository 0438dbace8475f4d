import { type Zone, zones, zoneTypes } from '../../vocabulary/stock.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'
import { site } from './company.ts'

/** A warehouse as the demo company enters it. */
export type DemoWarehouse = Pick<WarehouseRow, 'name' | 'address' | 'operator' | 'climate'> &
  Readonly<Record<Zone, string>>

const aisles: Readonly<Record<Zone, string>> = {
  waiting: 'D',
  qualified: 'A–C',
  shipping: 'F',
  unqualified: 'X',
  return: 'T',
}

const warehouse = (name: string, climate: WarehouseRow['climate'], building: string): DemoWarehouse => ({
  name,
  address: site.address.zh,
  operator: null,
  climate,
  ...(Object.fromEntries(
    zones.map(zone => [zone, `${building} ${aisles[zone]} 排（${zoneTypes[zone].title.zh}）`]),
  ) as Record<Zone, string>),
})

/** The company's two stores; the first is the main one. */
export const warehouses: readonly DemoWarehouse[] = [
  warehouse('郑州中心库', 'ambient', '1 号楼一层'),
  warehouse('郑州冷藏库', 'cold', '1 号楼负一层'),
]
