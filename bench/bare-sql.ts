/**
 * The limit: a bare SQL client that writes the rows of one registered complaint, in one transaction, with prepared
 * statements and nothing else. node bench/bare-sql.ts '{"url":…,"clients":8,"seconds":5,"recordId":…}'
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { figures } from './figures.ts'

interface Task {
  readonly url: string
  readonly clients: number
  readonly seconds: number
  readonly recordId: string
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const pool = new pg.Pool({ connectionString: task.url, max: task.clients + 1 })

interface Row {
  readonly table: string
  readonly columns: readonly string[]
  readonly types: readonly string[]
  readonly values: readonly (string | null)[]
}

/** The rows that the product wrote for the complaint, as texts. */
const rowsOf = async (table: string, where: string): Promise<Row[]> => {
  const { rows: columns } = await pool.query(
    `SELECT column_name AS name, format_type(a.atttypid, a.atttypmod) AS type FROM information_schema.columns c
     JOIN pg_attribute a ON a.attrelid = c.table_name::regclass AND a.attname = c.column_name
     WHERE table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  )
  const list = columns.map(column => `"${column.name}"::text`).join(', ')
  const { rows } = await pool.query({
    text: `SELECT ${list} FROM "${table}" WHERE ${where}`,
    values: [task.recordId],
    rowMode: 'array',
  })
  return rows.map(values => ({ table, columns: columns.map(c => c.name), types: columns.map(c => c.type), values }))
}

const parts = await Promise.all([
  rowsOf('complaint', 'id = $1'),
  rowsOf('deadline', 'record_id = $1'),
  rowsOf('trail', 'record_id = $1 AND position = 1'),
  rowsOf('idempotency', 'record_id = $1'),
])
const written = parts.flat()
if (!written.some(row => row.table === 'complaint')) throw new Error('there is no complaint to write again')

const statement = (row: Row): string =>
  `INSERT INTO "${row.table}" (${row.columns.map(column => `"${column}"`).join(', ')})
   VALUES (${row.types.map((type, i) => `$${i + 1}::text::${type}`).join(', ')})`

const write = async (client: pg.PoolClient): Promise<void> => {
  const id = randomUUID()
  await client.query('BEGIN')
  const { rows } = await client.query({
    name: 'number',
    text: `INSERT INTO number_series (prefix, year, last) VALUES ('BARE', 2026, 1)
           ON CONFLICT (prefix, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
  })
  for (const [i, row] of written.entries()) {
    const values = row.values.map((value, at) => {
      const column = row.columns[at]
      if (column === 'id') return row.table === 'complaint' ? id : randomUUID()
      if (column === 'record_id') return id
      if (column === 'chain') return `bare/${id}`
      if (column === 'key' && row.table === 'idempotency') return id
      if (column === 'number') return `BARE-2026-${rows[0].last}`
      return value
    })
    await client.query({ name: `row_${i}`, text: statement(row), values })
  }
  await client.query('COMMIT')
}

const latencies: number[] = []
const end = performance.now() + task.seconds * 1000
const begun = performance.now()
await Promise.all(
  Array.from({ length: task.clients }, async () => {
    const client = await pool.connect()
    while (performance.now() < end) {
      const from = performance.now()
      await write(client)
      latencies.push(performance.now() - from)
    }
    client.release()
  }),
)
console.log(JSON.stringify(figures(latencies, (performance.now() - begun) / 1000)))
await pool.end()
