import { expect, test } from 'vitest'
import { text } from '../../../kernel/text.ts'
import type { StoreSeries } from '../reads.ts'
import { aReading } from '../storage-condition.example.ts'
import { conditionOption, described, type Tints } from './condition-option.ts'
import { spanOf, stepped } from './shown-days.ts'

test('a week begins on Monday, a month on its first', () => {
  expect(spanOf('week', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(spanOf('month', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect([stepped('week', '2026-11-22', -1), stepped('month', '2026-11-30', 1)]).toEqual(['2026-11-15', '2026-12-01'])
})

const data: StoreSeries = {
  store: { id: 'w', number: 'CW-2026-00001', name: '郑州中心库', climate: 'ambient' },
  limits: { temperatureFrom: 0, temperatureTo: 30, humidityFrom: 45, humidityTo: 75 },
  from: '2026-11-18T16:00:00.000Z',
  to: '2026-11-20T15:59:59.999Z',
  windows: [{ from: '09:30', to: '10:30' }],
  records: [
    { ...aReading(), measuredAt: '2026-11-19T01:40:00.000Z', temperature: 21 },
    { ...aReading(), measuredAt: '2026-11-20T01:40:00.000Z', temperature: 31 },
  ],
  slices: [0, 5, 300].map(minute => ({
    at: new Date(Date.parse('2026-11-19T02:00:00.000Z') + minute * 60_000).toISOString(),
    instrument: 'LC-02',
    temperature: 20,
    temperatureLow: 19,
    temperatureHigh: 32,
    humidity: 60,
    points: 1,
  })),
  silentMinutes: 30,
  missed: [{ day: '2026-11-19', from: '15:30', to: '16:30', at: '2026-11-19T07:30:00.000Z' }],
}
const tints = { series: ['#1', '#2'], late: '#late' } as unknown as Tints

test('lines are broken where a window was missed and where a logger was silent; what is out of range is red', () => {
  const option = conditionOption(data, 'temperature', {
    t: words => (typeof words === 'string' ? words : words.zh),
    zone: 'Asia/Shanghai',
    tints,
  })
  const series = option.series as { name: string; data: unknown[] }[]
  const values = (name: string) =>
    series
      .find(item => item.name === name)
      ?.data.map(item => (Array.isArray(item) ? item[1] : (item as { value: unknown[] }).value[1]))
  expect(values('人工记录')).toEqual([21, null, 31])
  expect(values('LC-02')).toEqual([20, 20, null, 20])
  expect(values('LC-02 超范围')).toEqual([32, 32, 32])
  const red = series.find(item => item.name === '人工记录')?.data.at(-1)
  expect(red).toMatchObject({ itemStyle: { color: '#late' } })
})

test('the chart is told in a sentence', () => {
  expect(described(data, 'temperature').zh).toContain('5 个值，最低 20℃，最高 31℃')
  expect(described({ ...data, records: [], slices: [] }, 'humidity')).toEqual(
    text('相对湿度：没有数据', 'Relative humidity: no data'),
  )
})
