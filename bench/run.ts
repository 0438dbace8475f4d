/**
 * npm run bench: measures the product against the limits that it set itself, in a temporary folder, with its own server and
 * database. Prints a table and, as its last line, one JSON object. How it measures: bench/README.md.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/server/database/open-database.ts'
import { bundles } from './bundles.ts'
import { takingSeries } from './conditions.ts'
import { fillDeliveries } from './deliveries.ts'
import type { Figures } from './figures.ts'
import { importing } from './import.ts'
import { fillMillion } from './million.ts'
import { conclude, ms, note, say } from './notebook.ts'
import { exporting, printing } from './papers.ts'
import { child, reading } from './reading.ts'
import { type BenchServer, readJson, signIn, startServer } from './server.ts'
import { tracing } from './trace.ts'

process.chdir(join(import.meta.dirname, '..'))
const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-bench-'))

async function registering(server: BenchServer, cookie: string, url: string): Promise<void> {
  const found = await readJson<{ rows: { id: string; name: string }[] } | { id: string }[]>(
    server.origin,
    cookie,
    `/api/read/vocabulary.find-product?q=${encodeURIComponent('泵')}`,
  )
  const product = (Array.isArray(found) ? found : found.rows)[0]
  const parties = await readJson<{ rows: { id: string }[] } | { id: string }[]>(
    server.origin,
    cookie,
    `/api/read/vocabulary.find-party?q=${encodeURIComponent('医院')}&kind=customer`,
  )
  const party = (Array.isArray(parties) ? parties : parties.rows)[0]
  const input = {
    partyId: party?.id,
    productId: product?.id,
    lotNo: 'BENCH01',
    description: '开机自检后报警，更换电源仍报警，已停用并换备机，患者无伤害。',
    notDuplicate: true,
  }
  const recordId = await oneComplaint(server, cookie, input)
  await child('bench/load.ts', {
    origin: server.origin,
    cookie,
    clients: 8,
    seconds: 3,
    ask: { kind: 'register', input },
  })
  for (const clients of [1, 8, 32]) {
    // Taken in turns, three times each, since other work on the machine comes and goes.
    const product: Figures[] = []
    const bare: Figures[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      product.push(
        await child('bench/load.ts', {
          origin: server.origin,
          cookie,
          clients,
          seconds: 3,
          ask: { kind: 'register', input },
        }),
      )
      bare.push(await child('bench/bare-sql.ts', { url, clients, seconds: 3, recordId }))
    }
    const ours = median(product.map(item => item.perSecond))
    const limit = median(bare.map(item => item.perSecond))
    const share = ours / limit
    note(
      `register_${clients}`,
      { perSecond: ours, limit, share: Math.round(share * 1000) / 1000, p95: median(product.map(item => item.p95)) },
      `register a complaint over HTTP, ${clients} client${clients > 1 ? 's' : ''}`,
      `${ours.toFixed(0)}/s of ${limit.toFixed(0)}/s bare SQL = ${(share * 100).toFixed(0)} % (p95 ${ms(median(product.map(item => item.p95)))})`,
      clients > 1 ? '≥ 50 %' : '',
      clients > 1 ? share >= 0.5 : null,
    )
  }
}

async function oneComplaint(server: BenchServer, cookie: string, input: unknown): Promise<string> {
  const answer = await fetch(`${server.origin}/api/do/complaint.open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie },
    body: JSON.stringify({ key: 'bench-first-one', input }),
  })
  if (!answer.ok) throw new Error(`complaint.open: ${await answer.text()}`)
  return ((await answer.json()) as { record: { id: string } }).record.id
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`

/** The demo company as it is: starts, registering, one record, one form. Answers the lots that are traced afterwards. */
async function small(): Promise<readonly string[]> {
  const first = await startServer(dataDir)
  const made = first.readyAfter
  note(
    'first_start_s',
    Math.round(made / 100) / 10,
    'first start, demo company made',
    seconds(made),
    '≤ 60 s',
    made <= 60_000,
  )
  await first.stop()
  const server = await startServer(dataDir)
  const ready = server.readyAfter
  note('start_s', Math.round(ready / 10) / 100, 'start to ready', seconds(ready), '≤ 3 s', ready <= 3000)
  const database = await openDatabase({ dataDir, attach: true })
  try {
    await new Promise(resolve => setTimeout(resolve, 3000))
    note('memory_idle_MB', server.memory(), 'resident memory, idle', `${server.memory()} MB`)
    await registering(server, await signIn(server.origin, 'service-desk'), database.adminUrl)
    note('memory_load_MB', server.memory(), 'resident memory after 32 clients', `${server.memory()} MB`)
    const quality = await signIn(server.origin, 'quality')
    const closed = '/api/read/complaint.ledger?limit=50&filter.state=closed'
    const page = await readJson<{ rows: { id: string }[] }>(server.origin, quality, closed)
    const ids = page.rows.map(row => row.id)
    const paths = ids.map(id => `/api/read/complaint.record?id=${id}`)
    await reading(server, quality, {
      key: 'record_page',
      what: 'one record page, 8 clients',
      paths,
      clients: 8,
      aim: 20,
    })
    await printing(server, quality, ids[0] ?? '')
    await importing(server, await signIn(server.origin, 'warehouse'))
    await takingSeries(server, await signIn(server.origin, 'stock-maintenance'))
    await fillMillion(database.adminPool, say)
    return await fillDeliveries(database.adminPool, say)
  } finally {
    await database.stop()
    await server.stop()
  }
}

/** The same server on a million complaints and ten million delivery lines, newly started. */
async function large(lots: readonly string[]): Promise<void> {
  const server = await startServer(dataDir)
  try {
    note(
      'start_large_s',
      Math.round(server.readyAfter / 10) / 100,
      'start to ready on 1,000,000 complaints',
      seconds(server.readyAfter),
      '≤ 3 s',
      server.readyAfter <= 3000,
    )
    const quality = await signIn(server.origin, 'quality')
    await exporting(server, quality)
    const ledger = '/api/read/complaint.ledger?limit=50'
    const found = (...terms: string[]): string[] => terms.map(term => `${ledger}&search=${encodeURIComponent(term)}`)
    const everything = (term: string): string => `/api/read/search.all?q=${encodeURIComponent(term)}`
    const recent = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
    const states = [`${ledger}&filter.state=accepted`, `${ledger}&filter.state=closed`]
    const asked: [string, string, string[]][] = [
      ['ledger_first', 'ledger of 1,000,000: first page', [ledger]],
      ['ledger_status', '… by status', states],
      ['ledger_date', '… by status and date', states.map(path => `${path}&from=${recent}`)],
      ['ledger_2', '… 2 Chinese characters', found('报警', '渗液', '鼓包', '卡纸', '偏高', '胶辊')],
      ['ledger_3', '… 3 Chinese characters', found('输液泵', '监护仪', '无波形', '血压计', '缝合器')],
      [
        'ledger_5',
        '… 5 Chinese characters',
        found('输液泵开机', '胎儿监护仪', '纱布敷料包', '皮肤缝合器', '从未有过的'),
      ],
      [
        'search_all',
        'search over everything: 2 to 5 Chinese characters',
        ['报警', '渗液', '输液泵', '监护仪', '胎儿监护仪', '从未有过的'].map(everything),
      ],
      [
        'search_initials',
        '… pinyin initials, numbers, clauses',
        ['jsh', 'zzsdq', 'jhyy', 'syb', 'ts-2026-00012', 'm-77777'].map(everything),
      ],
      ['workbench_changes', 'what changed in my records', ['/api/read/workbench.changes']],
      ['workbench_team', 'load of the team', ['/api/read/workbench.team']],
      ['workbench', 'workbench with 1,000,000 complaints behind it', ['/api/read/workbench.mine']],
    ]
    for (const [key, what, paths] of asked) await reading(server, quality, { key, what, paths, aim: 100 })
    await tracing(server, quality, lots)
    note('memory_end_MB', server.memory(), 'resident memory at the end', `${server.memory()} MB`)
  } finally {
    await server.stop()
  }
}

try {
  await large(await small())
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
if (existsSync('dist/web/.vite/manifest.json')) bundles()
else say('the web is not built: sizes were not measured')
conclude()
