import type { z } from 'zod'
import type { AnyDatabase, ReadContext } from './queries.ts'
import type { Text } from './text.ts'
import type { Day } from './time.ts'
import type { Column, LedgerRow } from './view.ts'

/**
 * One chart of a report; the screen and the print draw it from the same numbers.
 * - `bar`, `line`, `stacked`: each series beside, through or upon the others; `pareto`: the first series with its cumulated share.
 * - `control`: four series — the value, the centre line, the upper and the lower limit, each point with its own limits.
 * - `box`: five series — the smallest value, the first quartile, the median, the third quartile, the largest value.
 */
export interface Chart {
  readonly name: string
  readonly title: Text
  readonly kind: 'bar' | 'line' | 'pareto' | 'stacked' | 'control' | 'box'
  readonly categories: readonly (Text | string)[]
  readonly series: readonly { readonly title: Text; readonly values: readonly (number | null)[] }[]
  readonly unit?: Text
  /** A line across the chart, e.g. a target. */
  readonly limit?: { readonly value: number; readonly title: Text }
  /** Places of the points that break a rule of the control chart. */
  readonly marked?: readonly number[]
  /** The essential finding in a sentence; without one it is read from the numbers. */
  readonly finding?: Text
  /** The last category sums up all that have no bar of their own. */
  readonly hasRest?: boolean
  /** Ledger filter that a click on category i opens; `from` and `to` replace the period of the report. */
  readonly drill?: readonly (Readonly<Record<string, string>> | null)[]
  /** Whose ledger the drill opens, where it is not the report's own procedure. */
  readonly opens?: { readonly procedure: string; readonly ledger?: string }
}

/** A filled report. */
export interface ReportContent {
  readonly title: Text
  readonly period: Text
  readonly figures: readonly {
    readonly title: Text
    readonly value: number | null
    readonly unit?: Text
    readonly tone?: 'ok' | 'warn' | 'late'
  }[]
  readonly charts: readonly Chart[]
  readonly tables: readonly {
    readonly title: Text
    readonly columns: readonly Column[]
    readonly rows: readonly LedgerRow[]
  }[]
  readonly notes: readonly Text[]
}

/** How long the period of a regular report is. */
export type ReportEvery = 'month' | 'quarter' | 'half-year' | 'year'

/** One period of a regular report; days of the site's calendar. */
export interface ReportPeriod {
  readonly every: ReportEvery
  readonly year: number
  /** Number of the month, quarter or half-year in its year; 1 for a year. */
  readonly part: number
  readonly title: Text
  readonly firstDay: Day
  readonly lastDay: Day
}

/** A report that is drafted, commented, signed and filed for every period. */
export interface Periodic {
  /** Name of the duty of the same procedure that says for how long a period is and on which day the report is due. */
  readonly duty: string
  /** The parameters with which the report covers a period. */
  readonly params: (period: ReportPeriod) => Readonly<Record<string, number>>
  /** Roles whose work it is: they begin, comment and submit it. */
  readonly authors: readonly [string, ...string[]]
  /** Who signs after the author: keys of the steps of the chain under which reports are filed. */
  readonly signers: readonly [string, ...string[]]
  /** Parts of the report that need a comment, by their keys in the vocabulary of report sections. */
  readonly sections: readonly [string, ...string[]]
  /** Roles for which the filed report is meant. */
  readonly readers: readonly string[]
  /** Where the filed report is handed in outside the company; absent when it stays inside. */
  readonly handedTo?: Text
}

/** A periodic summary that a procedure demands. */
export interface Report<Params = unknown> {
  readonly name: string
  readonly title: Text
  readonly fulfils: readonly string[]
  readonly by: readonly string[]
  readonly params: z.ZodType<Params>
  readonly fill: (db: AnyDatabase, params: Params, context: ReadContext) => Promise<ReportContent>
  readonly periodic?: Periodic
}

/** Declares a report. */
export const report = <Params>(declaration: Report<Params>): Report<Params> => declaration

// biome-ignore lint/suspicious/noExplicitAny: a registry of reports is heterogeneous by nature
export type AnyReport = Report<any>
