import { sql } from 'kysely'
import type { DutyPlace } from '../../kernel/duty.ts'
import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import type { Day, Instant } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'
import { EMPTY_SHEET } from './forms/view.ts'
import type { KeptGoods, Limits } from './limits.ts'
import { readSheets } from './paper.ts'
import { series, stores } from './reads.ts'
import type { Point } from './spans.ts'
import type { StorageAct, StorageConditionRow, StorageGoods } from './storage-condition.ts'
import { ownLimits } from './store-state.ts'
import type { Served } from './windows.ts'

/** A measuring instrument of the register of equipment. */
export interface FoundInstrument {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly state: string
  /** Last day on which the calibration holds; null when it needs none. */
  readonly calibrationDue: Day | null
}

/** A store as the steps see it. */
export interface FoundStore {
  readonly warehouse: Pick<WarehouseRow, 'id' | 'number' | 'name' | 'climate' | 'state' | 'siteId'>
  /** Limits that were set for this store; null while those of its climate hold. */
  readonly own: Limits | null
  readonly goods: readonly KeptGoods[]
  /** Windows of the days about the reading that are served or explained. */
  readonly served: readonly Served[]
  /** Moments of the readings of these days. */
  readonly readAt: readonly Instant[]
}

/** What is known of a logger when data of it come in. */
export interface FoundLogger {
  readonly known: ReadonlyMap<Instant, Point>
  /** Its last stretch out of range, while that is open. */
  readonly running: Pick<StorageConditionRow, 'id' | 'number' | 'untilAt'> | null
}

const children =
  <Row extends { readonly storageConditionId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('storageConditionId', 'in', [...ids])
      .orderBy(order)
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as unknown as Row[], row => row.storageConditionId)
  }

const none: never[] = []

/** What lies in a store, with the temperatures that the labels ask for. */
const goodsIn = async (db: AnyDatabase, warehouseId: string): Promise<readonly KeptGoods[]> => {
  const { rows } = await sql<KeptGoods>`
    select s.lot_id, l.lot_no, p.id as product_id, p.name as product_name, p.model, sum(s.quantity)::int as quantity,
      p.temperature_from, p.temperature_to
    from stock s join lot l on l.id = s.lot_id join product p on p.id = s.product_id
    where s.warehouse_id = ${warehouseId} and s.quantity > 0
      and (p.temperature_from is not null or p.temperature_to is not null)
    group by s.lot_id, l.lot_no, p.id order by p.name, l.lot_no`.execute(db)
  return rows
}

interface AboutStore {
  readonly input: {
    readonly warehouseId?: string
    readonly measuredAt?: Instant
    readonly from?: Instant
    readonly day?: string
  }
  readonly record?: StorageConditionRow
  readonly actor: Actor
  readonly now: Instant
}

export const queries = {
  facts: {
    acts: { read: children<StorageAct>('storageAct', 'at'), none: none as readonly StorageAct[] },
    goods: { read: children<StorageGoods>('storageGoods', 'productName'), none: none as readonly StorageGoods[] },
    /** The month of the record's store, as its printed sheet shows it. */
    paper: { read: readSheets, none: EMPTY_SHEET },
  },
  finds: {
    /** The instrument that is named. */
    instrument: async (
      db: AnyDatabase,
      { input }: { input: { readonly equipmentId?: string } },
    ): Promise<FoundInstrument | null> => {
      if (!input.equipmentId) return null
      const row = await db
        .selectFrom('equipment')
        .select(['id', 'number', 'name', 'kind', 'state', 'calibrationDue'])
        .where('id', '=', input.equipmentId)
        .executeTakeFirst()
      return (row as FoundInstrument | undefined) ?? null
    },
    /** The store; nobody else writes down its conditions until the step ends. */
    store: async (db: AnyDatabase, { input, record, now }: AboutStore): Promise<FoundStore | null> => {
      const id = input.warehouseId ?? record?.warehouseId
      if (!id) return null
      await holdName(db, `storage-condition/${id}`)
      const warehouse = (await db
        .selectFrom('warehouse')
        .select(['id', 'number', 'name', 'climate', 'state', 'siteId'])
        .where('id', '=', id)
        .executeTakeFirst()) as FoundStore['warehouse'] | undefined
      if (!warehouse) return null
      const about = input.day ?? input.measuredAt ?? input.from ?? record?.measuredAt ?? now
      const [own, goods, days] = await Promise.all([
        ownLimits(db, [id]),
        goodsIn(db, id),
        sql<Served & { readonly measuredAt: Instant; readonly kind: string }>`
          select log_day, window_from, measured_at, kind from storage_condition
          where warehouse_id = ${id} and kind in ('reading', 'missed') and state <> 'voided'
            and log_day between ${about}::timestamptz::date - 1 and ${about}::timestamptz::date + 1`.execute(db),
      ])
      return {
        warehouse,
        own: own.get(id) ?? null,
        goods,
        served: days.rows.filter(row => row.windowFrom !== null),
        readAt: days.rows.filter(row => row.kind === 'reading').map(row => row.measuredAt),
      }
    },
    /** Values of the logger in the time of the batch, and its last stretch out of range. */
    logger: async (
      db: AnyDatabase,
      { input }: { input: { warehouseId: string; instrument: string; points: readonly { readonly at: Instant }[] } },
    ): Promise<FoundLogger> => {
      const moments = input.points.map(point => point.at).sort()
      const [first, last] = [moments[0], moments.at(-1)]
      if (!first || !last) return { known: new Map(), running: null }
      const [known, running] = await Promise.all([
        knownPoints(db, { warehouseId: input.warehouseId, instrument: input.instrument, first, last }),
        db
          .selectFrom('storageCondition')
          .select(['id', 'number', 'untilAt'])
          .where('warehouseId', '=', input.warehouseId)
          .where('kind', '=', 'excursion')
          .where('instrument', '=', input.instrument)
          .where('state', 'in', ['out-of-range', 'adjusted'])
          .orderBy('measuredAt', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ])
      return { known, running: (running as FoundLogger['running'] | undefined) ?? null }
    },
    /** All stores in use: each is read in each window. */
    places: async (db: AnyDatabase): Promise<readonly DutyPlace[]> => {
      const { rows } = await sql<{ id: string; name: string; siteId: string; since: string }>`
        select id, name, site_id, (created_at at time zone 'Asia/Shanghai')::date::text as since
        from warehouse where state = 'active' order by created_at, id`.execute(db)
      return rows.map(({ id, name, siteId, since }) => ({ key: id, title: { zh: name, en: name }, siteId, since }))
    },
  },
  reads: { stores, series },
} satisfies Queries

/** What is kept of one logger between two moments, by moment. */
export async function knownPoints(
  db: AnyDatabase,
  ask: { readonly warehouseId: string; readonly instrument: string; readonly first: Instant; readonly last: Instant },
): Promise<ReadonlyMap<Instant, Point>> {
  const { rows } = await sql<{
    startAt: Instant
    seconds: number[]
    temperatures: number[]
    humidities: (number | null)[]
  }>`
    select start_at, seconds, temperatures, humidities from storage_series
    where warehouse_id = ${ask.warehouseId} and instrument = ${ask.instrument}
      and log_day between ${ask.first}::timestamptz::date - 1 and ${ask.last}::timestamptz::date + 1
      and start_at <= ${ask.last} and until_at >= ${ask.first}`.execute(db)
  return new Map(
    rows.flatMap(({ startAt, seconds, temperatures, humidities }) => {
      const start = Date.parse(startAt)
      return seconds.map((second, i): [Instant, Point] => {
        const at = new Date(start + second * 1_000).toISOString()
        const humidity = humidities[i] ?? null
        return [
          at,
          { at, temperature: (temperatures[i] ?? 0) / 10, humidity: humidity === null ? null : humidity / 10 },
        ]
      })
    }),
  )
}

export type StorageConditionQueries = typeof queries
