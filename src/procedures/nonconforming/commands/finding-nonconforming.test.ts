import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { hospital, MORNING, maker, someGoods, someNonconforming } from '../nonconforming.example.ts'
import { markNonconforming } from './mark-nonconforming.ts'
import { reportNonconforming } from './report-nonconforming.ts'

const TOMORROW = '2026-11-21T04:00:00.000Z'
const LOT = '11111111-1111-4111-8111-111111111111'
const PARTY = '22222222-2222-4222-8222-222222222222'
const nobody = { customer: null, supplier: null, chosenCause: null }
const goods = someGoods()

describe('a report', () => {
  const report = {
    source: 'storage',
    lotId: LOT,
    quantity: 30,
    zone: 'qualified',
    finding: '内包装封口发白，疑似漏气',
  } as const
  const found = { goods, ...nobody }

  test('writes down lot, zone and supplier, and starts the clocks of mark and re-check', () => {
    const { change, to } = given(reportNonconforming, { found }).when(report).accepts()
    expect(to).toBe('reported')
    expect(change.set).toMatchObject({
      productName: goods.productName,
      zone: 'qualified',
      foundZone: 'qualified',
      quantityHere: 30,
      supplierName: maker.name,
      foundAt: NOON,
      category: 'other',
    })
    expect(change.open?.map(item => item.deadline)).toEqual(['mark', 'recheck'])
  })
  test('whose mark hangs already starts the re-check alone; the yellow zones need no mark', () => {
    const marked = given(reportNonconforming, { found })
      .when({ ...report, marked: true })
      .accepts()
    expect(marked.change.set).toMatchObject({ markedAt: NOON })
    expect(marked.change.open?.map(item => item.deadline)).toEqual(['recheck'])
    const returned = given(reportNonconforming, { found, actor: someone('quality') })
      .when({ ...report, source: 'return', zone: 'return' })
      .accepts()
    expect(returned.change.open?.map(item => item.deadline)).toEqual(['recheck'])
  })
  test('of what quality judged already goes on without a second check', () => {
    const judged = { ...report, source: 'return', zone: 'return', judgement: '退货检查判定不合格' }
    const { change, to } = given(reportNonconforming, { found, actor: someone('quality') })
      .when(judged)
      .accepts()
    expect(to).toBe('confirmed')
    expect(change.set).toMatchObject({ recheckResult: 'nonconforming', target: 'unqualified' })
    expect(change.open).toEqual([])
    given(reportNonconforming, { found, actor: someone('warehouse') })
      .when(judged)
      .refuses('judgement-by-quality', 'judgement')
  })
  test('of goods refused on arrival comes from the inspector, and lies in the waiting zone', () => {
    const refusal = { ...report, source: 'acceptance', zone: 'waiting' }
    given(reportNonconforming, { found, actor: someone('warehouse') })
      .when(refusal)
      .refuses('inspector-reports', 'source')
    const inspector = someone('acceptance-inspector')
    given(reportNonconforming, { found, actor: inspector })
      .when({ ...refusal, zone: 'qualified' })
      .refuses('not-waiting', 'zone')
    given(reportNonconforming, { found, actor: inspector }).when(refusal).accepts()
  })
  test('of a refused arrival needs no re-check where the company switched it off', () => {
    const { change, to } = given(reportNonconforming, {
      found,
      actor: someone('acceptance-inspector'),
      policy: { 'inbound.qa_recheck': false },
    })
      .when({ ...report, source: 'acceptance', zone: 'waiting' })
      .accepts()
    expect(to).toBe('to-move')
    expect(change.set).toMatchObject({ target: 'return', recheckResult: 'nonconforming' })
  })
  test('of goods at a customer needs the customer, and no more than it has', () => {
    const there = { ...report, zone: undefined, atCustomer: true, partyId: PARTY, source: 'complaint' }
    const quality = someone('quality')
    given(reportNonconforming, { found, actor: quality })
      .when({ ...there, partyId: undefined })
      .refuses('customer-missing', 'partyId')
    const here = { ...found, customer: hospital }
    given(reportNonconforming, { found: here, actor: quality })
      .when({ ...there, quantity: 301 })
      .refuses('more-than-delivered', 'quantity')
    const { change } = given(reportNonconforming, { found: here, actor: quality }).when(there).accepts()
    expect(change.set).toMatchObject({ zone: null, warehouseId: null, quantityHere: 0, partyName: hospital.name })
    const judged = given(reportNonconforming, { found: here, actor: quality })
      .when({ ...there, judgement: '远程照片判定不合格' })
      .accepts()
    expect(judged.to).toBe('isolated')
  })
  test('is refused for more units than lie there unreported, or without a zone', () => {
    given(reportNonconforming, { found })
      .when({ ...report, quantity: 501 })
      .refuses('more-than-there', 'quantity')
    given(reportNonconforming, { found })
      .when({ ...report, zone: undefined })
      .refuses('zone-missing', 'zone')
  })
  test('names every serial, once, and each of them there', () => {
    const tracked = { ...found, goods: someGoods({ isSerialTracked: true, serialsThere: ['A1', 'A2'] }) }
    const two = { ...report, quantity: 2 }
    given(reportNonconforming, { found: tracked }).when(two).refuses('serials-missing', 'serials')
    given(reportNonconforming, { found: tracked })
      .when({ ...two, serials: ['A1', 'A1'] })
      .refuses('serials-missing', 'serials')
    given(reportNonconforming, { found: tracked })
      .when({ ...two, serials: ['A1', 'A9'] })
      .refuses('serial-not-there', 'serials')
    given(reportNonconforming, { found: tracked })
      .when({ ...two, serials: ['A1', 'A2'] })
      .accepts()
  })
  test('is refused for a lot, a supplier or a cause that is not there, or a finding that lies ahead', () => {
    given(reportNonconforming, { found: { ...found, goods: null } })
      .when(report)
      .refuses('no-such-lot', 'lotId')
    given(reportNonconforming, { found })
      .when({ ...report, supplierId: PARTY })
      .refuses('no-such-supplier', 'supplierId')
    given(reportNonconforming, { found })
      .when({ ...report, complaintId: PARTY })
      .refuses('no-such-cause', 'complaintId')
    given(reportNonconforming, { found })
      .when({ ...report, holdId: PARTY })
      .refuses('no-such-cause', 'holdId')
    given(reportNonconforming, { found })
      .when({ ...report, foundAt: TOMORROW })
      .refuses('in-future', 'foundAt')
  })
  test('keeps its cause: linked by hand, left to the kernel when another step starts it', () => {
    const chosenCause = { procedure: 'stop-sale', id: PARTY, number: 'TT-2026-00003' }
    const byHand = given(reportNonconforming, { found: { ...found, chosenCause } })
      .when({ ...report, holdId: PARTY })
      .accepts()
    expect(byHand.change.set).toMatchObject({ causeNumber: 'TT-2026-00003' })
    expect(byHand.change.link).toHaveLength(1)
    const started = given(reportNonconforming, { found, actor: { ...someone('quality'), via: 'system' } })
      .when({ ...report, cause: chosenCause })
      .accepts()
    expect(started.change.set).toMatchObject({ causeProcedure: 'stop-sale' })
    expect(started.change.link).toBeUndefined()
  })
  test('is made by those who handle goods', () => {
    given(reportNonconforming, { found, actor: someone('finance') })
      .when(report)
      .refuses('role')
  })
})

describe('the mark', () => {
  const record = someNonconforming()

  test('hangs with number and time, and meets its clock', () => {
    const { change } = given(markNonconforming, { record }).when({ count: 3, markedAt: MORNING }).accepts()
    expect(change.set).toMatchObject({ markedAt: MORNING, markCount: 3 })
    expect(change.meet).toEqual([{ deadline: 'mark', at: MORNING }])
  })
  test('is not hung twice, nor where the zone itself is marked, nor at a customer', () => {
    given(markNonconforming, { record: someNonconforming({ markedAt: MORNING }) })
      .when({})
      .refuses('marked-already')
    given(markNonconforming, { record: someNonconforming({ foundZone: 'return', zone: 'return' }) })
      .when({})
      .refuses('no-mark-needed')
  })
  test('hangs between finding and now', () => {
    given(markNonconforming, { record }).when({ markedAt: TOMORROW }).refuses('in-future', 'markedAt')
    given(markNonconforming, { record }).when({ markedAt: '2026-11-19T04:00:00.000Z' }).refuses('too-early', 'markedAt')
  })
})
