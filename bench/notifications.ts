/**
 * node bench/notifications.ts: what a sweep costs while a million clocks run: one that finds nothing, and one in whose minute a thousand
 * clocks reach a stage, each told to a department of twenty people. On a database of its own, which is taken away again.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kernel } from '../src/kernel/kernel.ts'
import { openKernel } from '../src/kernel/open-kernel.ts'
import { registry } from '../src/kernel/registry.ts'
import { newKeys, readKeys } from '../src/kernel/seal.ts'
import { addMilliseconds } from '../src/kernel/time.ts'
import { procedures } from '../src/procedures/index.ts'
import { openKysely } from '../src/server/database/kysely.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { type Database, openDatabase } from '../src/server/database/open-database.ts'
import { schemaSources } from '../src/server/database/schema-sources.ts'
import { tellAll } from '../src/server/notify/tell-all.ts'
import { roleTitle } from '../src/vocabulary/role.ts'
import { conclude, note } from './notebook.ts'

const CLOCKS = 1_000_000
const RECORDS = 20_000
const PEOPLE = 20
/** Clocks that reach a stage within one minute. */
const CROSSING = 1_000

const SITE = '00000000-0000-4000-8000-000000000001'

/** Letters whose clocks run: each clock is opened so that its half time lies ahead, spread over a thousand minutes. */
async function fill({ adminPool }: Database): Promise<void> {
  await adminPool.query(`
    insert into site (id, number, state, version, site_id, created_at, created_by, updated_at, name, address, province, city, region_code,
        time_zone)
      values ('${SITE}', 'ZD-2026-00001', 'active', 1, '${SITE}', now(), '${SITE}', now(), '{"zh":"总部","en":"HQ"}',
        '{"zh":"","en":""}', '河南省', '郑州市', '410105', 'Asia/Shanghai');
    insert into person (id, number, state, version, site_id, created_at, created_by, updated_at, search_text, username, name, department, roles)
      select gen_random_uuid(), 'RY-' || n, 'active', 1, '${SITE}', now(), '${SITE}', now(), '', 'p' || n, '员工' || n, '质量部', '{quality}'
      from generate_series(1, ${PEOPLE}) n;
    insert into message (id, number, state, version, site_id, created_at, created_by, updated_at, search_text, procedure, record_id,
        to_name, subject, body, round, attempts, keeper)
      select gen_random_uuid(), 'HJ-' || n, 'to-print', 1, '${SITE}', now(), '${SITE}', now(), '', 'notice', '${SITE}', '医院', '函', '函', 1, 0, 'quality'
      from generate_series(1, ${RECORDS}) n;
    insert into deadline (id, procedure, record_id, name, key, clause, owner_role, opened_at, due_at, "limit", explanation)
      select gen_random_uuid(), 'message', m.id, 'delivery', 'k' || n, 'HJ-reached', 'quality', at, at + interval '24 hours', '{}', '{}'
      from (select n, now() - interval '12 hours' + (n / ${CROSSING} + 1) * interval '1 minute' as at from generate_series(0, ${CLOCKS - 1}) n) c
      join (select id, row_number() over () as place from message) m on m.place = 1 + c.n % ${RECORDS};
    analyze;`)
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return Math.round((performance.now() - begun) * 10) / 10
}

const folder = mkdtempSync(join(tmpdir(), 'bihuan-bench-notify-'))
const database = await openDatabase({ dataDir: folder })
try {
  await migrate(database.adminPool, schemaSources(procedures))
  let now = new Date().toISOString()
  const kernel: Kernel = openKernel({
    pool: database.pool,
    db: openKysely(database.pool),
    registry: registry(procedures),
    words: { roleTitle },
    keys: readKeys(newKeys()),
    clock: { now: () => now },
    verifyCredential: async () => ({ method: 'simulated' }),
  })
  const work = { kernel, mails: false }
  console.error(`a million running clocks filled in ${(await milliseconds(() => fill(database))) / 1_000} s`)
  await tellAll(work)
  const idle: number[] = []
  for (let i = 0; i < 20; i += 1) idle.push(await milliseconds(() => tellAll(work)))
  const quiet = idle.toSorted((one, other) => one - other)[10] ?? 0
  note(
    'sweep_idle_ms',
    quiet,
    'a sweep over 1,000,000 clocks that finds nothing',
    `${quiet} ms`,
    '≤ 20 ms',
    quiet <= 20,
  )
  const busy: number[] = []
  const told = async () =>
    (await database.pool.query('select count(*)::int as n from notification')).rows[0].n as number
  for (let i = 0; i < 5; i += 1) {
    now = addMilliseconds(now, i === 0 ? 90_000 : 60_000)
    busy.push(await milliseconds(() => tellAll(work)))
  }
  const slow = busy.toSorted((one, other) => one - other)[2] ?? 0
  console.error(`${await told()} notifications written`)
  note(
    'sweep_busy_ms',
    slow,
    'a sweep in which 1,000 clocks reach a stage, told to 20 people each',
    `${slow} ms`,
    '≤ 2000 ms',
    slow <= 2_000,
  )
  conclude()
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
