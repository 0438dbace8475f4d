import { blankTitle } from './ledger.ts'
import type { Chart } from './report.ts'
import { type Text, text } from './text.ts'

const shown = (value: number): string => String(Math.round(value * 100) / 100)

const nameOf = (category: Text | string | undefined): Text =>
  typeof category === 'string' ? text(category, category) : (category ?? text('', ''))

/** A name behind a Chinese word: a space stands before digits and Latin letters. */
const behind = (name: string): string => (/^[\dA-Za-z]/.test(name) ? ` ${name}` : name)

/** The essential finding of a chart in one sentence: what somebody who does not see it needs to know. */
export function findingOf(chart: Chart): Text {
  if (chart.finding) return chart.finding
  const unit = chart.unit ?? text('', '')
  const values = chart.series[0]?.values ?? []
  const points = values.flatMap((value, i) => (value === null ? [] : [{ value, name: nameOf(chart.categories[i]), i }]))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return text('没有数据。', 'No data.')
  const with_ = (value: number): Text => {
    const few = value === 1 ? unit.en.replace(/s$/, '') : unit.en
    return text(`${shown(value)}${unit.zh === '%' ? '' : ' '}${unit.zh}`.trim(), `${shown(value)} ${few}`.trim())
  }
  // what nobody filled in, and what has no bar of its own, is no group among the others
  const isBlank = ({ name }: (typeof points)[number]): boolean => name.en === blankTitle.en
  const named = chart.hasRest ? points.filter(point => point.i < chart.categories.length - 1) : points
  const own = named.filter(point => !isBlank(point))
  const highest = own.reduce((most, point) => (point.value > most.value ? point : most), own[0] ?? first)
  const top = with_(highest.value)
  if (chart.kind === 'control') {
    const marked = (chart.marked ?? []).map(i => nameOf(chart.categories[i]))
    return marked.length === 0
      ? text(`${points.length} 个点均在控制限内。`, `All ${points.length} points are within the limits.`)
      : text(
          `${marked.map(name => name.zh).join('、')}失控；最高的是${behind(highest.name.zh)}：${top.zh}。`,
          `Out of control: ${marked.map(name => name.en).join(', ')}; highest ${highest.name.en}, ${top.en}.`,
        )
  }
  if (chart.kind === 'box') {
    const medians = chart.series[2]?.values ?? []
    const slowest = points.reduce((most, point) => ((medians[point.i] ?? 0) > (medians[most.i] ?? 0) ? point : most))
    const median = with_(medians[slowest.i] ?? 0)
    return text(
      `耗时最长的是${behind(slowest.name.zh)}，中位数 ${median.zh}。`,
      `${slowest.name.en} takes longest, a median of ${median.en}.`,
    )
  }
  if (chart.kind === 'line')
    return text(
      `由${behind(first.name.zh)} ${with_(first.value).zh}到${behind(last.name.zh)} ${with_(last.value).zh}，最高的是${behind(highest.name.zh)}：${top.zh}。`,
      `From ${with_(first.value).en} (${first.name.en}) to ${with_(last.value).en} (${last.name.en}), highest ${top.en} (${highest.name.en}).`,
    )
  if (chart.kind === 'stacked') {
    const sums = chart.series.map(series => series.values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
    const parts = chart.series.map((series, i) => ({ title: series.title, sum: with_(sums[i] ?? 0) }))
    return text(
      `${parts.map(part => `${part.title.zh} ${part.sum.zh}`).join('，')}。`,
      `${parts.map(part => `${part.title.en} ${part.sum.en}`).join(', ')}.`,
    )
  }
  const whole = points.reduce((sum, point) => sum + point.value, 0)
  const isShare = unit.en === '%'
  const over = chart.limit && points.filter(point => point.value > (chart.limit?.value ?? 0)).length
  const blank = points.find(isBlank)
  const gap = blank && with_(blank.value)
  if (gap && own.length === 0) return text(`${gap.zh}均未填写。`, `None of ${gap.en} is stated.`)
  const share = isShare || whole <= 0 ? '' : `${Math.round((highest.value / whole) * 1000) / 10}%`
  const begin =
    own.length === 1
      ? text(`只有${behind(highest.name.zh)}`, `Only ${highest.name.en}`)
      : text(`${own.length} 项中最高的是${behind(highest.name.zh)}`, `Of ${own.length}, ${highest.name.en} is highest`)
  return text(
    `${begin.zh}：${top.zh}${share && `，占 ${share}`}${over === undefined ? '' : `；超过“${chart.limit?.title.zh}”的 ${over} 项`}${gap ? `；另有 ${gap.zh}未填写` : ''}。`,
    `${begin.en}: ${top.en}${share && `, ${share} of all`}${over === undefined ? '' : `; ${over} above "${chart.limit?.title.en}"`}${gap ? `; ${gap.en} not stated` : ''}.`,
  )
}
