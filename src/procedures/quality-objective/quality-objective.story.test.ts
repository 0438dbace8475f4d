/** An objective from its proposal to the review of its first quarter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle, site } from '../../../test/world.ts'
import { policyBook } from '../../kernel/policy.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { sweepDuties } from '../duty/sweep-duties.ts'
import { procedures } from '../index.ts'
import { objectivesReport } from './reports/objectives.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
  const { siteId } = world
  const none = { parties: [], products: [], lots: [], deliveries: [], warehouses: [] }
  await settle(world.kernel.db, { site: { ...site, id: siteId, siteId }, ...none })
})
afterAll(() => world.drop())

test('the company wants every recurring work done in time, misses it in the first quarter and says why', async () => {
  const { does, refused, kernel, clock, database } = world
  clock.set('2026-10-09T02:00:00.000Z')
  const input = { measure: 'duties', target: 98, startsOn: '2026-10-01', basis: '质量方针：例行工作不缺一次' }
  const proposed = await does('quality', 'quality-objective.propose', { input })
  const [taken] = await refused('quality', 'quality-objective.propose', { input: { ...input, target: 99 } })
  expect(taken).toMatchObject({ code: 'measure-taken', field: 'measure' })
  expect(taken?.sentence.zh).toContain(proposed.record.number)
  const on = proposed.record.id
  const [asked] = await refused('quality', 'quality-objective.assess', { on, input: {} })
  expect(asked?.code).toBe('state')
  await does('quality-head', 'quality-objective.approve', { on, input: { agree: true } })
  const [running] = await refused('quality', 'quality-objective.assess', { on, input: {} })
  expect(running).toMatchObject({ code: 'quarter-running' })

  const plan = () =>
    sweepDuties(kernel, (_, error) => {
      throw error
    })
  await plan()

  // the quarter passes, and nobody assessed anything else in time
  clock.set('2027-01-08T02:00:00.000Z')
  await plan()
  const turn = async () => {
    const { rows } = await database.adminPool.query(
      `SELECT t.state FROM duty_turn t JOIN duty d ON d.id = t.duty_id
       WHERE d.of_procedure = 'quality-objective' AND d.place = $1 AND t.from_day = '2026-10-01'`,
      [on],
    )
    return rows
  }
  expect(await turn()).toEqual([{ state: 'open' }])
  const [missed] = await refused('quality', 'quality-objective.assess', { on, input: {} })
  expect(missed).toMatchObject({ code: 'cause-missing', field: 'cause' })
  const cause = '温湿度记录由一人负责，休假无人接替'
  const { record } = await does('quality', 'quality-objective.assess', {
    on,
    input: { cause, measure: '指定第二记录人，1 月底前，质管部' },
  })
  expect(record).toMatchObject({ latestQuarter: '2026-10-01', latestMet: false })
  expect(await turn()).toEqual([{ state: 'done' }])

  const reviewed = await does('quality-head', 'quality-objective.review', { on, input: { opinion: '同意，二月复查' } })
  expect(reviewed.due.filter(clock => clock.name === 'review' && clock.metAt === null)).toEqual([])
  const now = clock.now()
  const context = { actor: world.as('quality'), now, zone: SITE_ZONE, policy: policyBook([], now) }
  const report = await objectivesReport.fill(kernel.db, { year: 2026 }, context)
  const value = Reflect.get(record, 'latestValue')
  expect(report.charts).toMatchObject([{ name: 'duties', series: [{ values: [value] }], limit: { value: 98 } }])
  expect(report.tables[0]?.rows).toMatchObject([{ number: record.number, q4: value }])

  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  expect(faults.filter(fault => !fault.at.startsWith('person '))).toEqual([])
})
