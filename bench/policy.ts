/**
 * node bench/policy.ts: what a new value of a policy would do to 100,000 running clocks, in a temporary folder with its own
 * server and database.
 */
import type { Pool } from 'pg'
import { copyRows, withoutIndexes } from './copies.ts'
import { onDemoCompany } from './demo-company.ts'
import { say } from './notebook.ts'
import { reading } from './reading.ts'
import { readJson, signIn } from './server.ts'

/** Most milliseconds in which 95 of 100 answers are to come: the effect is shown anew while a value is tried. */
const AIM = 300
const CLOCKS = 100_000
const POLICY = 'complaint.remote_complete_d'

/**
 * Copies complaints of the demo company that have had a clock of the policy, and such a clock on each: half of them run, half ended
 * in the last half year.
 */
async function fillClocks(pool: Pool): Promise<void> {
  await withoutIndexes(pool, 'complaint', () => false)
  const had = `id IN (SELECT record_id FROM deadline WHERE policy_key = '${POLICY}')`
  await copyRows(pool, 'complaint', 2 * CLOCKS, { number: `'P-' || n` }, had)
  say(`${(2 * CLOCKS).toLocaleString('en')} complaints`)
  await pool.query(
    `INSERT INTO deadline (id, procedure, record_id, name, clause, owner_role, opened_at, due_at, "limit", explanation,
       policy_key, met_at)
     SELECT gen_random_uuid(), d.procedure, c.id, d.name, d.clause, d.owner_role, o.at, o.at + interval '7 days', d."limit",
       d.explanation, d.policy_key, CASE WHEN c.place % 2 = 0 THEN o.at + random() * interval '8 days' END
     FROM (SELECT id, row_number() OVER () AS place FROM complaint WHERE number LIKE 'P-%') AS c
     CROSS JOIN (SELECT * FROM deadline WHERE policy_key = $1 AND jsonb_typeof(explanation -> 'policy') = 'object' LIMIT 1) AS d
     CROSS JOIN LATERAL (SELECT CASE WHEN c.place % 2 = 0 THEN now() - random() * interval '180 days'
       ELSE now() - random() * interval '6 days' END AS at) AS o`,
    [POLICY],
  )
  await pool.query('VACUUM (ANALYZE) complaint')
  await pool.query('VACUUM (ANALYZE) deadline')
}

await onDemoCompany(async (server, owner) => {
  await fillClocks(owner)
  say(`${CLOCKS.toLocaleString('en')} running clocks of ${POLICY}`)
  const cookie = await signIn(server.origin, 'quality')
  const path = `/api/read/policy-change.effect?key=${POLICY}&value=5`
  const found = await readJson<{ summary: { open: number } }>(server.origin, cookie, path)
  if (found.summary.open < CLOCKS) throw new Error(`${found.summary.open} running clocks instead of ${CLOCKS}`)
  const what = 'effect of a new value on 100,000 running clocks'
  await reading(server, cookie, { key: 'policy_effect', what, paths: [path], aim: AIM, seconds: 5 })
})
