import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../../test/kernel.ts'
import { parties, products } from '../../../../test/world.ts'
import { readLedger } from '../../../kernel/ledger-read.ts'
import type { Chart, ReportContent } from '../../../kernel/report.ts'
import { ledgerAsk } from '../../../server/routes/read.ts'
import { monthlyCounts } from '../../../vocabulary/quality-rates.ts'
import { monthsFrom } from '../../../vocabulary/report-period.ts'
import { at, openCompany, reportNow } from '../company.example.ts'
import { complaint } from '../procedure.ts'
import { phaseChart, phasesOf } from './phases.ts'

const period = { from: '2026-11-01', to: '2026-11-30' }
let company: TestKernel
let content: ReportContent

const opened = async (day: number, input: object): Promise<string> => {
  company.clock.set(at(day, '09:00'))
  const { record } = await company.does('service-desk', 'complaint.open', {
    input: { partyId: parties.localHospital.id, urgency: 'urgent', description: '开机报警', ...input },
  })
  return record.id
}
const accepted = (on: string) =>
  company.does('quality', 'complaint.accept', {
    on,
    input: {
      kind: 'quality',
      urgency: 'urgent',
      harmHappened: 'no',
      couldHarm: 'no',
      treatmentAffected: 'yes',
      functionLost: 'yes',
      legalComplaint: false,
    },
  })
const contacted = (on: string) =>
  company.does('case-handler', 'complaint.record-contact', {
    on,
    input: { content: '核对情况', problem: '不能输液', plan: '下午到场', reportedTo: '吴刚' },
  })

/** One is contacted in time, one late, one not at all, and one has only just come. */
beforeAll(async () => {
  company = await openCompany(at(16, '09:00'))
  const kept = await opened(16, { productId: products.pump.id, lotNo: 'B2601-01' })
  await accepted(kept)
  await contacted(kept)
  const late = await opened(17, { productId: products.infusionSet.id, description: '漏液' })
  await accepted(late)
  company.clock.set(at(18, '16:00'))
  await contacted(late)
  await opened(18, { productId: products.pump.id, description: '按键失灵', partyId: parties.remoteHospital.id })
  await opened(20, { productName: '不在目录中的产品', description: '外观划伤' })
  content = await reportNow(company, 'quality-overview', period)
}, 60_000)
afterAll(() => company?.drop())

/** So many records does the register list, asked as a click on the category asks. */
async function listed(chart: Chart, i: number): Promise<number> {
  const { from, to, ...filter } = { ...period, ...chart.drill?.[i] }
  const given = {
    from,
    to,
    ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [`filter.${key}`, value])),
  }
  const { ledger, ask } = ledgerAsk({ kernel: company.kernel } as never, complaint, given)
  return (await readLedger(company.kernel, complaint, ledger, ask, company.as('quality'))).rows.length
}
const chartOf = (name: string): Chart => {
  const chart = content.charts.find(item => item.name === name)
  if (!chart) throw new Error(`no chart is called ${name}`)
  return chart
}
/** The number of cases in a category's name: （3 起）. */
const casesIn = (name: Chart['categories'][number] | undefined): number =>
  Number(/（(\d+) 起）/.exec(typeof name === 'object' ? name.zh : '')?.[1])

test.each(['trend', 'product', 'cause', 'supplier', 'customer', 'lot', 'responsibility'])(
  'each bar of the chart %s leads to as many complaints as it counts',
  async name => {
    const chart = chartOf(name)
    const counted = chart.categories.map((_, i) =>
      chart.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0),
    )
    expect(Math.max(...counted)).toBeGreaterThan(0)
    for (const [i, count] of counted.entries())
      if (count > 0) expect([chart.categories[i], await listed(chart, i)]).toEqual([chart.categories[i], count])
  },
)

test('a complaint of a product that is not in the catalogue stands under no other name', () => {
  expect(chartOf('product').categories).toContainEqual({ zh: '未填写', en: 'Not stated' })
})

test('each clock leads to the complaints whose clock was judged, and the share is that of those in time', async () => {
  const chart = chartOf('on-time')
  for (const [i, category] of chart.categories.entries()) {
    expect([category, await listed(chart, i)]).toEqual([category, casesIn(category)])
    const drill = Object.fromEntries(
      Object.entries(chart.drill?.[i] ?? {}).map(([key, value]) => [key, key.startsWith('clock.') ? 'in-time' : value]),
    )
    const kept = await listed({ ...chart, drill: [drill] }, 0)
    expect(chart.series[0]?.values[i]).toBe(Math.round((kept / casesIn(category)) * 1000) / 10)
  }
  const contact = chart.categories.findIndex(item => typeof item === 'object' && item.zh.startsWith('首次联系'))
  expect([casesIn(chart.categories[contact]), chart.series[0]?.values[contact]]).toEqual([3, 33.3])
})

test('each phase leads to the complaints that went through it, also where only the youngest are measured', async () => {
  const chart = chartOf('phases')
  expect(casesIn(chart.categories[0])).toBe(2)
  expect(await listed(chart, 0)).toBe(2)
  const zone = company.kernel.zone
  const youngest = await phasesOf(company.kernel.db, monthsFrom(2026, 11, 1, zone, { zh: '', en: '' }), zone, {}, 3)
  expect(youngest.since).toBe('2026-11-17')
  const few = phaseChart(youngest, {})
  expect([casesIn(few.categories[0]), await listed(few, 0)]).toEqual([1, 1])
})

test('the workbench draws the months of the statistics, without the month that runs', async () => {
  company.clock.set('2026-12-02T01:00:00.000Z')
  const read = complaint.queries.reads.rate
  const context = {
    actor: company.as('quality'),
    now: company.clock.now(),
    zone: company.kernel.zone,
    policy: undefined,
  }
  const chart = (await read?.run(company.kernel.db, {}, context as never)) as Chart
  const overview = await reportNow(company, 'quality-overview', { from: '2026-11-01', to: '2026-11-30' })
  expect(chart.categories.at(-1)).toEqual({ zh: '11 月', en: '2026-11' })
  expect(chart.series).toEqual(overview.charts.find(item => item.name === 'rate')?.series)
  const november = monthsFrom(2026, 11, 1, company.kernel.zone, { zh: '', en: '' })
  expect(await monthlyCounts(company.kernel.db, november, company.kernel.zone, 'all')).toMatchObject([{ count: 4 }])
})
