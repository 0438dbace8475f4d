import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { FoundParty, FoundProduct } from '../queries.ts'
import { openComplaint, titleFrom } from './open-complaint.ts'

const hospital: FoundParty = {
  id: idOf('hospital'),
  name: '郑州市第七人民医院',
  customerKind: 'hospital',
  isCustomer: true,
  state: 'active',
  locality: 'local',
  province: '河南省',
  city: '郑州市',
  regionCode: '410100',
  address: '经开第五大街 6 号',
  phones: ['0371-60000001'],
  fax: null,
  email: null,
}
const pump: FoundProduct = {
  id: idOf('pump'),
  name: '输液泵',
  model: 'SP-5',
  spec: '单通道',
  registrationNo: '国械注准20223140512',
  deviceClass: 'III',
  unit: '台',
  udiDi: '06912345678905',
  isImplant: false,
  manufacturerId: idOf('maker'),
  manufacturerName: '苏州瑞泽医疗科技有限公司',
}
const lot = {
  id: idOf('lot'),
  productId: pump.id,
  lotNo: 'L20260318',
  producedOn: '2026-03-18',
  expiresOn: '2031-03-17',
}
const site = { city: '郑州市', regionCode: '410100' }
const found = { party: hospital, device: { product: pump, lot: null }, site, duplicates: [], target: null }
const nothing = { party: null, device: { product: null, lot: null }, site, duplicates: [], target: null }
const call = { partyId: hospital.id, productId: pump.id, description: '开机自检后报警 E21，无法输液。已换备机。' }
const stranger = { partyName: '王女士', phone: '142 0000 1234', productName: '血压计', description: '测量值偏高' }

describe('a telephone complaint', () => {
  test('needs only customer, device and what happened', () => {
    const { change, to } = given(openComplaint, { found }).when(call).accepts()
    expect(to).toBe('registered')
    expect(change.set).toMatchObject({
      partyName: '郑州市第七人民医院',
      phone: '0371-60000001',
      locality: 'local',
      productName: '输液泵',
      manufacturerName: '苏州瑞泽医疗科技有限公司',
      channel: 'telephone',
      receivedAt: NOON,
      title: '输液泵：开机自检后报警 E21，无法输液',
      ownerRole: 'quality',
      aeState: 'unscreened',
    })
  })
  test('starts the clocks of contact, screen, verification, opinion and completion at once, from receipt', () => {
    const receivedAt = '2026-11-20T03:00:00.000Z'
    const { change } = given(openComplaint, { found })
      .when({ ...call, receivedAt })
      .accepts()
    expect(change.open).toEqual(
      ['contact', 'ae-screen', 'verification', 'opinion', 'completion'].map(deadline => ({
        deadline,
        from: receivedAt,
      })),
    )
  })
  test('about service runs no clocks of the investigation', () => {
    const { change } = given(openComplaint, { found: { ...nothing, party: hospital } })
      .when({ partyId: hospital.id, description: '维修人员三天未回电', kind: 'service' })
      .accepts()
    expect(change.open?.map(clock => clock.deadline)).toEqual(['contact', 'ae-screen'])
    expect(change.set?.ownerRole).toBe('service-head')
  })
  test('counts from registration where the policy says so', () => {
    const { change } = given(openComplaint, { found, policy: { 'clock.start': 'registered_at' } })
      .when({ ...call, receivedAt: '2026-11-20T03:00:00.000Z' })
      .accepts()
    expect(change.open?.[0]?.from).toBe(NOON)
  })
  test('binds the solution to the contact limit where the policy says so (X06)', () => {
    const { change } = given(openComplaint, { found, policy: { 'case.general_solve_in_24h': true } })
      .when(call)
      .accepts()
    expect(change.open).toContainEqual(expect.objectContaining({ deadline: 'expected-time', key: 'with-contact' }))
  })
  test('is urgent as soon as a key function is lost', () => {
    const { change } = given(openComplaint, { found })
      .when({ ...call, functionLost: 'yes' })
      .accepts()
    expect(change.set?.urgency).toBe('urgent')
  })
  test('is not rated before a safety question was answered', () => {
    const { change } = given(openComplaint, { found }).when(call).accepts()
    expect(change.set).toMatchObject({ severity: null, severityProvisional: true })
  })
  test('never rates what is not known as harmless', () => {
    const { change } = given(openComplaint, { found })
      .when({ ...call, harmHappened: 'no' })
      .accepts()
    expect(change.set).toMatchObject({ severity: 'S1', severityProvisional: true })
  })
  test('may come from somebody who is not in the files', () => {
    const { change } = given(openComplaint, { found: nothing }).when(stranger).accepts()
    expect(change.set).toMatchObject({ partyId: null, partyName: '王女士', locality: 'local', productName: '血压计' })
  })
  test('from another city counts as out of town', () => {
    const { change } = given(openComplaint, { found: nothing })
      .when({ ...stranger, city: '洛阳市' })
      .accepts()
    expect(change.set?.locality).toBe('out-of-town')
  })
  test('takes lot, serial and dates from the scan and keeps what was typed', () => {
    const udi = '(01)06912345678905(17)310317(10)L20260318(21)SP5-081144'
    const { change } = given(openComplaint, { found: { ...found, device: { product: pump, lot } } })
      .when({ partyId: hospital.id, udi, serial: 'SP5-1', description: '开机报警' })
      .accepts()
    expect(change.set).toMatchObject({
      udi,
      udiDi: '06912345678905',
      lotId: lot.id,
      lotNo: 'L20260318',
      serial: 'SP5-1',
      producedOn: '2026-03-18',
      expiresOn: '2031-03-17',
    })
  })
})

describe('a second call about the same thing', () => {
  const earlier = {
    id: idOf('earlier'),
    number: 'TS-2026-00007',
    state: 'accepted' as const,
    title: '输液泵报警',
    partyName: hospital.name,
    productName: '输液泵',
    lotNo: null,
    serial: null,
    receivedAt: '2026-11-10T01:00:00.000Z',
  }
  const again = { ...found, duplicates: [earlier] }
  const target = { ...earlier, partyId: hospital.id, productId: pump.id }

  test('is shown before it is registered twice', () => {
    const refusal = given(openComplaint, { found: again }).when(call).refuses('likely-duplicate', 'notDuplicate')
    expect(refusal.kind).toBe('conflict')
    expect(refusal.sentence.zh).toContain('TS-2026-00007')
    expect(refusal.detail).toMatchObject([{ number: 'TS-2026-00007' }])
  })
  test('may be confirmed to be no duplicate', () => {
    given(openComplaint, { found: again })
      .when({ ...call, notDuplicate: true })
      .accepts()
  })
  test('is no duplicate outside the days of the policy', () => {
    given(openComplaint, { found: again, policy: { 'complaint.duplicate_days': 5 } })
      .when(call)
      .accepts()
  })
  test('may be linked instead: it stays in the ledger, merged, without clocks of its own', () => {
    const { change, to } = given(openComplaint, { found: { ...again, target } })
      .when({ ...call, duplicateOf: earlier.id })
      .accepts()
    expect(to).toBe('merged')
    expect(change.set?.mergedIntoNumber).toBe('TS-2026-00007')
    expect(change.open).toBeUndefined()
    expect(change.link).toEqual([{ procedure: 'complaint', id: earlier.id, kind: 'duplicate-of' }])
  })
  test('cannot be linked to a complaint that is not there', () => {
    given(openComplaint, { found })
      .when({ ...call, duplicateOf: earlier.id })
      .refuses('no-such-complaint', 'duplicateOf')
  })
  test('cannot be linked to one that has ended', () => {
    given(openComplaint, { found: { ...found, target: { ...target, state: 'closed' } } })
      .when({ ...call, duplicateOf: earlier.id })
      .refuses('target-ended', 'duplicateOf')
  })
})

describe('is refused', () => {
  test('by people who take no complaints', () => {
    given(openComplaint, { found, actor: someone('warehouse') })
      .when(call)
      .refuses('role')
  })
  test('without a customer', () => {
    given(openComplaint, { found: nothing })
      .when({ productName: '血压计', description: '偏高' })
      .refuses('customer-missing', 'partyId')
  })
  test('from a customer who is no longer active', () => {
    given(openComplaint, { found: { ...found, party: { ...hospital, state: 'inactive' } } })
      .when(call)
      .refuses('no-such-customer', 'partyId')
  })
  test('without a way to reach the customer', () => {
    given(openComplaint, { found: nothing })
      .when({ partyName: '王女士', productName: '血压计', description: '偏高' })
      .refuses('contact-unusable', 'phone')
  })
  test('without a description', () => {
    given(openComplaint, { found })
      .when({ partyId: hospital.id, productId: pump.id })
      .refuses('bad-input', 'description')
  })
  test('with a field that nobody knows', () => {
    given(openComplaint, { found })
      .when({ ...call, colour: 'red' })
      .refuses('unknown-field', 'colour')
  })
  test('about quality without a device', () => {
    given(openComplaint, { found: { ...nothing, party: hospital } })
      .when({ partyId: hospital.id, description: '坏了' })
      .refuses('product-missing', 'productId')
  })
  test('about a product that is not in the files', () => {
    given(openComplaint, { found: { ...nothing, party: hospital } })
      .when(call)
      .refuses('no-such-product', 'productId')
  })
  test('with the lot of another product', () => {
    given(openComplaint, { found: { ...found, device: { product: pump, lot: { ...lot, productId: idOf('other') } } } })
      .when({ ...call, lotId: lot.id })
      .refuses('lot-of-another-product', 'lotId')
  })
  test('with the UDI of another product', () => {
    given(openComplaint, { found })
      .when({ ...call, udi: '(01)04012345678901(10)A1' })
      .refuses('udi-of-another-product', 'udi')
  })
  test('with an expiry before the production', () => {
    given(openComplaint, { found })
      .when({ ...call, producedOn: '2026-03-18', expiresOn: '2025-03-18' })
      .refuses('expires-before-produced', 'expiresOn')
  })
  test('when it is said to come in the future', () => {
    given(openComplaint, { found })
      .when({ ...call, receivedAt: '2026-11-21T04:00:00.000Z' })
      .refuses('in-future', 'receivedAt')
  })
  test('days after the receipt without a reason', () => {
    const late = { ...call, receivedAt: '2026-11-18T04:00:00.000Z' }
    given(openComplaint, { found }).when(late).refuses('late-reason-missing', 'lateReason')
    given(openComplaint, { found })
      .when({ ...late, lateReason: '周末值班记录周一转来' })
      .accepts()
  })
})

test('a title says the device and the first sentence', () => {
  expect(titleFrom('输液泵', '输液泵报警。已停用')).toBe('输液泵报警')
  expect(titleFrom(null, `${'很'.repeat(50)}长`)).toHaveLength(40)
})
