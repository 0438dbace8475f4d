/**
 * node bench/quality.ts: the quality statistics over a million complaints and ten million delivery lines, in a temporary folder
 * with its own server and database.
 */
import { fillDeliveries } from './deliveries.ts'
import { onDemoCompany } from './demo-company.ts'
import { fillMillion } from './million.ts'
import { say } from './notebook.ts'
import { reading } from './reading.ts'
import { type BenchServer, readJson, signIn } from './server.ts'

/**
 * Most milliseconds in which 95 of 100 answers are to come:
 * - quarter, which opens by default, and one product: a second, so that a thought is not broken off;
 * - year: two, since it is chosen now and then, and what was shown stays until it comes;
 * - chart: half a second, since it stands on the workbench that everybody opens all day;
 * - ledger: what every ledger may take that is filtered, since it opens by a click on a bar.
 */
const AIM = { quarter: 1_000, year: 2_000, chart: 500, ledger: 300 }

/** Units are summed by the day of delivery; the moves of the traced lots, which the same rows make, are found by lot. */
const READ_BY = /\((lot_id|party_id), |\(delivered_on\)/

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** Measures one client that opens the statistics, the workbench's chart, and the register that a bar leads to. */
async function statistics(server: BenchServer, cookie: string): Promise<void> {
  const overview = (from: string, more = ''): string =>
    `/api/read/complaint.report?name=quality-overview&from=${from}&to=${day(1)}${more}`
  const year = await readJson<{ figures: { value: number }[] }>(server.origin, cookie, overview(day(365)))
  const [counted] = year.figures
  if (!counted || counted.value < 300_000)
    throw new Error(`${counted?.value} complaints in a year of a third of a million`)
  const products = await readJson<{ rows: { id: string }[] }>(server.origin, cookie, '/api/read/product.ledger?limit=1')
  const measure = (key: string, what: string, path: string, aim: number): Promise<void> =>
    reading(server, cookie, { key, what, paths: [path], aim, seconds: 10 })
  const ledger = `/api/read/complaint.ledger?from=${day(365)}&to=${day(1)}&filter.clock.verification`
  await measure('quality_quarter', 'quality statistics of a quarter', overview(day(90)), AIM.quarter)
  await measure('quality_year', 'quality statistics of a year', overview(day(365)), AIM.year)
  await measure(
    'quality_product',
    'quality statistics of one product, a year',
    overview(day(365), `&productId=${products.rows[0]?.id}`),
    AIM.quarter,
  )
  await measure('quality_rate', 'complaints per 1,000 units, twelve months', '/api/read/complaint.rate', AIM.chart)
  await measure('clock_in_time', 'register by a clock met in time, a year', `${ledger}=in-time`, AIM.ledger)
  await measure('clock_overdue', 'register by a clock that is overdue, a year', `${ledger}=overdue`, AIM.ledger)
}

await onDemoCompany(async (server, owner) => {
  await fillMillion(owner, say, false)
  await fillDeliveries(owner, say, READ_BY)
  await statistics(server, await signIn(server.origin, 'quality'))
})
