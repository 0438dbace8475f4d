import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { parties, products } from '../../../../test/world.ts'
import { classOfRegistration } from '../registration-number.ts'
import { changeProduct } from './change-product.ts'
import { deactivateProduct, reactivateProduct } from './product-out-of-use.ts'
import { registerProduct } from './register-product.ts'

const maker = { name: parties.pumpMaker.name, state: 'active', isManufacturer: true }
const found = { maker, udiTaken: null, packagesTaken: [], inStock: false }
const record = products.pump
const input = {
  name: '输液泵',
  model: 'HZ-IP500',
  registrationNo: '豫械注准20212140318',
  deviceClass: 'II',
  manufacturerId: parties.pumpMaker.id,
  unit: '台',
  udiDi: record.udiDi,
  storage: '常温干燥',
}

describe('registerProduct', () => {
  const register = (more: object = {}, finds: object = {}) =>
    given(registerProduct, { found: { ...found, ...finds } }).when({ ...input, ...more })

  test('spells the name and keeps the maker’s', () => {
    expect(register().accepts().change.set).toMatchObject({
      py: 'syb',
      manufacturerName: maker.name,
      spec: '',
      isSterile: false,
    })
  })

  test('keeps a GTIN as 14 digits', () => {
    expect(register({ udiDi: '6901234567892' }).accepts().change.set).toMatchObject({ udiDi: '06901234567892' })
    expect(register({ udiDi: null }).accepts().change.set).toMatchObject({ udiDi: null })
  })

  test('refuses a class that the number contradicts, and leaves unknown numbers alone', () => {
    register({ deviceClass: 'III' }).refuses('class-differs', 'deviceClass')
    register({ registrationNo: '临字第7号', deviceClass: 'III' }).accepts()
  })

  test('refuses a UDI-DI that is wrong, carries a lot, or belongs to another product', () => {
    register({ udiDi: '06901234567891' }).refuses('udi-unreadable', 'udiDi')
    register({ udiDi: '(01)06901234567892(10)L1' }).refuses('udi-with-production', 'udiDi')
    const taken = register({}, { udiTaken: 'CP-2026-00004' }).refuses('udi-taken', 'udiDi')
    expect(taken.sentence.zh).toContain('CP-2026-00004')
  })

  test('refuses a maker that is unknown, locked, or no manufacturer', () => {
    register({}, { maker: null }).refuses('maker-unknown', 'manufacturerId')
    register({}, { maker: { ...maker, state: 'inactive' } }).refuses('maker-unknown')
    register({}, { maker: { ...maker, isManufacturer: false } }).refuses('maker-unknown')
  })

  test('keeps each package with its own UDI-DI', () => {
    const packages = [
      { name: '盒', quantity: 10, udiDi: '6901234567892' },
      { name: '箱', quantity: 200, udiDi: null },
    ]
    expect(register({ packages }).accepts().change.set?.packages).toEqual([
      { name: '盒', quantity: 10, udiDi: '06901234567892' },
      { name: '箱', quantity: 200, udiDi: null },
    ])
  })

  test('refuses a package with a code that is wrong, another’s, or shared between levels', () => {
    const box = (udiDi: string | null) => ({ name: '盒', quantity: 10, udiDi })
    register({ packages: [box('6901234567891')] }).refuses('udi-unreadable', 'packages.0.udiDi')
    register({ packages: [box('6901234567892'), box('6901234567892')] }).refuses('udi-twice', 'packages.1.udiDi')
    register({ packages: [box(record.udiDi)] }).refuses('udi-twice', 'packages.0.udiDi')
    const packagesTaken = [{ udiDi: '06901234567892', number: 'CP-2026-00004' }]
    register({ packages: [box('6901234567892')] }, { packagesTaken }).refuses('udi-taken', 'packages.0.udiDi')
  })

  test('refuses bounds of temperature in the wrong order', () => {
    register({ temperatureFrom: 8, temperatureTo: 2 }).refuses('temperature-reversed', 'temperatureFrom')
    register({ temperatureFrom: 2, temperatureTo: 8, isColdChain: true }).accepts()
  })

  test('is quality’s alone', () => {
    given(registerProduct, { found, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
  })
})

describe('changeProduct', () => {
  const change = (more: object) => given(changeProduct, { record, found }).when({ ...input, reason: '换证', ...more })

  test('keeps the old number', () => {
    const { correct } = change({ registrationNo: '豫械注准20262140318' }).accepts().change
    expect(correct).toEqual([
      { field: 'registrationNo', was: '豫械注准20212140318', now: '豫械注准20262140318', reason: '换证' },
    ])
  })

  test('refuses to begin or end tracking by serial number while there is stock', () => {
    const tracked = { ...input, isSerialTracked: true, reason: '改为逐台管理' }
    given(changeProduct, { record, found: { ...found, inStock: true } })
      .when(tracked)
      .refuses('in-stock', 'isSerialTracked')
    given(changeProduct, { record, found }).when(tracked).accepts()
  })

  test('refuses to change nothing, also when the UDI is only written differently', () => {
    change({}).refuses('nothing-changed')
    change({ udiDi: record.udiDi?.slice(1) }).refuses('nothing-changed')
    change({ deviceClass: 'I' }).refuses('class-differs')
  })
})

test('deactivateProduct and reactivateProduct', () => {
  expect(given(deactivateProduct, { record }).when({ reason: '注册证到期' }).accepts().to).toBe('inactive')
  given(deactivateProduct, { record, actor: someone('sales') })
    .when({ reason: '注册证到期' })
    .refuses('role')
  const locked = { ...record, state: 'inactive' as const }
  expect(given(reactivateProduct, { record: locked }).when({ reason: '已延续' }).accepts().to).toBe('active')
})

test.each([
  ['豫械注准20212140318', 'II'],
  ['国械注准20193141726', 'III'],
  ['国械注进20203660123', 'III'],
  ['国械注许20212070001', 'II'],
  ['豫郑械备20201234', 'I'],
  ['国食药监械（准）字2014第3460001号', 'III'],
  ['豫械注准2021214031', null],
  ['', null],
])('class of %s is %s', (number, deviceClass) => {
  expect(classOfRegistration(number)).toBe(deviceClass)
})
