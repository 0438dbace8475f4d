/**
 * node bench/clause.ts: opening a clause with a million trail entries behind it, in a temporary folder with its own server and
 * database.
 */
import type { Pool } from 'pg'
import { onDemoCompany } from './demo-company.ts'
import { say } from './notebook.ts'
import { reading } from './reading.ts'
import { type BenchServer, readJson, signIn } from './server.ts'

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
  const measure = (key: string, what: string, path: string): Promise<void> =>
    reading(server, cookie, { key, what, paths: [path], aim: AIM, seconds: 5 })
  await measure('clause_quarter', 'clause, a quarter', path('evidence.clause', day(90)))
  await measure('clause_year', 'clause, a year', path('evidence.clause', day(365)))
  await measure('clause_all', 'clause, all 1,000,000 entries', path('evidence.clause', day(DAYS + 2)))
  await measure('clause_records', 'a further page of its records', path('evidence.records', day(DAYS + 2)))
  const all = `/api/read/evidence.clauses?from=${day(90)}&to=${day(0)}`
  await measure('clauses', 'all clauses, a quarter', all)
}

await onDemoCompany(async (server, owner) => {
  await fillClause(owner)
  await opening(server, await signIn(server.origin, 'quality'))
})
