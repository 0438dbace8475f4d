/**
 * node bench/trace.ts: the trace alone, over ten million delivery lines, in a temporary folder with its own server and database.
 * `npm run bench` measures the same among everything else.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '../src/server/database/open-database.ts'
import { fillDeliveries } from './deliveries.ts'
import type { Figures } from './figures.ts'
import { conclude, ms, note, say } from './notebook.ts'
import { type BenchServer, readJson, signIn, startServer } from './server.ts'

const run = promisify(execFile)

/** Most milliseconds in which 95 of 100 traces of a lot with 500 customers are to be answered. */
const AIM = 50

/** Measures one client tracing lots with five hundred customers each, in turn. */
export async function tracing(server: BenchServer, cookie: string, lots: readonly string[]): Promise<void> {
  const paths = lots.map(number => `/api/read/trace.of?kind=lot&id=${number}`)
  const first = await readJson<{ trace: { handedCount: number } }>(server.origin, cookie, paths[0] ?? '')
  if (first.trace.handedCount !== 500) throw new Error(`${first.trace.handedCount} customers instead of 500`)
  const load = async (seconds: number): Promise<Figures> => {
    const task = { origin: server.origin, cookie, clients: 1, seconds, ask: { kind: 'read', paths } }
    const { stdout } = await run(process.execPath, ['bench/load.ts', JSON.stringify(task)], { maxBuffer: 2 ** 24 })
    return JSON.parse(stdout) as Figures
  }
  await load(1)
  const found = await load(5)
  note(
    'trace_lot',
    found,
    'trace of a lot with 500 customers among 10,000,000 delivery lines',
    `p50 ${ms(found.p50)}, p95 ${ms(found.p95)}, ${found.perSecond.toFixed(0)}/s`,
    `p95 ≤ ${AIM} ms`,
    found.p95 <= AIM,
  )
}

if (import.meta.main) {
  process.chdir(join(import.meta.dirname, '..'))
  const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-bench-trace-'))
  try {
    const server = await startServer(dataDir)
    say(`server ready after ${Math.round(server.readyAfter / 1000)} s`)
    const database = await openDatabase({ dataDir, attach: true })
    try {
      const lots = await fillDeliveries(database.adminPool, say)
      await tracing(server, await signIn(server.origin, 'quality'), lots)
    } finally {
      await database.stop()
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  conclude()
}
