import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffRow, signOffsOf, someone } from '../../../../test/given.ts'
import { aColdLine, aColdRecord, aLine, aReturn, aVerdict } from '../return.example.ts'
import { stockInChain } from '../sign-off-chains.ts'
import { grantGoodwill } from './grant-goodwill-return.ts'
import { inspectReturn } from './inspect-return.ts'
import { signStockIn } from './sign-stock-in-return.ts'
import { stockIn } from './stock-in-return.ts'
import { tellRefusal } from './tell-refusal-return.ts'

const record = aReturn({ state: 'inspecting' })
const counted = aLine({ counted: 40 })
const good = (quantity: number, over: object = {}) => ({
  lineNo: 1,
  verdict: 'good',
  quantity,
  finding: '包装完好',
  ...over,
})
const damaged = (quantity: number) => good(quantity, { verdict: 'customer-damage', finding: '初包装已拆' })
const ours = (quantity: number) => good(quantity, { verdict: 'our-defect', finding: '滴斗渗漏' })
const inspecting = (input: Record<string, unknown>, over: Parameters<typeof aReturn>[0] = {}, lines = [counted]) =>
  given(inspectReturn, { record: aReturn({ state: 'inspecting', ...over }), facts: { lines, verdicts: [] } }).when(
    input,
  )

describe('the inspection', () => {
  test('finds all good: the three signatures are asked', () => {
    const { change, to } = inspecting({ verdicts: [good(40)] }).accepts()
    expect(to).toBe('signing')
    expect(change.seek).toEqual([{ chain: 'stock-in' }])
    expect(change.set).toMatchObject({ qualityStatus: '合格，原质量未受损 40', refusedQuantity: 0, inspectedAt: NOON })
    expect(change.rows).toMatchObject([
      { child: 'verdict', insert: { lineId: counted.id, takenIn: true, superseded: false } },
    ])
    expect(change.meet).toEqual([{ deadline: 'inspection' }])
  })
  test('covers every unit that was counted (S02-4.2.6a)', () => {
    expect(inspecting({ verdicts: [good(39)] }).refuses('inspect-all', 'verdicts').clause).toBe('S02-4.2.6a')
    inspecting({ verdicts: [good(40), damaged(1)], refusalStatement: '拆封' }).refuses('inspect-all')
    inspecting({ verdicts: [good(40), good(1, { lineNo: 2 })] }).refuses('no-such-line', 'verdicts.1.lineNo')
    inspecting({ verdicts: [] }).refuses('bad-input', 'verdicts')
  })
  test('may refuse what the customer damaged, with a detailed statement', () => {
    const mixed = { verdicts: [good(30), damaged(10)] }
    expect(inspecting(mixed).refuses('statement-missing', 'refusalStatement').clause).toBe('S02-4.2.6g')
    const { change, to } = inspecting({ ...mixed, refusalStatement: '10 支初包装被拆开' }).accepts()
    expect(to).toBe('signing')
    expect(change.set).toMatchObject({ refusedQuantity: 10 })
    expect(change.open).toEqual([{ deadline: 'refusal-statement', from: NOON }])
    const all = inspecting({ verdicts: [damaged(40)], refusalStatement: '全部被拆开' }).accepts()
    expect([all.to, all.change.seek]).toEqual(['refused-goods', []])
  })
  test('of quality returns is an assessment, an analysis and a verification', () => {
    const quality = { reason: 'quality' } as const
    expect(inspecting({ verdicts: [good(40)] }, quality).refuses('assessment-missing', 'assessment').clause).toBe(
      'S02-4.2.6c',
    )
    inspecting({ verdicts: [good(40)], assessment: '复测 20 支均合格' }, quality).accepts()
  })
  test('of a defect of ours names who is responsible, what is to be done, and what becomes of the goods', () => {
    const quality = { reason: 'quality' } as const
    const whole = {
      verdicts: [ours(40)],
      assessment: '粘接不良',
      responsibleDepartment: 'warehouse',
      responsiblePerson: '丁全福',
      correctiveAction: '核查同批库存',
      disposition: '转不合格品处理',
    }
    const without = (key: keyof typeof whole) => inspecting({ ...whole, [key]: undefined }, quality)
    without('responsibleDepartment').refuses('responsibility-missing', 'responsibleDepartment')
    without('responsiblePerson').refuses('responsibility-missing', 'responsiblePerson')
    without('correctiveAction').refuses('corrective-action-missing', 'correctiveAction')
    without('disposition').refuses('disposition-missing', 'disposition')
    const { change } = inspecting(whole, quality).accepts()
    expect(change.open).toEqual([{ deadline: 'corrective-action', from: NOON }])
  })
  test('finds no expired goods good', () => {
    inspecting({ verdicts: [good(40)] }, {}, [aLine({ counted: 40, expiresOn: '2026-11-19' })]).refuses(
      'expired-not-good',
      'verdicts.0.verdict',
    )
  })
  test('names the serial numbers, out of the list', () => {
    const lines = [aLine({ quantity: 2, counted: 2, serials: ['A1', 'A2'] })]
    inspecting({ verdicts: [good(2)] }, {}, lines).refuses('serials-of-verdict', 'verdicts.0.serials')
    inspecting({ verdicts: [good(2, { serials: ['A1', 'B9'] })] }, {}, lines).refuses('serials-of-verdict')
    inspecting({ verdicts: [good(2, { serials: ['A1', 'A2'] })] }, {}, lines).accepts()
  })
  test('of goods whose cold chain was not kept ends with refusal or nonconforming', () => {
    const broken = [aColdLine({ counted: 10, coldChainKept: false })]
    const over = { coldChain: aColdRecord({ highest: 15 }) }
    const verdict = (name: string) => ({
      verdicts: [good(10, { verdict: name })],
      refusalStatement: '超温',
      disposition: '待处理',
    })
    expect(inspecting(verdict('good'), over, broken).refuses('cold-chain-failed', 'verdicts.0.verdict').clause).toBe(
      'CN-GSP-67',
    )
    inspecting(verdict('customer-damage'), over, broken).refuses('cold-chain-failed')
    expect(inspecting(verdict('cold-chain'), over, broken).accepts().to).toBe('refused-goods')
    expect(inspecting(verdict('nonconforming'), over, broken).accepts().to).toBe('signing')
    inspecting({ verdicts: [good(40, { verdict: 'cold-chain' })], refusalStatement: '超温' }).refuses('cold-chain-kept')
    const remark = inspectReturn.remark?.({ record: aReturn(over), facts: { lines: broken, verdicts: [] } } as never)
    expect(remark?.zh).toContain('在途最高温度 15 ℃，超出 2–8 ℃')
  })
  test('supersedes an earlier one without erasing it', () => {
    const old = aVerdict({ verdict: 'our-defect' })
    const { change } = given(inspectReturn, {
      record,
      facts: { lines: [counted], verdicts: [old, aVerdict({ id: idOf('older'), superseded: true })] },
    })
      .when({ verdicts: [good(40)] })
      .accepts()
    expect(change.rows?.[0]).toEqual({ child: 'verdict', id: old.id, set: { superseded: true } })
    expect(change.rows).toHaveLength(2)
  })
  test('is the work of quality and of the inspectors', () => {
    for (const role of ['quality', 'quality-inspector', 'acceptance-inspector'])
      given(inspectReturn, { record, facts: { lines: [counted], verdicts: [] }, actor: someone(role) })
        .when({ verdicts: [good(40)] })
        .accepts()
    given(inspectReturn, { record, actor: someone('warehouse-head') })
      .when({ verdicts: [good(40)] })
      .refuses('role')
  })
})

describe('what quality refuses', () => {
  const bad = aVerdict({ verdict: 'customer-damage', takenIn: false })
  const refused = aReturn({ state: 'refused-goods', refusedQuantity: 40, refusalStatement: '初包装被拆开' })
  const facts = { lines: [counted], verdicts: [bad] }
  const input = { sentBackHow: '豫通物流 YT001' }

  test('goes back to the customer with the statement, and that is the end', () => {
    const { change, to } = given(tellRefusal, { record: refused, facts }).when(input).accepts()
    expect(to).toBe('sent-back')
    expect(change.meet).toEqual([{ deadline: 'refusal-statement' }])
    expect(change.start).toMatchObject([
      { command: 'message.write', input: { form: { procedure: 'return', form: 'refusal-statement', id: refused.id } } },
    ])
  })
  test('goes back alone when the rest is taken in', () => {
    const part = { ...refused, state: 'stocked-in' as const, refusedQuantity: 10 }
    const some = { lines: [counted], verdicts: [aVerdict({ quantity: 30 }), { ...bad, id: idOf('v2'), quantity: 10 }] }
    const { change, to } = given(tellRefusal, { record: part, facts: some }).when(input).accepts()
    expect(to).toBe('stocked-in')
    expect(change.start?.[0]?.input).toMatchObject({ body: expect.stringContaining('批号 20260301 10 支') })
  })
  test('is told once, and only when something was refused', () => {
    given(tellRefusal, { record: { ...refused, refusedQuantity: 0 }, facts })
      .when(input)
      .refuses('nothing-refused')
    given(tellRefusal, { record: { ...refused, refusalToldAt: NOON }, facts })
      .when(input)
      .refuses('refusal-told')
    given(tellRefusal, { record: refused, facts }).when({}).refuses('bad-input', 'sentBackHow')
    given(tellRefusal, { record: refused, facts, actor: someone('quality') })
      .when(input)
      .refuses('role')
  })
  test('is taken on goodwill by the general manager alone (X32)', () => {
    const { change, to } = given(grantGoodwill, { record: refused, facts })
      .when({ reason: '年度最大客户，一次性' })
      .accepts()
    expect(to).toBe('signing')
    expect(change).toMatchObject({ set: { goodwill: true, refusedQuantity: 0 }, seek: [{ chain: 'stock-in' }] })
    expect(change.rows).toEqual([{ child: 'verdict', id: bad.id, set: { takenIn: true } }])
    given(grantGoodwill, { record: refused, facts, actor: someone('sales-head') })
      .when({ reason: '大客户' })
      .refuses('role')
  })
  test('stays refused when the cold chain was broken', () => {
    const cold = { verdicts: [aVerdict({ verdict: 'cold-chain', takenIn: false })] }
    expect(
      given(grantGoodwill, { record: refused, facts: cold })
        .when({ reason: '大客户' })
        .refuses('cold-chain-stays-refused').clause,
    ).toBe('CN-GSP-67')
    const both = {
      verdicts: [bad, { ...cold.verdicts[0], id: idOf('v3'), verdict: 'cold-chain' as const, quantity: 5 }] as never,
    }
    const { change } = given(grantGoodwill, { record: refused, facts: both }).when({ reason: '大客户' }).accepts()
    expect(change.set).toMatchObject({ refusedQuantity: 5 })
    expect(change.cancel).toEqual([])
  })
})

describe('the three signatures', () => {
  const waiting = aReturn({ state: 'signing', qualityStatus: '合格 40' })
  const signing = (role: string, last: boolean) =>
    given(signStockIn, { record: waiting, signing: { key: role, last }, actor: someone(role) })
  test('are complete with the third', () => {
    expect(signing('sales-head', false).when({}).accepts().to).toBe('signing')
    expect(signing('quality', true).when({ note: '检验结论属实' }).accepts()).toMatchObject({
      to: 'to-stock-in',
      change: { note: '检验结论属实' },
    })
  })
  test('come from three different people (SG02)', () => {
    const boss = { ...someone('sales-head'), roles: ['sales-head', 'after-sales-head'] }
    const signOffs = signOffsOf(stockInChain, 'quality', { signedBy: { 'after-sales-head': boss } })
    given(signStockIn, { record: waiting, chain: stockInChain, signOffs, actor: boss })
      .when({})
      .refuses('sign-off-same-person')
    given(signStockIn, { record: waiting, chain: stockInChain, signOffs, actor: someone('sales-head', '另一位') })
      .when({})
      .accepts()
  })
  test('may be declined with a reason: then it is inspected again (SG06)', () => {
    const { change, to } = signing('quality', false).when({ opinion: 'decline', note: '批号与标签不符' }).accepts()
    expect([to, change.decline]).toEqual(['inspecting', true])
    expect(change.open).toEqual([{ deadline: 'inspection', from: NOON }])
    signing('quality', false).when({ opinion: 'decline' }).refuses('reason-missing', 'note')
    signing('warehouse-head', false).when({}).refuses('role')
  })
})

describe('the stock-in', () => {
  const ready = aReturn({ state: 'to-stock-in' })
  const input = { location: '退货区 T-02' }
  test('takes each line back, then moves good goods on and reports the others', () => {
    const verdicts = [
      aVerdict({ quantity: 30 }),
      aVerdict({ id: idOf('v2'), quantity: 8, verdict: 'our-defect', finding: '滴斗渗漏' }),
      aVerdict({ id: idOf('v3'), quantity: 2, verdict: 'customer-damage', takenIn: false }),
      aVerdict({ id: idOf('v4'), quantity: 40, superseded: true }),
    ]
    const { change, to } = given(stockIn, { record: ready, facts: { lines: [counted], verdicts } })
      .when(input)
      .accepts()
    expect(to).toBe('stocked-in')
    const cause = { procedure: 'return', id: ready.id, number: ready.number }
    expect(change.start).toMatchObject([
      { command: 'lot.take-back', on: idOf('lot'), input: { partyId: ready.partyId, quantity: 38, cause } },
      { command: 'lot.transfer', on: idOf('lot'), input: { from: 'return', to: 'qualified', quantity: 30, cause } },
      {
        command: 'nonconforming.report',
        input: { lotId: idOf('lot'), zone: 'return', quantity: 8, source: 'return', judgement: '滴斗渗漏', cause },
        link: 'nonconforming',
      },
    ])
    expect(change.start?.[2]).not.toHaveProperty('on')
  })
  test('keeps serial numbers with their verdict, and the warehouse that was chosen', () => {
    const lines = [aLine({ quantity: 2, counted: 2, serials: ['A1', 'A2'] })]
    const verdicts = [
      aVerdict({ quantity: 1, serials: ['A1'] }),
      aVerdict({ id: idOf('v2'), quantity: 1, serials: ['A2'], verdict: 'nonconforming' }),
    ]
    const { change } = given(stockIn, {
      record: aReturn({ state: 'to-stock-in', route: 'recall', reason: 'recall' }),
      facts: { lines, verdicts },
    })
      .when({ ...input, warehouseId: idOf('warehouse') })
      .accepts()
    expect(change.start).toMatchObject([
      { input: { serials: ['A1', 'A2'], warehouseId: idOf('warehouse') } },
      { input: { serials: ['A1'] } },
      { input: { serials: ['A2'], source: 'recall' } },
    ])
  })
  test('is refused before the inspection, before all signatures, and after a refusal', () => {
    const facts = { lines: [counted], verdicts: [] }
    const against = (state: 'inspecting' | 'signing' | 'refused-goods', code: string) =>
      given(stockIn, {
        record: aReturn({ state }),
        facts,
        signOffs: [signOffRow({ chain: 'stock-in', step: 1, outcome: 'pending' })],
      })
        .when(input)
        .refuses(code)
    expect(against('inspecting', 'not-inspected').clause).toBe('S02-4.2.6a')
    expect(against('refused-goods', 'goods-refused').clause).toBe('S02-4.2.6f')
    const missing = against('signing', 'signatures-missing')
    expect(missing.clause).toBe('S02-4.2.7b')
    expect(missing.sentence.zh).toContain('还缺 1 方签字')
  })
  test('is done by the head of the warehouse, who names the location', () => {
    given(stockIn, { record: ready, facts: { lines: [], verdicts: [] }, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
    given(stockIn, { record: ready, facts: { lines: [], verdicts: [] } })
      .when({})
      .refuses('bad-input', 'location')
  })
})
