import type { PolicyBook } from '../../kernel/policy.ts'
import { type Text, text } from '../../kernel/text.ts'
import { climates, type WarehouseRow } from '../../vocabulary/warehouse.ts'
import {
  ambientFrom,
  ambientTo,
  coldFrom,
  coldTo,
  coolFrom,
  coolTo,
  frozenTo,
  humidityFrom,
  humidityTo,
} from './policies.ts'

/** Limits in degrees Celsius and percent of relative humidity; null where there is none. The limits themselves are in range. */
export interface Limits {
  readonly temperatureFrom: number | null
  readonly temperatureTo: number | null
  readonly humidityFrom: number | null
  readonly humidityTo: number | null
}

/** A value or a stretch of values; `humidity…` is null where it was not measured. */
export interface Measured {
  readonly temperatureLow: number
  readonly temperatureHigh: number
  readonly humidityLow: number | null
  readonly humidityHigh: number | null
}

/** One value as a stretch. */
export const measuredAs = (temperature: number, humidity: number | null): Measured => ({
  temperatureLow: temperature,
  temperatureHigh: temperature,
  humidityLow: humidity,
  humidityHigh: humidity,
})

/** Goods in a store, as far as their product says how warm they are kept. */
export interface KeptGoods {
  readonly lotId: string
  readonly lotNo: string
  readonly productId: string
  readonly productName: string
  readonly model: string | null
  readonly quantity: number
  readonly temperatureFrom: number | null
  readonly temperatureTo: number | null
}

/** The limits that a climate has by policy. In the frozen cold nobody measures humidity. */
export function climateLimits(climate: WarehouseRow['climate'], policy: PolicyBook): Limits {
  const humidity = { humidityFrom: policy(humidityFrom), humidityTo: policy(humidityTo) }
  switch (climate) {
    case 'ambient':
      return { temperatureFrom: policy(ambientFrom), temperatureTo: policy(ambientTo), ...humidity }
    case 'cool':
      return { temperatureFrom: policy(coolFrom), temperatureTo: policy(coolTo), ...humidity }
    case 'cold':
      return { temperatureFrom: policy(coldFrom), temperatureTo: policy(coldTo), ...humidity }
    case 'frozen':
      return { temperatureFrom: null, temperatureTo: policy(frozenTo), humidityFrom: null, humidityTo: null }
  }
}

const highest = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((most, value) => (value === null ? most : Math.max(most ?? value, value)), null)
const lowest = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((least, value) => (value === null ? least : Math.min(least ?? value, value)), null)

/** The store's limits, narrowed by what lies in it: goods must not be warmer or colder than their label asks. */
export const narrowedBy = (limits: Limits, goods: readonly KeptGoods[]): Limits => ({
  ...limits,
  temperatureFrom: highest([limits.temperatureFrom, ...goods.map(item => item.temperatureFrom)]),
  temperatureTo: lowest([limits.temperatureTo, ...goods.map(item => item.temperatureTo)]),
})

const below = (value: number | null, limit: number | null): boolean => value !== null && limit !== null && value < limit
const above = (value: number | null, limit: number | null): boolean => value !== null && limit !== null && value > limit

/** Whether everything that was measured lies within the limits. */
export const inRange = (measured: Measured, limits: Limits): boolean =>
  !(
    below(measured.temperatureLow, limits.temperatureFrom) ||
    above(measured.temperatureHigh, limits.temperatureTo) ||
    below(measured.humidityLow, limits.humidityFrom) ||
    above(measured.humidityHigh, limits.humidityTo)
  )

/** The goods that were warmer or colder than their own label allows. */
export const goodsBeyond = (measured: Measured, goods: readonly KeptGoods[]): readonly KeptGoods[] =>
  goods.filter(
    item => below(measured.temperatureLow, item.temperatureFrom) || above(measured.temperatureHigh, item.temperatureTo),
  )

const span = (from: number | null, to: number | null, unit: string): string =>
  from === null ? `≤ ${to} ${unit}` : to === null ? `≥ ${from} ${unit}` : `${from}–${to} ${unit}`

/** What a climate is called where its limits stand beside it: `冷藏库`. */
export const climateName = (climate: keyof typeof climates): Text =>
  text(climates[climate].zh.replace(/（.*/, ''), climates[climate].en.replace(/ \(.*/, ''))

/** The limits in words: `2–8 ℃，45–75 %RH`. */
export const saidLimits = (limits: Limits): Text => {
  const warm = limits.temperatureFrom !== null || limits.temperatureTo !== null
  const damp = limits.humidityFrom !== null || limits.humidityTo !== null
  const parts = [
    ...(warm ? [span(limits.temperatureFrom, limits.temperatureTo, '℃')] : []),
    ...(damp ? [span(limits.humidityFrom, limits.humidityTo, '%RH')] : []),
  ]
  return text(parts.join('，'), parts.join(', ').replaceAll('℃', '°C'))
}

/** What was measured, in words: `9.4 ℃，61 %RH`. */
export const saidMeasured = (measured: { readonly [K in keyof Measured]: number | null }): Text => {
  const one = (low: number | null, high: number | null, unit: string) =>
    low === null || high === null ? [] : [low === high ? `${low} ${unit}` : `${low}–${high} ${unit}`]
  const parts = [
    ...one(measured.temperatureLow, measured.temperatureHigh, '℃'),
    ...one(measured.humidityLow, measured.humidityHigh, '%RH'),
  ]
  return text(parts.join('，'), parts.join(', ').replaceAll('℃', '°C'))
}
