/**
 * node bench/clause.ts: opening a clause with a million trail entries behind it, in a temporary folder with its own server and
 * database.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Pool } from 'pg'
import { openDatabase } from '../src/server/database/open-database.ts'
import type { Figures } from './figures.ts'
import { conclude, ms, note, say } from './notebook.ts'
import { type BenchServer, readJson, signIn, startServer } from './server.ts'

const run = promisify(execFile)

/** Most milliseconds in which 95 of 100 openings of a clause are to be answered. */
const AIM = 300
const ENTRIES = 1_000_000
const CLAUSE = 'S01-4.4e'
const STEP = 'complaint.give-opinion'
/** Days over which the entries are spread. */
const DAYS = 1095

/**
 * Copies entries of the demo company in SQL to a million of one step over three years, with a clock of the clause for each:
 * one in fifty met late. One attempt in a hundred entries was refused.
 */
async function fillClause(pool: Pool): Promise<void> {
  // written in the order of time, as a trail is
  const at = (of: number): string => `now() - (1 - n::float / ${of}) * interval '${DAYS} days'`
  await pool.query(
    `INSERT INTO trail (chain, position, at, procedure, record_id, command, outcome, version, actor_id, actor_name, via, clauses,
       body, previous_hash, hash, mac)
     SELECT 'bench/' || n, 1, ${at(ENTRIES)}, t.procedure, t.record_id, t.command, t.outcome, t.version, t.actor_id, t.actor_name,
       t.via, t.clauses, jsonb_build_object('title', t.body->'title', 'told', t.body->'told', 'signed', t.body->'signed'),
       t.previous_hash, t.hash, t.mac
     FROM (SELECT *, row_number() OVER () - 1 AS place, count(*) OVER () AS all_of FROM trail
           WHERE command = $1 AND outcome = 'accepted') AS t
     JOIN generate_series(0, ${ENTRIES - 1}) AS n ON n % t.all_of = t.place ORDER BY n`,
    [STEP],
  )
  say(`${ENTRIES.toLocaleString('en')} entries of one step`)
  await pool.query(
    `INSERT INTO trail (chain, position, at, procedure, command, outcome, actor_id, actor_name, via, clauses, body,
       previous_hash, hash, mac)
     SELECT 'bench-refused/' || n, 1, ${at(ENTRIES / 100)}, 'complaint', $1, 'refused', NULL, 'bench', 'session', ARRAY[$2],
       '{"refusals":[{"code":"x","sentence":{"zh":"先核实。","en":"Verify first."}}]}', '', '', ''
     FROM generate_series(1, ${ENTRIES / 100}) AS n`,
    [STEP, CLAUSE],
  )
  await pool.query(
    `INSERT INTO deadline (id, procedure, record_id, name, clause, owner_role, opened_at, due_at, "limit", explanation,
       policy_key, met_at)
     SELECT gen_random_uuid(), d.procedure, d.record_id, d.name, d.clause, d.owner_role, o.at, o.at + interval '3 days',
       d."limit", d.explanation, d.policy_key,
       o.at + CASE WHEN n % 50 = 0 THEN interval '4 days' ELSE random() * interval '3 days' END
     FROM (SELECT *, row_number() OVER () - 1 AS place, count(*) OVER () AS all_of FROM deadline
           WHERE clause = $1 AND name = 'opinion' AND met_at IS NOT NULL) AS d
     JOIN generate_series(0, ${ENTRIES - 1}) AS n ON n % d.all_of = d.place
     CROSS JOIN LATERAL (SELECT ${at(ENTRIES)} AS at) AS o ORDER BY n`,
    [CLAUSE],
  )
  say(`${ENTRIES.toLocaleString('en')} clocks of the clause`)
  await pool.query('VACUUM (ANALYZE) trail')
  await pool.query('VACUUM (ANALYZE) deadline')
}

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** Measures one client opening the clause in a quarter, in a year, and over everything. */
async function opening(server: BenchServer, cookie: string): Promise<void> {
  const path = (read: string, from: string): string =>
    `/api/read/${read}?procedure=complaint&clause=${CLAUSE}&from=${from}&to=${day(0)}`
  const whole = await readJson<{ page: { accepted: number } }>(
    server.origin,
    cookie,
    path('evidence.clause', day(DAYS + 2)),
  )
  if (whole.page.accepted < ENTRIES) throw new Error(`${whole.page.accepted} entries instead of ${ENTRIES}`)
  const measure = async (key: string, what: string, paths: readonly string[], aim: number): Promise<void> => {
    const load = async (seconds: number): Promise<Figures> => {
      const task = { origin: server.origin, cookie, clients: 1, seconds, ask: { kind: 'read', paths } }
      const { stdout } = await run(process.execPath, ['bench/load.ts', JSON.stringify(task)], { maxBuffer: 2 ** 24 })
      return JSON.parse(stdout) as Figures
    }
    await load(1)
    const found = await load(5)
    const held = found.p95 <= aim
    note(key, found, what, `p50 ${ms(found.p50)}, p95 ${ms(found.p95)}`, `p95 ≤ ${aim} ms`, held)
  }
  await measure('clause_quarter', 'clause, a quarter', [path('evidence.clause', day(90))], AIM)
  await measure('clause_year', 'clause, a year', [path('evidence.clause', day(365))], AIM)
  await measure('clause_all', 'clause, all 1,000,000 entries', [path('evidence.clause', day(DAYS + 2))], AIM)
  await measure('clause_records', 'a further page of its records', [path('evidence.records', day(DAYS + 2))], AIM)
  const all = `/api/read/evidence.clauses?from=${day(90)}&to=${day(0)}`
  await measure('clauses', 'all clauses, a quarter', [all], AIM)
}

process.chdir(join(import.meta.dirname, '..'))
const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-bench-clause-'))
try {
  const server = await startServer(dataDir)
  say(`server ready after ${Math.round(server.readyAfter / 1000)} s`)
  const database = await openDatabase({ dataDir, attach: true })
  try {
    await fillClause(database.adminPool)
    await opening(server, await signIn(server.origin, 'quality'))
  } finally {
    await database.stop()
    await server.stop()
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
conclude()
