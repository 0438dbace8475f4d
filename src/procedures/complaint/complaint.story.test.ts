import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { parties, products } from '../../../test/world.ts'
import type { Ledger } from '../../kernel/ledger.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { workbench } from '../../kernel/workbench.ts'
import { at, clocks, met, notAnEvent, openCompany, reportNow, rowOf } from './company.example.ts'
import type { ComplaintView } from './forms/view.ts'
import { complaint as complaintProcedure } from './procedure.ts'

let company: TestKernel

beforeAll(async () => {
  company = await openCompany(at(20, '08:42'))
}, 60_000)

afterAll(() => company?.drop())

/** The lot was stopped with the call; the other eleven pumps are checked, found good and freed, and everybody is told. */
async function freeTheLot(on: string): Promise<void> {
  const step = (who: string, verb: string, input: object) => company.does(who, `stop-sale.${verb}`, { on, input })
  await step('quality', 'confirm', { note: '一台确有虚焊' })
  await step('quality-head', 'countersign', { agree: false, note: '先逐台检查同批其余 11 台' })
  await step('quality', 'record-recheck', { verdict: 'good', note: '同批其余 11 台逐台开机自检合格，故障泵已单独封存' })
  await step('quality', 'release', { reason: '同批其余 11 台合格' })
  await step('warehouse', 'take-off-marks', {})
  const told = await step('sales', 'acknowledge', {})
  expect(told.record.state).toBe('released')
}

const noHarm = { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'yes', functionLost: 'yes' }

describe('An infusion pump alarms at a local hospital', () => {
  let id = ''
  const step = (who: string, verb: string, input: unknown) => company.does(who, `complaint.${verb}`, { on: id, input })
  const refused = async (who: string, verb: string, input: unknown = {}) =>
    (await company.refused(who, `complaint.${verb}`, { on: id, input })).map(item => item.code)

  test('08:42 the service desk writes the call down; four clocks and the screen start at once', async () => {
    const answer = await company.does('service-desk', 'complaint.open', {
      input: {
        partyId: parties.localHospital.id,
        contactPerson: '刘慧敏',
        productId: products.pump.id,
        lotNo: 'B2601-01',
        description: '开机自检后报警 E12，无法输液。已换备机，患者无伤害。',
        urgency: 'urgent',
      },
    })
    id = answer.record.id
    const row = rowOf(answer.record)
    expect(row.number).toBe('TS-2026-00001')
    expect(row).toMatchObject({
      state: 'registered',
      partyName: '郑州金水河湾医院',
      locality: 'local',
      productName: '输液泵',
      manufacturerName: '河南衡泽医疗科技有限公司',
      producedOn: '2026-01-12',
      ownerRole: 'quality',
    })
    expect(clocks(answer.due)).toEqual({
      contact: '2026-11-20 16:42',
      verification: '2026-11-21 08:42',
      'ae-screen': '2026-11-21 08:42',
      opinion: '2026-11-23 08:42',
      completion: '2026-11-27 08:42',
    })
  })

  test('a second call about the same pump is shown as a likely duplicate', async () => {
    const codes = (
      await company.refused('service-desk', 'complaint.open', {
        input: {
          partyId: parties.localHospital.id,
          productId: products.pump.id,
          lotNo: 'B2601-01',
          description: '设备科再次来电，同一台泵仍报警',
        },
      })
    ).map(item => item.code)
    expect(codes).toEqual(['likely-duplicate'])
  })

  test('09:05 quality accepts it: a complaint in the legal sense, S2, and registrant and supplier are to be told', async () => {
    company.clock.set(at(20, '09:05'))
    expect(await refused('quality', 'close', { hazardRemoved: true })).toEqual(['state'])
    const { record, due } = await step('quality', 'accept', {
      kind: 'quality',
      urgency: 'urgent',
      ...noHarm,
      legalComplaint: true,
      legalDefects: ['performance', 'reliability'],
    })
    expect(rowOf(record)).toMatchObject({ state: 'accepted', severity: 'S2', severityProvisional: false })
    expect(clocks(due)).toMatchObject({
      'holder-notice registrant': '2026-11-23 08:42',
      'holder-notice supplier': '2026-11-23 08:42',
    })
  })

  test('09:54 the handler calls back, settles a plan and tells the head of department: the contact clock is met', async () => {
    company.clock.set(at(20, '09:54'))
    expect(await refused('case-handler', 'record-contact', { content: '核对情况' })).toEqual([
      'plan-missing',
      'report-missing',
    ])
    const { record, due } = await step('case-handler', 'record-contact', {
      content: '代码是 E21 不是 E12；患者已换备机，无伤害',
      problem: '开机自检报 E21，不能输液',
      plan: '今天下午质检员到场，先借一台备用泵',
      reportedTo: '吴刚',
    })
    expect(met(due, 'contact')).toBe(at(20, '09:54'))
    expect(clocks(due)).toMatchObject({ 'daily-contact 2026-11-21': '2026-11-21 23:59' })
    expect(rowOf(record).handlerName).toBe('周强')
  })

  test('10:05 a wrong error code is corrected; the old value stays', async () => {
    company.clock.set(at(20, '10:05'))
    await step('service-desk', 'correct', {
      description: '开机自检后报警 E21，无法输液。已换备机，患者无伤害。',
      reason: '客户复述时听错代码',
    })
    const page = await recordPage(company.kernel, complaintProcedure, id, company.as('quality'))
    expect(page.corrections).toMatchObject([{ field: 'description', reason: '客户复述时听错代码' }])
    expect(page.record).toMatchObject({ description: expect.stringContaining('E21') })
  })

  test('13:20 an inspector is dispatched and reports a defect that evening', async () => {
    company.clock.set(at(20, '13:20'))
    expect(
      await refused('quality', 'give-opinion', { opinion: '退货', causeCategory: 'manufacturing', cause: '虚焊' }),
    ).toEqual(['verify-first'])
    const dispatched = await step('quality', 'dispatch-inspector', { inspectorId: company.as('quality-inspector').id })
    expect(met(dispatched.due, 'verification')).toBe(at(20, '13:20'))
    company.clock.set(at(20, '16:20'))
    const { record } = await step('quality-inspector', 'verify', {
      visitedAt: at(20, '15:34'),
      finding: 'defect',
      note: '主板电压检测回路虚焊，同批备机复现',
      causeCategory: 'manufacturing',
    })
    expect(rowOf(record)).toMatchObject({ state: 'verified', verifiedByName: '王磊' })
    const page = await recordPage(company.kernel, complaintProcedure, id, company.as('quality'))
    expect(page.signatures).toMatchObject([{ personName: '王磊', meaning: { zh: '我到场核实，所记结论属实' } }])
  })

  test('what is not known goes to a named person, who decides with a signature', async () => {
    company.clock.set(at(20, '17:00'))
    expect(
      await refused('quality', 'screen-adverse-event', { ...notAnEvent, suspected: 'yes', couldRecur: 'unknown' }),
    ).toEqual(['decider-missing'])
    const screened = await step('quality', 'screen-adverse-event', {
      ...notAnEvent,
      suspected: 'yes',
      couldRecur: 'unknown',
      deciderId: company.as('quality-2').id,
    })
    expect(clocks(screened.due)).toMatchObject({ 'ae-decision': '2026-11-21 17:00' })
    expect(
      await refused('quality', 'decide-adverse-event', { decision: 'not-reportable', rationale: '无伤害' }),
    ).toEqual(['named-person'])
    expect(await refused('quality-head', 'void', { reason: '登记有误' })).toEqual([
      'adverse-event-open',
      'stop-sale-open',
    ])
    const decided = await step('quality-2', 'decide-adverse-event', {
      decision: 'could-be-serious',
      rationale: '输注血管活性药物时停泵可能导致严重伤害',
    })
    expect(rowOf(decided.record)).toMatchObject({ aeState: 'reportable', severity: 'S1' })
    expect(clocks(decided.due)).toMatchObject({ 'ae-serious-report': '2026-12-10 23:59' })
  })

  test('Saturday the report goes out and the registrant, who is the supplier, is told', async () => {
    company.clock.set(at(21, '10:00'))
    const reported = await step('quality', 'report-adverse-event', { reportNumber: 'AE-2026-410100-00017' })
    expect(clocks(reported.due)).not.toHaveProperty('ae-serious-report')
    const told = await step('quality', 'notify-holder', {
      supplierToo: true,
      content: '同批输液泵 E21 报警，请提供技术支持',
    })
    expect(Object.keys(clocks(told.due)).filter(name => name.includes('notice'))).toEqual([])
    const contact = await step('case-handler', 'record-contact', { content: '通报：备用泵已到，原泵等待换新' })
    expect(met(contact.due, 'daily-contact')).toBe(at(21, '10:00'))
    expect(clocks(contact.due)).toHaveProperty('daily-contact 2026-11-22')
  })

  test('the customer service head apologises, the department plans, sales proposes and quality decides who is responsible', async () => {
    company.clock.set(at(21, '11:00'))
    await step('service-head', 'apologise', { note: '对影响治疗表示歉意' })
    await step('service-desk', 'assign', { department: 'technology', handlerId: company.as('technician').id })
    const planned = await step('department-head', 'plan', { expectedAt: at(22, '18:00'), measures: '更换新泵并验收' })
    expect(clocks(planned.due)).toMatchObject({ 'expected-time plan-1': '2026-11-22 18:00' })
    expect(
      await refused('quality', 'decide-responsibility', { responsibility: 'manufacturer', reason: '虚焊' }),
    ).toEqual(['proposal-first'])
    await step('sales', 'propose-responsibility', { responsibility: 'manufacturer', reason: '到货即存在的焊接缺陷' })
    await step('quality', 'decide-responsibility', { responsibility: 'manufacturer', reason: '生产企业回流焊偏温' })
  })

  test('Sunday quality signs its opinion; the quality head sends it back once, then countersigns', async () => {
    company.clock.set(at(22, '09:20'))
    const opinion = { opinion: '换新泵，原泵退回供货单位', causeCategory: 'manufacturing', cause: '主板焊点虚焊' }
    const given = await step('quality', 'give-opinion', opinion)
    expect(met(given.due, 'opinion')).toBe(at(22, '09:20'))
    const waiting = await workbench(company.kernel, company.as('quality-head'))
    expect(waiting.signs).toMatchObject([{ number: 'TS-2026-00001', chain: { zh: '处置意见会签' } }])
    expect(await refused('quality', 'reply', { reply: '已换新' })).toContain('opinion-first')
    const back = await step('quality-head', 'countersign-opinion', { agree: false, note: '补充同批其余泵的处置' })
    expect(clocks(back.due)).toMatchObject({ opinion: '2026-11-23 08:42' })
    await step('quality', 'give-opinion', {
      ...opinion,
      opinion: '换新泵，原泵退回供货单位；同批 12 台暂停使用并逐台检查',
    })
    const signed = await step('quality-head', 'countersign-opinion', { agree: true })
    expect(rowOf(signed.record)).toMatchObject({
      state: 'decided',
      opinionState: 'countersigned',
      countersignedByName: '李红梅',
    })
  })

  test('Sunday afternoon the pump is replaced and the head tells the hospital in person', async () => {
    company.clock.set(at(22, '14:40'))
    const solved = await step('technician', 'solve', { solution: '14:40 换新泵 1 台并验收合格，原泵封存退回' })
    expect(Object.keys(clocks(solved.due)).sort()).toEqual(['completion'])
    company.clock.set(at(22, '15:05'))
    const told = await step('service-head', 'reply', { reply: '电话告知原因、更换结果与同批检查安排' })
    expect(rowOf(told.record)).toMatchObject({ state: 'answered', repliedByName: '孙丽' })
  })

  test('it closes only when nothing is open, the hazard is gone and satisfaction was asked', async () => {
    company.clock.set(at(23, '09:00'))
    await step('quality', 'request-capa', {
      department: 'quality',
      what: '到货检验增加开机自检抽检',
      dueOn: '2026-12-31',
    })
    expect(await refused('quality', 'close', { hazardRemoved: true })).toEqual(['actions-open', 'stop-sale-open'])
    const page = await recordPage(company.kernel, complaintProcedure, id, company.as('quality'))
    const action = (page.fill['complaint.finish-action'] as { actionId: string }).actionId
    await step('quality', 'finish-action', { actionId: action, result: '检验规程已修订 A/1' })
    expect(await refused('quality', 'close', { hazardRemoved: true })).toEqual(['stop-sale-open'])
    await freeTheLot(page.links.find(link => link.procedure === 'stop-sale')?.id ?? '')
    expect(await refused('quality', 'close', { hazardRemoved: false })).toEqual(['hazard-open', 'satisfaction-open'])
    await step('service-desk', 'ask-satisfaction', { satisfaction: 'satisfied', note: '处理很快' })
    expect(await refused('service-head', 'close', { hazardRemoved: true })).toEqual(['owner-closes'])
    const closed = await step('quality', 'close', { hazardRemoved: true, note: '新泵运行正常' })
    expect(rowOf(closed.record)).toMatchObject({ state: 'closed', closedByName: '陈晓' })
    expect(met(closed.due, 'completion')).toBe(at(23, '09:00'))
    expect(closed.due.filter(clock => !clock.metAt && !clock.cancelledAt)).toEqual([])
  })

  test('the page tells its story: refused attempts too, every signature, an unbroken chain', async () => {
    const page = await recordPage(company.kernel, complaintProcedure, id, company.as('quality'))
    expect(page.view.title).toBe('输液泵：开机自检后报警 E12，无法输液')
    expect(page.view.badges.map(badge => badge.text.zh)).toEqual(['紧迫', 'S1 危及生命', '已关闭'])
    expect(page.timeline.some(entry => entry.outcome === 'refused')).toBe(true)
    expect(page.signatures.map(item => item.personName)).toEqual([
      '王磊',
      '马骁',
      '陈晓',
      '李红梅',
      '陈晓',
      '李红梅',
      '陈晓',
    ])
    expect(page.can['complaint.close']?.code).toBe('state')
    expect(page.can['complaint.reopen']).toBeNull()
  })

  test('the printed record shows the struck correction and the signatures', async () => {
    const paper = (await complaintProcedure.queries.facts.paper?.read(company.kernel.db, [id]))?.get(
      id,
    ) as ComplaintView
    expect(paper.corrections).toMatchObject([{ field: 'description', old: expect.stringContaining('E12'), by: '赵倩' }])
    expect(paper.signatures.map(item => item.place)).toContain('closing')
    for (const form of complaintProcedure.forms) expect(form.schema.safeParse(form.data(paper)).error).toBeUndefined()
  })

  test('the ledger finds it by two Chinese characters', async () => {
    const ledger = complaintProcedure.ledgers[0] as Ledger
    const found = await readLedger(
      company.kernel,
      complaintProcedure,
      ledger,
      { search: '河湾', filter: { state: ['closed'] } },
      company.as('quality'),
    )
    expect(found.rows).toMatchObject([{ number: 'TS-2026-00001', partyName: '郑州金水河湾医院', finding: 'defect' }])
  })

  test('the quarterly sheet counts it by product, cause and clock, for each thousand units delivered', async () => {
    const content = await reportNow(company, 'quarterly', { year: 2026, quarter: 4 })
    expect(content.figures.map(figure => figure.value)).toEqual([1, 1, 0, 100, 0, null])
    expect(content.tables[0]?.rows).toMatchObject([
      { product: '输液泵 HZ-IP500', count: 1, confirmed: 1, delivered: 0 },
    ])
    expect(content.charts.find(chart => chart.name === 'cause')?.categories).toEqual([
      { zh: '生产制造', en: 'Manufacturing' },
    ])
  })

  test('weeks later the fault is back: the complaint reopens with new clocks and everything before stays', async () => {
    company.clock.set('2026-12-14T01:00:00.000Z')
    const { record, due } = await step('quality', 'reopen', { reason: '新泵同样报警', verifyAgain: true })
    expect(rowOf(record)).toMatchObject({ state: 'accepted', reopenCount: 1, verifiedAt: null })
    expect(clocks(due)).toMatchObject({
      verification: '2026-12-15 09:00',
      opinion: '2026-12-17 09:00',
      completion: '2026-12-21 09:00',
    })
  })
})
