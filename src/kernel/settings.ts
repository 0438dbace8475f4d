import type { Pool } from 'pg'
import { type Calendar, type CalendarEntry, calendar } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { PolicyVersion } from './policy.ts'
import { fromRow } from './rows.ts'

/** What a company has set: policy values, official days, and the versions of its documents. */
export interface Settings {
  readonly policies: readonly PolicyVersion[]
  readonly calendar: Calendar
  /** Every approved version of a document that describes a procedure. */
  readonly editions: readonly Edition[]
}

const LIFETIME_MS = 2_000

/** Reads the settings, keeping them for two seconds so that several servers on one database agree soon enough. */
export function settingsReader(pool: Pool): (() => Promise<Settings>) & { forget(): void } {
  let kept: { readonly at: number; readonly value: Promise<Settings> } | undefined
  const reader = (): Promise<Settings> => {
    const at = performance.now()
    if (!kept || at - kept.at > LIFETIME_MS) {
      const value = readSettings(pool)
      kept = { at, value }
      value.catch(() => {
        kept = undefined
      })
    }
    return kept.value
  }
  return Object.assign(reader, {
    forget: () => {
      kept = undefined
    },
  })
}

async function readSettings(pool: Pool): Promise<Settings> {
  const [policies, entries, years, editions] = await Promise.all([
    pool.query(
      'SELECT key, version, value, effective_from AS "effectiveFrom" FROM policy_version ORDER BY key, version',
    ),
    pool.query('SELECT day, kind, title, source FROM calendar_entry ORDER BY day'),
    pool.query('SELECT year FROM calendar_publication ORDER BY year'),
    pool.query('SELECT * FROM edition ORDER BY effective_from'),
  ])
  return {
    policies: policies.rows as PolicyVersion[],
    calendar: calendar({
      entries: entries.rows as CalendarEntry[],
      publishedYears: years.rows.map(row => row.year as number),
    }),
    editions: editions.rows.map(row => fromRow<Edition>(row)),
  }
}
