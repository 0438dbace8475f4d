import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { hospital, MORNING, monitor } from '../inquiry.example.ts'
import { openFromComplaint } from './open-from-complaint-inquiry.ts'
import { openInquiry, titleFrom } from './open-inquiry.ts'

const found = { party: hospital, product: monitor }
const nothing = { party: null, product: null }
const call = { partyId: hospital.id, productId: monitor.id, description: '臂围 38 厘米能不能用？有没有大号袖带。' }

describe('a request', () => {
  test('needs only who asks and what', () => {
    const { change, to } = given(openInquiry, { found: { ...found, product: null } })
      .when({ partyId: hospital.id, description: call.description })
      .accepts()
    expect(to).toBe('registered')
    expect(change.set).toMatchObject({
      kind: 'enquiry',
      channel: 'telephone',
      urgency: 'general',
      partyName: hospital.name,
      phone: '0371-10550101',
      fax: '0371-10550102',
      title: '臂围 38 厘米能不能用',
      receivedAt: NOON,
      planCount: 0,
    })
  })
  test('names its product with the model, and keeps its attachments', () => {
    const attachments = ['11111111-1111-4111-8111-111111111111']
    const { change } = given(openInquiry, { found })
      .when({ ...call, attachments })
      .accepts()
    expect(change.set).toMatchObject({ productId: monitor.id, productName: '电子血压计 BP-3' })
    expect(change.attach).toEqual([{ id: attachments[0], purpose: 'intake' }])
  })
  test('starts the contact clock at its receipt, X44', () => {
    const { change } = given(openInquiry, { found })
      .when({ ...call, receivedAt: MORNING })
      .accepts()
    expect(change.open).toEqual([{ deadline: 'contact', from: MORNING }])
  })
  test('starts no clock where the company sets none', () => {
    const { change } = given(openInquiry, { found, policy: { 'case.request_clock': 'none' } })
      .when(call)
      .accepts()
    expect(change.open).toEqual([])
  })
  test('may come from somebody who is not in the files', () => {
    const { change } = given(openInquiry, { found: nothing })
      .when({
        partyName: '王女士',
        email: 'wang@example.com',
        productName: '血糖仪',
        description: '试纸开封后能用多久',
        channel: 'e-mail',
      })
      .accepts()
    expect(change.set).toMatchObject({ partyId: null, partyName: '王女士', productName: '血糖仪', channel: 'e-mail' })
  })
})

describe('a request is refused', () => {
  test('from nobody', () => {
    given(openInquiry, { found: nothing }).when({ description: '怎么用' }).refuses('customer-missing', 'partyId')
  })
  test('from somebody who cannot be reached', () => {
    given(openInquiry, { found: nothing })
      .when({ partyName: '王女士', description: '怎么用' })
      .refuses('contact-unusable', 'phone')
  })
  test('for a customer who is not in the files or out of use', () => {
    given(openInquiry, { found: nothing })
      .when({ ...call, productId: undefined })
      .refuses('no-such-customer', 'partyId')
    const gone = { ...found, party: { ...hospital, state: 'inactive' } }
    given(openInquiry, { found: gone }).when(call).refuses('no-such-customer', 'partyId')
  })
  test('for a product that is not in the files', () => {
    given(openInquiry, { found: { ...found, product: null } })
      .when(call)
      .refuses('no-such-product', 'productId')
  })
  test('when it comes tomorrow', () => {
    given(openInquiry, { found })
      .when({ ...call, receivedAt: '2026-11-21T04:00:00.000Z' })
      .refuses('in-future', 'receivedAt')
  })
  test('without a word, and by the warehouse', () => {
    given(openInquiry, { found }).when({ partyId: hospital.id }).refuses('bad-input', 'description')
    given(openInquiry, { found, actor: someone('warehouse') })
      .when(call)
      .refuses('role')
  })
})

test('a title is how the description begins, shortened', () => {
  expect(titleFrom('试纸开封后能用多久？要不要放冰箱。')).toBe('试纸开封后能用多久')
  expect(titleFrom('长'.repeat(60))).toBe(`${'长'.repeat(39)}…`)
})

describe('a complaint that was judged to be none', () => {
  const handed = {
    complaintId: '22222222-2222-4222-8222-222222222222',
    complaintNumber: 'TS-2026-00042',
    reason: '客户只是询问用法',
    receivedAt: MORNING,
    channel: 'telephone',
    urgency: 'general',
    partyId: hospital.id,
    partyName: hospital.name,
    contactPerson: null,
    phone: '0371-10550101',
    fax: null,
    email: null,
    productId: null,
    productName: '电子血压计',
    lotNo: null,
    title: '袖带怎么选',
    question: '袖带怎么选',
    request: null,
  }
  const actor = { ...someone('service-desk'), via: 'system' as const }

  test('goes on with its number, its words and its clock', () => {
    const { change, to } = given(openFromComplaint, { actor })
      .when({ ...handed, kind: 'quality-query' })
      .accepts()
    expect(to).toBe('registered')
    expect(change.set).toMatchObject({
      originComplaintId: handed.complaintId,
      originNumber: 'TS-2026-00042',
      originReason: handed.reason,
      kind: 'query',
      description: '袖带怎么选',
      partyName: hospital.name,
    })
    expect(change.open).toEqual([{ deadline: 'contact', from: MORNING }])
  })
  test('is an enquiry unless it says otherwise, and needs no second first contact', () => {
    const { change } = given(openFromComplaint, { actor })
      .when({ ...handed, firstContactAt: NOON, department: 'sales' })
      .accepts()
    expect(change.set).toMatchObject({ kind: 'enquiry', firstContactAt: NOON, assignedDepartment: 'sales' })
    expect(change.open).toEqual([])
  })
  test('is started by that judgement alone', () => {
    const refusal = given(openFromComplaint).when(handed).refuses('only-from-complaint')
    expect(refusal.kind).toBe('forbidden')
  })
  test('brings its number', () => {
    given(openFromComplaint, { actor })
      .when({ ...handed, complaintNumber: '' })
      .refuses('bad-input', 'complaintNumber')
  })
})
