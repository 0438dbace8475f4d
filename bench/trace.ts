/**
 * node bench/trace.ts: the trace alone, over ten million delivery lines, in a temporary folder with its own server and database.
 * `npm run bench` measures the same among everything else.
 */
import { fillDeliveries } from './deliveries.ts'
import { onDemoCompany } from './demo-company.ts'
import { say } from './notebook.ts'
import { reading } from './reading.ts'
import { type BenchServer, readJson, signIn } from './server.ts'

/** Most milliseconds in which 95 of 100 traces of a lot with 500 customers are to be answered. */
const AIM = 50

/** Measures one client tracing lots with five hundred customers each, in turn. */
export async function tracing(server: BenchServer, cookie: string, lots: readonly string[]): Promise<void> {
  const paths = lots.map(number => `/api/read/trace.of?kind=lot&id=${number}`)
  const first = await readJson<{ trace: { handedCount: number } }>(server.origin, cookie, paths[0] ?? '')
  if (first.trace.handedCount !== 500) throw new Error(`${first.trace.handedCount} customers instead of 500`)
  const what = 'trace of a lot with 500 customers among 10,000,000 delivery lines'
  await reading(server, cookie, { key: 'trace_lot', what, paths, aim: AIM, seconds: 5 })
}

if (import.meta.main)
  await onDemoCompany(async (server, owner) => {
    const lots = await fillDeliveries(owner, say)
    await tracing(server, await signIn(server.origin, 'quality'), lots)
  })
