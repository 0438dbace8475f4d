import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { parties, products } from '../../../test/world.ts'
import { clocks, notAnEvent, openCompany, reportNow, rowOf } from './company.example.ts'

let company: TestKernel

beforeAll(async () => {
  company = await openCompany('2026-12-15T02:00:00.000Z')
}, 60_000)

afterAll(() => company?.drop())

describe('A consumer wants to return a blood pressure monitor', () => {
  test('judged, apologised for, a remedy agreed, answered and closed by after-sales', async () => {
    const opened = await company.does('after-sales', 'complaint.open', {
      input: {
        partyId: parties.consumer.id,
        productId: products.pressureMonitor.id,
        kind: 'consumer-return',
        description: '测量值比医院偏高 20，要求退货',
        harmHappened: 'no',
        couldHarm: 'no',
        treatmentAffected: 'no',
        functionLost: 'no',
      },
    })
    const on = opened.record.id
    const step = (who: string, verb: string, input: unknown) => company.does(who, `complaint.${verb}`, { on, input })
    expect(Object.keys(clocks(opened.due)).sort()).toEqual(['ae-screen', 'contact'])
    await step('after-sales', 'accept', {
      kind: 'consumer-return',
      urgency: 'general',
      harmHappened: 'no',
      couldHarm: 'no',
      treatmentAffected: 'no',
      functionLost: 'no',
      legalComplaint: false,
    })
    await step('after-sales', 'record-contact', { content: '核对型号与测量方法', problem: '袖带漏气，读数偏高' })
    await step('after-sales-head', 'screen-adverse-event', { ...notAnEvent, rationale: '读数偏差未影响诊疗' })
    await step('after-sales', 'judge-claim', {
      groundSufficient: true,
      demandReasonable: true,
      established: true,
      ourQuality: true,
      reason: '袖带漏气属质量问题',
    })
    const early = await company.refused('after-sales', 'complaint.agree-remedy', {
      on,
      input: { remedy: 'refund', note: '同意退货' },
    })
    expect(early[0]?.sentence.zh).toBe('要协商方案，请先由售后服务部代表公司致歉。')
    await step('after-sales', 'apologise', { note: '已致歉' })
    await step('after-sales', 'agree-remedy', { remedy: 'refund', note: '门店退货退款' })
    await step('after-sales', 'solve', { solution: '已退款 268 元' })
    await step('after-sales', 'reply', { reply: '已告知退款到账时间' })
    await step('after-sales', 'ask-satisfaction', { satisfaction: 'very-satisfied' })
    const closed = await step('after-sales-head', 'close', { hazardRemoved: true })
    expect(rowOf(closed.record)).toMatchObject({ number: 'TS-2026-00001', state: 'closed', remedy: 'refund' })
  })

  test('the monthly analysis shows it', async () => {
    const content = await reportNow(company, 'monthly-consumer', { year: 2026, month: 12 })
    expect(content.figures[0]?.value).toBe(1)
    expect(content.charts[0]?.series[0]?.values).toEqual([0, 0, 0, 0, 0, 1])
  })
})

test('the same request twice makes one complaint', async () => {
  const call = {
    key: 'desk-1',
    input: { partyId: parties.remoteHospital.id, productId: products.plate.id, description: '接骨板螺孔毛刺' },
  }
  const first = await company.does('sales', 'complaint.open', call)
  const again = await company.does('sales', 'complaint.open', call)
  expect(again.record.number).toBe(first.record.number)
  expect(clocks(first.due).verification).toBe('2026-12-22 10:00')
})
