import { figures } from './figures.ts'
import { ms, note } from './notebook.ts'
import type { BenchServer } from './server.ts'

/** Prints one form 25 times and notes how long it takes. */
export async function printing(server: BenchServer, cookie: string, id: string): Promise<void> {
  const latencies: number[] = []
  const path = `${server.origin}/api/print/complaint/form/quality-complaint-record/${id}`
  for (let i = 0; i < 25; i += 1) {
    const from = performance.now()
    const answer = await fetch(path, { headers: { cookie } })
    if (!answer.ok) throw new Error(`print: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
    latencies.push(performance.now() - from)
  }
  const [first = 0, ...rest] = latencies
  const found = figures(rest, 1)
  note(
    'form_pdf',
    { first: Math.round(first), p50: found.p50, p95: found.p95 },
    'form as PDF/A over HTTP, after the first',
    `p50 ${ms(found.p50)}, p95 ${ms(found.p95)} (first ${ms(first)})`,
    '≤ 50 ms',
    found.p50 <= 50,
  )
}

/** Exports about 100,000 rows and notes time, size and the highest memory of the server on the way. */
export async function exporting(server: BenchServer, cookie: string): Promise<void> {
  let peak = server.memory()
  const timer = setInterval(() => {
    peak = Math.max(peak, server.memory())
  }, 50)
  const from = performance.now()
  const day = new Date(Date.now() - 110 * 86_400_000).toISOString()
  const answer = await fetch(`${server.origin}/api/export/complaint/complaints.xlsx?from=${day}`, {
    headers: { cookie },
  })
  if (!answer.ok) throw new Error(`export: ${answer.status} ${await answer.text()}`)
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length
  clearInterval(timer)
  const seconds = (performance.now() - from) / 1000
  note(
    'xlsx',
    { seconds: Math.round(seconds * 10) / 10, megabytes: Math.round(bytes / 2 ** 20), peakRssMB: peak },
    'XLSX of about 100,000 rows, streamed',
    `${seconds.toFixed(1)} s, ${(bytes / 2 ** 20).toFixed(0)} MB, peak ${peak} MB resident`,
    '≤ 300 MB',
    peak <= 300,
  )
}
