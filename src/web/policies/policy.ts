import type { InputSchema, Json, Text } from '../answers.ts'

/** A policy as `GET /api/read/policy-change.in-force` answers it. */
export interface PolicyRow {
  readonly procedure: string
  readonly procedureTitle: Text
  readonly key: string
  readonly title: Text
  readonly basis: 'procedure' | 'law' | 'ours'
  readonly clauses: readonly { readonly id: string; readonly zh?: string; readonly en?: string }[]
  readonly unit: Text | null
  readonly options: Readonly<Record<string, Text>> | null
  readonly schema: InputSchema
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
  } | null
}

/** One change, as `GET /api/read/policy-change.history` answers it. */
export interface PolicyChange {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly shown: Text
  readonly reason: string
  readonly proposedAt: string
  readonly proposedByName: string
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  readonly decisionNote: string | null
  readonly effectiveFrom: string | null
  readonly effectiveOn: string
}

/** A value in words: the title of a choice, yes or no, or the number with its unit. */
export function shownValue(policy: Pick<PolicyRow, 'options' | 'unit'>, value: Json): Text {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (Array.isArray(value)) {
    const parts = value.map((item: Json) => shownValue(policy, item))
    return { zh: parts.map(part => part.zh).join('、'), en: parts.map(part => part.en).join(', ') }
  }
  const title = typeof value === 'string' ? policy.options?.[value] : undefined
  if (title) return title
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return policy.unit ? { zh: `${plain} ${policy.unit.zh}`, en: `${plain} ${policy.unit.en}` } : { zh: plain, en: plain }
}
