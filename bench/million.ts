import type { Pool } from 'pg'
import { searches, withoutIndexes } from './copies.ts'

/** How many complaints the large ledger has. */
export const MILLION = 1_000_000

const STATES = `(ARRAY['registered','accepted','verified','decided','answered','closed'])[1 + least(5, floor(random() * 200))::int]`

/**
 * Fills the ledger with a million complaints made from the demo company's own, with other numbers, times, states and words,
 * and with a met clock for each and 20,000 running ones. Rows are copied in SQL: what is measured is reading.
 * @param search false where nobody searches for words: their indexes are not built again
 */
export async function fillMillion(owner: Pool, say: (line: string) => void, search = true): Promise<void> {
  const { rows: columns } = await owner.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'complaint' ORDER BY ordinal_position`,
  )
  const rebuild = await withoutIndexes(owner, 'complaint', definition => search || !searches(definition))
  const values: Record<string, string> = {
    id: 'gen_random_uuid()',
    number: `'M-' || n`,
    state: STATES,
    received_at: 'at',
    created_at: 'at',
    updated_at: 'at',
    title: 'c.title || word',
    description: 'c.description || word',
    // what the product itself made of the row that is copied, initials and all, with the words of this one
    search_text: `c.search_text || lower(normalize(' m-' || n || ' ' || word, NFKC))`,
  }
  const list = columns.map(column => `"${column.name}"`).join(', ')
  const chosen = columns.map(column => values[column.name] ?? `c."${column.name}"`).join(', ')
  const begun = performance.now()
  await owner.query('ALTER TABLE complaint SET (autovacuum_enabled = false)')
  await owner.query(
    `INSERT INTO complaint (${list})
     SELECT ${chosen}
     FROM (SELECT n, now() - random() * interval '1095 days' AS at,
             (ARRAY['，屏幕闪烁','，管路渗液','，电池鼓包','，按键失灵','，包装破损','，示值偏高','，无法开机','，报警不停','，接头松脱','，有异味'])[1 + floor(random() * 10)::int]
               || '，第' || (n % 997) || '台' AS word, 1 + (n % (SELECT count(*) FROM base))::int AS pick
           FROM generate_series(1, ${MILLION}) AS n) AS made
     JOIN (SELECT *, row_number() OVER () AS place FROM base) AS c ON c.place = made.pick`.replaceAll(
      'base',
      '(SELECT * FROM complaint LIMIT 200) AS base',
    ),
  )
  say(`a million complaints copied in ${seconds(begun)} s`)
  const indexed = performance.now()
  await owner.query(`SET maintenance_work_mem = '1GB'`)
  await rebuild()
  say(`indexes built in ${seconds(indexed)} s`)
  const clocked = performance.now()
  await owner.query(
    `INSERT INTO deadline (id, procedure, record_id, name, key, clause, owner_role, owner_id, opened_at, due_at, "limit", explanation, policy_version, met_at)
     SELECT gen_random_uuid(), 'complaint', m.id, d.name, '', d.clause, d.owner_role, NULL, m.received_at, m.received_at + interval '1 day',
       d."limit", d.explanation, 0, CASE WHEN m.place <= 20000 THEN NULL ELSE m.received_at + random() * interval '25 hours' END
     FROM (SELECT id, received_at, row_number() OVER () AS place FROM complaint WHERE number LIKE 'M-%') AS m
     JOIN (SELECT *, row_number() OVER () - 1 AS place FROM (SELECT DISTINCT ON (name) * FROM deadline WHERE key = '') AS kinds) AS d
       ON d.place = m.place % (SELECT count(DISTINCT name) FROM deadline WHERE key = '')`,
  )
  await owner.query('VACUUM ANALYZE complaint')
  await owner.query('VACUUM ANALYZE deadline')
  say(`a million clocks in ${seconds(clocked)} s`)
}

const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1)
