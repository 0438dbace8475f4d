import { type RawBuilder, sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Day } from '../../kernel/time.ts'
import type { ReturnLine } from './return-rows.ts'
import { ENDED, NOT_TAKEN } from './states.ts'

/** A delivery of a lot to the customer who sends it back. */
interface FoundDelivery {
  readonly number: string
  readonly deliveredOn: Day
  readonly quantity: number
}

/** A lot with its product as the label says, and what one customer got and gave back of it. */
export interface FoundLot
  extends Omit<
    ReturnLine,
    | 'id'
    | 'returnId'
    | 'lineNo'
    | 'serials'
    | 'quantity'
    | 'unitPrice'
    | 'deliveryNumber'
    | 'deliveredOn'
    | 'counted'
    | 'coldChainKept'
  > {
  readonly isSerialTracked: boolean
  /** The latest first. */
  readonly deliveries: readonly FoundDelivery[]
  readonly delivered: number
  /** Back with us, or destroyed at the customer. */
  readonly returned: number
  /** On returns that are still under way. */
  readonly underWay: number
  /** Numbers of the returns under way. */
  readonly openReturns: readonly string[]
  /** Reported as nonconforming at the customer, to be dealt with there. */
  readonly reported: number
  /** Numbers of these reports. */
  readonly reports: readonly string[]
  /** Serial numbers that are reported. */
  readonly reportedSerials: readonly string[]
}

type Counted =
  | 'deliveries'
  | 'delivered'
  | 'returned'
  | 'underWay'
  | 'openReturns'
  | 'reported'
  | 'reports'
  | 'reportedSerials'

/** Whether this cause is a return whose goods are destroyed at the customer: its own lines count for them already. */
const ofOnSiteReturn = (cause: RawBuilder<unknown>) => sql<boolean>`exists (select from goods_return as origin
  where origin.id = ${cause} and origin.way = 'on-site' and origin.state <> all(${[...NOT_TAKEN]}::text[]))`

/** What the customer may still send back of a lot. */
export const reversible = ({ delivered, returned, underWay, reported }: FoundLot): number =>
  delivered - returned - underWay - reported

/** The lots with these ids, each with deliveries to and returns from the customer; unknown ids are left out. */
export async function findGoods(db: AnyDatabase, partyId: string, lotIds: readonly string[]): Promise<FoundLot[]> {
  const ids = [...new Set(lotIds)]
  if (ids.length === 0) return []
  const [lots, deliveries, back, open, onSite, reports] = await Promise.all([
    db
      .selectFrom('lot')
      .innerJoin('product', 'product.id', 'lot.productId')
      .select([
        'lot.id as lotId',
        'lot.lotNo',
        'lot.expiresOn',
        'product.id as productId',
        'product.name as productName',
        'product.model',
        'product.spec',
        'product.manufacturerName as registrant',
        'product.contractManufacturer',
        'product.registrationNo',
        'product.storage',
        'product.deviceClass',
        'product.isImplant',
        'product.isColdChain',
        'product.isSerialTracked',
        'product.temperatureFrom',
        'product.temperatureTo',
        'product.udiDi as udi',
        'product.unit',
      ])
      .where('lot.id', 'in', ids)
      .execute(),
    sql<FoundDelivery & { lotId: string }>`
      select lot_id as "lotId", number, delivered_on as "deliveredOn", sum(quantity)::int as quantity from delivery
      where party_id = ${partyId}::uuid and lot_id = any(${ids}::uuid[])
      group by lot_id, number, delivered_on order by delivered_on desc, number desc`.execute(db),
    sql<{ lotId: string; ofReturn: boolean; quantity: number }>`
      select move.lot_id as "lotId", sum(move.quantity)::int as quantity,
        move.kind = 'destroy-at-customer' and ${ofOnSiteReturn(sql`item.cause_id`)} as "ofReturn"
      from stock_move as move left join nonconforming as item on item.id = move.cause_id
      where move.party_id = ${partyId}::uuid and move.lot_id = any(${ids}::uuid[]) and move.from_place = 'customer'
      group by 1, 3`.execute(db),
    sql<{ lotId: string; number: string; quantity: number }>`
      select line.lot_id as "lotId", goods_return.number, line.quantity from goods_return_line line
      join goods_return on goods_return.id = line.return_id
      where goods_return.party_id = ${partyId}::uuid and line.lot_id = any(${ids}::uuid[])
        and goods_return.stocked_in_at is null and goods_return.state <> all(${ENDED}::text[])
        and goods_return.way is distinct from 'on-site'
      order by goods_return.number`.execute(db),
    sql<{ lotId: string; quantity: number }>`
      select line.lot_id as "lotId", sum(line.quantity)::int as quantity from goods_return_line line
      join goods_return on goods_return.id = line.return_id
      where goods_return.party_id = ${partyId}::uuid and line.lot_id = any(${ids}::uuid[])
        and goods_return.way = 'on-site' and goods_return.state <> all(${[...NOT_TAKEN]}::text[])
      group by line.lot_id`.execute(db),
    sql<{ lotId: string; number: string; quantity: number; serials: readonly string[] }>`
      select lot_id as "lotId", number, serials,
        case when ${ofOnSiteReturn(sql`cause_id`)} then 0 else quantity end as quantity
      from nonconforming
      where at_customer and party_id = ${partyId}::uuid and lot_id = any(${ids}::uuid[])
        and state not in ('released', 'voided', 'destroyed', 'filed')
      order by number`.execute(db),
  ])
  const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, row) => total + row.quantity, 0)
  return (lots as Omit<FoundLot, Counted>[]).map(lot => {
    const mine = deliveries.rows.filter(row => row.lotId === lot.lotId)
    const waiting = open.rows.filter(row => row.lotId === lot.lotId)
    const gone = back.rows.filter(row => row.lotId === lot.lotId)
    const destroyed = sum(gone.filter(row => row.ofReturn))
    const bad = reports.rows.filter(row => row.lotId === lot.lotId)
    const toDestroy = sum(onSite.rows.filter(row => row.lotId === lot.lotId))
    return {
      ...lot,
      deliveries: mine.map(({ number, deliveredOn, quantity }) => ({ number, deliveredOn, quantity })),
      delivered: sum(mine),
      // what is to be destroyed on site counts from the decision on, and once only when it is destroyed
      returned: sum(gone.filter(row => !row.ofReturn)) + Math.max(destroyed, toDestroy),
      underWay: sum(waiting),
      openReturns: waiting.map(row => row.number),
      reported: sum(bad),
      reports: bad.filter(row => row.quantity > 0).map(row => row.number),
      reportedSerials: bad.flatMap(row => row.serials),
    }
  })
}
