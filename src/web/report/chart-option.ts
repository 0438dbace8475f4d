import type { BarSeriesOption, BoxplotSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { blankTitle } from '../../kernel/ledger.ts'
import { type Text, text } from '../../kernel/text.ts'
import { cumulatedShares } from '../../vocabulary/statistics.ts'
import type { Chart } from '../answers.ts'

/** What the drawing library is told. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | BoxplotSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>

/** Colours and type of the page. */
export interface Palette {
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly card: string
  readonly late: string
  /** For what nobody filled in. */
  readonly quiet: string
  readonly series: readonly string[]
  readonly font: string
}

/** Names shorter than this together can stand side by side below their bars. */
const SIDE_BY_SIDE = 28
const MOST_STANDING = 8

/** Whether a chart's bars lie, so that each name has a line of its own: names that are many, or long. */
export const isLying = (chart: Chart, t: (words: Text | string) => string): boolean =>
  (chart.kind === 'bar' || chart.kind === 'pareto') &&
  (chart.categories.length > MOST_STANDING || chart.categories.map(t).join('').length > SIDE_BY_SIDE)

const isNotStated = (name: Text | string): boolean => (typeof name === 'string' ? name : name.zh) === blankTitle.zh

/** Whether all values are whole: between counts lies no half. */
const isCounted = (chart: Chart): boolean =>
  chart.series.every(each => each.values.every(value => value === null || Number.isInteger(value)))

const isDrawnByLine = (chart: Chart): boolean => chart.kind === 'line' || chart.kind === 'control'

/** The same chart with what nobody filled in at the end, before all others: it is a gap in the records, not the first of the causes. */
export function gapsLast(chart: Chart): Chart {
  if (isDrawnByLine(chart) || !chart.categories.some(isNotStated)) return chart
  const last = chart.hasRest ? chart.categories.length - 1 : -1
  const places = chart.categories.map((_, index) => index).filter(index => index !== last)
  const order = [
    ...places.filter(index => !isNotStated(chart.categories[index] ?? '')),
    ...places.filter(index => isNotStated(chart.categories[index] ?? '')),
    ...(chart.hasRest ? [last] : []),
  ]
  return {
    ...chart,
    categories: order.map(index => chart.categories[index] ?? ''),
    series: chart.series.map(each => ({ ...each, values: order.map(index => each.values[index] ?? null) })),
    ...(chart.drill && { drill: order.map(index => chart.drill?.[index] ?? null) }),
  }
}

type Drawn = BarSeriesOption | BoxplotSeriesOption | LineSeriesOption

/** The value with its points, the centre line and both limits as steps, since each point has its own. */
function controlSeries(chart: Chart, t: (words: Text | string) => string, palette: Palette): Drawn[] {
  const colour = palette.series[0] ?? palette.ink2
  const marked = new Set(chart.marked)
  return chart.series.map((each, index): Drawn => {
    if (index > 0)
      return {
        name: t(each.title),
        type: 'line',
        step: 'middle',
        symbol: 'none',
        data: [...each.values],
        lineStyle: {
          width: 1.2,
          color: index === 1 ? palette.ink3 : palette.late,
          type: index === 1 ? 'solid' : 'dashed',
        },
        itemStyle: { color: index === 1 ? palette.ink3 : palette.late },
      }
    return {
      name: t(each.title),
      type: 'line',
      lineStyle: { width: 2, color: colour },
      itemStyle: { color: colour },
      symbol: 'circle',
      symbolSize: 7,
      z: 4,
      // Out of control: larger, square and red, so that it is told without colour too.
      data: each.values.map((value, at) =>
        marked.has(at) ? { value, symbol: 'rect', symbolSize: 11, itemStyle: { color: palette.late } } : value,
      ),
    } as LineSeriesOption
  })
}

/** One box for each category from the five series. */
const boxSeries = (chart: Chart, t: (words: Text | string) => string, palette: Palette): Drawn[] => [
  {
    name: t(chart.title),
    type: 'boxplot',
    boxWidth: [10, 36],
    itemStyle: { color: palette.card, borderColor: palette.series[0] ?? palette.ink2, borderWidth: 1.5 },
    data: chart.categories.map((_, at) => chart.series.map(each => each.values[at] ?? 0)),
  },
]

/** Turns a chart of a report into what the drawing library is told. */
export function chartOption(chart: Chart, t: (words: Text | string) => string, palette: Palette): ChartOption {
  const lying = isLying(chart, t)
  // Names too long to stand side by side lean; none is dropped.
  const crowded = !lying && !isDrawnByLine(chart) && chart.categories.map(t).join('').length > SIDE_BY_SIDE
  const unit = chart.unit ? t(chart.unit) : ''
  const axisText = { color: palette.ink3, fontFamily: palette.font, fontSize: 11 }
  const names = {
    type: 'category' as const,
    data: chart.categories.map(t),
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: {
      ...axisText,
      hideOverlap: true,
      ...(lying && { width: 168, overflow: 'break' as const, interval: 0, hideOverlap: false, lineHeight: 14 }),
      ...(crowded && { rotate: 32, width: 92, overflow: 'truncate' as const, interval: 0, hideOverlap: false }),
    },
    ...(lying && { inverse: true }),
  }
  const numbers = {
    type: 'value' as const,
    axisLabel: { ...axisText, hideOverlap: true, formatter: `{value}${unit === '%' ? '%' : ''}` },
    splitLine: { lineStyle: { color: palette.line } },
    ...(unit === '%' && { max: 100 }),
    ...(isCounted(chart) && { minInterval: 1 }),
  }
  const share = { ...numbers, max: 100, splitLine: { show: false }, axisLabel: { ...axisText, formatter: '{value}%' } }
  const limit = chart.limit && {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.late, type: 'dashed' as const },
    label: {
      color: palette.late,
      fontFamily: palette.font,
      fontSize: 11,
      formatter: t(chart.limit.title),
      position: lying ? ('start' as const) : ('insideEndTop' as const),
    },
    data: [lying ? { xAxis: chart.limit.value } : { yAxis: chart.limit.value }],
  }
  const made =
    chart.kind === 'control'
      ? controlSeries(chart, t, palette)
      : chart.kind === 'box'
        ? boxSeries(chart, t, palette)
        : null
  const series: Drawn[] =
    made ??
    chart.series.map((each, index): BarSeriesOption | LineSeriesOption => {
      const colour = palette.series[index % palette.series.length] ?? palette.ink2
      const last = each.values.length - 1
      const data = each.values.map((value, at) =>
        chart.kind !== 'line' && (isNotStated(chart.categories[at] ?? '') || (chart.hasRest && at === last))
          ? { value, itemStyle: { color: palette.quiet } }
          : value,
      )
      const base = { name: t(each.title), data, ...(index === 0 && limit && { markLine: limit }) }
      return chart.kind === 'line'
        ? { ...base, type: 'line', symbolSize: 6, lineStyle: { width: 2, color: colour }, itemStyle: { color: colour } }
        : {
            ...base,
            type: 'bar',
            barMaxWidth: 28,
            itemStyle: {
              color: colour,
              borderRadius: chart.kind === 'stacked' ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
            },
            ...(chart.kind === 'stacked' && { stack: 'all' }),
          }
    })
  const pareto = chart.kind === 'pareto' && chart.series[0]
  const line: LineSeriesOption[] = pareto
    ? [
        {
          name: t(text('累计占比', 'Cumulated share')),
          type: 'line',
          ...(lying ? { xAxisIndex: 1 } : { yAxisIndex: 1 }),
          data: cumulatedShares(pareto.values),
          symbolSize: 5,
          lineStyle: { width: 1.5, color: palette.ink3 },
          itemStyle: { color: palette.ink3 },
        },
      ]
    : []
  const several = series.length + line.length > 1
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: { left: 4, right: 8, top: several ? 36 : 20, bottom: 4, containLabel: true },
    // Drawn, not written as HTML: the page's policy and user data both prefer it so.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: palette.card,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 12 },
      axisPointer: { type: isDrawnByLine(chart) ? 'line' : 'shadow', shadowStyle: { opacity: 0.15 } },
    },
    ...(several && {
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { ...axisText, color: palette.ink2 } },
    }),
    xAxis: lying
      ? pareto
        ? [
            { ...numbers, position: 'bottom' },
            { ...share, position: 'top' },
          ]
        : numbers
      : names,
    yAxis: lying ? names : pareto ? [numbers, share] : numbers,
    series: [...series, ...line],
  } as ChartOption
}
