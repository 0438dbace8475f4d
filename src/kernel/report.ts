import type { z } from 'zod'
import type { AnyDatabase, ReadContext } from './queries.ts'
import type { Text } from './text.ts'
import type { Column, LedgerRow } from './view.ts'

/** One chart of a report; the screen and the print draw it from the same numbers. */
export interface Chart {
  readonly name: string
  readonly title: Text
  readonly kind: 'bar' | 'line' | 'pareto' | 'stacked'
  readonly categories: readonly (Text | string)[]
  readonly series: readonly { readonly title: Text; readonly values: readonly (number | null)[] }[]
  readonly unit?: Text
  /** A line across the chart, e.g. a target. */
  readonly limit?: { readonly value: number; readonly title: Text }
  /** Ledger filter that a click on category i opens. */
  readonly drill?: readonly (Readonly<Record<string, string>> | null)[]
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

/** A periodic summary that a procedure demands. */
export interface Report<Params = unknown> {
  readonly name: string
  readonly title: Text
  readonly fulfils: readonly string[]
  readonly by: readonly string[]
  readonly params: z.ZodType<Params>
  readonly fill: (db: AnyDatabase, params: Params, context: ReadContext) => Promise<ReportContent>
}

/** Declares a report. */
export const report = <Params>(declaration: Report<Params>): Report<Params> => declaration

// biome-ignore lint/suspicious/noExplicitAny: a registry of reports is heterogeneous by nature
export type AnyReport = Report<any>
