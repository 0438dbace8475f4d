import { sql } from 'kysely'
import type { AnyDatabase, FactQuery } from '../../kernel/queries.ts'
import { addDays, dayOfLaterMonth } from '../../kernel/time.ts'
import { EMPTY_SHEET, type MonthSheet, type SheetMeasure } from './forms/view.ts'
import { saidMeasured } from './limits.ts'
import type { StorageConditionRow } from './storage-condition.ts'

interface Month {
  readonly id: string
  readonly warehouseId: string
  readonly month: string
}

/** The month of each record's store, as its printed sheet shows it. */
export const readSheets: FactQuery<MonthSheet> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Month>`
    select id, warehouse_id, to_char(log_day, 'YYYY-MM') as month from storage_condition
    where id = any(${[...ids]}::uuid[])`.execute(db)
  const keyOf = (row: Month) => `${row.warehouseId} ${row.month}`
  const months = new Map(rows.map(row => [keyOf(row), row]))
  const sheets = new Map(
    await Promise.all(
      [...months].map(async ([key, row]) => [key, await sheetOf(db, row.warehouseId, row.month)] as const),
    ),
  )
  return new Map(rows.map(row => [row.id, sheets.get(keyOf(row)) ?? EMPTY_SHEET]))
}

type Act = Omit<SheetMeasure, 'found' | 'foundAt'> & {
  readonly measuredAt: string
  readonly temperatureLow: number | null
  readonly temperatureHigh: number | null
  readonly humidityLow: number | null
  readonly humidityHigh: number | null
}

/** One month of one store: its readings, missed windows and measures. */
export async function sheetOf(db: AnyDatabase, warehouseId: string, month: string): Promise<MonthSheet> {
  const first = `${month}-01`
  const last = addDays(dayOfLaterMonth(first, 1, 1), -1)
  const [readings, acts] = await Promise.all([
    sql<StorageConditionRow>`
      select * from storage_condition where warehouse_id = ${warehouseId} and kind in ('reading', 'missed')
        and state <> 'voided' and log_day between ${first} and ${last} order by measured_at, id`.execute(db),
    sql<Act>`
      select c.number, c.measured_at, c.temperature_low, c.temperature_high, c.humidity_low, c.humidity_high, a.happened_at,
        a.what, a.temperature, a.humidity, a.by_name as by
      from storage_act a join storage_condition c on c.id = a.storage_condition_id
      where c.warehouse_id = ${warehouseId} and c.log_day between ${first} and ${last} order by a.at, a.id`.execute(db),
  ])
  const rows = readings.rows
  const newest = rows.findLast(row => row.kind === 'reading')
  const named = rows.find(row => row.warehouseName)
  const windows = new Map(
    rows.flatMap(({ windowFrom, windowTo }) => (windowFrom && windowTo ? [[windowFrom, windowTo] as const] : [])),
  )
  const until = rows.at(-1)?.logDay ?? first
  const days: string[] = []
  for (let day = first; day <= until; day = addDays(day, 1)) days.push(day)
  return {
    store: named?.warehouseName ?? null,
    climate: named?.climate ?? null,
    month,
    days,
    windows:
      windows.size > 0
        ? [...windows].map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1))
        : EMPTY_SHEET.windows,
    temperatureFrom: newest?.temperatureFrom ?? null,
    temperatureTo: newest?.temperatureTo ?? null,
    humidityFrom: newest?.humidityFrom ?? null,
    humidityTo: newest?.humidityTo ?? null,
    instruments: [...new Set(rows.flatMap(row => (row.instrument ? [row.instrument] : [])))],
    readings: rows.map(row => ({
      number: row.number,
      day: row.logDay,
      windowFrom: row.windowFrom,
      measuredAt: row.measuredAt,
      temperature: row.temperature,
      humidity: row.humidity,
      timing: row.timing,
      missed: row.kind === 'missed',
      outOfRange: row.kind === 'reading' && row.state !== 'in-range',
      reason: row.reason,
      note: row.note,
      by: row.recordedByName,
    })),
    measures: acts.rows.map(({ measuredAt, number, happenedAt, what, temperature, humidity, by, ...measured }) => ({
      number,
      found: saidMeasured(measured).zh,
      foundAt: measuredAt,
      happenedAt,
      what,
      temperature,
      humidity,
      by,
    })),
  }
}
