import { z } from 'zod'
import { type Text, text } from '../kernel/text.ts'
import { keysOf } from './intake.ts'
import { daySchema, instantSchema } from './record-base.ts'

/** The five zones that every warehouse keeps apart, with the colours that GSP153 (art. 38–44) gives their marks. */
export const zoneTypes = {
  waiting: { title: text('待验区', 'Waiting zone'), colour: 'yellow' },
  qualified: { title: text('合格品区', 'Qualified zone'), colour: 'green' },
  shipping: { title: text('发货区', 'Shipping zone'), colour: 'green' },
  unqualified: { title: text('不合格品区', 'Unqualified zone'), colour: 'red' },
  return: { title: text('退货区', 'Return zone'), colour: 'yellow' },
} as const satisfies Record<string, { readonly title: Text; readonly colour: 'yellow' | 'green' | 'red' }>
export type Zone = keyof typeof zoneTypes

/** All zones, in the order in which goods pass them. */
export const zones = Object.keys(zoneTypes) as readonly Zone[]

/** Whether a place is a zone of a warehouse. */
export const isZone = (place: string): place is Zone => Object.hasOwn(zoneTypes, place)

/** Titles of zones, for choices. */
export const zoneTitles = Object.fromEntries(zones.map(zone => [zone, zoneTypes[zone].title])) as Record<Zone, Text>

/** The colour of a zone's mark as a tone of the screen. */
export const zoneTones = { yellow: 'warn', green: 'ok', red: 'late' } as const

/** Where goods are when they are in no zone. `counted` is where a stocktake puts what it misses and takes what it finds. */
const outsidePlaces = {
  supplier: text('供货者', 'Supplier'),
  customer: text('客户', 'Customer'),
  destroyed: text('已销毁', 'Destroyed'),
  counted: text('盘点差异', 'Stock difference'),
} as const satisfies Record<string, Text>

/** Every place where a unit can be. */
export const places = { ...zoneTitles, ...outsidePlaces } as const satisfies Record<string, Text>
export type Place = keyof typeof places

/** What kind of event moved the goods. */
export const moveKinds = {
  'open-stock': text('期初库存', 'Opening stock'),
  receive: text('收货待验', 'Received'),
  accept: text('验收入库', 'Accepted'),
  pick: text('拣货', 'Picked'),
  'put-back': text('退回货位', 'Put back'),
  ship: text('出库', 'Shipped'),
  'take-back': text('客户退回', 'Taken back'),
  transfer: text('移区', 'Transferred'),
  leave: text('离库', 'Left'),
  count: text('盘点', 'Counted'),
  'destroy-at-customer': text('客户处销毁', 'Destroyed at the customer'),
} as const satisfies Record<string, Text>
export type MoveKind = keyof typeof moveKinds

/** How many units of a lot lie in one zone of one warehouse. */
export const stockRow = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  productId: z.uuid(),
  warehouseId: z.uuid(),
  zone: z.enum(keysOf(zoneTypes)),
  quantity: z.int().nonnegative(),
})
export type StockRow = z.infer<typeof stockRow>

/** An entry of the ledger of moves: units left one place and entered another. Never changed, never removed. */
export const stockMoveRow = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  productId: z.uuid(),
  /** Warehouse of the zone that is left or entered; for goods destroyed at a customer the one that answers for them. */
  warehouseId: z.uuid(),
  at: instantSchema,
  /** Day of the event on paper: of the receipt, the delivery, the count. */
  happenedOn: daySchema,
  fromPlace: z.enum(keysOf(places)),
  toPlace: z.enum(keysOf(places)),
  quantity: z.int().positive(),
  kind: z.enum(keysOf(moveKinds)),
  /** Number of the paper that came or went with the goods. */
  document: z.string().nullable(),
  causeProcedure: z.string().nullable(),
  causeId: z.uuid().nullable(),
  causeNumber: z.string().nullable(),
  /** Supplier or customer on the outside of the move. */
  partyId: z.uuid().nullable(),
  serials: z.array(z.string()),
  byId: z.uuid(),
  byName: z.string(),
  note: z.string().nullable(),
})
export type StockMoveRow = z.infer<typeof stockMoveRow>

/** One device with a serial number; it is at exactly one place. */
export const unitRow = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  productId: z.uuid(),
  serial: z.string().min(1),
  place: z.enum(keysOf(places)),
  warehouseId: z.uuid().nullable(),
  /** Who has it, while it is at a customer; else who had it last. */
  partyId: z.uuid().nullable(),
})
export type UnitRow = z.infer<typeof unitRow>

/** A stock-in note (入库单): signed by the acceptance inspector, then by the keeper who books the goods. */
export const stockInRow = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  warehouseId: z.uuid(),
  number: z.string(),
  quantity: z.int().positive(),
  serials: z.array(z.string()),
  supplierId: z.uuid().nullable(),
  supplierName: z.string().nullable(),
  document: z.string().nullable(),
  receivedOn: daySchema.nullable(),
  verdict: z.string(),
  acceptedAt: instantSchema,
  acceptedBy: z.uuid(),
  acceptedByName: z.string(),
  location: z.string().nullable(),
  bookedAt: instantSchema.nullable(),
  bookedBy: z.uuid().nullable(),
  bookedByName: z.string().nullable(),
})
export type StockInRow = z.infer<typeof stockInRow>

/** A stocktake of one lot in one zone. */
export const stockCountRow = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  warehouseId: z.uuid(),
  zone: z.enum(keysOf(zoneTypes)),
  countedOn: daySchema,
  booked: z.int().nonnegative(),
  counted: z.int().nonnegative(),
  reason: z.string().nullable(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
})
export type StockCountRow = z.infer<typeof stockCountRow>
