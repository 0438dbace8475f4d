import type { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { lineOf, standings } from '../../vocabulary/base-data.ts'
import { retained } from '../../vocabulary/retention.ts'
import { type Zone, zones, zoneTypes } from '../../vocabulary/stock.ts'
import { climates, type WarehouseRow, warehouseRow, warehouseSearchText } from '../../vocabulary/warehouse.ts'

const placeOf = (zone: Zone) =>
  field(lineOf(120), {
    title: text(`${zoneTypes[zone].title.zh}位置`, `Where the ${zoneTypes[zone].title.en.toLowerCase()} is`),
  })

/** What is entered about a warehouse; the same fields are corrected later. */
export const details = {
  name: field(lineOf(80), { title: text('名称', 'Name') }),
  address: field(lineOf(200), { title: text('地址', 'Address') }),
  operator: field(lineOf(120).nullable().default(null), {
    title: text('受托贮存企业', 'Company that stores for us'),
    hint: text('自有仓库不填', 'Empty for a warehouse of our own'),
  }),
  climate: field(warehouseRow.shape.climate, { title: text('温度分类', 'Climate'), options: climates }),
  waiting: placeOf('waiting'),
  qualified: placeOf('qualified'),
  shipping: placeOf('shipping'),
  unqualified: placeOf('unqualified'),
  return: placeOf('return'),
}

/** What is entered about a warehouse, parsed. */
export type WarehouseDetails = z.output<z.ZodObject<typeof details>>

/** The columns that follow from what is entered. */
export const enteredColumns = (entered: WarehouseDetails) => {
  const { name, address, operator, climate } = entered
  return { name, address, operator, climate, zones: zones.map(zone => ({ zone, place: entered[zone] })) }
}

/** What was entered, read back from the record. */
export const enteredOf = ({ name, address, operator, climate, zones: kept }: WarehouseRow): WarehouseDetails => {
  const place = (zone: Zone) => kept.find(item => item.zone === zone)?.place ?? ''
  return {
    name,
    address,
    operator,
    climate,
    waiting: place('waiting'),
    qualified: place('qualified'),
    shipping: place('shipping'),
    unqualified: place('unqualified'),
    return: place('return'),
  }
}

export const Warehouse = recordType<WarehouseRow, keyof typeof standings>({
  name: 'warehouse',
  title: text('仓库', 'warehouse'),
  table: 'warehouse',
  row: warehouseRow,
  states: standings,
  series: { prefix: 'CW', digits: 5 },
  retention: retained('warehouse'),
  searchText: warehouseSearchText,
})
