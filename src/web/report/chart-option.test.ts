import { describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import { chartOption, gapsLast, type Palette } from './chart-option.ts'

const palette: Palette = {
  ink: '#000',
  ink2: '#111',
  ink3: '#222',
  line: '#333',
  card: '#fff',
  late: '#f00',
  quiet: '#999',
  series: ['#0aa', '#05a'],
  font: 'sans-serif',
}
const zh = (words: { readonly zh: string } | string): string => (typeof words === 'string' ? words : words.zh)
const chart = {
  name: 'product',
  title: text('按产品', 'By product'),
  kind: 'pareto',
  categories: ['输液泵', '监护仪', '血压计'],
  series: [{ title: text('起', 'complaints'), values: [6, 3, 1] }],
} as const

describe('chartOption', () => {
  test('a Pareto chart has a second axis in percent', () => {
    const option = chartOption(chart, zh, palette)
    expect(option.yAxis).toHaveLength(2)
    expect(option.series).toMatchObject([{ type: 'bar' }, { type: 'line', yAxisIndex: 1, data: [60, 90, 100] }])
  })
  test('a limit is drawn once, on the first series', () => {
    const series = [...chart.series, { title: text('乙', 'b'), values: [1, 1, 1] }]
    const option = chartOption(
      { ...chart, kind: 'bar', series, limit: { value: 4, title: text('目标', 'Target') } },
      zh,
      palette,
    )
    expect(option.series).toMatchObject([{ markLine: { data: [{ yAxis: 4 }] } }, {}])
    expect(option.series).not.toMatchObject([{}, { markLine: {} }])
  })
  test('all others stand behind what nobody filled in, and are grey too', () => {
    const moved = gapsLast({ ...chart, hasRest: true, categories: [text('未填写', 'Not stated'), '输液泵', '其余'] })
    expect(moved.categories.map(zh)).toEqual(['输液泵', '未填写', '其余'])
    const [bars] = chartOption(moved, zh, palette).series as [{ data: unknown[] }]
    expect(bars.data).toMatchObject([3, { value: 6 }, { value: 1, itemStyle: { color: '#999' } }])
  })
  test('between counts lies no half; between rates there may be one', () => {
    const plain = { ...chart, kind: 'bar' as const, categories: ['一月', '二月'] }
    const axisOf = (values: (number | null)[]) =>
      chartOption({ ...plain, series: [{ title: text('起', 'complaints'), values }] }, zh, palette).yAxis
    expect(axisOf([1, null])).toMatchObject({ minInterval: 1 })
    expect(axisOf([1, 0.25])).not.toHaveProperty('minInterval')
  })
  test('tool tips are drawn, never written as HTML', () => {
    expect(chartOption(chart, zh, palette).tooltip).toMatchObject({ renderMode: 'richText' })
  })
  test('long names lie too, with the cumulated share along the other axis', () => {
    const categories = ['一次性使用中性电极 成人型', '一次性使用中性电极 儿童型', '一次性使用无菌导尿管 16Fr']
    const option = chartOption({ ...chart, categories }, zh, palette)
    expect(option.yAxis).toMatchObject({ type: 'category', data: categories })
    expect(option.series).toMatchObject([{ type: 'bar' }, { type: 'line', xAxisIndex: 1 }])
  })
  test('what nobody filled in comes last, with its numbers and its filter, and is grey', () => {
    const moved = gapsLast({
      ...chart,
      categories: [text('未填写', 'Not stated'), '输液泵', '监护仪'],
      drill: [null, { product: 'a' }, { product: 'b' }],
    })
    expect(moved.categories.map(zh)).toEqual(['输液泵', '监护仪', '未填写'])
    expect(moved.series[0]?.values).toEqual([3, 1, 6])
    expect(moved.drill).toEqual([{ product: 'a' }, { product: 'b' }, null])
    const [bars] = chartOption(moved, zh, palette).series as [{ data: unknown[] }]
    expect(bars.data).toMatchObject([3, 1, { value: 6, itemStyle: { color: '#999' } }])
  })
  test('many bars lie, so that their names can be read', () => {
    const categories = Array.from({ length: 12 }, (_, index) => `产品 ${index}`)
    const option = chartOption({ ...chart, kind: 'bar', categories }, zh, palette)
    expect(option.yAxis).toMatchObject({ type: 'category', inverse: true })
  })
  test('a control chart has limits of its own at each point, and marks what is out of control without colour', () => {
    const values = (list: number[]) => ({ title: text('值', 'v'), values: list })
    const control = {
      ...chart,
      kind: 'control',
      series: [
        [9, 1, 1],
        [3, 3, 3],
        [6, 7, 8],
        [0, 0, 0],
      ].map(values),
      marked: [0],
    } as const
    const option = chartOption(control, zh, palette)
    expect(option.series).toMatchObject([
      { type: 'line', data: [{ value: 9, symbol: 'rect' }, 1, 1] },
      { step: 'middle', data: [3, 3, 3] },
      { data: [6, 7, 8], lineStyle: { type: 'dashed' } },
      { data: [0, 0, 0] },
    ])
  })
  test('a box has its five numbers', () => {
    const values = (list: number[]) => ({ title: text('值', 'v'), values: list })
    const box = { ...chart, kind: 'box', categories: ['a'], series: [[1], [2], [3], [4], [5]].map(values) } as const
    expect(chartOption(box, zh, palette).series).toMatchObject([{ type: 'boxplot', data: [[1, 2, 3, 4, 5]] }])
  })
})
