import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffRow, someone } from '../../../../test/given.ts'
import { complaintWaits } from '../gates.ts'
import { aLine, aReturn, aTrade, aVerdict } from '../return.example.ts'
import { checkFinance } from './check-finance-return.ts'
import { closeReturn } from './close-return.ts'
import { exchangeReturn } from './exchange-return.ts'
import { noteReturn } from './note-return.ts'
import { passOn } from './pass-on-return.ts'
import { readAlert } from './read-alert-return.ts'
import { recordCorrectiveAction } from './record-corrective-action-return.ts'
import { refundReturn } from './refund-return.ts'
import { reviewNote } from './review-note-return.ts'
import { sendNote } from './send-note-return.ts'
import { totalReturn } from './total-return.ts'

const facts = { openNonconforming: [] }
const stillOpen = { openNonconforming: [{ id: idOf('nc'), number: 'BHG-2026-00003' }] }

describe('an exchange', () => {
  const record = aReturn({ state: 'stocked-in' })
  const input = { replacementOrderNo: 'CK-2026-00891' }
  test('names the replacement and starts the clock of the statistics', () => {
    const { change, to } = given(exchangeReturn, { record, facts }).when(input).accepts()
    expect(to).toBe('settled')
    expect(change).toMatchObject({
      set: { settledAs: 'exchange', replacementOrderNo: 'CK-2026-00891' },
      open: [{ deadline: 'statistics', from: NOON }],
    })
  })
  test('of unsaleable goods is like for like', () => {
    expect(
      given(exchangeReturn, { record, facts })
        .when({ ...input, sameProduct: false, note: '换新款' })
        .refuses('like-for-like', 'sameProduct').clause,
    ).toBe('S02-4.2.7c')
  })
  test('that differs from the wish or the product says why', () => {
    const wish = aReturn({ state: 'stocked-in', reason: 'quality', wish: 'refund' })
    given(exchangeReturn, { record: wish, facts }).when(input).refuses('change-unexplained', 'note')
    given(exchangeReturn, { record: wish, facts })
      .when({ ...input, note: '客户改为换货' })
      .accepts()
    const other = aReturn({ state: 'stocked-in', reason: 'quality' })
    given(exchangeReturn, { record: other, facts })
      .when({ ...input, sameProduct: false })
      .refuses('change-unexplained', 'note')
  })
  test('waits until goods at the customer are destroyed', () => {
    const onSite = aReturn({ state: 'on-site', way: 'on-site', reason: 'quality' })
    expect(
      given(exchangeReturn, { record: onSite, facts: stillOpen }).when(input).refuses('not-destroyed').sentence.zh,
    ).toContain('BHG-2026-00003')
    given(exchangeReturn, { record: onSite, facts }).when(input).accepts()
    given(exchangeReturn, { record, facts: stillOpen }).when(input).accepts()
    given(exchangeReturn, { record, facts, actor: someone('driver') })
      .when(input)
      .refuses('role')
  })
})

describe('a refund', () => {
  const record = aReturn({ state: 'stocked-in', route: 'contract', reason: 'quality', wish: 'refund' })
  test('is released by finance', () => {
    const { change, to } = given(refundReturn, { record, facts }).when({ amount: 6000 }).accepts()
    expect([to, change.set?.refundAmount]).toEqual(['settled', 6000])
    given(refundReturn, { record, facts, actor: someone('sales') })
      .when({ amount: 6000 })
      .refuses('role')
  })
  test('is never more than the goods cost, and says why it differs', () => {
    given(refundReturn, { record, facts }).when({ amount: 6001 }).refuses('more-than-paid', 'amount')
    given(refundReturn, { record, facts }).when({ amount: 5000 }).refuses('change-unexplained', 'note')
    given(refundReturn, { record, facts }).when({ amount: 5000, note: '扣拒签部分' }).accepts()
    const unpriced = { ...record, amount: null }
    const unknown = given(refundReturn, { record: unpriced, facts }).when({ amount: 99_999_999 })
    expect(unknown.refuses('price-unknown', 'note').clause).toBe('S02-4.2.7d')
    given(refundReturn, { record: unpriced, facts }).when({ amount: 5000, note: '按发票 0371-88' }).accepts()
    given(refundReturn, { record: { ...record, wish: 'exchange' }, facts })
      .when({ amount: 6000 })
      .refuses('change-unexplained', 'note')
  })
  test('is not for unsaleable goods of dealers, nor before destruction on site', () => {
    given(refundReturn, { record: aReturn({ state: 'stocked-in' }), facts })
      .when({ amount: 6000 })
      .refuses('unsaleable-is-exchanged')
    given(refundReturn, { record: { ...record, state: 'on-site' }, facts: stillOpen })
      .when({ amount: 6000 })
      .refuses('not-destroyed')
  })
})

describe('the statistics', () => {
  const record = aReturn({ state: 'settled', settledAs: 'exchange' })
  const stock = {
    lines: [aLine()],
    verdicts: [aVerdict({ quantity: 38 }), aVerdict({ id: idOf('v2'), quantity: 2, takenIn: false })],
  }
  const totalling = (input: Record<string, unknown>, exchanged = 0, over: Parameters<typeof aReturn>[0] = {}) =>
    given(totalReturn, {
      record: { ...record, ...over },
      facts: stock,
      found: { trade: aTrade({ purchased: 1000, exchanged }) },
    }).when(input)
  const input = { quantity: 38, amount: 5700 }

  test('agree with what was stocked in, and start the clock of the return note', () => {
    const { change, to } = totalling(input).accepts()
    expect(to).toBe('totalled')
    expect(change.set).toMatchObject({ totalQuantity: 38, totalAmount: 5700, customerRatePct: 3.8 })
    expect(change.open).toEqual([{ deadline: 'return-note', from: NOON }])
    expect(change.seek).toEqual([])
    expect(totalling({ ...input, quantity: 40 }).refuses('other-quantity', 'quantity').sentence.zh).toContain('38')
  })
  test('alert sales and leadership when the rate is over (S02-3.8c)', () => {
    const { change } = totalling(input, 20).accepts()
    expect(change.set?.alert).toContain('5.8%，超过规定的 5%')
    expect(change.seek).toEqual([{ chain: 'alert' }])
    expect(change.open).toContainEqual({ deadline: 'alert', from: NOON })
    expect(totalling(input, 20, { reason: 'quality' }).accepts().change.seek).toEqual([])
  })
  test('count the lines when goods are destroyed on site', () => {
    totalling({ quantity: 40, amount: 6000 }, 0, { way: 'on-site' }).accepts()
  })
  test('are entered by the statistician', () => {
    given(totalReturn, { record, facts: stock, actor: someone('sales-clerk') })
      .when(input)
      .refuses('role')
  })
})

describe('the return note', () => {
  test('is reviewed once the statistics are done (S02-4.2.9a)', () => {
    expect(
      given(reviewNote, { record: aReturn({ state: 'totalled' }) })
        .when({})
        .accepts().change.set,
    ).toMatchObject({ noteReviewedAt: NOON })
    given(reviewNote, { record: aReturn({ state: 'settled' }) })
      .when({})
      .refuses('state')
    given(reviewNote, { record: aReturn({ state: 'totalled' }), actor: someone('sales') })
      .when({})
      .refuses('role')
  })
  test('is sent with the printed note, and stops the clock', () => {
    const record = aReturn({
      state: 'note-reviewed',
      settledAs: 'exchange',
      replacementOrderNo: 'CK-1',
      totalQuantity: 38,
      totalAmount: 5700,
    })
    const { change, to } = given(sendNote, { record, facts: { lines: [aLine()] } })
      .when({ receivedBy: '赵经理' })
      .accepts()
    expect([to, change.meet]).toEqual(['note-sent', [{ deadline: 'return-note' }]])
    expect(change.start).toMatchObject([
      { command: 'message.write', input: { toContact: '赵经理', form: { form: 'return-note', id: record.id } } },
    ])
    expect(change.start?.[0]?.input).toMatchObject({
      body: expect.stringContaining('金额 57.00 元；处理结果：换货（换货单 CK-1）'),
    })
    given(sendNote, { record: aReturn({ state: 'totalled' }), facts: { lines: [] } })
      .when({})
      .refuses('state')
    given(sendNote, { record, facts: { lines: [] }, actor: someone('finance') })
      .when({})
      .refuses('role')
  })
})

describe('finance', () => {
  test('looks whenever it wants, and what it finds is signed for', () => {
    const record = aReturn({ state: 'inspecting' })
    const seen = given(checkFinance, { record }).when({ note: '金额与明细一致' }).accepts()
    expect(seen.to).toBe('inspecting')
    expect(seen.change.rows).toMatchObject([{ child: 'note', insert: { kind: 'finance-inspection' } }])
    expect(seen.change.seek).toEqual([])
    const raised = given(checkFinance, { record }).when({ note: '单价高于合同', problem: true }).accepts()
    expect(raised.change).toMatchObject({
      set: { alert: '单价高于合同' },
      seek: [{ chain: 'alert' }],
      open: [{ deadline: 'alert', from: NOON }],
    })
    given(checkFinance, { record, actor: someone('finance') })
      .when({ note: '单价高于合同' })
      .refuses('role')
  })
  test('is answered by the head of sales and the general manager; the second stops the clock', () => {
    const record = aReturn({ state: 'totalled', alert: '调换率超限' })
    const reading = (key: string, last: boolean) =>
      given(readAlert, { record, signing: { key, last }, actor: someone(key) })
    expect(reading('sales-head', false).when({ measure: '暂停该客户调换' }).accepts().change.meet).toEqual([])
    expect(reading('general-manager', true).when({ measure: '同意' }).accepts().change).toMatchObject({
      note: '同意',
      meet: [{ deadline: 'alert' }],
    })
    reading('sales-head', false).when({}).refuses('bad-input', 'measure')
    reading('finance-head', false).when({ measure: '同意' }).refuses('role')
  })
})

describe('the corrective action', () => {
  const record = aReturn({ state: 'stocked-in', correctiveAction: '核查同批库存' })
  test('is recorded once by the department, when one was asked', () => {
    const { change } = given(recordCorrectiveAction, { record }).when({ result: '已核查 3 批，无异常' }).accepts()
    expect(change).toMatchObject({ set: { correctiveDoneAt: NOON }, meet: [{ deadline: 'corrective-action' }] })
    const input = { result: '已核查' }
    given(recordCorrectiveAction, { record: aReturn({ state: 'stocked-in' }) })
      .when(input)
      .refuses('no-action-asked')
    given(recordCorrectiveAction, { record: { ...record, correctiveDoneAt: NOON } })
      .when(input)
      .refuses('action-recorded')
    given(recordCorrectiveAction, { record, actor: someone('driver') })
      .when(input)
      .refuses('role')
  })
})

describe('beside the course', () => {
  const record = aReturn({ state: 'reviewing' })
  const other = { id: idOf('other'), name: '洛阳某经销商' }
  test('sales notes its help and oversight; its head arranges moves between dealers', () => {
    const help = { kind: 'assistance', content: '协助客户装箱' }
    given(noteReturn, { record, actor: someone('sales-rep'), found: { otherParty: null } })
      .when(help)
      .accepts()
    const move = { kind: 'dealer-transfer', content: '调 40 支给洛阳', otherPartyId: other.id }
    const head = { record, actor: someone('sales-head') }
    const { change } = given(noteReturn, { ...head, found: { otherParty: other } })
      .when(move)
      .accepts()
    expect(change.rows).toMatchObject([{ insert: { kind: 'dealer-transfer', otherPartyName: other.name } }])
    given(noteReturn, { record, actor: someone('sales'), found: { otherParty: other } })
      .when(move)
      .refuses('transfer-by-head', 'kind')
    given(noteReturn, { ...head, found: { otherParty: null } })
      .when(move)
      .refuses('other-dealer', 'otherPartyId')
    given(noteReturn, { ...head, found: { otherParty: { ...other, id: record.partyId } } })
      .when(move)
      .refuses('other-dealer')
    given(noteReturn, { record, actor: someone('quality') })
      .when(help)
      .refuses('role')
  })
  test('the head of the warehouse passes goods on for rework', () => {
    const input = { department: 'technology', content: '2 台返修' }
    const { change } = given(passOn, { record: aReturn({ state: 'stocked-in' }) })
      .when(input)
      .accepts()
    expect(change.rows).toMatchObject([{ insert: { kind: 'passed-on', department: 'technology' } }])
    given(passOn, { record: aReturn({ state: 'inspecting' }) })
      .when(input)
      .refuses('state')
    given(passOn, { record: aReturn({ state: 'stocked-in' }), actor: someone('warehouse') })
      .when(input)
      .refuses('role')
  })
})

describe('closing', () => {
  const record = aReturn({ state: 'note-sent' })
  test('ends the return when nothing is open', () => {
    expect(given(closeReturn, { record }).when({}).accepts()).toMatchObject({
      to: 'closed',
      change: { set: { closedAt: NOON } },
    })
    given(closeReturn, { record: aReturn({ state: 'totalled' }) })
      .when({})
      .refuses('state')
    given(closeReturn, { record, actor: someone('sales') })
      .when({})
      .refuses('role')
  })
  test('waits for the told refusal, the corrective action and the alert, and says all of it', () => {
    const open = { ...record, refusedQuantity: 2, correctiveAction: '核查' }
    const signOffs = [signOffRow({ chain: 'alert', step: 1, outcome: 'pending' })]
    expect(given(closeReturn, { record: open, signOffs }).standsAgainst()).toEqual([
      'refusal-open',
      'action-open',
      'alert-open',
    ])
    given(closeReturn, { record: { ...open, refusalToldAt: NOON } })
      .when({})
      .refuses('action-open')
  })
})

test('a complaint does not close while a return of it is open', () => {
  const ask = (held: object[]) =>
    complaintWaits.guard?.({ record: { number: 'TS-2026-00042' }, facts: { held } } as never)?.filter(Boolean)
  expect(ask([])).toEqual([])
  expect(ask([{ id: idOf('return'), number: 'TH-2026-00007' }])).toMatchObject([
    { code: 'return-open', sentence: { zh: '要关闭 TS-2026-00042，请先办完退货 TH-2026-00007。' } },
  ])
})
