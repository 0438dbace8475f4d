import { describe, expect, test } from 'vitest'
import { SITE_ZONE } from '../../kernel/time.ts'
import { figureIn, momentIn } from './imports/logger-series.ts'
import { goodsBeyond, inRange, measuredAs, narrowedBy, saidLimits, saidMeasured } from './limits.ts'
import { packPoints, sortPoints } from './logger-points.ts'
import { spansOf } from './spans.ts'
import { narrowGoods, pointsOf, TEN } from './storage-condition.example.ts'
import { nextWindow, placeReading } from './windows.ts'

const limits = { temperatureFrom: 2, temperatureTo: 8, humidityFrom: 45, humidityTo: 75 }
const windows = [
  { from: '09:30', to: '10:30' },
  { from: '15:30', to: '16:30' },
]

describe('stretches out of range', () => {
  test('keep their extremes; near ones are one', () => {
    const [first, second, ...more] = spansOf(pointsOf([5, 9, 11, 7, 8.1, 5, 5, 5, 5, 5, 5, 5, 5, 1]), limits, 30)
    expect(first).toMatchObject({ temperatureLow: 8.1, temperatureHigh: 11, points: 3, ended: true })
    expect(second).toMatchObject({ temperatureHigh: 1, points: 1, ended: false })
    expect(more).toEqual([])
  })

  test('humidity alone is out of range too', () => {
    expect(spansOf(pointsOf([5, 5], 80), limits, 30)).toMatchObject([{ humidityHigh: 80, points: 2 }])
  })
})

describe('limits', () => {
  test('belong to the range, and goods narrow them', () => {
    expect(inRange(measuredAs(8, 75), limits)).toBe(true)
    expect(inRange(measuredAs(8.1, null), limits)).toBe(false)
    const wide = { ...limits, temperatureFrom: 0, temperatureTo: 30 }
    expect(narrowedBy(wide, [narrowGoods])).toMatchObject({ temperatureFrom: 15, temperatureTo: 25 })
    expect(goodsBeyond(measuredAs(25.1, 60), [narrowGoods])).toEqual([narrowGoods])
    expect(goodsBeyond(measuredAs(25, 60), [narrowGoods])).toEqual([])
  })

  test('are said in words', () => {
    expect(saidLimits(limits).zh).toBe('2–8 ℃，45–75 %RH')
    expect(saidLimits({ ...limits, temperatureFrom: null, humidityFrom: null, humidityTo: null }).en).toBe('≤ 8 °C')
    expect(saidMeasured(measuredAs(5, null)).zh).toBe('5 ℃')
  })
})

describe('windows', () => {
  const place = (measuredAt: string, now = measuredAt, served: Parameters<typeof placeReading>[2] = []) =>
    placeReading({ measuredAt, now }, windows, served, SITE_ZONE)

  test('the last minute of a window belongs to it; a minute later is late', () => {
    expect(place('2026-11-20T02:30:59.000Z').timing).toBe('on-time')
    expect(place('2026-11-20T02:31:00.000Z')).toMatchObject({ timing: 'late', window: { from: '09:30' } })
    expect(place('2026-11-20T01:29:59.000Z')).toMatchObject({ timing: 'extra', window: null })
  })

  test('the next window is today’s that is open, else tomorrow’s', () => {
    const served = windows.map(window => ({ logDay: '2026-11-20', windowFrom: window.from }))
    expect(nextWindow(TEN, windows, [], SITE_ZONE)).toMatchObject({ day: '2026-11-20', window: { from: '09:30' } })
    expect(nextWindow(TEN, windows, served, SITE_ZONE)).toMatchObject({ day: '2026-11-21', window: { from: '09:30' } })
  })
})

describe('points', () => {
  test('are sorted, told apart by the second, and packed by local day', () => {
    const points = pointsOf([4, 5, 6])
    const { fresh, known, contradicted } = sortPoints([...points].reverse().concat(points.slice(0, 1)), new Map())
    expect([fresh.length, known, contradicted]).toEqual([3, 1, null])
    const night = [
      { at: '2026-11-19T15:59:00.000Z', temperature: 4, humidity: null },
      { at: '2026-11-19T16:01:00.000Z', temperature: -1.5, humidity: 50.5 },
    ]
    const place = { warehouseId: 'w', instrument: 'L', zone: SITE_ZONE, newId: () => 'id' }
    expect(packPoints(night, place)).toMatchObject([
      { insert: { logDay: '2026-11-19', humidities: [null] } },
      { insert: { logDay: '2026-11-20', temperatures: [-15], humidities: [505] } },
    ])
  })

  test('of a file are read as loggers write them', () => {
    expect(momentIn('2026/11/2 9:05', SITE_ZONE)).toBe('2026-11-02T01:05:00.000Z')
    expect(momentIn('2026-11-02 09:05:07', SITE_ZONE)).toBe('2026-11-02T01:05:07.000Z')
    expect(momentIn('2026-11-02T09:05:07+08:00', SITE_ZONE)).toBe('2026-11-02T01:05:07.000Z')
    for (const wrong of ['2026-02-30 09:00', '2026-11-02', '09:00', '2026-11-02 25:00'])
      expect(momentIn(wrong, SITE_ZONE), wrong).toBeNull()
    expect([figureIn('4.6 ℃'), figureIn('-18'), figureIn('58%'), figureIn('abc')]).toEqual([4.6, -18, 58, null])
  })
})
