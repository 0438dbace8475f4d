import type { Matter, MatterRecord, MatterStep } from '../../kernel/matter.ts'
import type { Text } from '../../kernel/text.ts'

/** A record of the chain with what led to it and its steps; or many alike, folded into one line. */
export type MatterPart =
  | {
      readonly kind: 'record'
      readonly record: MatterRecord
      readonly from: readonly MatterRecord[]
      readonly steps: readonly MatterStep[]
    }
  | {
      readonly kind: 'group'
      readonly noun: Text
      readonly procedure: string
      readonly records: readonly MatterRecord[]
    }

/** More than so many records of one procedure that are alike are folded: letters to thirty-seven customers. */
const MOST_ALIKE = 4

/** The chain of a matter from its first cause to its last consequence. */
export function chainOf({ records, links, steps, asked }: Matter): MatterPart[] {
  const byId = new Map(records.map(record => [record.id, record]))
  const stepsOf = Map.groupBy(steps, step => step.recordId)
  const counts = Map.groupBy(records, record => record.procedure)
  const folded = new Set<string>()
  return records.flatMap((record): MatterPart[] => {
    const alike = counts.get(record.procedure) ?? []
    if (alike.length > MOST_ALIKE && record.depth > 0 && record.id !== asked) {
      if (folded.has(record.procedure)) return []
      folded.add(record.procedure)
      const rest = alike.filter(item => item.depth > 0 && item.id !== asked)
      return [{ kind: 'group', noun: record.noun, procedure: record.procedure, records: rest }]
    }
    const from = links.flatMap(({ from: parent, to }) => (to === record.id ? [byId.get(parent)] : []))
    return [
      {
        kind: 'record',
        record,
        from: [...new Set(from)].filter(parent => parent !== undefined),
        steps: stepsOf.get(record.id) ?? [],
      },
    ]
  })
}

/** A clause with every step of the matter that acted for it. */
export interface MatterClause {
  readonly procedure: string
  readonly id: string
  readonly text: Text | null
  readonly source: string
  readonly steps: readonly MatterStep[]
}

/** The matter clause by clause: of each procedure in the order in which it came into the matter. */
export function clausesOf({ records, steps, clauses }: Matter): MatterClause[] {
  const procedureOf = new Map(records.map(record => [record.id, record.procedure]))
  const found = new Map<string, MatterClause & { readonly steps: MatterStep[] }>()
  for (const step of steps)
    for (const id of step.clauses) {
      const procedure = procedureOf.get(step.recordId) ?? ''
      const key = `${procedure}/${id}`
      const known = clauses[procedure]?.[id]
      const entry = found.get(key) ?? {
        procedure,
        id,
        text: known?.text ?? null,
        source: known?.source ?? '',
        steps: [],
      }
      entry.steps.push(step)
      found.set(key, entry)
    }
  const order = [...new Set(records.map(record => record.procedure))]
  return [...found.values()].sort(
    (a, b) =>
      order.indexOf(a.procedure) - order.indexOf(b.procedure) || a.id.localeCompare(b.id, 'en', { numeric: true }),
  )
}

/** What stands above the chain. */
export const matterSums = ({ records, steps }: Matter) => ({
  records: records.length,
  steps: steps.length,
  clauses: new Set(steps.flatMap(step => step.clauses)).size,
  people: new Set(steps.map(step => step.actorName)).size,
  open: records.filter(record => !record.ended).length,
  from: steps[0]?.at ?? null,
  to: steps.at(-1)?.at ?? null,
})
