import { describe, expect, test } from 'vitest'
import { given, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { aLine, aReturn, aTrade, MORNING } from '../return.example.ts'
import { approvalChain } from '../sign-off-chains.ts'
import { approveReturn } from './approve-return.ts'
import { askSpecial } from './ask-special-return.ts'
import { refuseReturn } from './refuse-return.ts'
import { registerFax } from './register-fax-return.ts'
import { reviewReturn } from './review-return.ts'
import { signForReturn } from './sign-for-return.ts'
import { withdrawReturn } from './withdraw-return.ts'

const facts = { lines: [aLine()] }
const trade = aTrade({ purchased: 1000, exchanged: 0 })
const contract = { route: 'contract', reason: 'quality', wish: 'refund' } as const

describe('a request by fax', () => {
  const record = aReturn({ formWay: 'fax' })
  test('is registered by the computer room; then the clock of after-sales runs', () => {
    const { change, to } = given(registerFax, { record }).when({ faxRegisterNo: 'CZ-2026-0318' }).accepts()
    expect(to).toBe('requested')
    expect(change.set).toMatchObject({ faxRegisterNo: 'CZ-2026-0318', faxReceivedAt: NOON })
    expect(change.open).toEqual([{ deadline: 'sign-for', from: NOON }])
  })
  test('is registered once, by nobody else, and only when it came by fax', () => {
    const input = { faxRegisterNo: 'CZ-1' }
    given(registerFax, { record: aReturn() }).when(input).refuses('no-fax')
    given(registerFax, { record: aReturn({ formWay: 'fax', faxRegisterNo: 'CZ-1' }) })
      .when(input)
      .refuses('fax-registered')
    given(registerFax, { record, actor: someone('after-sales') })
      .when(input)
      .refuses('role')
    given(registerFax, { record })
      .when({ ...input, faxReceivedAt: '2026-11-21T04:00:00.000Z' })
      .refuses('in-future', 'faxReceivedAt')
  })
  test('is not signed for before it is registered', () => {
    expect(
      given(signForReturn, { record, facts, found: { trade } }).when({}).refuses('fax-not-registered').clause,
    ).toBe('S02-4.2.2a')
  })
})

describe('signing for the request', () => {
  test('begins the review of unsaleable goods, with the rate computed', () => {
    const { change, to } = given(signForReturn, { record: aReturn(), facts, found: { trade } }).when({}).accepts()
    expect(to).toBe('reviewing')
    expect(change.seek).toEqual([{ chain: 'review' }])
    expect(change.set).toMatchObject({ withinLimits: true, signedForAt: NOON })
    expect(change.set?.limits).toMatchObject({ ratePct: 4, limitPct: 5, base: 'pieces' })
    expect(change.meet).toEqual([{ deadline: 'sign-for' }])
  })
  test('begins the approval of a dealer’s quality return and of a recall', () => {
    const next = (over: Parameters<typeof aReturn>[0]) =>
      given(signForReturn, { record: aReturn(over), facts, found: { trade } })
        .when({})
        .accepts()
    const quality = next({ reason: 'quality' })
    expect([quality.to, quality.change.seek]).toEqual([
      'approving',
      [{ chain: 'approval', steps: ['after-sales-head', 'sales-head'] }],
    ])
    expect(next({ route: 'recall', reason: 'recall' }).change.seek).toEqual([
      { chain: 'approval', steps: ['quality', 'sales-head'] },
    ])
  })
  test('waits for the sample test when a contract customer claims a defect', () => {
    const { change, to } = given(signForReturn, { record: aReturn(contract), facts, found: { trade } })
      .when({})
      .accepts()
    expect(to).toBe('sample-test')
    expect(change.seek).toBeUndefined()
  })
  test('is the work of after-sales', () => {
    given(signForReturn, { record: aReturn(), actor: someone('sales') })
      .when({})
      .refuses('role')
    given(signForReturn, { record: aReturn({ state: 'approving' }) })
      .when({})
      .refuses('state')
  })
})

describe('the review by after-sales and finance', () => {
  const record = aReturn({ state: 'reviewing' })
  const reviewing = (key: string, last: boolean, pieces = { purchased: 1000, exchanged: 0 }) =>
    given(reviewReturn, {
      record,
      facts,
      found: { trade: aTrade(pieces) },
      signing: { key, last },
      actor: someone(key),
    })
  const input = { opinion: '在效期内，同意换货' }

  test('waits for the second opinion', () => {
    const { change, to } = reviewing('after-sales', false).when(input).accepts()
    expect(to).toBe('reviewing')
    expect(change).toMatchObject({ note: input.opinion, set: { withinLimits: true } })
    expect(change.seek).toBeUndefined()
  })
  test('goes on to the approval within the limits', () => {
    const { change, to } = reviewing('finance', true).when(input).accepts()
    expect(to).toBe('approving')
    expect(change.seek).toEqual([{ chain: 'approval', steps: ['after-sales', 'sales-head'] }])
  })
  test('stops over the rate, and says why in the timeline', () => {
    const { change, to, told } = reviewing('finance', true, { purchased: 1000, exchanged: 20 }).when(input).accepts()
    expect(to).toBe('over-limits')
    expect(change.seek).toBeUndefined()
    expect(told(aReturn(change.set)).zh).toContain('调换率 6%')
  })
  test('goes by amount once finance gives the purchases; nobody else may', () => {
    const over = reviewing('finance', true)
      .when({ ...input, purchaseAmount: 100_000 })
      .accepts()
    expect(over.to).toBe('over-limits')
    expect(over.change.set).toMatchObject({ purchaseAmount: 100_000, limits: { base: 'amount', ratePct: 6 } })
    expect(
      reviewing('after-sales', false)
        .when({ ...input, purchaseAmount: 1 })
        .refuses('amount-by-finance', 'purchaseAmount').clause,
    ).toBe('S02-3.8b')
  })
  test('keeps to the company’s own limits', () => {
    const strict = given(reviewReturn, {
      record,
      facts,
      found: { trade },
      signing: { key: 'finance' },
      actor: someone('finance'),
      policy: { 'exchange.rules': [{ region: '河南省', ratePct: 3, periodDays: 30 }] },
    })
    expect(strict.when(input).accepts().change.set?.limits).toMatchObject({
      source: 'region',
      rateKept: false,
      periodKept: false,
    })
  })
  test('is nobody else’s', () => {
    given(reviewReturn, { record, actor: someone('sales-head'), signing: { key: 'finance' } })
      .when(input)
      .refuses('role')
  })
})

describe('over the limits', () => {
  const record = aReturn({ state: 'over-limits' })
  test('a special case goes to the general manager and to nobody else', () => {
    const { change, to } = given(askSpecial, { record }).when({ reason: '客户门店拆迁，一次性清库' }).accepts()
    expect(to).toBe('approving')
    expect(change).toMatchObject({ set: { special: true }, seek: [{ chain: 'approval', steps: ['general-manager'] }] })
    given(askSpecial, { record, actor: someone('sales-head') })
      .when({ reason: '大客户' })
      .refuses('role')
    given(askSpecial, { record }).when({}).refuses('bad-input', 'reason')
    given(askSpecial, { record: aReturn({ state: 'declined' }) })
      .when({ reason: '再试' })
      .refuses('state')
  })
  test('otherwise it is refused, and the customer gets the explanation in writing', () => {
    const { change, to } = given(refuseReturn, { record, facts })
      .when({ explanation: '超出年度调换比例 5%，请谅解。' })
      .accepts()
    expect(to).toBe('refused')
    expect(change.start).toMatchObject([
      {
        command: 'message.write',
        link: 'message',
        input: { procedure: 'return', recordId: record.id, toEmail: 'puhe@example.cn' },
      },
    ])
    for (const said of ['理由：超出年度调换比例 5%，请谅解。', '1. 一次性使用输液器 带针 MC-SYQ-A 批号 20260301 40 支'])
      expect(change.start?.[0]?.input).toMatchObject({ body: expect.stringContaining(said) })
  })
  test('needs an explanation', () => {
    given(refuseReturn, { record, facts }).when({}).refuses('bad-input', 'explanation')
    given(refuseReturn, { record: aReturn({ state: 'approved' }), facts })
      .when({ explanation: '理由' })
      .refuses('state')
  })
})

describe('the approval', () => {
  const record = aReturn({ state: 'approving' })
  const approving = (key: string, last: boolean, over: object = {}) =>
    given(approveReturn, { record, signing: { key, last }, actor: someone(key), ...over })

  test('waits for the next signer', () => {
    const { change, to } = approving('after-sales', false).when({ note: '符合规定' }).accepts()
    expect([to, change.open]).toEqual(['approving', undefined])
    expect(change.note).toBe('符合规定')
  })
  test('is complete with the last signature; the clock for telling the customer runs', () => {
    const { change, to } = approving('sales-head', true).when({}).accepts()
    expect(to).toBe('approved')
    expect(change).toMatchObject({ set: { approvedAt: NOON }, open: [{ deadline: 'tell-customer', from: NOON }] })
  })
  test('ends when somebody declines, with a reason', () => {
    const { change, to } = approving('sales-head', true).when({ opinion: 'decline', note: '客户未付款' }).accepts()
    expect([to, change.decline]).toEqual(['declined', true])
    expect(change.set).toMatchObject({ declinedReason: '客户未付款' })
    approving('sales-head', true).when({ opinion: 'decline' }).refuses('reason-missing', 'note')
  })
  test('goes back to somebody who has signed, and to nobody else', () => {
    const back = { opinion: 'send-back', note: '明细与库存不符', backTo: 'after-sales' }
    const asked = given(approveReturn, {
      record,
      actor: someone('sales-head'),
      chain: approvalChain,
      signOffs: signOffsOf(approvalChain, 'sales-head', { steps: ['after-sales', 'sales-head'] }),
    })
    const { change, to } = asked.when(back).accepts()
    expect([to, change.sendBack]).toEqual(['approving', { chain: 'approval', to: 'after-sales' }])
    asked.when({ ...back, backTo: 'quality' }).refuses('nobody-before', 'backTo')
    approving('sales-head', true).when(back).refuses('nobody-before', 'backTo')
    approving('sales-head', true)
      .when({ opinion: 'send-back', backTo: 'after-sales' })
      .refuses('reason-missing', 'note')
  })
  test('of a recall carries the finding of quality', () => {
    approving('quality', false).when({}).refuses('finding-missing', 'note')
    const { change } = approving('quality', false).when({ note: '同批密封不良，属实' }).accepts()
    expect(change.set).toMatchObject({ qualityFinding: '同批密封不良，属实' })
  })
  test('is not for people outside the route', () => {
    given(approveReturn, { record, actor: someone('warehouse'), signing: { key: 'sales-head' } })
      .when({})
      .refuses('role')
    const early = {
      record,
      chain: approvalChain,
      signOffs: signOffsOf(approvalChain, 'after-sales', { steps: ['after-sales', 'sales-head'] }),
    }
    given(approveReturn, { ...early, actor: someone('sales-head') })
      .when({})
      .refuses('sign-off-order')
    given(approveReturn, { ...early, actor: someone('after-sales') })
      .when({})
      .accepts()
  })
})

describe('withdrawing', () => {
  test('ends the request with a reason until the goods are here', () => {
    const { change, to } = given(withdrawReturn, { record: aReturn({ state: 'awaiting', toldAt: MORNING }) })
      .when({ reason: '客户已自行售出' })
      .accepts()
    expect([to, change.set?.endReason]).toEqual(['withdrawn', '客户已自行售出'])
    given(withdrawReturn, { record: aReturn({ state: 'inspecting' }) })
      .when({ reason: '客户反悔' })
      .refuses('state')
    given(withdrawReturn, { record: aReturn() }).when({}).refuses('bad-input', 'reason')
    given(withdrawReturn, { record: aReturn(), actor: someone('sales') })
      .when({ reason: '客户反悔' })
      .refuses('role')
  })
})
