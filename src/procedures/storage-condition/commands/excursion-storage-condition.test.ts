import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import {
  aColdStore,
  aLogger,
  aMeasure,
  aReading,
  aStore,
  goodsRow,
  narrowGoods,
  pointsOf,
  TEN,
} from '../storage-condition.example.ts'
import { adjustStorageCondition } from './adjust-storage-condition.ts'
import { assessGoods } from './assess-goods-storage-condition.ts'
import { closeStorageCondition } from './close-storage-condition.ts'
import { extendExcursion, openExcursion } from './excursion-storage-condition.ts'
import { rereadStorageCondition } from './reread-storage-condition.ts'
import { takeSeries } from './take-series-storage-condition.ts'

const store = aStore()

describe('adjustStorageCondition', () => {
  const adjust = (record = aReading(), more: object = {}) =>
    given(adjustStorageCondition, { record }).when({ what: '开启除湿机', ...more })

  test('meets the clock at the moment of the act, not of its entry', () => {
    const { to, change } = adjust(aReading(), { doneAt: '2026-11-20T02:20:00.000Z' }).accepts()
    expect(to).toBe('adjusted')
    expect(change.set).toEqual({ measures: 1 })
    expect(change.meet).toEqual([{ deadline: 'adjustment', key: '', at: '2026-11-20T02:20:00.000Z' }])
    expect(adjust(aReading({ measures: 1 })).accepts().change.meet).toMatchObject([{ key: 'turn-2' }])
    expect(adjust(aReading({ state: 'adjusted', measures: 1 })).accepts().change.meet).toEqual([])
  })

  test('refuses a time that cannot be right, and a store that is in range', () => {
    adjust(aReading(), { doneAt: '2026-11-20T06:00:00.000Z' }).refuses('in-future', 'doneAt')
    adjust(aReading(), { doneAt: '2026-11-20T01:00:00.000Z' }).refuses('too-early', 'doneAt')
    adjust(aReading({ state: 'in-range' })).refuses('state')
  })
})

describe('rereadStorageCondition', () => {
  const reread = (more: object = {}, record = aReading({ state: 'adjusted', measures: 1 }), found = { store }) =>
    given(rereadStorageCondition, { record, facts: { acts: [aMeasure()] }, found }).when({
      temperature: 25,
      humidity: 60,
      ...more,
    })

  test('in range: the store is well, and without goods quality has nothing to judge', () => {
    const { to, change } = reread().accepts()
    expect(to).toBe('back-in-range')
    expect(change.set).toEqual({ restoredAt: NOON })
    expect(change.cancel).toMatchObject([{ deadline: 'quality' }])
    const concerned = aReading({ state: 'adjusted', measures: 1, goodsCount: 1 })
    expect(reread({}, concerned).accepts().change.cancel).toEqual([])
  })

  test('still out of range: it is adjusted again, on a clock of its own', () => {
    const { to, change } = reread({ temperature: 30.5 }).accepts()
    expect(to).toBe('out-of-range')
    expect(change.open).toMatchObject([{ deadline: 'adjustment', key: 'turn-2' }])
  })

  test('refuses a reading before the adjustment, and one while the logger was still out', () => {
    reread({ measuredAt: '2026-11-20T02:10:00.000Z' }).refuses('too-early', 'measuredAt')
    reread({ measuredAt: '2026-11-20T08:00:00.000Z' }).refuses('in-future', 'measuredAt')
    const logger = aReading({ state: 'adjusted', measures: 1, kind: 'excursion', untilAt: '2026-11-20T03:00:00.000Z' })
    reread({ measuredAt: '2026-11-20T02:40:00.000Z' }, logger).refuses('logger-still-out', 'measuredAt')
    reread({ humidity: undefined }).refuses('humidity-missing')
    reread({}, aReading({ state: 'adjusted' }), {
      store: aStore({ warehouse: { ...store.warehouse, state: 'inactive' } }),
    }).refuses('store-unknown')
    reread({}, aReading()).refuses('state')
  })
})

describe('assessGoods', () => {
  const concerned = aReading({ goodsCount: 1 })
  const assess = (more: object = {}, record = concerned, goods = [goodsRow]) =>
    given(assessGoods, { record, facts: { goods } }).when({ verdict: 'unaffected', note: '时间短，标签允许', ...more })

  test('keeps the verdict, and stops what may have suffered', () => {
    const { change } = assess().accepts()
    expect(change.set).toMatchObject({ goodsVerdict: 'unaffected', assessedAt: NOON })
    expect(change.meet).toEqual([{ deadline: 'quality', key: '' }])
    expect(change.start).toEqual([])
    expect(assess({ verdict: 'stop' }).accepts().change.start).toMatchObject([
      { command: 'stop-sale.place', input: { source: 'storage-check', lotId: narrowGoods.lotId } },
    ])
  })

  test('refuses without goods, twice, and for another lot', () => {
    assess({}, concerned, []).refuses('no-goods')
    assess({}, aReading({ goodsCount: 1, assessedAt: TEN, assessedByName: '陈晓' })).refuses('assessed')
    assess({ verdict: 'stop', lotIds: [idOf('another')] }).refuses('lot-not-concerned', 'lotIds')
    given(assessGoods, { record: concerned, facts: { goods: [goodsRow] }, actor: someone('warehouse') })
      .when({ verdict: 'unaffected', note: '无影响' })
      .refuses('role')
  })
})

describe('closeStorageCondition', () => {
  const close = (record: ReturnType<typeof aReading>) =>
    given(closeStorageCondition, { record }).when({ cause: '卷帘未关' })

  test('needs a reading in range, and a judgement where goods were concerned', () => {
    expect(close(aReading({ state: 'back-in-range', restoredAt: TEN })).accepts().to).toBe('closed')
    close(aReading({ state: 'back-in-range', goodsCount: 2 })).refuses('goods-unassessed')
    close(aReading({ state: 'adjusted' })).refuses('state')
  })
})

describe('takeSeries', () => {
  const cold = aColdStore()
  const take = (points: ReturnType<typeof pointsOf>, logger = aLogger(), more: object = {}, found = cold) =>
    given(takeSeries, { found: { store: found, logger } }).when({
      warehouseId: cold.warehouse.id,
      instrument: 'LC-02',
      points,
      ...more,
    })

  test('keeps new values packed by day; in range nothing is opened', () => {
    const { to, change } = take(pointsOf([4, 4.2, 4.1])).accepts()
    expect(to).toBe('taken')
    expect(change.set).toMatchObject({ kind: 'batch', points: 3, temperatureLow: 4, temperatureHigh: 4.2 })
    expect(change.rows).toMatchObject([
      { child: 'series', insert: { seconds: [0, 300, 600], temperatures: [40, 42, 41], humidities: [600, 600, 600] } },
    ])
    expect(change.start).toEqual([])
  })

  test('a stretch out of range becomes one record with its extremes; a short return does not end it', () => {
    const { change } = take(pointsOf([4, 8.4, 9.1, 7.9, 8.2, 4])).accepts()
    expect(change.start).toMatchObject([
      { command: 'storage-condition.open-excursion', input: { points: 3, temperatureHigh: 9.1 } },
    ])
    const twice = take(pointsOf([9, 4, 4, 4, 4, 4, 4, 4, 4, 9])).accepts()
    expect(twice.change.start).toHaveLength(2)
  })

  test('a batch over more than a year, or one that leaves the range again and again, is refused', () => {
    const [first, second] = pointsOf([4, 4.1])
    if (!first || !second) throw new Error('no points')
    take([{ ...first, at: '2024-01-01T00:00:00.000Z' }, second]).refuses('too-long', 'points')
    const restless = Array.from({ length: 101 }, () => [9, ...Array.from({ length: 8 }, () => 4)]).flat()
    take(pointsOf(restless)).refuses('too-many-stretches', 'points')
  })

  test('goes on in the record of the batch before', () => {
    const points = pointsOf([8.4, 9.1, 4])
    const until = new Date(Date.parse(points[0]?.at ?? '') - 300_000).toISOString()
    const running = { id: idOf('running'), number: 'WS-2026-000009', untilAt: until }
    expect(take(points, aLogger({ running })).accepts().change.start).toMatchObject([
      { command: 'storage-condition.extend-excursion', on: idOf('running') },
    ])
  })

  test('known values are not added; other values for the same moment are refused', () => {
    const points = pointsOf([4, 4.2])
    const known = new Map(points.slice(0, 1).map(point => [point.at, point]))
    expect(take(points, aLogger({ known })).accepts().change.set).toMatchObject({ points: 1 })
    take(points, aLogger({ known: new Map(points.map(point => [point.at, point])) })).refuses('all-known', 'points')
    const other = new Map(points.map(point => [point.at, { ...point, temperature: 6 }]))
    take(points, aLogger({ known: other })).refuses('point-differs', 'points')
  })

  test('refuses what cannot be right', () => {
    take(pointsOf([4]).map(point => ({ ...point, at: '2026-11-21T00:00:00.000Z' }))).refuses('in-future', 'points')
    take(pointsOf([4]).map(point => ({ ...point, at: '2000-01-01T00:00:00.000Z' }))).refuses('too-old', 'points')
    take(pointsOf([4]).map(point => ({ ...point, at: '2017-01-01T00:00:00.000Z' }))).accepts()
    take(pointsOf([4]), aLogger(), { calibrationDueOn: '2026-11-01' }).refuses('calibration-over', 'calibrationDueOn')
    take([]).refuses('bad-input', 'points')
    take(pointsOf(Array.from({ length: 5_001 }, () => 4))).refuses('bad-input', 'points')
    given(takeSeries, { found: { store: null, logger: aLogger() } })
      .when({ warehouseId: cold.warehouse.id, instrument: 'LC-02', points: pointsOf([4]) })
      .refuses('store-unknown', 'warehouseId')
  })
})

describe('openExcursion and extendExcursion', () => {
  const cold = aColdStore({ goods: [{ ...narrowGoods, temperatureFrom: 2, temperatureTo: 8 }] })
  const stretch = {
    from: '2026-11-19T02:00:00.000Z',
    until: '2026-11-19T03:00:00.000Z',
    points: 13,
    temperatureLow: 8.2,
    temperatureHigh: 9.4,
    humidityLow: 60,
    humidityHigh: 62,
  }
  const open = (more: object = {}, found: ReturnType<typeof aStore> | null = cold) =>
    given(openExcursion, { found: { store: found } }).when({
      ...stretch,
      warehouseId: cold.warehouse.id,
      instrument: 'LC-02',
      ...more,
    })
  const excursion = aReading({
    kind: 'excursion',
    measuredAt: stretch.from,
    untilAt: stretch.until,
    temperatureLow: 8.2,
    temperatureHigh: 9.4,
    points: 13,
    assessedAt: NOON,
    goodsVerdict: 'unaffected',
    goodsCount: 1,
  })
  const later = { ...stretch, from: '2026-11-19T03:05:00.000Z', until: '2026-11-19T04:00:00.000Z' }
  const extend = (more: object = {}, record = excursion, goods = [goodsRow]) =>
    given(extendExcursion, { record, facts: { goods }, found: { store: cold } }).when({ ...later, ...more })

  test('the clocks run from when people hear of it; goods are listed', () => {
    const { change } = open().accepts()
    expect(change.open).toMatchObject([{ from: NOON }, { from: NOON }])
    expect(change.set).toMatchObject({ kind: 'excursion', goodsCount: 1, untilAt: stretch.until })
  })

  test('openExcursion refuses values in range, a store out of use, and an end before the beginning', () => {
    open({ temperatureLow: 4, temperatureHigh: 5 }).refuses('in-range', 'temperatureHigh')
    open({ until: '2026-11-19T01:00:00.000Z' }).refuses('ends-before', 'until')
    open({}, null).refuses('store-unknown', 'warehouseId')
  })

  test('what gets worse is judged again; what does not keeps its judgement', () => {
    const worse = extend({ temperatureHigh: 12 }).accepts().change
    expect(worse.set).toMatchObject({ temperatureHigh: 12, points: 26, goodsRound: 2, assessedAt: null })
    expect(worse.open).toMatchObject([{ deadline: 'quality', key: 'turn-2' }])
    const same = extend().accepts().change
    expect(same.set).not.toHaveProperty('assessedAt')
    expect(same.open).toEqual([])
  })

  test('extendExcursion refuses a reading by hand, an earlier stretch, and an end before the beginning', () => {
    extend({}, aReading()).refuses('no-excursion')
    extend({ from: stretch.from, until: stretch.until }).refuses('not-later', 'until')
    extend({ until: '2026-11-19T03:01:00.000Z' }).refuses('ends-before', 'until')
  })
})
