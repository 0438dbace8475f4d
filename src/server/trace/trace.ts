import type { Matter } from '../../kernel/matter.ts'
import type { Text } from '../../kernel/text.ts'
import type { Day, Instant } from '../../kernel/time.ts'
import type { TracedRecord } from '../../kernel/traced.ts'
import type { MoveKind, Place, Zone } from '../../vocabulary/stock.ts'

/** What can be traced. */
export const traceKinds = [
  'lot',
  'serial',
  'product',
  'delivery',
  'customer',
  'supplier',
  'shipment',
  'record',
] as const
export type TraceKind = (typeof traceKinds)[number]

/** One thing that was asked for or that fits what was typed. */
export interface TraceSubject {
  readonly kind: TraceKind
  /** Stands in the address: a record's number, a note's number, a serial number. */
  readonly id: string
  readonly title: string
  /** Lot, note or serial number in the form in which it is printed on the goods. */
  readonly code: string | null
  readonly remark: Text | string | null
  /** Its own record page. */
  readonly record: { readonly procedure: string; readonly number: string } | null
}

/** A lot that the answer speaks of. */
export interface TracedLot {
  readonly id: string
  readonly number: string
  readonly lotNo: string
  readonly productId: string
  readonly productNumber: string
  readonly productName: string
  readonly model: string
  readonly unit: string
  readonly manufacturerName: string
  readonly registrationNo: string
  readonly producedOn: Day
  readonly expiresOn: Day | null
}

/** What one customer had of one lot. Quantities are in the product's unit. */
export interface Handed {
  readonly partyId: string
  readonly partyNumber: string
  readonly partyName: string
  readonly city: string | null
  readonly phone: string | null
  readonly contact: string | null
  readonly lotId: string
  readonly delivered: number
  readonly returned: number
  /** Destroyed where the customer had them. */
  readonly destroyed: number
  readonly notes: number
  readonly lastDeliveredOn: Day
}

/** What lies in one zone. */
export interface ZoneStock {
  readonly lotId: string
  readonly warehouseId: string
  readonly warehouseName: string
  readonly zone: Zone
  readonly quantity: number
}

/** A shipment that left and is not signed for. */
export interface OnTheWay {
  readonly lotId: string
  readonly partyName: string
  readonly number: string
  readonly quantity: number
}

/** A stop-sale in force over a lot. */
export interface Hold {
  readonly lotId: string
  readonly number: string
  /** Serial numbers that are held; empty: all of the lot. */
  readonly serials: readonly string[]
}

/** One entry of the ledger of moves; picking and shipping are told by flows and days instead. */
export interface TracedMove {
  readonly id: string
  readonly lotId: string
  readonly warehouseName: string
  readonly at: Instant
  readonly happenedOn: Day
  readonly from: Place
  readonly to: Place
  readonly quantity: number
  readonly kind: MoveKind
  readonly document: string | null
  readonly cause: { readonly procedure: string; readonly number: string } | null
  readonly partyNumber: string | null
  readonly partyName: string | null
  readonly byName: string
  readonly note: string | null
}

/** All units that went from one place to another, in one warehouse. */
export interface Flow {
  readonly from: Place
  readonly to: Place
  readonly warehouseId: string
  readonly warehouseName: string
  readonly quantity: number
}

/** The deliveries of one day. */
export interface DeliveryDay {
  readonly day: Day
  readonly notes: number
  readonly parties: number
  readonly quantity: number
  /** Number of the note and name of the customer, when it is one. */
  readonly note: string | null
  readonly partyName: string | null
}

/** Something that happened to the goods or a record, as the timeline tells it. */
export interface TraceEvent {
  readonly day: Day
  /** The moment, where it is known better than by its day. */
  readonly at: Instant | null
  readonly sort: 'goods' | 'delivery' | 'record'
  readonly title: Text
  readonly detail: Text | null
  readonly quantity: number | null
  readonly party: string | null
  readonly document: string | null
  readonly record: { readonly procedure: string; readonly number: string } | null
  readonly byName: string | null
}

/** What places are called, with the tone of a zone's mark. */
export type PlaceWords = Readonly<
  Record<string, { readonly title: Text; readonly tone: 'plain' | 'ok' | 'warn' | 'late' }>
>

/** Everything that is known of one subject. */
export interface Trace {
  readonly subject: TraceSubject
  readonly lots: readonly TracedLot[]
  readonly moreLots: boolean
  readonly handed: readonly Handed[]
  /** Lines of `handed` in all; a page holds {@link HANDED_PAGE}. */
  readonly handedCount: number
  /** Of all lines, not of the page alone. */
  readonly delivered: number
  readonly stock: readonly ZoneStock[]
  readonly underWay: readonly OnTheWay[]
  readonly holds: readonly Hold[]
  readonly moves: readonly TracedMove[]
  readonly moreMoves: boolean
  readonly flows: readonly Flow[]
  readonly days: readonly DeliveryDay[]
  /** All of it in time order. */
  readonly events: readonly TraceEvent[]
  readonly places: PlaceWords
  readonly kinds: Readonly<Record<string, Text>>
  readonly records: readonly TracedRecord[]
  readonly moreRecords: boolean
  /** Parties that a record concerns. */
  readonly parties: readonly TraceSubject[]
  readonly matter: Matter | null
}

/** Lines of one page of who had what. */
export const HANDED_PAGE = 1_000

/** Answer of `GET /api/read/trace.of`. */
export interface TraceAnswer {
  /** What fits, when it is not one thing alone. */
  readonly choices: readonly TraceSubject[]
  readonly trace: Trace | null
  /** What the reader of codes says of a scan that names nothing we know. */
  readonly remark: Text | null
}
