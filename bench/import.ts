import { note } from './notebook.ts'
import { type BenchServer, readJson } from './server.ts'

const LINES = 100_000
const LOTS = 250

interface Outcome {
  readonly ok: boolean
  readonly fresh: number
  readonly known: number
  readonly troubles: readonly { readonly row: number; readonly sentence: { readonly en: string } }[]
}

/** Imports 100,000 delivery lines of 250 lots from a CSV file, twice: for good, and again to see that nothing doubles. */
export async function importing(server: BenchServer, cookie: string): Promise<void> {
  const [product] = await readJson<{ id: string; udiDi: string }[]>(
    server.origin,
    cookie,
    '/api/read/vocabulary.find-product?q=%E6%B3%B5',
  )
  const customers = await readJson<{ name: string }[]>(
    server.origin,
    cookie,
    `/api/read/vocabulary.find-party?q=${encodeURIComponent('医院')}&kind=customer`,
  )
  if (!product?.udiDi || customers.length === 0) throw new Error('the demo company has no such product or customers')
  const post = async (table: string, body: object): Promise<Outcome> => {
    const answer = await fetch(`${server.origin}/api/import/${table}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, cookie },
      body: JSON.stringify(body),
    })
    const outcome = (await answer.json()) as Outcome
    if (!outcome.ok) throw new Error(`${table}: ${JSON.stringify(outcome).slice(0, 600)}`)
    return outcome
  }
  const lotNo = (i: number): string => `BENCH${String(i % LOTS).padStart(4, '0')}`
  await post('lot/lots', {
    dryRun: false,
    lines: Array.from({ length: LOTS }, (_, i) => ({
      udiDi: product.udiDi,
      lotNo: lotNo(i),
      producedOn: '2025-01-02',
      expiresOn: '2035-01-01',
    })),
  })
  const rows = Array.from({ length: LINES }, (_, i) => {
    const day = new Date(Date.UTC(2025, 1, 1) + (i % 500) * 86_400_000).toISOString().slice(0, 10)
    return `B${i},${customers[i % customers.length]?.name},${product.udiDi},${lotNo(i)},${day},${1 + (i % 40)}`
  })
  const form = new FormData()
  form.append('file', new Blob([`出库单号,客户,UDI-DI,批号,出库日期,数量\n${rows.join('\n')}\n`]), 'deliveries.csv')
  const fileId = await uploaded(server, cookie, form)
  const from = performance.now()
  const { fresh } = await post('lot/deliveries', { fileId, dryRun: false })
  const seconds = (performance.now() - from) / 1000
  const again = await post('lot/deliveries', { fileId: await uploaded(server, cookie, form), dryRun: false })
  note(
    'import_deliveries',
    { lines: fresh, seconds: Math.round(seconds * 10) / 10, known: again.known },
    'import of 100,000 delivery lines from CSV, all or nothing',
    `${seconds.toFixed(1)} s; again: ${again.known} known, ${again.fresh} new`,
    '≤ 60 s',
    seconds <= 60 && fresh === LINES && again.fresh === 0,
  )
}

/** Uploads the file; answers its id. */
async function uploaded(server: BenchServer, cookie: string, form: FormData): Promise<string> {
  const answer = await fetch(`${server.origin}/api/attachments`, {
    method: 'POST',
    headers: { origin: server.origin, cookie, 'x-bihuan': '1' },
    body: form,
  })
  if (!answer.ok) throw new Error(`upload: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}
