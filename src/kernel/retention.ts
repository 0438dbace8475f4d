import type { Text } from './text.ts'
import { type Day, dayOfLaterMonth } from './time.ts'

/** From when the years of a rule count. */
export type RetentionStart = 'record-closed' | 'device-expiry' | 'certificate-expiry'

/** One rule about how long a record is kept; of all that apply the longest holds. */
export interface RetentionRule {
  /** Who asks for it: the written procedure, the company's own schedule, or the law. */
  readonly basis: 'procedure' | 'company' | 'law'
  /** Clause or article. */
  readonly anchor: Text
  /** How sure we are of the article; absent for the company's own rules. */
  readonly confidence?: 'verified-text' | 'secondary' | 'memory-to-verify'
  /** Full years; `default`: what the company's policies say for this kind of record; `permanent`: never to be disposed of. */
  readonly years: number | 'default' | 'permanent'
  readonly from: RetentionStart
  /** Applies only to records about implants, or about devices whose label names no last day of use. */
  readonly onlyFor?: 'implant' | 'no-expiry'
}

/** Who keeps the records of a type, on what, and for how long. No record type goes live without one. */
export interface Retention {
  /** Role whose department keeps them. */
  readonly custodian: string
  readonly medium: 'electronic' | 'electronic-and-paper'
  readonly rules: readonly [RetentionRule, ...RetentionRule[]]
}

/** What is known of one record when its retention is computed. */
export interface RetentionDates {
  /** Day on which the record was settled and last touched; null while it is open or in use. */
  readonly closedOn: Day | null
  /** Latest last day of use of the devices that it concerns; null when it names none that expires. */
  readonly deviceExpiry: Day | null
  /** It concerns a device whose label names no last day of use, or no device at all. */
  readonly noExpiry: boolean
  /** Latest last day of the certificates of the devices that it concerns; null when none is known. */
  readonly certificateExpiry: Day | null
  readonly implant: boolean
}

/** What one rule means for one record. */
export interface RetentionReason {
  readonly rule: RetentionRule
  /** Years that the rule meant when it was computed. */
  readonly years: number | 'permanent'
  /** Last day on which the rule asks for the record; null while its count has not begun. */
  readonly until: Day | 'permanent' | null
}

/** How long one record is kept, and why. */
export interface Kept {
  /** Last day of retention; null while the record is open and no rule has begun to count. */
  readonly until: Day | 'permanent' | null
  /** The rule that holds: the longest. */
  readonly because: RetentionReason | null
  readonly reasons: readonly RetentionReason[]
}

const yearsLater = (day: Day, years: number): Day => dayOfLaterMonth(day, years * 12, Number(day.slice(8)))

const applies = (rule: RetentionRule, dates: RetentionDates): boolean =>
  rule.onlyFor === 'implant' ? dates.implant : rule.onlyFor === 'no-expiry' ? dates.noExpiry : true

function startOf(rule: RetentionRule, dates: RetentionDates): Day | null {
  if (rule.from === 'device-expiry') return dates.deviceExpiry
  if (rule.from === 'certificate-expiry') return dates.certificateExpiry
  return dates.closedOn
}

/**
 * Applies every rule to one record; the longest wins. An open record has no end yet, whatever else has begun to count:
 * its `until` is null, or `permanent`.
 */
export function keptUntil(retention: Retention, dates: RetentionDates, companyYears: number): Kept {
  const reasons = retention.rules
    .filter(rule => applies(rule, dates))
    .map((rule): RetentionReason => {
      if (rule.years === 'permanent') return { rule, years: 'permanent', until: 'permanent' }
      const years = rule.years === 'default' ? companyYears : rule.years
      const start = startOf(rule, dates)
      return { rule, years, until: start === null ? null : yearsLater(start, years) }
    })
  const permanent = reasons.find(item => item.until === 'permanent')
  if (permanent) return { until: 'permanent', because: permanent, reasons }
  if (dates.closedOn === null) return { until: null, because: null, reasons }
  const because = reasons.reduce<RetentionReason | null>(
    (longest, item) => (item.until !== null && item.until > (longest?.until ?? '') ? item : longest),
    null,
  )
  return { until: because?.until ?? null, because, reasons }
}

/** A record to be disposed of. */
export interface Disposing {
  readonly procedure: string
  readonly recordId: string
}
