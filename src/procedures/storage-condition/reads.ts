import { sql } from 'kysely'
import { z } from 'zod'
import type { ClockWindow } from '../../kernel/duty.ts'
import { type AnyDatabase, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { addDays, type Day, dayOf, endOfDay, type Instant, startOfDay } from '../../kernel/time.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'
import { climateLimits, type Limits } from './limits.ts'
import { logWindows, silentMinutes } from './policies.ts'
import type { StorageConditionRow } from './storage-condition.ts'
import { ownLimits } from './store-state.ts'
import { isServed, nextWindow, type Served, windowOn } from './windows.ts'

/** A reading, a missed window or a stretch out of range, as the pages show it. */
export type Shown = Pick<
  StorageConditionRow,
  | 'id'
  | 'number'
  | 'state'
  | 'kind'
  | 'measuredAt'
  | 'untilAt'
  | 'logDay'
  | 'windowFrom'
  | 'timing'
  | 'temperature'
  | 'humidity'
  | 'temperatureLow'
  | 'temperatureHigh'
  | 'humidityLow'
  | 'humidityHigh'
  | 'instrument'
  | 'equipmentId'
  | 'calibrationDueOn'
  | 'reason'
  | 'note'
  | 'recordedByName'
>

const shownColumns = [
  'id',
  'number',
  'state',
  'kind',
  'measuredAt',
  'untilAt',
  'logDay',
  'windowFrom',
  'timing',
  'temperature',
  'humidity',
  'temperatureLow',
  'temperatureHigh',
  'humidityLow',
  'humidityHigh',
  'instrument',
  'equipmentId',
  'calibrationDueOn',
  'reason',
  'note',
  'recordedByName',
] as const satisfies readonly (keyof Shown)[]

/** One store in the overview. */
export interface StoreState {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly climate: WarehouseRow['climate']
  readonly limits: Limits
  readonly last: Shown | null
  /** Records that are not closed; the worst first. */
  readonly open: readonly { readonly number: string; readonly state: string; readonly measuredAt: Instant }[]
  /** Today's windows: served, missed, to come. */
  readonly today: readonly (ClockWindow & { readonly standing: 'served' | 'missed' | 'now' | 'later' })[]
  readonly next: { readonly day: Day; readonly from: string; readonly to: string } | null
}

/** All stores in use: last reading, what is open, the windows of today. */
export const stores = read({
  title: text('各库房温湿度', 'Conditions of all stores'),
  by: [],
  params: z.strictObject({}),
  run: async (db, _, { actor, now, zone, policy }): Promise<readonly StoreState[]> => {
    const warehouses = (await db
      .selectFrom('warehouse')
      .select(['id', 'number', 'name', 'climate'])
      .where('state', '=', 'active')
      .where('siteId', '=', actor.siteId)
      .orderBy('isMain', 'desc')
      .orderBy('createdAt')
      .orderBy('id')
      .execute()) as Pick<WarehouseRow, 'id' | 'number' | 'name' | 'climate'>[]
    const ids = warehouses.map(row => row.id)
    const today = dayOf(now, zone)
    const [own, last, open, served] = await Promise.all([
      ownLimits(db, ids),
      lastReadings(db, ids),
      db
        .selectFrom('storageCondition')
        .select(['warehouseId', 'number', 'state', 'measuredAt'])
        .where('state', 'in', ['out-of-range', 'adjusted', 'back-in-range'])
        .orderBy('measuredAt', 'desc')
        .limit(200)
        .execute() as Promise<(StoreState['open'][number] & { readonly warehouseId: string })[]>,
      db
        .selectFrom('storageCondition')
        .select(['warehouseId', 'logDay', 'windowFrom'])
        .where('logDay', '>=', today)
        .where('kind', 'in', ['reading', 'missed'])
        .where('state', '<>', 'voided')
        .execute() as unknown as Promise<(Served & { readonly warehouseId: string })[]>,
    ])
    const windows = policy(logWindows)
    return warehouses.map((store): StoreState => {
      const mine = served.filter(row => row.warehouseId === store.id)
      const next = nextWindow(now, windows, mine, zone)
      return {
        ...store,
        limits: own.get(store.id) ?? climateLimits(store.climate, policy),
        last: last.get(store.id) ?? null,
        open: open.filter(row => row.warehouseId === store.id).map(({ warehouseId: _, ...row }) => row),
        today: windows.map(window => {
          const { from, to } = windowOn(today, window, zone)
          const done = isServed(mine, today, window)
          return { ...window, standing: done ? 'served' : to < now ? 'missed' : from <= now ? 'now' : 'later' }
        }),
        next: next && { day: next.day, ...next.window },
      }
    })
  },
})

const lastReadings = async (db: AnyDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, Shown>> => {
  if (ids.length === 0) return new Map()
  const rows = await Promise.all(
    ids.map(id =>
      db
        .selectFrom('storageCondition')
        .select([...shownColumns])
        .where('warehouseId', '=', id)
        .where('kind', '=', 'reading')
        .where('state', '<>', 'voided')
        .orderBy('measuredAt', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  const list = rows as unknown as readonly (Shown | undefined)[]
  const instruments = list.flatMap(row => row?.equipmentId ?? [])
  const calibrated =
    instruments.length === 0
      ? []
      : ((await db
          .selectFrom('equipment')
          .select(['id', 'calibrationDue'])
          .where('id', 'in', instruments)
          .execute()) as readonly { readonly id: string; readonly calibrationDue: Day | null }[])
  const due = new Map(calibrated.map(row => [row.id, row.calibrationDue]))
  return new Map(
    list.flatMap((row, i): [string, Shown][] =>
      row ? [[ids[i] ?? '', { ...row, calibrationDueOn: due.get(row.equipmentId ?? '') ?? row.calibrationDueOn }]] : [],
    ),
  )
}

/** Values of a logger within one slice of the chart: mean, lowest, highest. */
export interface Slice {
  readonly at: Instant
  readonly instrument: string
  readonly temperature: number
  readonly temperatureLow: number
  readonly temperatureHigh: number
  readonly humidity: number | null
  readonly points: number
}

/** Everything that the chart of one store shows between two days. */
export interface StoreSeries {
  readonly store: Pick<WarehouseRow, 'id' | 'number' | 'name' | 'climate'>
  readonly limits: Limits
  readonly from: Instant
  readonly to: Instant
  readonly windows: readonly ClockWindow[]
  /** Readings, explanations and excursions, the oldest first. */
  readonly records: readonly Shown[]
  readonly slices: readonly Slice[]
  /** A logger's line is broken where it was silent for longer, in minutes. */
  readonly silentMinutes: number
  /** Windows that passed without reading or explanation. */
  readonly missed: readonly { readonly day: Day; readonly from: string; readonly to: string; readonly at: Instant }[]
}

/** So many slices a chart shows at most. */
const SLICES = 720

/** The course of one store's temperature and humidity. */
export const series = read({
  title: text('库房温湿度曲线', 'Course of a store’s conditions'),
  by: [],
  params: z.strictObject({ store: z.string().min(1).max(60), from: daySchema, to: daySchema }),
  run: async (db, { store: asked, from, to }, { actor, now, zone, policy }): Promise<StoreSeries | null> => {
    const store = (await db
      .selectFrom('warehouse')
      .select(['id', 'number', 'name', 'climate', 'createdAt'])
      .where('siteId', '=', actor.siteId)
      .where(z.uuid().safeParse(asked).success ? 'id' : 'number', '=', asked)
      .executeTakeFirst()) as (StoreSeries['store'] & { readonly createdAt: Instant }) | undefined
    if (!store) return null
    const until = [to, addDays(from, 92)].sort()[0] ?? to
    const [first, last] = [startOfDay(from, zone), endOfDay(until, zone)]
    const seconds = Math.max(60, Math.ceil((Date.parse(last) - Date.parse(first)) / 1_000 / SLICES / 60) * 60)
    const [own, records, slices] = await Promise.all([
      ownLimits(db, [store.id]),
      db
        .selectFrom('storageCondition')
        .select([...shownColumns])
        .where('warehouseId', '=', store.id)
        .where('kind', 'in', ['reading', 'missed', 'excursion'])
        .where('state', '<>', 'voided')
        .where('measuredAt', '>=', first)
        .where('measuredAt', '<=', last)
        .orderBy('measuredAt')
        .limit(5_000)
        .execute() as unknown as Promise<Shown[]>,
      slicesOf(db, { id: store.id, from, until, first, last, seconds }),
    ])
    const windows = policy(logWindows)
    const { createdAt, ...shown } = store
    const missed: StoreSeries['missed'][number][] = []
    for (let day = from; day <= until; day = addDays(day, 1))
      for (const window of windows) {
        const span = windowOn(day, window, zone)
        if (span.to < now && span.from >= createdAt && !isServed(records, day, window))
          missed.push({ day, ...window, at: span.from })
      }
    return {
      store: shown,
      limits: own.get(store.id) ?? climateLimits(store.climate, policy),
      from: first,
      to: last,
      windows,
      records,
      slices,
      silentMinutes: Math.max(policy(silentMinutes), Math.ceil((seconds * 2) / 60)),
      missed,
    }
  },
})

const slicesOf = async (
  db: AnyDatabase,
  ask: {
    readonly id: string
    readonly from: Day
    readonly until: Day
    readonly first: Instant
    readonly last: Instant
    readonly seconds: number
  },
): Promise<readonly Slice[]> => {
  const { rows } = await sql<Slice>`
    select to_timestamp(floor(extract(epoch from s.start_at + p.second * interval '1 second') / ${ask.seconds}) * ${ask.seconds}) as at,
      s.instrument, round(avg(p.temperature) / 10, 1)::float as temperature, min(p.temperature) / 10.0::float as temperature_low,
      max(p.temperature) / 10.0::float as temperature_high, round(avg(p.humidity) / 10, 1)::float as humidity,
      count(*)::int as points
    from storage_series s, unnest(s.seconds, s.temperatures, s.humidities) as p(second, temperature, humidity)
    where s.warehouse_id = ${ask.id} and s.log_day between ${ask.from} and ${ask.until}
    group by 1, 2 order by 2, 1`.execute(db)
  return rows
}
