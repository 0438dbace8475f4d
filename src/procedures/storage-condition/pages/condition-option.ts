import { localTime } from '../../../kernel/explain.ts'
import { type Text, text } from '../../../kernel/text.ts'
import type { ChartOption, Palette } from '../../../web/report/chart-option.ts'
import type { Shown, Slice, StoreSeries } from '../reads.ts'

/** What one chart shows: the temperature or the humidity of a store. */
export type Quantity = 'temperature' | 'humidity'

type Pair = [number, number | null]

/** Colours of states, beside those of the report charts. */
export interface Tints extends Palette {
  readonly ok: string
  readonly okWeak: string
}

const MINUTE = 60_000
const isOut = (value: number, from: number | null, to: number | null): boolean =>
  (from !== null && value < from) || (to !== null && value > to)

/** Limits of the quantity. */
export const limitsOf = ({ limits }: Pick<StoreSeries, 'limits'>, quantity: Quantity) =>
  quantity === 'temperature'
    ? { from: limits.temperatureFrom, to: limits.temperatureTo }
    : { from: limits.humidityFrom, to: limits.humidityTo }

/**
 * The chart of one quantity between two days: readings by hand as dots on a line that is broken where a window was missed, the
 * loggers' lines broken where they were silent, the limits as a band, and what lies beyond them in red.
 */
export function conditionOption(
  data: StoreSeries,
  quantity: Quantity,
  { t, zone, tints }: { readonly t: (words: Text | string) => string; readonly zone: string; readonly tints: Tints },
): ChartOption {
  // Clocks of the site: the axis counts in them, whatever the zone of the browser.
  const local = (instant: string): number => Date.parse(`${localTime(instant, zone).replace(' ', 'T')}:00.000Z`)
  const { from, to } = limitsOf(data, quantity)
  const readings = data.records.filter(record => record.kind === 'reading' && record[quantity] !== null)
  const values = [
    ...readings.map(record => record[quantity] ?? 0),
    ...data.slices.flatMap(slice =>
      quantity === 'temperature' ? [slice.temperatureLow, slice.temperatureHigh] : (slice.humidity ?? []),
    ),
    ...(from === null ? [] : [from]),
    ...(to === null ? [] : [to]),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pad = Math.max(1, (high - low) * 0.12)
  const floor = Math.floor(low - pad)
  const ceiling = Math.ceil(high + pad)
  const begins = local(data.from)
  const ends = local(data.to)
  const axisText = { color: tints.ink3, fontFamily: tints.font, fontSize: 11 }
  const bandFrom = from ?? floor
  const bandTo = to ?? ceiling
  const hand = handLine(data, readings, quantity, local)
  const instruments = [...new Set(data.slices.map(slice => slice.instrument))]
  const dated = (at: number): string => {
    const written = new Date(at).toISOString()
    return `${written.slice(5, 10)} ${written.slice(11, 16)}`
  }
  const limitLine = (value: number) => ({ yAxis: value, label: { formatter: String(value) } })
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: tints.font },
    grid: { left: 4, right: 34, top: 34, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 12,
      itemHeight: 8,
      textStyle: { ...axisText, color: tints.ink2 },
      data: [t(HAND), ...instruments],
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      backgroundColor: tints.card,
      borderColor: tints.line,
      textStyle: { color: tints.ink, fontFamily: tints.font, fontSize: 12 },
      formatter: (item: { seriesName?: string; value?: unknown }) => {
        const [at, value] = item.value as Pair
        return `${item.seriesName}\n${dated(at)}  ${value}${quantity === 'temperature' ? ' ℃' : ' %RH'}`
      },
    },
    xAxis: {
      type: 'time',
      min: begins,
      max: ends,
      axisLine: { lineStyle: { color: tints.line } },
      axisTick: { show: false },
      axisLabel: {
        ...axisText,
        hideOverlap: true,
        formatter: { year: '{yyyy}', month: '{MM}-{dd}', day: '{MM}-{dd}' },
      },
    },
    yAxis: {
      type: 'value',
      min: floor,
      max: ceiling,
      axisLabel: axisText,
      splitLine: { lineStyle: { color: tints.line } },
    },
    series: [
      {
        type: 'line',
        name: '0',
        silent: true,
        symbol: 'none',
        stack: 'band',
        lineStyle: { opacity: 0 },
        stackStrategy: 'all',
        data: [
          [begins, bandFrom],
          [ends, bandFrom],
        ],
      },
      {
        type: 'line',
        name: '1',
        silent: true,
        symbol: 'none',
        stack: 'band',
        stackStrategy: 'all',
        lineStyle: { opacity: 0 },
        areaStyle: { color: tints.okWeak, opacity: 1, origin: 'auto' },
        data: [
          [begins, bandTo - bandFrom],
          [ends, bandTo - bandFrom],
        ],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: tints.ok, type: 'dashed' },
          label: { ...axisText, color: tints.ok, position: 'end' },
          data: [...(from === null ? [] : [limitLine(from)]), ...(to === null ? [] : [limitLine(to)])],
        },
      },
      ...instruments.flatMap((instrument, i) => {
        const mine = data.slices.filter(slice => slice.instrument === instrument)
        const colour = tints.series[(i + 1) % tints.series.length] ?? tints.ink2
        return [
          {
            type: 'line' as const,
            name: instrument,
            symbol: 'none',
            connectNulls: false,
            lineStyle: { width: 1.5, color: colour },
            itemStyle: { color: colour },
            data: loggerLine(mine, quantity, data.silentMinutes, local),
          },
          {
            type: 'line' as const,
            name: `${instrument} ${t(OUT)}`,
            symbol: 'circle',
            symbolSize: 5,
            connectNulls: false,
            lineStyle: { width: 2.5, color: tints.late },
            itemStyle: { color: tints.late },
            data: mine.map((slice): Pair => {
              const peak = peakOf(slice, quantity, from, to)
              return [local(slice.at), peak]
            }),
          },
        ]
      }),
      {
        type: 'line',
        name: t(HAND),
        connectNulls: false,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 1.5, color: tints.series[0] ?? tints.ink },
        itemStyle: { color: tints.series[0] ?? tints.ink },
        data: hand.map(([at, value]) =>
          value !== null && isOut(value, from, to)
            ? { value: [at, value], symbolSize: 10, itemStyle: { color: tints.late } }
            : [at, value],
        ),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: tints.quiet, type: 'dotted', width: 1.5 },
          label: { show: false },
          data: missedIn(data).map(at => ({ xAxis: local(at) })),
        },
      },
    ],
  } as ChartOption
}

const HAND = text('人工记录', 'By hand')
const OUT = text('超范围', 'out of range')

/** Moments of the missed windows, explained or not: where a line is broken. */
function missedIn({ records, missed }: StoreSeries): string[] {
  const explained = records.filter(record => record.kind === 'missed').map(record => record.measuredAt)
  return [...explained, ...missed.map(({ at }) => at)].sort()
}

/** The readings in order, with a break at each missed window. */
function handLine(
  data: StoreSeries,
  readings: readonly Shown[],
  quantity: Quantity,
  local: (at: string) => number,
): Pair[] {
  return [
    ...readings.map((record): Pair => [local(record.measuredAt), record[quantity]]),
    ...missedIn(data).map((at): Pair => [local(at), null]),
  ].sort(([a], [b]) => a - b)
}

/** A logger's means, with a break where it was silent. */
function loggerLine(
  slices: readonly Slice[],
  quantity: Quantity,
  silentMinutes: number,
  local: (at: string) => number,
): Pair[] {
  const line: Pair[] = []
  for (const slice of slices) {
    const at = local(slice.at)
    const before = line.at(-1)
    if (before && at - before[0] > silentMinutes * MINUTE) line.push([before[0] + MINUTE, null])
    line.push([at, slice[quantity]])
  }
  return line
}

/** The value of a slice that is farthest beyond the limits; null while none is. */
function peakOf(slice: Slice, quantity: Quantity, from: number | null, to: number | null): number | null {
  const [low, high] =
    quantity === 'temperature' ? [slice.temperatureLow, slice.temperatureHigh] : [slice.humidity, slice.humidity]
  if (high !== null && to !== null && high > to) return high
  return low !== null && from !== null && low < from ? low : null
}

/** What the chart says, in one sentence, for those who do not see it. */
export function described(data: StoreSeries, quantity: Quantity): Text {
  const { from, to } = limitsOf(data, quantity)
  const values = [
    ...data.records.flatMap(record => (record.kind === 'reading' ? (record[quantity] ?? []) : [])),
    ...data.slices.flatMap(slice => slice[quantity] ?? []),
  ]
  const name = quantity === 'temperature' ? text('温度', 'Temperature') : text('相对湿度', 'Relative humidity')
  const unit = quantity === 'temperature' ? text('℃', ' °C') : text('%', ' %')
  if (values.length === 0) return text(`${name.zh}：没有数据`, `${name.en}: no data`)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const out = values.filter(value => isOut(value, from, to)).length
  const missed = missedIn(data).length
  return text(
    `${name.zh}：${values.length} 个值，最低 ${low}${unit.zh}，最高 ${high}${unit.zh}，规定范围 ${from ?? '—'} 至 ${to ?? '—'}，超范围 ${out} 个，漏记 ${missed} 个时段`,
    `${name.en}: ${values.length} values from ${low} to ${high}${unit.en}, limits ${from ?? '—'} to ${to ?? '—'}, ${out} out of range, ${missed} windows missed`,
  )
}
