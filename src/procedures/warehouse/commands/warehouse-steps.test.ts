import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { warehouses } from '../../../../test/world.ts'
import { enteredOf } from '../warehouse.ts'
import { changeWarehouse } from './change-warehouse.ts'
import { becomeMain, handOverMain } from './main-warehouse.ts'
import { registerWarehouse } from './register-warehouse.ts'
import { deactivateWarehouse, reactivateWarehouse } from './warehouse-out-of-use.ts'

const { main, cold } = warehouses
const entered = enteredOf(main)

describe('registerWarehouse', () => {
  const register = (more: object = {}, finds: object = {}) =>
    given(registerWarehouse, { found: { nameTaken: null, main: null, ...finds } }).when({ ...entered, ...more })

  test('has a place for each of the five zones; the first warehouse is the main one', () => {
    const { change } = register().accepts()
    expect(change.set).toMatchObject({ isMain: true, climate: 'ambient' })
    expect(change.set?.zones?.map(item => item.zone)).toEqual([
      'waiting',
      'qualified',
      'shipping',
      'unqualified',
      'return',
    ])
    expect(register({}, { main }).accepts().change.set).toMatchObject({ isMain: false })
  })

  test('refuses a name that is taken and a zone without place', () => {
    register({}, { nameTaken: 'CW-2026-00001' }).refuses('name-taken', 'name')
    register({ unqualified: '' }).refuses('bad-input', 'unqualified')
    given(registerWarehouse, { found: { nameTaken: null, main: null }, actor: someone('warehouse') })
      .when(entered)
      .refuses('role')
  })
})

describe('changeWarehouse', () => {
  const change = (more: object, nameTaken: string | null = null) =>
    given(changeWarehouse, { record: main, found: { nameTaken } }).when({ ...entered, reason: '调整', ...more })

  test('keeps the old value, refuses nothing and a taken name', () => {
    expect(change({ name: '郑州一号库' }).accepts().change.correct).toMatchObject([
      { field: 'name', was: '郑州中心库', now: '郑州一号库' },
    ])
    change({}).refuses('nothing-changed')
    change({ name: '郑州冷藏库' }, 'CW-2026-00002').refuses('name-taken', 'name')
  })
})

describe('handOverMain and becomeMain', () => {
  const handOver = (successor: object | null, record: typeof main | typeof cold = main) =>
    given(handOverMain, { record, found: { main, successor: successor as never } }).when({ warehouseId: cold.id })

  test('one gives the role up and starts the other', () => {
    const { change } = handOver(cold).accepts()
    expect(change.set).toEqual({ isMain: false })
    expect(change.start).toMatchObject([{ command: 'warehouse.become-main', on: cold.id }])
    const { change: taken } = given(becomeMain, { record: cold, found: { main: null } })
      .when({})
      .accepts()
    expect(taken.set).toEqual({ isMain: true })
  })

  test('refuse a warehouse that is not the main one, and a successor that is locked, the same or of another site', () => {
    handOver(main, cold).refuses('not-main')
    handOver(null).refuses('successor-unfit', 'warehouseId')
    handOver({ ...cold, state: 'inactive' }).refuses('successor-unfit')
    handOver(main).refuses('successor-unfit')
    handOver({ ...cold, siteId: cold.id }).refuses('successor-unfit')
    given(becomeMain, { record: cold, found: { main } }).when({}).refuses('main-there')
  })
})

describe('deactivateWarehouse and reactivateWarehouse', () => {
  const sums = [{ warehouseId: cold.id, zone: 'qualified' as const, lots: 1, quantity: 3 }]
  const lock = (record: typeof main | typeof cold, zoneSums: typeof sums = []) =>
    given(deactivateWarehouse, { record, facts: { zoneSums } }).when({ reason: '退租' })

  test('lock an empty warehouse that is not the main one', () => {
    expect(lock(cold).accepts().to).toBe('inactive')
    lock(main).refuses('is-main')
    lock(cold, sums).refuses('not-empty')
    const locked = { ...cold, state: 'inactive' as const }
    expect(given(reactivateWarehouse, { record: locked }).when({ reason: '续租' }).accepts().to).toBe('active')
  })
})
