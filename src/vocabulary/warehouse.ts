import { z } from 'zod'
import { type Text, text } from '../kernel/text.ts'
import { keysOf } from './intake.ts'
import { recordColumns } from './record-base.ts'
import { zoneTypes } from './stock.ts'

/** How warm a warehouse is kept, as the label of a device asks for it. */
export const climates = {
  ambient: text('常温库（0–30 ℃）', 'Ambient (0–30 °C)'),
  cool: text('阴凉库（不高于 20 ℃）', 'Cool (at most 20 °C)'),
  cold: text('冷藏库（2–8 ℃）', 'Cold (2–8 °C)'),
  frozen: text('冷冻库（-15 ℃ 以下）', 'Frozen (below -15 °C)'),
} as const satisfies Record<string, Text>

/** Climates that keep a cold chain unbroken. */
export const coldClimates: readonly string[] = ['cold', 'frozen']

/** Where one of the five zones lies in the warehouse. */
const zonePlace = z.object({ zone: z.enum(keysOf(zoneTypes)), place: z.string().min(1) })

/** A warehouse with its five zones (GSP153 art. 38–44). */
export const warehouseRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  name: z.string().min(1),
  address: z.string().min(1),
  /** Company that stores for us under contract; null where we run it ourselves. */
  operator: z.string().nullable(),
  climate: z.enum(keysOf(climates)),
  /** Goods go here unless another warehouse is named; one for each site. */
  isMain: z.boolean(),
  zones: z.array(zonePlace),
})

/** A row of table `warehouse`. */
export type WarehouseRow = z.infer<typeof warehouseRow>

/** What searches for a warehouse look through. */
export const warehouseSearchText = (row: WarehouseRow): string =>
  [row.name, row.address, row.operator, row.number].filter(Boolean).join(' ')
