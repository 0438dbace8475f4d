import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { parties, site } from '../../../../test/world.ts'
import { changeParty } from './change-party.ts'
import { decideLocality } from './decide-locality.ts'
import { deactivateParty, reactivateParty } from './party-out-of-use.ts'
import { registerParty } from './register-party.ts'

const found = { site, nameTaken: null }
const record = parties.localHospital
const reason = '证照变更'
const same = {
  name: record.name,
  isCustomer: true,
  customerKind: 'hospital',
  phones: record.phones,
  province: record.province,
  city: record.city,
  regionCode: record.regionCode,
  contacts: record.contacts,
}

describe('registerParty', () => {
  const input = {
    name: '巩义伊洛河医院',
    isCustomer: true,
    customerKind: 'hospital',
    city: '郑州市',
    phones: ['0371-1055 0102'],
  }

  test('computes spelling, digits and locality', () => {
    const { change, to } = given(registerParty, { found }).when(input).accepts()
    expect(to).toBe('active')
    expect(change.set).toMatchObject({
      py: 'gyylhyy',
      phoneDigits: '037110550102',
      locality: 'local',
      localityFrom: 'address',
    })
  })

  test('far away is out of town', () => {
    const { change } = given(registerParty, { found })
      .when({ ...input, city: '洛阳市' })
      .accepts()
    expect(change.set?.locality).toBe('out-of-town')
  })

  test('refuses without a relation, without or with a needless kind, and a name that is taken', () => {
    const register = (more: object, finds: { nameTaken: string | null } = { nameTaken: null }) =>
      given(registerParty, { found: { site, ...finds } }).when({ ...input, ...more })
    register({ isCustomer: false, customerKind: null }).refuses('no-relation', 'isCustomer')
    register({ customerKind: null }).refuses('kind-needed', 'customerKind')
    register({ isCustomer: false, isSupplier: true }).refuses('kind-without-customer', 'customerKind')
    expect(register({}, { nameTaken: 'DW-2026-00009' }).refuses('name-taken', 'name').sentence.zh).toContain(
      'DW-2026-00009',
    )
    register({ regionCode: '41' }).refuses('bad-input', 'regionCode')
  })

  test('is quality’s alone', () => {
    for (const role of ['administrator', 'sales', 'service-desk'])
      given(registerParty, { found, actor: someone(role) })
        .when(input)
        .refuses('role')
  })
})

describe('changeParty', () => {
  test('keeps the old values, and moves the locality with the address', () => {
    const { change } = given(changeParty, { record, found })
      .when({ ...same, city: '洛阳市', regionCode: '410304', reason })
      .accepts()
    expect(change.correct).toEqual([
      { field: 'city', was: '郑州市', now: '洛阳市', reason },
      { field: 'regionCode', was: '410105', now: '410304', reason },
      { field: 'locality', was: 'local', now: 'out-of-town', reason },
    ])
  })

  test('a decided locality stays decided', () => {
    const decided = { ...record, localityFrom: 'decision' as const }
    const { change } = given(changeParty, { record: decided, found })
      .when({ ...same, city: '洛阳市', regionCode: null, reason })
      .accepts()
    expect(change.set).toMatchObject({ locality: 'local', localityFrom: 'decision' })
  })

  test('opens with what is known, which alone changes nothing', () => {
    given(changeParty, { record, found })
      .when({ ...same, reason })
      .refuses('nothing-changed')
    given(changeParty, { record, found: { site, nameTaken: 'DW-2026-00002' } })
      .when({ ...same, reason })
      .refuses('name-taken')
  })
})

describe('decideLocality', () => {
  test('overrides the address and says why', () => {
    const { change } = given(decideLocality, { record })
      .when({ locality: 'out-of-town', reason: '分院在外地' })
      .accepts()
    expect(change.set).toEqual({ locality: 'out-of-town', localityFrom: 'decision' })
    expect(change.correct).toMatchObject([{ was: 'local', now: 'out-of-town' }])
  })

  test('refuses what it is already', () => {
    given(decideLocality, { record }).when({ locality: 'local', reason: '重复' }).refuses('locality-same', 'locality')
  })
})

test('deactivateParty and reactivateParty need a reason and the other state', () => {
  expect(given(deactivateParty, { record }).when({ reason: '许可证到期' }).accepts().to).toBe('inactive')
  given(deactivateParty, { record }).when({}).refuses('bad-input', 'reason')
  const locked = { ...record, state: 'inactive' as const }
  expect(given(reactivateParty, { record: locked }).when({ reason: '已换证' }).accepts().to).toBe('active')
  given(reactivateParty, { record }).when({ reason: '已换证' }).refuses('state')
  given(reactivateParty, { record: locked, actor: someone('administrator') })
    .when({ reason: '已换证' })
    .refuses('role')
})
