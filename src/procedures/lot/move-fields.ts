import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { lineOf } from '../../vocabulary/base-data.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { type Zone, zones, zoneTitles } from '../../vocabulary/stock.ts'

/** The warehouse; the main one when none is named. */
export const warehouseField = field(z.uuid().nullable().default(null), {
  title: text('仓库', 'Warehouse'),
  hint: text('不填即为主仓库', 'The main warehouse when empty'),
  widget: 'record',
  of: 'warehouse',
})

/** Units as counted by the product's unit. */
const quantityField = field(z.int().min(1).max(10_000_000), { title: text('数量', 'Quantity') })

/** Serial numbers of the very units; every unit of a product that is tracked by serial has one. */
export const serialsField = field(z.array(lineOf(60)).max(5_000).default([]), {
  title: text('序列号', 'Serial numbers'),
  hint: text('按序列号管理的产品逐台填写', 'One for each unit where the product is tracked by serial'),
})

/** The record of another procedure for which the goods move. */
export const causeField = field(
  z
    .object({ procedure: z.string().max(60), id: z.uuid(), number: z.string().max(60) })
    .nullable()
    .default(null),
  { title: text('依据', 'Cause'), widget: 'hidden' },
)

/** Number of the paper that came or goes with the goods. */
export const documentField = field(lineOf(60), { title: text('单据号', 'Document') })

/** A remark of at most 500 characters. */
export const noteField = field(z.string().trim().max(500).nullable().default(null), {
  title: text('备注', 'Remark'),
  widget: 'paragraph',
})

/** One of the five zones. */
export const zoneField = (title: { readonly zh: string; readonly en: string }) =>
  field(z.enum(zones as [Zone, ...Zone[]]), { title, widget: 'choice', options: zoneTitles })

/** Day of an event. */
export const dayField = (zh: string, en: string) => field(daySchema, { title: text(zh, en), widget: 'day' })

/** What every move asks. */
export const moveFields = { warehouseId: warehouseField, quantity: quantityField, serials: serialsField }
