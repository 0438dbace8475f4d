import { idOf } from '../../../test/given.ts'
import type { KeptGoods } from './limits.ts'
import type { FoundLogger, FoundStore } from './queries.ts'
import type { Point } from './spans.ts'
import {
  type StorageAct,
  type StorageConditionRow,
  type StorageGoods,
  storageConditionRow,
} from './storage-condition.ts'

/** Ten o'clock in Shanghai, in the morning's window. */
export const TEN = '2026-11-20T02:00:00.000Z'

/** A quarter past eleven: the morning's window is over. */
export const ELEVEN = '2026-11-20T03:15:00.000Z'

/** Goods in the store that must be kept between 15 and 25 °C. */
export const narrowGoods: KeptGoods = {
  lotId: idOf('lot'),
  lotNo: '20260301',
  productId: idOf('product'),
  productName: '一次性使用输液器',
  model: 'MC-SYQ-A',
  quantity: 30,
  temperatureFrom: 15,
  temperatureTo: 25,
}

/** The ambient store without goods that ask for more, and nothing written down that day. */
export const aStore = (over: Partial<FoundStore> = {}): FoundStore => ({
  warehouse: {
    id: idOf('store'),
    number: 'CW-2026-00001',
    name: '郑州中心库',
    climate: 'ambient',
    state: 'active',
    siteId: idOf('site'),
  },
  own: null,
  goods: [],
  served: [],
  readAt: [],
  ...over,
})

/** The cold store. */
export const aColdStore = (over: Partial<FoundStore> = {}): FoundStore =>
  aStore({
    ...over,
    warehouse: { ...aStore().warehouse, id: idOf('cold'), name: '郑州冷藏库', climate: 'cold' },
  })

/** A logger of which nothing is known yet. */
export const aLogger = (over: Partial<FoundLogger> = {}): FoundLogger => ({ known: new Map(), running: null, ...over })

/** Points five minutes apart from ten o'clock on. */
export const pointsOf = (temperatures: readonly number[], humidity: number | null = 60): Point[] =>
  temperatures.map((temperature, i) => ({
    at: new Date(Date.parse(TEN) - 86_400_000 + i * 300_000).toISOString(),
    temperature,
    humidity,
  }))

const blank = Object.fromEntries(Object.keys(storageConditionRow.shape).map(key => [key, null]))

/** A reading out of range that nobody acted on, unless told otherwise. */
export const aReading = (over: Partial<StorageConditionRow> = {}): StorageConditionRow =>
  storageConditionRow.parse({
    ...blank,
    id: idOf('reading'),
    number: 'WS-2026-000001',
    state: 'out-of-range',
    version: 1,
    siteId: idOf('site'),
    createdAt: TEN,
    createdBy: idOf('keeper'),
    updatedAt: TEN,
    title: '郑州中心库 32 ℃',
    kind: 'reading',
    warehouseId: idOf('store'),
    warehouseName: '郑州中心库',
    climate: 'ambient',
    measuredAt: TEN,
    logDay: '2026-11-20',
    windowFrom: '09:30',
    windowTo: '10:30',
    timing: 'on-time',
    temperature: 32,
    humidity: 60,
    temperatureLow: 32,
    temperatureHigh: 32,
    humidityLow: 60,
    humidityHigh: 60,
    temperatureFrom: 0,
    temperatureTo: 30,
    humidityFrom: 45,
    humidityTo: 75,
    recordedByName: '柳青',
    measures: 0,
    goodsCount: 0,
    goodsRound: 1,
    ...over,
  })

/** What was done about it. */
export const aMeasure = (over: Partial<StorageAct> = {}): StorageAct => ({
  id: idOf('measure'),
  storageConditionId: idOf('reading'),
  at: TEN,
  byId: idOf('keeper'),
  byName: '柳青',
  kind: 'measure',
  happenedAt: '2026-11-20T02:30:00.000Z',
  what: '开启空调',
  temperature: null,
  humidity: null,
  inRange: null,
  ...over,
})

/** Goods as they stand on the record. */
export const goodsRow: StorageGoods = { id: idOf('goods'), storageConditionId: idOf('reading'), ...narrowGoods }
