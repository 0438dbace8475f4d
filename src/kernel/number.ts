import type { ClientBase } from 'pg'
import type { RecordType } from './record.ts'
import { dayOf, type Instant, yearOf, type Zone } from './time.ts'

/**
 * Takes the next number of a series, `TS-2026-00042`. Gapless: the counter is a row that stays locked until the
 * transaction ends, so a step that is rolled back gives its number back. Taken as late as possible for that reason.
 */
export async function nextNumber(
  client: ClientBase,
  series: RecordType['series'],
  now: Instant,
  zone: Zone,
): Promise<string> {
  const year = yearOf(dayOf(now, zone))
  const { rows } = await client.query({
    name: 'next_number',
    text: `INSERT INTO number_series (prefix, year, last) VALUES ($1, $2, 1)
           ON CONFLICT (prefix, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
    values: [series.prefix, year],
  })
  return `${series.prefix}-${year}-${String(rows[0].last).padStart(series.digits, '0')}`
}
