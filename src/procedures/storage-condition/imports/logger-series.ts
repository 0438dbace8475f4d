import { type ImportLine, type ImportTrouble, type PlannedCall, tableImport } from '../../../kernel/import.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { text } from '../../../kernel/text.ts'
import {
  type Day,
  type Instant,
  instantAt,
  isClock,
  isDay,
  parseInstant,
  SITE_ZONE,
  type Zone,
} from '../../../kernel/time.ts'
import { MOST_POINTS } from '../logger-points.ts'
import { knownPoints } from '../queries.ts'
import { RECORDERS } from '../roles.ts'
import type { Point } from '../spans.ts'

interface Values {
  readonly store: string
  readonly instrument: string
  readonly at: string
  readonly temperature: string
  readonly humidity: string | null
  readonly calibrationDueOn: Day | null
}

interface Found {
  /** Id of each store in use, by name and by number. */
  readonly stores: ReadonlyMap<string, string>
  /** What is kept already, by store, instrument and moment. */
  readonly known: ReadonlyMap<string, ReadonlyMap<Instant, Point>>
}

const seriesKey = (storeId: string, instrument: string): string => `${storeId} ${instrument}`

// The moments of one file lie on few days: the start of each is worked out once.
const midnights = new Map<string, number>()
function midnightOf(day: Day, zone: Zone): number | null {
  const key = `${day} ${zone}`
  const known = midnights.get(key)
  if (known !== undefined) return known
  if (!isDay(day)) return null
  if (midnights.size > 2_000) midnights.clear()
  const start = Date.parse(instantAt(day, '00:00', zone))
  midnights.set(key, start)
  return start
}

/** Moments as loggers write them: `2026-11-22 09:30:05`, `2026/11/22 9:30`, or ISO 8601 with an offset. */
export function momentIn(written: string, zone: Zone): Instant | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(written.trim())
  if (!match) return /(Z|[+-]\d{2}:?\d{2})$/.test(written) ? parseInstant(written) : null
  const [, year, month = '', dayOfMonth = '', hour = '', minute = '', second = '00'] = match
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const clock = `${hour.padStart(2, '0')}:${minute}`
  const start = isClock(clock) && Number(second) < 60 ? midnightOf(day, zone) : null
  if (start === null) return null
  return new Date(start + (Number(hour) * 3_600 + Number(minute) * 60 + Number(second)) * 1_000).toISOString()
}

/** A number with at most two decimals, whatever unit stands behind it. */
export function figureIn(written: string): number | null {
  const match = /^([+-]?\d{1,3}(?:\.\d{1,3})?)\s*(?:℃|°C|C|%|%RH)?$/i.exec(written.normalize('NFKC').trim())
  return match ? Math.round(Number(match[1]) * 10) / 10 : null
}

interface Read extends ImportLine<Values> {
  readonly storeId: string
  readonly point: Point
}

/** Data of automatic loggers, one value in each line; stores and instruments may be mixed. */
export const loggerSeries = tableImport<Values, Found>({
  name: 'logger-series',
  title: text('温湿度自动记录数据', 'Data of temperature loggers'),
  about: text(
    '每行一个时刻的读数，来自记录仪导出的 CSV；已有的不重复入库，超范围的自动立案。',
    'One reading in each line, from the CSV export of a logger; what is known is not added again, what is out of range gets a record.',
  ),
  fulfils: ['S25-2.2a', 'S25-2.3a'],
  by: RECORDERS,
  columns: [
    {
      key: 'store',
      title: text('库房', 'Store'),
      names: ['仓库', '仓库名称', '库房名称', 'Warehouse'],
      kind: 'line',
      needed: true,
      example: '郑州冷藏库',
    },
    {
      key: 'instrument',
      title: text('仪器编号', 'Instrument'),
      names: ['设备编号', '探头编号', '记录仪编号', 'Logger', 'Serial'],
      kind: 'line',
      needed: true,
      example: 'LC-02',
    },
    {
      key: 'at',
      title: text('时间', 'Time'),
      names: ['记录时间', '采集时间', '测量时间', 'Timestamp', 'Date/Time'],
      kind: 'line',
      needed: true,
      example: '2026-11-22 09:30:00',
      hint: text('本地时间，或带时区的 ISO 8601', 'Local time, or ISO 8601 with an offset'),
    },
    {
      key: 'temperature',
      title: text('温度（℃）', 'Temperature (°C)'),
      names: ['温度', '温度℃', 'Temp', 'Temperature'],
      kind: 'line',
      needed: true,
      example: '4.6',
    },
    {
      key: 'humidity',
      title: text('相对湿度（%RH）', 'Relative humidity (%RH)'),
      names: ['湿度', '相对湿度', '湿度%RH', 'Humidity', 'RH'],
      kind: 'line',
      needed: false,
      example: '58.2',
    },
    {
      key: 'calibrationDueOn',
      title: text('检定/校准有效期至', 'Calibration due on'),
      names: ['校准有效期'],
      kind: 'day',
      needed: false,
      example: '2027-03-31',
    },
  ],
  look: async (db, lines) => {
    const stores = await storesNamed(db)
    const spans = new Map<string, { storeId: string; instrument: string; first: Instant; last: Instant }>()
    for (const { values } of lines) {
      const storeId = stores.get(values.store)
      const at = momentIn(values.at, SITE_ZONE)
      if (!storeId || !at) continue
      const key = seriesKey(storeId, values.instrument)
      const span = spans.get(key)
      if (!span) spans.set(key, { storeId, instrument: values.instrument, first: at, last: at })
      else {
        if (at < span.first) span.first = at
        if (at > span.last) span.last = at
      }
    }
    const known = await Promise.all(
      [...spans].map(async ([key, { storeId: warehouseId, ...span }]) => {
        return [key, await knownPoints(db, { warehouseId, ...span })] as const
      }),
    )
    return { stores, known: new Map(known) }
  },
  plan: ({ lines, found, zone }) => {
    const troubles: ImportTrouble[] = []
    const known: number[] = []
    const groups = new Map<string, Read[]>()
    for (const line of lines) {
      const read = readLine(line, found, zone)
      if ('sentence' in read) {
        troubles.push(read)
        continue
      }
      const key = seriesKey(read.storeId, read.values.instrument)
      const before = found.known.get(key)?.get(`${read.point.at.slice(0, 19)}.000Z`)
      if (before && before.temperature === read.point.temperature && before.humidity === read.point.humidity)
        known.push(read.row)
      else {
        const group = groups.get(key)
        if (group) group.push(read)
        else groups.set(key, [read])
      }
    }
    return { calls: [...groups.values()].flatMap(callsOf), known, troubles }
  },
})

/** The steps that bring the values of one store and instrument, each with as many as one step takes, in order of time. */
function callsOf(group: readonly Read[]): PlannedCall[] {
  const ordered = group.toSorted((a, b) => (a.point.at < b.point.at ? -1 : a.point.at > b.point.at ? 1 : a.row - b.row))
  const calls: PlannedCall[] = []
  for (let from = 0; from < ordered.length; from += MOST_POINTS) {
    const part = ordered.slice(from, from + MOST_POINTS)
    const first = part[0]
    if (!first) continue
    const { instrument, calibrationDueOn } = first.values
    calls.push({
      call: {
        command: 'storage-condition.take-series',
        input: {
          warehouseId: first.storeId,
          instrument,
          ...(calibrationDueOn && { calibrationDueOn }),
          points: part.map(item => item.point),
        },
      },
      rows: part.map(item => item.row),
      at: ({ field }) => ({
        row: first.row,
        ...(field && field !== 'points' && { column: field === 'warehouseId' ? 'store' : field }),
      }),
    })
  }
  return calls
}

function readLine({ row, values }: ImportLine<Values>, found: Found, zone: Zone): Read | ImportTrouble {
  const storeId = found.stores.get(values.store)
  const at = momentIn(values.at, zone)
  const temperature = figureIn(values.temperature)
  const humidity = values.humidity === null ? null : figureIn(values.humidity)
  if (!storeId)
    return {
      row,
      column: 'store',
      sentence: text(
        `没有在用的库房“${values.store}”：请核对名称或编号。`,
        `There is no store "${values.store}" in use: check its name or number.`,
      ),
    }
  if (!at)
    return {
      row,
      column: 'at',
      sentence: text(
        `“${values.at}”不是时间，请写成 2026-11-22 09:30:00。`,
        `"${values.at}" is no moment: write 2026-11-22 09:30:00.`,
      ),
    }
  if (temperature === null || temperature < -90 || temperature > 60)
    return {
      row,
      column: 'temperature',
      sentence: text(
        `“${values.temperature}”不是温度（-90 至 60 ℃）。`,
        `"${values.temperature}" is no temperature (-90 to 60 °C).`,
      ),
    }
  if (values.humidity !== null && (humidity === null || humidity < 0 || humidity > 100))
    return {
      row,
      column: 'humidity',
      sentence: text(
        `“${values.humidity}”不是相对湿度（0 至 100 %）。`,
        `"${values.humidity}" is no relative humidity (0 to 100 %).`,
      ),
    }
  return { row, values, storeId, point: { at, temperature, humidity } }
}

const storesNamed = async (db: AnyDatabase): Promise<ReadonlyMap<string, string>> => {
  const rows = (await db
    .selectFrom('warehouse')
    .select(['id', 'name', 'number'])
    .where('state', '=', 'active')
    .execute()) as { id: string; name: string; number: string }[]
  return new Map(rows.flatMap(row => [[row.name, row.id] as const, [row.number, row.id] as const]))
}
