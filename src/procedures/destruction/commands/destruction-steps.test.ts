import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aCheckedDestruction, aDestruction, aLine, aReportedDestruction, waitingGoods } from '../destruction.example.ts'
import { attachDestruction } from './attach-destruction.ts'
import { destroyDestruction } from './destroy-destruction.ts'
import { fileDestruction } from './file-destruction.ts'
import { listDestruction } from './list-destruction.ts'
import { reportDestruction } from './report-destruction.ts'
import { approveDestruction, checkDestruction } from './sign-destruction.ts'
import { takeOffDestruction } from './take-off-destruction.ts'
import { voidDestruction } from './void-destruction.ts'

const ONE = '44444444-4444-4444-8444-444444444444'
const TWO = '55555555-5555-4555-8555-555555555555'
const PHOTO = '66666666-6666-4666-8666-666666666666'

describe('the list', () => {
  test('holds what waits, with its sums', () => {
    const other = waitingGoods({
      nonconformingId: TWO,
      nonconformingNumber: 'BH-2026-00008',
      quantity: 5,
      value: 1_925,
    })
    const { change, to } = given(listDestruction, { found: { waiting: [waitingGoods(), other] } })
      .when({})
      .accepts()
    expect(to).toBe('listed')
    expect(change.set).toMatchObject({ lineCount: 2, quantity: 25, value: 9_625, special: false, onSite: false })
    expect(change.rows).toMatchObject([
      { child: 'line', insert: { place: 1, nonconformingId: ONE } },
      { child: 'line', insert: { place: 2, nonconformingId: TWO } },
    ])
  })
  test('is refused for nothing, for goods that are not written off, for more than it can hold', () => {
    given(listDestruction, { found: { waiting: [] } })
      .when({})
      .refuses('nothing-waits')
    given(listDestruction, { found: { waiting: [waitingGoods()] } })
      .when({ nonconformingIds: [ONE, TWO] })
      .refuses('not-written-off', 'nonconformingIds')
    const many = Array.from({ length: 201 }, () => waitingGoods())
    given(listDestruction, { found: { waiting: many } })
      .when({})
      .refuses('list-too-long', 'nonconformingIds')
  })
  test('is of one place', () => {
    const there = waitingGoods({ nonconformingId: TWO, atCustomer: true, partyId: idOf('hospital'), zone: null })
    given(listDestruction, { found: { waiting: [waitingGoods(), there] } })
      .when({ nonconformingIds: [ONE, TWO] })
      .refuses('several-places', 'nonconformingIds')
    const { change } = given(listDestruction, { found: { waiting: [there] } })
      .when({ nonconformingIds: [TWO] })
      .accepts()
    expect(change.set).toMatchObject({ onSite: true, partyId: idOf('hospital') })
  })
  test('is made by the keeper', () => {
    given(listDestruction, { found: { waiting: [waitingGoods()] }, actor: someone('quality') })
      .when({})
      .refuses('role')
  })
  test('loses a line with a reason, but not the last', () => {
    const lines = [aLine(), aLine({ id: idOf('line 2'), place: 2, nonconformingId: TWO, quantity: 5, value: 1_925 })]
    const { change } = given(takeOffDestruction, { record: aDestruction({ lineCount: 2 }), facts: { lines } })
      .when({ nonconformingId: TWO, reason: '供货者同意收回' })
      .accepts()
    expect(change.set).toMatchObject({ lineCount: 1, quantity: 20, value: 7_700 })
    expect(change.rows).toMatchObject([{ id: idOf('line 2'), set: { takenOffAt: NOON } }])
    given(takeOffDestruction, { record: aDestruction(), facts: { lines: [aLine()] } })
      .when({ nonconformingId: ONE, reason: '供货者同意收回' })
      .refuses('last-line', 'nonconformingId')
    given(takeOffDestruction, { record: aDestruction(), facts: { lines } })
      .when({ nonconformingId: PHOTO, reason: '供货者同意收回' })
      .refuses('not-on-list', 'nonconformingId')
  })
  test('is voided while nobody has reported it', () => {
    const { to } = given(voidDestruction, { record: aDestruction() }).when({ reason: '重复列单' }).accepts()
    expect(to).toBe('voided')
    given(voidDestruction, { record: aReportedDestruction() }).when({ reason: '重复列单' }).refuses('state')
  })
})

describe('the report', () => {
  const report = { reason: '已报损，无使用价值', method: 'incineration', place: '处置厂', plannedOn: '2026-11-24' }

  test('says why, how, where and when, and keeps its writer', () => {
    const { change, to } = given(reportDestruction, { record: aDestruction() }).when(report).accepts()
    expect(to).toBe('reported')
    expect(change.set).toMatchObject({ reportedById: someone('quality').id, plannedMethod: 'incineration' })
  })
  test('of specially controlled devices tells the regulator', () => {
    const special = aDestruction({ special: true })
    given(reportDestruction, { record: special }).when(report).refuses('regulator-not-told', 'regulatorNotice')
    given(reportDestruction, { record: special })
      .when({ ...report, regulatorNotice: '金水区市场监管局 11-22' })
      .accepts()
  })
  test('plans for a day to come, and is written by quality', () => {
    given(reportDestruction, { record: aDestruction() })
      .when({ ...report, plannedOn: '2026-11-19' })
      .refuses('planned-in-past', 'plannedOn')
    given(reportDestruction, { record: aDestruction(), actor: someone('warehouse') })
      .when(report)
      .refuses('role')
  })
})

describe('the approvals', () => {
  const record = aReportedDestruction()
  const signing = (key: string, last = false) => ({ key, last })

  test('begin with the deputy manager for business, who is not the writer', () => {
    const { change, to } = given(approveDestruction, { record, signing: signing('approval') })
      .when({ agree: true })
      .accepts()
    expect(to).toBe('approved')
    expect(change.set).toMatchObject({ approvedAt: NOON })
    const writer = { ...someone('business-deputy'), id: record.reportedById ?? '' }
    expect(
      given(approveDestruction, { record, actor: writer, signing: signing('approval') }).standsAgainst(),
    ).toContain('SG07')
  })
  test('end with warehouse and finance, whoever is the last', () => {
    const approved = aReportedDestruction({ state: 'approved', approvedAt: NOON, approvedByName: '方正' })
    const first = given(checkDestruction, { record: approved, signing: signing('warehouse') })
      .when({})
      .accepts()
    expect(first.to).toBe('approved')
    const last = given(checkDestruction, {
      record: approved,
      actor: someone('finance'),
      signing: signing('finance', true),
    })
      .when({ note: '金额相符' })
      .accepts()
    expect(last.to).toBe('checked')
    expect(last.change).toMatchObject({ note: '金额相符', set: { checkedAt: NOON } })
  })
  test('send the list back with a reason', () => {
    given(approveDestruction, { record, signing: signing('approval') })
      .when({ agree: false })
      .refuses('note-missing', 'note')
    const { change, to } = given(approveDestruction, { record, signing: signing('approval') })
      .when({ agree: false, note: '先问供货者' })
      .accepts()
    expect(to).toBe('listed')
    expect(change).toMatchObject({ decline: true, note: '先问供货者', set: { declinedNote: '先问供货者' } })
    const approved = aReportedDestruction({ state: 'approved', approvedAt: NOON })
    given(checkDestruction, { record: approved, signing: signing('warehouse') })
      .when({ agree: false })
      .refuses('note-missing', 'note')
    expect(
      given(checkDestruction, { record: approved, signing: signing('warehouse') })
        .when({ agree: false, note: '数量不符' })
        .accepts().to,
    ).toBe('listed')
  })
})

describe('the destruction', () => {
  const record = aCheckedDestruction()
  const facts = { lines: [aLine(), aLine({ id: idOf('off'), place: 2, takenOffAt: NOON, takenOffReason: '收回' })] }
  const destroying = {
    destroyedAt: NOON,
    place: '豫康医废处置厂',
    method: 'medical-waste',
    process: '过磅后投入焚烧炉，全程录像。',
    witnesses: [
      { name: '蒋涛', unit: '仓储部' },
      { name: '刘洋', unit: '处置厂' },
    ],
    photographs: [PHOTO],
  }

  test('takes the goods of each line that stands out of the stock, for the record that wrote them off', () => {
    const { change, to } = given(destroyDestruction, { record, facts }).when(destroying).accepts()
    expect(to).toBe('destroyed')
    expect(change.start).toMatchObject([
      { command: 'nonconforming.record-destroyed', on: ONE, input: { destructionNumber: 'XH-2026-00001' } },
      {
        command: 'lot.leave',
        input: {
          from: 'unqualified',
          way: 'destroyed',
          quantity: 20,
          document: 'XH-2026-00001',
          cause: { procedure: 'nonconforming', number: 'BH-2026-00007' },
        },
      },
    ])
    expect(change.attach).toEqual([{ id: PHOTO, purpose: 'destruction-photo' }])
    expect(change.rows).toHaveLength(2)
  })
  test('on site takes them from the customer', () => {
    const there = { lines: [aLine({ atCustomer: true, zone: null, partyId: idOf('hospital') })] }
    const { change } = given(destroyDestruction, { record: aCheckedDestruction({ onSite: true }), facts: there })
      .when(destroying)
      .accepts()
    expect(change.start?.[1]).toMatchObject({
      command: 'lot.destroy-at-customer',
      input: { partyId: idOf('hospital'), quantity: 20 },
    })
  })
  test('has two different witnesses, neither of them its organiser, and photographs', () => {
    const [one] = destroying.witnesses
    for (const witnesses of [[], [one], [one, one]])
      given(destroyDestruction, { record, facts })
        .when({ ...destroying, witnesses })
        .refuses('witnesses-missing', 'witnesses')
    given(destroyDestruction, { record, facts })
      .when({ ...destroying, witnesses: [one, { name: 'quality 甲', unit: '质管部' }] })
      .refuses('witness-is-organiser', 'witnesses')
    given(destroyDestruction, { record, facts })
      .when({ ...destroying, photographs: [] })
      .refuses('photographs-missing', 'photographs')
  })
  test('of specially controlled devices never happens without the regulator', () => {
    const special = aCheckedDestruction({ special: true })
    const refusal = given(destroyDestruction, { record: special, facts })
      .when(destroying)
      .refuses('regulator-missing', 'regulatorUnit')
    expect(refusal.clause).toBe('S26-5e')
    given(destroyDestruction, { record: special, facts })
      .when({ ...destroying, regulatorUnit: '金水区市场监管局' })
      .refuses('regulator-missing', 'regulatorName')
    given(destroyDestruction, { record: special, facts })
      .when({
        ...destroying,
        regulatorUnit: '金水区市场监管局',
        regulatorName: '丁一',
        regulatorDocument: '〔2026〕7号',
      })
      .accepts()
  })
  test('lies between the approvals and now', () => {
    given(destroyDestruction, { record, facts })
      .when({ ...destroying, destroyedAt: '2026-11-21T04:00:00.000Z' })
      .refuses('in-future', 'destroyedAt')
    given(destroyDestruction, { record, facts })
      .when({ ...destroying, destroyedAt: '2026-11-20T03:00:00.000Z' })
      .refuses('too-early', 'destroyedAt')
  })
  test('waits for the approvals, on site too unless the company decided otherwise', () => {
    const onSite = { record: aReportedDestruction({ onSite: true }), facts }
    expect(given(destroyDestruction, { record: aReportedDestruction(), facts }).standsAgainst()).toEqual([
      'not-approved',
    ])
    expect(given(destroyDestruction, onSite).standsAgainst()).toEqual(['not-approved'])
    const policy = { 'destruction.onsite_requires_s26': false }
    expect(given(destroyDestruction, { ...onSite, policy }).standsAgainst()).toEqual([])
    expect(given(destroyDestruction, { record: aReportedDestruction(), facts, policy }).standsAgainst()).toEqual([
      'not-approved',
    ])
    given(destroyDestruction, { record: aDestruction(), facts }).when(destroying).refuses('state')
  })
  test('is organised by quality', () => {
    given(destroyDestruction, { record, facts, actor: someone('warehouse') })
      .when(destroying)
      .refuses('role')
  })
})

test('its papers are filed by quality, and files may be added at any time', () => {
  const { change, to } = given(fileDestruction, {
    record: aCheckedDestruction({ state: 'destroyed', destroyedAt: NOON }),
  })
    .when({ fileNo: 'ZL-2026-11' })
    .accepts()
  expect(to).toBe('filed')
  expect(change.set).toMatchObject({ fileNo: 'ZL-2026-11', filedAt: NOON })
  given(fileDestruction, { record: aCheckedDestruction() }).when({}).refuses('state')
  const attached = given(attachDestruction, { record: aDestruction({ state: 'filed' }) })
    .when({ attachments: [PHOTO], purpose: 'supervision' })
    .accepts()
  expect(attached.change.attach).toEqual([{ id: PHOTO, purpose: 'supervision' }])
})
