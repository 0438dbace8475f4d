import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import type { FoundInstrument } from '../queries.ts'
import { aColdStore, aReading, aStore, ELEVEN, narrowGoods, TEN } from '../storage-condition.example.ts'
import { storageConditionView } from '../view.ts'
import { correctStorageCondition } from './correct-storage-condition.ts'
import { noteMissed } from './note-missed-storage-condition.ts'
import { recordStorageCondition } from './record-storage-condition.ts'
import { setRange } from './set-range-storage-condition.ts'
import { voidStorageCondition } from './void-storage-condition.ts'

const ZONE = 'Asia/Shanghai'
const NO_FACTS = { acts: [], goods: [] }
const store = aStore()
const entered = { warehouseId: store.warehouse.id, temperature: 22.5, humidity: 58 }
const morning = { logDay: '2026-11-20', windowFrom: '09:30' }

describe('recordStorageCondition', () => {
  const record = (
    more: object = {},
    {
      found = store,
      now = TEN,
      instrument = null,
    }: { found?: typeof store | null; now?: string; instrument?: FoundInstrument | null } = {},
  ) => given(recordStorageCondition, { found: { store: found, instrument }, now }).when({ ...entered, ...more })

  test('in the window it is on time; in range nothing more is asked', () => {
    const { to, change } = record().accepts()
    expect(to).toBe('in-range')
    expect(change.set).toMatchObject({ timing: 'on-time', windowFrom: '09:30', temperatureTo: 30, humidityFrom: 45 })
    expect(change.open).toEqual([])
  })

  test('out of range opens the clocks of adjustment and of quality', () => {
    for (const out of [{ temperature: 30.1 }, { temperature: -0.1 }, { humidity: 75.1 }, { humidity: 44.9 }]) {
      const { to, change } = record(out).accepts()
      expect(to).toBe('out-of-range')
      expect(change.open?.map(item => item.deadline)).toEqual(['adjustment', 'quality'])
    }
    for (const edge of [{ temperature: 30 }, { temperature: 0 }, { humidity: 75 }, { humidity: 45 }])
      expect(record(edge).accepts().to).toBe('in-range')
  })

  test('goods narrow the limits, and those beyond their label are listed', () => {
    const { to, change } = record({ temperature: 26 }, { found: aStore({ goods: [narrowGoods] }) }).accepts()
    expect(to).toBe('out-of-range')
    expect(change.set).toMatchObject({ temperatureFrom: 15, temperatureTo: 25, goodsCount: 1 })
    expect(change.rows).toMatchObject([{ child: 'goods', insert: { lotNo: '20260301' } }])
  })

  test('limits that were set for the store hold instead of those of its climate', () => {
    const own = { temperatureFrom: 18, temperatureTo: 24, humidityFrom: 50, humidityTo: 60 }
    expect(record({ temperature: 24.5 }, { found: aStore({ own }) }).accepts().to).toBe('out-of-range')
  })

  test('after the window it is late and asks why; once the window is served it is an extra reading', () => {
    record({}, { now: ELEVEN }).refuses('late-reason-missing', 'lateReason')
    const late = record({ lateReason: '收货高峰' }, { now: ELEVEN }).accepts().change.set
    expect(late).toMatchObject({ timing: 'late', windowFrom: '09:30', reason: '收货高峰' })
    record({ measuredAt: TEN }, { now: ELEVEN }).refuses('late-reason-missing')
    const extra = record({}, { now: ELEVEN, found: aStore({ served: [morning] }) }).accepts().change.set
    expect(extra).toMatchObject({ timing: 'extra', windowFrom: null, reason: null })
  })

  test('an instrument of the register brings its number and calibration; one that is over is taken, and the record warns', () => {
    const equipmentId = '00000000-0000-4000-8000-0000000000e1'
    const instrument: FoundInstrument = {
      id: equipmentId,
      number: 'SB-2026-00006',
      name: '温湿度自动监测主机',
      kind: 'instrument',
      state: 'active',
      calibrationDue: '2026-12-15',
    }
    const typed = { equipmentId, instrument: 'TH-01', calibrationDueOn: '2026-01-01' }
    const set = record(typed, { instrument }).accepts().change.set
    expect(set).toMatchObject({ equipmentId, instrument: 'SB-2026-00006', calibrationDueOn: '2026-12-15' })
    const over = record({ equipmentId }, { instrument: { ...instrument, calibrationDue: '2026-11-19' } }).accepts()
    expect(over.change.set).toMatchObject({ calibrationDueOn: '2026-11-19' })
    const shown = (calibrationDueOn: string) =>
      storageConditionView(aReading({ calibrationDueOn, measuredAt: TEN }), NO_FACTS, { zone: ZONE })
    expect(shown('2026-11-19').notices).toMatchObject([{ tone: 'warn' }])
    expect(shown('2026-11-20').notices).toEqual([])
    record({ equipmentId }, { instrument: { ...instrument, kind: 'lift' } }).refuses('no-instrument', 'equipmentId')
    record({ equipmentId }, { instrument: null }).refuses('instrument-not-used', 'equipmentId')
    const stored = { ...instrument, state: 'inactive' }
    record({ equipmentId }, { instrument: stored }).refuses('instrument-not-used', 'equipmentId')
  })

  test('refuses another time than can be right', () => {
    record({ measuredAt: '2026-11-20T05:00:00.000Z' }).refuses('in-future', 'measuredAt')
    record({ measuredAt: '2026-11-19T01:40:00.000Z', lateReason: '忘记' }).refuses('too-late', 'measuredAt')
    record({}, { found: aStore({ readAt: [TEN] }) }).refuses('already-read', 'measuredAt')
  })

  test('refuses what is no reading of a store in use', () => {
    record({}, { found: null }).refuses('store-unknown', 'warehouseId')
    const closed = aStore({ warehouse: { ...store.warehouse, state: 'inactive' } })
    record({}, { found: closed }).refuses('store-unknown', 'warehouseId')
    record({ humidity: undefined }).refuses('humidity-missing', 'humidity')
    record({ temperature: 22.55 }).refuses('bad-input', 'temperature')
    record({ calibrationDueOn: '2026-11-19' }).refuses('calibration-over', 'calibrationDueOn')
    given(recordStorageCondition, { found: { store }, now: TEN, actor: someone('sales') })
      .when(entered)
      .refuses('role')
  })

  test('a frozen store needs no humidity', () => {
    const frozen = aStore({ warehouse: { ...store.warehouse, climate: 'frozen' } })
    expect(record({ temperature: -18, humidity: undefined }, { found: frozen }).accepts().to).toBe('in-range')
    expect(record({ temperature: -14.9, humidity: undefined }, { found: frozen }).accepts().to).toBe('out-of-range')
  })
})

describe('correctStorageCondition', () => {
  const correct = (record: ReturnType<typeof aReading>, more: object, role = 'stock-maintenance') =>
    given(correctStorageCondition, { record, found: { store }, now: NOON, actor: someone(role) }).when({
      temperature: 32,
      humidity: 60,
      reason: '抄错',
      ...more,
    })

  test('keeps the old value and judges anew', () => {
    const { to, change } = correct(aReading({ state: 'in-range', temperature: 23 }), {}).accepts()
    expect(to).toBe('out-of-range')
    expect(change.correct).toMatchObject([{ field: 'temperature', was: 23, now: 32 }])
    expect(change.open).toHaveLength(2)
  })

  test('quality alone makes an out-of-range reading one in range', () => {
    correct(aReading(), { temperature: 23.2 }).refuses('quality-corrects', 'temperature')
    const { to, change } = correct(aReading(), { temperature: 23.2 }, 'quality').accepts()
    expect(to).toBe('in-range')
    expect(change.cancel?.map(item => item.deadline)).toEqual(['adjustment', 'quality'])
  })

  test('refuses no change, data of a logger, a reading that was acted on, missing values', () => {
    correct(aReading(), {}).refuses('nothing-changed')
    correct(aReading({ kind: 'excursion' }), { temperature: 3 }).refuses('no-reading')
    correct(aReading({ measures: 1 }), { temperature: 3 }).refuses('acted-on')
    correct(aReading(), { humidity: undefined }).refuses('humidity-missing')
    given(correctStorageCondition, { record: aReading(), found: { store: null } })
      .when({ temperature: 3, humidity: 60, reason: '抄错' })
      .refuses('store-unknown')
  })
})

describe('voidStorageCondition', () => {
  test('is for readings, by quality', () => {
    const on = (record: ReturnType<typeof aReading>, role = 'quality') =>
      given(voidStorageCondition, { record, actor: someone(role) }).when({ reason: '记错库房' })
    expect(on(aReading()).accepts().to).toBe('voided')
    on(aReading({ kind: 'excursion' })).refuses('no-reading')
    on(aReading(), 'warehouse').refuses('role')
  })
})

describe('noteMissed', () => {
  const note = (more: object = {}, found: ReturnType<typeof aStore> | null = store) =>
    given(noteMissed, { found: { store: found }, now: NOON }).when({
      warehouseId: store.warehouse.id,
      day: '2026-11-20',
      window: '09:30',
      reason: '停电演练',
      ...more,
    })

  test('says why nobody read the store', () => {
    const { to, change } = note().accepts()
    expect(to).toBe('missed')
    expect(change.set).toMatchObject({ kind: 'missed', windowFrom: '09:30', windowTo: '10:30', reason: '停电演练' })
  })

  test('refuses a window that does not exist, is not over, is served, or lies too far back', () => {
    note({ window: '08:00' }).refuses('no-window', 'window')
    note({ window: '15:30' }).refuses('not-over', 'day')
    note({ day: '2026-08-01' }).refuses('too-long-ago', 'day')
    note({}, aStore({ served: [morning] })).refuses('served', 'window')
    note({}, null).refuses('store-unknown', 'warehouseId')
  })
})

describe('setRange', () => {
  const cold = aColdStore()
  const set = (more: object = {}, found: ReturnType<typeof aStore> | null = cold) =>
    given(setRange, { found: { store: found } }).when({
      warehouseId: cold.warehouse.id,
      temperatureFrom: 3,
      temperatureTo: 7,
      humidityFrom: 45,
      humidityTo: 75,
      reason: '试剂说明书要求',
      ...more,
    })

  test('narrows the limits of one store', () => {
    const { to, change } = set().accepts()
    expect(to).toBe('set')
    expect(change.set).toMatchObject({ kind: 'range', temperatureFrom: 3, temperatureTo: 7 })
  })

  test('refuses limits that are wider than the climate or upside down', () => {
    set({ temperatureTo: 9 }).refuses('wider-than-climate', 'temperatureFrom')
    set({ temperatureFrom: null }).refuses('wider-than-climate')
    set({ temperatureFrom: 7, temperatureTo: 3 }).refuses('upside-down', 'temperatureFrom')
    set({ humidityFrom: 80 }).refuses('upside-down', 'humidityFrom')
    set({}, null).refuses('store-unknown')
  })
})
