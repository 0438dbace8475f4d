import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle } from '../../../test/world.ts'
import type { DeadlineRow } from '../../kernel/deadline.ts'
import { localTime } from '../../kernel/explain.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { ReportContent } from '../../kernel/report.ts'
import type { Instant } from '../../kernel/time.ts'
import { procedures } from '../index.ts'
import type { ComplaintRow } from './complaint.ts'
import { complaint } from './procedure.ts'

/** A moment of November 2026 by Shanghai's clocks; the 20th is a Friday. */
export const at = (day: number, clock: string): Instant => new Date(`2026-11-${day}T${clock}:00+08:00`).toISOString()

/** The company of the stories on a fresh database: its people, customers, products, lots and deliveries. */
export async function openCompany(now: Instant): Promise<TestKernel> {
  const company = await testKernel(procedures, { now })
  await settle(company.kernel.db)
  // The people of the test kernel sit at a site of their own, which needs its row too.
  await company.database.adminPool.query(
    `INSERT INTO site SELECT (jsonb_populate_record(s, jsonb_build_object('id', $1::text, 'site_id', $1::text, 'number', 'ZD-TEST'))).* FROM site s`,
    [company.siteId],
  )
  return company
}

/** The clocks that run, each with its end by local clocks. */
export const clocks = (due: readonly DeadlineRow[]): Record<string, string> =>
  Object.fromEntries(
    due
      .filter(clock => !clock.metAt && !clock.cancelledAt)
      .map(clock => [clock.key ? `${clock.name} ${clock.key}` : clock.name, localTime(clock.dueAt, 'Asia/Shanghai')]),
  )

/** When a clock was met. */
export const met = (due: readonly DeadlineRow[], name: string): Instant | null | undefined =>
  due.find(clock => clock.name === name && clock.metAt)?.metAt

/** The record of an answer as a complaint. */
export const rowOf = (record: unknown): ComplaintRow => record as ComplaintRow

/** Answers to the screen where nothing happened and nothing could. */
export const notAnEvent = {
  suspected: 'no',
  harmOrPotential: 'no',
  death: 'no',
  lifeThreatening: 'no',
  permanentDamage: 'no',
  intervention: 'no',
  couldRecur: 'no',
  cluster: 'no',
}

/** A report as quality would see it now. */
export async function reportNow(company: TestKernel, name: string, params: unknown): Promise<ReportContent> {
  const report = complaint.reports.find(item => item.name === name)
  if (!report) throw new Error(`no report is called ${name}`)
  const now = company.clock.now()
  const { policies } = await company.kernel.settings()
  const context = { actor: company.as('quality'), now, zone: company.kernel.zone, policy: policyBook(policies, now) }
  return report.fill(company.kernel.db, params, context)
}
