import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { readLedger } from '../kernel/ledger-read.ts'
import { openKernel } from '../kernel/open-kernel.ts'
import { policyBook } from '../kernel/policy.ts'
import { registry } from '../kernel/registry.ts'
import type { ReportContent } from '../kernel/report.ts'
import { newKeys, readKeys } from '../kernel/seal.ts'
import { addMilliseconds, dayOf, endOfDay, HOUR, startOfDay } from '../kernel/time.ts'
import { verifyTrail } from '../kernel/verify.ts'
import { HANDLE } from '../procedures/complaint/case-roles.ts'
import { states as complaintStates } from '../procedures/complaint/complaint-states.ts'
import { kinds } from '../procedures/complaint/taxonomy.ts'
import { procedures } from '../procedures/index.ts'
import { states as inquiryStates } from '../procedures/inquiry/inquiry.ts'
import { isPassword } from '../server/auth/password.ts'
import { roles, roleTitle } from '../vocabulary/role.ts'
import { demoPassword, type SeededDemo, seedDemo } from './seed-demo.ts'
import { clearUnfinishedDemo } from './unfinished-demo.ts'

// A Thursday afternoon in Shanghai.
const now = '2026-11-19T06:34:00.000Z'
const keys = readKeys(newKeys())
let database: TestDatabase
let kernel: Kernel
let seeded: SeededDemo

beforeAll(async () => {
  database = await testDatabase()
  kernel = openKernel({
    pool: database.pool,
    db: database.db,
    registry: registry(procedures),
    words: { roleTitle },
    keys,
    clock: { now: () => now },
    verifyCredential: async () => ({ method: 'password' }),
  })
  seeded = await seedDemo(kernel, database)
}, 240_000)

afterAll(() => database.drop())

const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.pool.query<Row>(sql, values)).rows
const one = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await rows<{ n: number }>(sql, values))[0]?.n ?? -1
const counted = async (table: string, column: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows<{ key: string; n: number }>(`select ${column} as key, count(*)::int as n from ${table} group by 1`)
    ).map(row => [row.key, row.n]),
  )

describe('the demo company', () => {
  test('tells every story to its end', () => {
    expect(seeded.broken).toEqual([])
    expect(seeded.steps).toBeGreaterThan(7_000)
  })

  test('is as large as promised', async () => {
    expect(await one('select count(*)::int as n from person')).toBeGreaterThanOrEqual(16)
    expect(await one('select count(*)::int as n from party where is_customer')).toBeGreaterThanOrEqual(60)
    expect(await one('select count(*)::int as n from product')).toBeGreaterThanOrEqual(80)
    expect(await one('select count(*)::int as n from lot')).toBeGreaterThanOrEqual(400)
    expect(await one('select count(*)::int as n from delivery')).toBeGreaterThanOrEqual(6_000)
    expect(await one('select count(*)::int as n from complaint')).toBeGreaterThanOrEqual(150)
    expect(await one('select count(*)::int as n from inquiry')).toBeGreaterThanOrEqual(60)
  })

  test('tells every step in words', async () => {
    expect(await rows(`select distinct command from trail where body::text ~ '\\[object |undefined|NaN'`)).toEqual([])
  })

  test('has an account with the demo password for everybody', async () => {
    expect(
      await rows('select username from person p where not exists (select from auth_account a where a.user_id = p.id)'),
    ).toEqual([])
    const [account] = await rows<{ password: string }>('select password from auth_account limit 1')
    expect(await isPassword(account?.password ?? '', demoPassword)).toBe(true)
    const people = await rows<{ roles: string[] }>('select roles from person')
    expect(new Set(people.flatMap(person => person.roles))).toEqual(new Set(Object.keys(roles)))
  })

  test('has complaints and inquiries in every state and complaints of every kind', async () => {
    const complaints = await counted('complaint', 'state')
    expect(new Set(Object.keys(complaints))).toEqual(new Set(Object.keys(complaintStates)))
    expect(complaints.closed).toBeGreaterThan(100)
    expect(new Set(Object.keys(await counted('complaint', 'kind')))).toEqual(new Set(Object.keys(kinds)))
    expect(new Set(Object.keys(await counted('inquiry', 'state')))).toEqual(new Set(Object.keys(inquiryStates)))
    expect(await one('select count(*)::int as n from complaint where reopen_count > 0')).toBeGreaterThanOrEqual(3)
    const screens = Object.keys(await counted('complaint', 'ae_state'))
    expect(new Set(screens)).toEqual(new Set(['unscreened', 'undecided', 'not-reportable', 'reportable', 'reported']))
    const classes = await counted('complaint', `coalesce(ae_class, '-')`)
    expect(Object.keys(classes)).toEqual(expect.arrayContaining(['serious', 'could-be-serious']))
  })

  test('leaves traces of people: refusals, corrections, delays, opinions sent back, actions open and done', async () => {
    expect(await one(`select count(*)::int as n from trail where outcome = 'refused'`)).toBeGreaterThanOrEqual(10)
    expect(await one(`select count(*)::int as n from correction where procedure = 'complaint'`)).toBeGreaterThanOrEqual(
      10,
    )
    expect(await one('select count(*)::int as n from complaint_delay')).toBeGreaterThanOrEqual(3)
    expect(
      await one(`select count(*)::int as n from complaint_opinion where outcome = 'declined'`),
    ).toBeGreaterThanOrEqual(2)
    expect(await one('select count(*)::int as n from complaint_action where done_at is null')).toBeGreaterThanOrEqual(2)
    expect(
      await one('select count(*)::int as n from complaint_action where done_at is not null'),
    ).toBeGreaterThanOrEqual(5)
    expect(new Set(Object.keys(await counted('policy_change', 'state')))).toEqual(
      new Set(['approved', 'rejected', 'proposed']),
    )
  })

  test('has clocks that are alive: some late, several due today, more later; most were met in time', async () => {
    const running = await rows<{ dueAt: string }>(
      `select due_at as "dueAt" from deadline where procedure = 'complaint' and met_at is null and cancelled_at is null`,
    )
    const tonight = endOfDay(dayOf(now, kernel.zone), kernel.zone)
    const late = running.filter(row => row.dueAt < now)
    expect(late.length).toBeGreaterThanOrEqual(3)
    expect(late.every(row => row.dueAt >= addMilliseconds(now, -2.5 * HOUR))).toBe(true)
    expect(running.filter(row => row.dueAt >= now && row.dueAt <= tonight).length).toBeGreaterThanOrEqual(5)
    expect(running.filter(row => row.dueAt > tonight).length).toBeGreaterThanOrEqual(20)
    const share = await one(
      `select (100.0 * count(*) filter (where met_at <= due_at) / count(*))::float8 as n
       from deadline where cancelled_at is null and due_at < $1`,
      [now],
    )
    expect(share).toBeGreaterThan(92)
    expect(share).toBeLessThan(99)
    const waiting = `select count(*)::int as n from sign_off where procedure = 'complaint' and outcome = 'pending'`
    expect(await one(waiting)).toBeGreaterThanOrEqual(3)
  })

  test('says of most clocks that were met late why, by the people of the complaint, and forgets some', async () => {
    const late = await rows<{ clause: string; reason: string | null; by: string[] | null }>(
      `select d.clause, x.reason, p.roles as by from deadline d join complaint c on c.id = d.record_id
       left join lateral (select reason, by_id from complaint_delay x
         where x.complaint_id = c.id and x.deadline = d.name limit 1) x on true
       left join person p on p.id = x.by_id
       where d.procedure = 'complaint' and d.met_at > d.due_at and d.cancelled_at is null
         and d.due_at > $1::timestamptz - interval '1 year' and d.due_at < $1::timestamptz - interval '14 days'`,
      [now],
    )
    const explained = late.filter(row => row.reason)
    expect(late.length).toBeGreaterThanOrEqual(20)
    expect(explained.length / late.length).toBeGreaterThan(0.7)
    expect(explained.length).toBeLessThan(late.length)
    for (const { by } of explained) expect(by?.some(role => (HANDLE as readonly string[]).includes(role))).toBe(true)
    // what an inspector asks: complaints from out of town, late ones with their reasons
    expect(explained.filter(row => row.clause === 'S01-4.4d').length).toBeGreaterThanOrEqual(2)
  })

  test('has regular reports filed, late and waiting for a signature, and signals open and decided', async () => {
    const reports = await counted('periodic_report', 'state')
    expect(reports.filed).toBeGreaterThanOrEqual(4)
    expect(reports.drafted).toBeGreaterThanOrEqual(1)
    expect(reports.signing).toBeGreaterThanOrEqual(1)
    const signals = await counted('signal', 'state')
    expect(signals.open).toBeGreaterThanOrEqual(1)
    expect(signals.closed).toBeGreaterThanOrEqual(1)
  })

  test('has charts that lead to exactly the records that they count', async () => {
    const context = {
      actor: { id: '', name: '', username: '', roles: ['quality-head'], siteId: '', via: 'session' as const },
      now,
      zone: kernel.zone,
      policy: policyBook([], now),
    }
    const asked = [
      ['complaint', 'quality-overview', { from: '2025-12-01', to: '2026-11-19' }],
      ['complaint', 'quarterly', { year: 2026, quarter: 3 }],
      ['nonconforming', 'half-year', { year: 2026, half: 2 }],
    ] as const
    const period = {
      'quality-overview': ['2025-12-01', '2026-11-19'],
      quarterly: ['2026-07-01', '2026-09-30'],
      'half-year': ['2026-07-01', '2026-12-31'],
    } as const
    let looked = 0
    for (const [name, report, params] of asked) {
      const declared = kernel.registry.procedure(name).reports.find(item => item.name === report)
      if (!declared) throw new Error(`there is no report ${name}/${report}`)
      const content: ReportContent = await declared.fill(kernel.db, params, context)
      for (const chart of content.charts) {
        if (!chart.drill || chart.kind === 'control' || chart.unit?.en !== 'cases') continue
        const target = kernel.registry.procedure(chart.opens?.procedure ?? name)
        for (const [i, drill] of chart.drill.slice(0, 4).entries()) {
          if (!drill) continue
          const { from = period[report][0], to = period[report][1], ...rest } = drill
          const filter = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value.split(',')]))
          const ledger = target.ledgers[0]
          if (!ledger) throw new Error(`${target.name} has no ledger`)
          expect(ledger.filters, `${chart.name} filters what the ledger has`).toEqual(
            expect.arrayContaining(Object.keys(filter)),
          )
          const ask = { filter, from: startOfDay(from, kernel.zone), to: endOfDay(to, kernel.zone) }
          const page = await readLedger(kernel, target, ledger, ask, context.actor)
          const bar = chart.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0)
          expect(page.count.value, `${report} ${chart.name} ${i}`).toBe(bar)
          looked += 1
        }
      }
    }
    expect(looked).toBeGreaterThan(20)
  })

  test('tells the story of the pump alarm of today', async () => {
    const found = await rows<{ id: string; state: string; severity: string; lotId: string; productId: string }>(
      `select id, state, severity, lot_id as "lotId", product_id as "productId" from complaint where title like '输液泵开机报警 E21%' order by received_at desc limit 1`,
    )
    expect(found[0]).toMatchObject({ state: 'accepted', severity: 'S2' })
    const clocks = await rows<{ name: string }>(
      'select name from deadline where record_id = $1 and met_at is null and cancelled_at is null',
      [found[0]?.id],
    )
    const names = clocks.map(row => row.name)
    expect(names).toEqual(expect.arrayContaining(['verification', 'opinion', 'completion', 'ae-decision']))
    expect(names).not.toContain('contact')
    const sameLot = `select count(*)::int as n from complaint where lot_id = $1 and received_at > $2`
    expect(await one(sameLot, [found[0]?.lotId, addMilliseconds(now, -31 * 24 * HOUR)])).toBeGreaterThanOrEqual(4)
  })

  test('ships what it sells: shipments in every state, none of goods that are held', async () => {
    const found = await counted('shipment', 'state')
    expect(found['signed-back']).toBeGreaterThanOrEqual(40)
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['ordered', 'picked', 'checked', 'shipped', 'stopped', 'cancelled', 'brought-back']),
    )
    const moves = await rows<{ lotId: string; zone: string; quantity: number }>(
      `select lot_id as "lotId", zone, quantity from stock where quantity < 0`,
    )
    expect(moves).toEqual([])
  })

  test('has one recall that is over and one that runs, each to 37 buyers, a drill and a hold freed within the day', async () => {
    const recalls = await rows<{ state: string; recipients: number; answered: number; outstanding: number }>(
      `select state, recipients, answered, outstanding from notice where kind = 'recall' and not drill order by sent_at`,
    )
    expect(recalls).toEqual([
      { state: 'closed', recipients: 37, answered: 37, outstanding: 0 },
      { state: 'running', recipients: 37, answered: 22, outstanding: expect.any(Number) },
    ])
    expect(recalls[1]?.outstanding).toBeGreaterThan(0)
    expect(await one(`select count(*)::int as n from notice where drill and state = 'drill-finished'`)).toBe(1)
    expect(
      await one(`select count(*)::int as n from stop_sale s join link l on l.from_id = s.id
        join notice n on n.id = l.to_id and n.kind = 'resume'
        where s.state = 'released' and s.released_at - s.placed_at < interval '24 hours'`),
    ).toBe(1)
  })

  test('walks the finished recall back from its destruction to the first telephone call, by nine people and more', async () => {
    const [filed] = await rows<{ id: string }>(`select id from destruction where state = 'filed'`)
    const [call] = await rows<{ id: string; state: string }>(
      `with recursive back (id) as (
         select $1::uuid union select case when l.to_id = b.id then l.from_id else l.to_id end
         from back b join link l on l.to_id = b.id or (l.from_id = b.id and l.kind in ('cause', 'complaint'))
       ) select c.id, c.state from complaint c join back b on b.id = c.id`,
      [filed?.id],
    )
    expect(call?.state).toBe('closed')
    const people = await rows<{ name: string }>(
      `with recursive loop (id) as (
         select $1::uuid union select case when l.from_id = b.id then l.to_id else l.from_id end
         from loop b join link l on l.from_id = b.id or (l.to_id = b.id and l.kind = 'cause')
       ) select distinct t.actor_name as name from trail t join loop b on b.id = t.record_id
         join person p on p.id = t.actor_id`,
      [call?.id],
    )
    expect(people.length).toBeGreaterThanOrEqual(9)
  })

  test('has stops, returns, nonconforming goods and inquiries in many states', async () => {
    const has = async (table: string, states: string[]) =>
      expect(Object.keys(await counted(table, 'state'))).toEqual(expect.arrayContaining(states))
    await has('stop_sale', ['placed', 'confirming', 'confirmed', 'released', 'closed'])
    await has('goods_return', ['approving', 'signing', 'stocked-in', 'closed', 'refused', 'sent-back', 'kept-in-use'])
    await has('nonconforming', ['reported', 'confirmed', 'disposing', 'filed', 'released'])
    await has('destruction', ['reported', 'filed'])
    await has('supplier_inquiry', ['sent', 'answered', 'closed'])
    expect(await one(`select count(*)::int as n from goods_return where route <> 'recall'`)).toBeGreaterThanOrEqual(20)
  })

  test('leaves work on the desks: signatures wait for seven roles, somebody is away, somebody acts for another', async () => {
    const waiting = await rows<{ role: string }>(
      `select distinct unnest(by_roles) as role from sign_off where outcome = 'pending'`,
    )
    expect(waiting.map(row => row.role)).toEqual(
      expect.arrayContaining([
        'quality',
        'quality-head',
        'sales-head',
        'after-sales-head',
        'finance',
        'general-manager',
        'business-deputy',
      ]),
    )
    expect(await one('select count(*)::int as n from person_delegation')).toBeGreaterThanOrEqual(2)
  })

  test('is genuine: the trail holds and runs in order of time', async () => {
    const found = await verifyTrail(database.pool, kernel.registry, keys)
    expect(found.faults).toEqual([])
    expect(found.seals).toBeGreaterThan(10)
    const backwards =
      'select count(*)::int as n from (select at, lag(at) over (order by seq) as before from trail) as t where at < before'
    expect(await one(backwards)).toBe(0)
    expect(await one('select count(*)::int as n from trail where at > $1', [now])).toBe(0)
  })

  test('is left alone once it is whole, and cleared away when it was broken off', async () => {
    expect(await clearUnfinishedDemo(database.adminPool)).toBe(false)
    await database.adminPool.query('delete from company')
    expect(await clearUnfinishedDemo(database.adminPool)).toBe(true)
    expect(await one('select count(*)::int as n from trail')).toBe(0)
    expect(await one('select count(*)::int as n from person')).toBe(0)
    expect(await clearUnfinishedDemo(database.adminPool)).toBe(false)
    await expect(database.adminPool.query('truncate trail')).rejects.toThrow(/append-only/)
  })
})
