import { valueText } from '../../kernel/policy-value.ts'
import type { Json, Text } from '../answers.ts'
import type { JsonSchema } from '../form/schema.ts'

/** A policy as `GET /api/read/policy-change.in-force` answers it. */
export interface PolicyRow {
  readonly procedure: string
  readonly procedureTitle: Text
  /** False where nothing reads it yet: the value is set for later. */
  readonly used: boolean
  readonly key: string
  readonly rules: readonly string[]
  readonly title: Text
  readonly basis: 'procedure' | 'law' | 'ours'
  readonly clauses: readonly { readonly id: string; readonly zh?: string; readonly en?: string }[]
  readonly unit: Text | null
  readonly options: Readonly<Record<string, Text>> | null
  readonly schema: JsonSchema
  readonly default: Json
  readonly value: Json
  /** The value in words. */
  readonly shown: Text
  /** 0 for the default that the product ships. */
  readonly version: number
  readonly since: string | null
  readonly next: { readonly value: Json; readonly version: number; readonly effectiveFrom: string } | null
  readonly proposed: {
    readonly id: string
    readonly number: string
    readonly value: Json
    readonly effectiveOn: string
    readonly byName: string
  } | null
}

/** One change, as `GET /api/read/policy-change.history` answers it. */
export interface PolicyChange {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly version: number | null
  readonly shown: Text
  readonly wasShown: Text
  readonly reason: string
  readonly proposedAt: string
  readonly proposedByName: string
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  readonly decisionNote: string | null
  readonly effectiveFrom: string | null
  readonly effectiveOn: string
  readonly moveOpen: boolean
  readonly movedCount: number
}

/** A value in words: the title of a choice, yes or no, windows, a table, or the number with its unit. */
export const shownValue = (policy: Pick<PolicyRow, 'options' | 'unit' | 'schema'>, value: Json): Text =>
  valueText(policy as Parameters<typeof valueText>[0], value)
