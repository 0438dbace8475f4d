/**
 * node bench/conditions.ts: takes 100,000 values of a logger over HTTP, twenty steps of 5,000 and again as one table of 100,000
 * lines for another instrument, and reads a month of them as the chart does.
 */
import { onDemoCompany } from './demo-company.ts'
import { note } from './notebook.ts'
import { type BenchServer, readJson, signIn } from './server.ts'

const POINTS = 100_000
const PER_STEP = 5_000
const START = Date.UTC(2026, 0, 1)

interface Store {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly climate: string
}

const temperatureAt = (i: number): number => Math.round((5 + Math.sin(i / 700) * 3.2) * 10) / 10
const momentAt = (i: number): string => new Date(START + i * 60_000).toISOString()

const post = async (server: BenchServer, cookie: string, path: string, body: object): Promise<unknown> => {
  const answer = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${(await answer.text()).slice(0, 600)}`)
  return answer.json()
}

/** Takes a logger's year by the step and by the import, and measures both and the chart. */
export async function takingSeries(server: BenchServer, cookie: string): Promise<void> {
  const stores = await readJson<readonly Store[]>(server.origin, cookie, '/api/read/storage-condition.stores')
  const store = stores.find(item => item.climate === 'cold')
  if (!store) throw new Error('the demo company has no cold store')
  const begun = performance.now()
  for (let from = 0; from < POINTS; from += PER_STEP) {
    const points = Array.from({ length: PER_STEP }, (_, i) => ({
      at: momentAt(from + i),
      temperature: temperatureAt(from + i),
      humidity: 60,
    }))
    const input = { warehouseId: store.id, instrument: 'BENCH-1', points }
    await post(server, cookie, '/api/do/storage-condition.take-series', { key: `bench-series-${from}`, input })
  }
  const taken = (performance.now() - begun) / 1_000
  note(
    'logger_steps_s',
    Math.round(taken * 10) / 10,
    'logger: 100,000 values in steps of 5,000',
    `${taken.toFixed(1)} s`,
    '≤ 30 s',
    taken <= 30,
  )
  const lines = Array.from({ length: POINTS }, (_, i) => ({
    store: store.name,
    instrument: 'BENCH-2',
    at: momentAt(i),
    temperature: String(temperatureAt(i)),
    humidity: '60',
  }))
  const opened = performance.now()
  const outcome = (await post(server, cookie, '/api/import/storage-condition/logger-series', {
    dryRun: false,
    lines,
  })) as { readonly ok: boolean; readonly fresh: number }
  if (!outcome.ok || outcome.fresh !== POINTS) throw new Error(JSON.stringify(outcome).slice(0, 600))
  const imported = (performance.now() - opened) / 1_000
  note(
    'logger_import_s',
    Math.round(imported * 10) / 10,
    'logger: a table of 100,000 lines',
    `${imported.toFixed(1)} s`,
    '≤ 30 s',
    imported <= 30,
  )
  const asked = performance.now()
  const path = `/api/read/storage-condition.series?store=${store.number}&from=2026-02-01&to=2026-02-28`
  const course = await readJson<{ readonly slices: readonly unknown[] }>(server.origin, cookie, path)
  const read = performance.now() - asked
  note(
    'logger_chart_ms',
    Math.round(read),
    `logger: a month of two loggers for the chart (${course.slices.length} slices)`,
    `${read.toFixed(0)} ms`,
    '≤ 500 ms',
    read <= 500,
  )
}

if (import.meta.main)
  await onDemoCompany(async server => takingSeries(server, await signIn(server.origin, 'stock-maintenance')))
