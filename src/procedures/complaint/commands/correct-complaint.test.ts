import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint, MORNING } from '../complaint.example.ts'
import { correctComplaint } from './correct-complaint.ts'

const reason = '客户复述时听错'
const running = { clocks: ['contact', 'verification', 'opinion', 'completion'] }
const found = { party: null, device: { product: null, lot: null } }
const around = { record: aComplaint(), facts: running, found }

test('the old value is kept beside the new one, with who, when and why', () => {
  const { change } = given(correctComplaint, around).when({ lotNo: 'L20260319', reason }).accepts()
  expect(change.set).toEqual({ lotNo: 'L20260319' })
  expect(change.correct).toEqual([{ field: 'lotNo', was: 'L20260318', now: 'L20260319', reason }])
  expect(change.open).toEqual([])
})
test('the sentence names what was corrected, though the record says the new value by then', () => {
  const { told } = given(correctComplaint, around).when({ lotNo: 'L20260319', reason }).accepts()
  const after = { ...around.record, lotNo: 'L20260319' }
  expect(told(after)).toEqual({ zh: `更正批号：${reason}`, en: `corrected Lot no.: ${reason}` })
})
test('what stays the same is no correction', () => {
  const { change } = given(correctComplaint, around).when({ lotNo: 'L20260318', serial: 'SP5-9', reason }).accepts()
  expect(change.correct?.map(item => item.field)).toEqual(['serial'])
})
test('a value may be cleared', () => {
  const { change } = given(correctComplaint, around).when({ serial: null, reason }).accepts()
  expect(change.correct).toEqual([{ field: 'serial', was: 'SP5-081144', now: null, reason }])
})
test('another customer brings its own name and place', () => {
  const party = {
    id: idOf('other'),
    name: '洛阳瀍东医院',
    customerKind: 'hospital',
    isCustomer: true,
    state: 'active',
    locality: 'out-of-town' as const,
    province: '河南省',
    city: '洛阳市',
    regionCode: '410304',
    address: null,
    phones: [],
    fax: null,
    email: null,
  }
  const { change } = given(correctComplaint, { ...around, found: { ...found, party } })
    .when({ partyId: party.id, reason })
    .accepts()
  expect(change.set).toMatchObject({
    partyId: party.id,
    partyName: '洛阳瀍东医院',
    locality: 'out-of-town',
    city: '洛阳市',
  })
  expect(change.correct?.map(item => item.field)).toContain('partyName')
})
test('another product brings model, registration and manufacturer', () => {
  const product = {
    id: idOf('other pump'),
    name: '注射泵',
    model: 'ZS-2',
    spec: '',
    registrationNo: '豫械注准20212140319',
    deviceClass: 'II',
    unit: '台',
    udiDi: null,
    isImplant: false,
    manufacturerId: idOf('maker'),
    manufacturerName: '河南衡泽医疗科技有限公司',
  }
  const { change } = given(correctComplaint, { ...around, found: { ...found, device: { product, lot: null } } })
    .when({ productId: product.id, reason })
    .accepts()
  expect(change.set).toMatchObject({
    productName: '注射泵',
    model: 'ZS-2',
    udiDi: null,
    manufacturerName: '河南衡泽医疗科技有限公司',
  })
})

describe('clocks', () => {
  test('are counted again from an earlier receipt; the kernel moves them only earlier', () => {
    const receivedAt = '2026-11-19T08:00:00.000Z'
    const { change } = given(correctComplaint, around).when({ receivedAt, reason }).accepts()
    expect(change.open).toEqual(running.clocks.map(deadline => ({ deadline, from: receivedAt })))
  })
  test('that were met are not opened again', () => {
    const { change } = given(correctComplaint, { ...around, facts: { clocks: ['completion'] } })
      .when({ receivedAt: '2026-11-19T08:00:00.000Z', reason })
      .accepts()
    expect(change.open?.map(clock => clock.deadline)).toEqual(['completion'])
  })
  test('of the investigation start from the receipt when service turns out to be quality', () => {
    const { change } = given(correctComplaint, {
      ...around,
      record: aServiceComplaint(),
      facts: { clocks: ['contact'] },
    })
      .when({ kind: 'quality', reason })
      .accepts()
    expect(change.set).toMatchObject({ kind: 'quality', investigated: true, ownerRole: 'quality' })
    expect(change.open).toContainEqual({ deadline: 'verification', from: MORNING })
  })
  test('of the investigation stay when quality turns out to be service', () => {
    const { change } = given(correctComplaint, around).when({ kind: 'service', reason }).accepts()
    expect(change.set).not.toHaveProperty('investigated')
    expect(change.cancel).toBeUndefined()
  })
  test('of each day start when it turns out to be urgent', () => {
    const contacted = aComplaint({ firstContactAt: MORNING, lastContactAt: MORNING })
    const { change } = given(correctComplaint, { ...around, record: contacted, facts: { clocks: ['completion'] } })
      .when({ functionLost: 'yes', urgency: 'urgent', reason })
      .accepts()
    expect(change.set).toMatchObject({ urgency: 'urgent', dailyContactDay: '2026-11-21' })
    expect(change.open).toContainEqual({ deadline: 'daily-contact', key: '2026-11-21', from: MORNING })
  })
  test('of a closed complaint stay as they were', () => {
    const closed = aComplaint({ state: 'closed' })
    const { change } = given(correctComplaint, {
      ...around,
      record: closed,
      facts: { clocks: [] },
      actor: someone('quality'),
    })
      .when({ receivedAt: '2026-11-19T08:00:00.000Z', reason })
      .accepts()
    expect(change.open).toEqual([])
  })
})

test('a corrected answer changes the severity, and that is a correction too', () => {
  const { change } = given(correctComplaint, around).when({ couldHarm: 'yes', reason }).accepts()
  expect(change.set).toMatchObject({ couldHarm: 'yes', severity: 'S1' })
  expect(change.correct?.map(item => item.field)).toEqual(['couldHarm', 'severity'])
})

describe('is refused', () => {
  test('without a change, without a reason', () => {
    given(correctComplaint, around).when({ lotNo: 'L20260318', reason }).refuses('nothing-changed', 'reason')
    given(correctComplaint, around).when({ lotNo: 'L1' }).refuses('bad-input', 'reason')
  })
  test('for what must not be empty', () => {
    given(correctComplaint, around).when({ description: null, reason }).refuses('bad-input', 'description')
  })
  test('for what somebody signed', () => {
    given(correctComplaint, around).when({ finding: 'no-defect', reason }).refuses('unknown-field', 'finding')
  })
  test('for customers, products and lots that are not there', () => {
    given(correctComplaint, around)
      .when({ partyId: idOf('nobody'), reason })
      .refuses('no-such-customer', 'partyId')
    given(correctComplaint, around)
      .when({ productId: idOf('nothing'), reason })
      .refuses('no-such-product', 'productId')
    given(correctComplaint, around)
      .when({ lotId: idOf('none'), reason })
      .refuses('lot-of-another-product', 'lotId')
  })
  test('for a receipt in the future or after the registration', () => {
    given(correctComplaint, around)
      .when({ receivedAt: '2026-11-21T04:00:00.000Z', reason })
      .refuses('in-future', 'receivedAt')
    given(correctComplaint, around)
      .when({ receivedAt: NOON, reason })
      .refuses('received-after-registered', 'receivedAt')
  })
  test('for making general what is urgent by definition', () => {
    const record = aComplaint({ urgency: 'urgent', functionLost: 'yes' })
    given(correctComplaint, { ...around, record })
      .when({ urgency: 'general', reason })
      .refuses('urgent-by-definition', 'urgency')
  })
  test('after closing by others than quality, and after voiding by all', () => {
    const closed = aComplaint({ state: 'closed' })
    given(correctComplaint, { ...around, record: closed })
      .when({ lotNo: 'L1', reason })
      .refuses('closed-by-quality')
    given(correctComplaint, { ...around, record: aComplaint({ state: 'voided' }) })
      .when({ lotNo: 'L1', reason })
      .refuses('state')
    given(correctComplaint, { ...around, actor: someone('finance') })
      .when({ lotNo: 'L1', reason })
      .refuses('role')
  })
})
