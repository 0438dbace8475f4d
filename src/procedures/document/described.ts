import type { Json } from '../../kernel/json.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure, WrittenProcedure } from '../../kernel/procedure.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Around, ContentChange } from './compare.ts'
import { type ContentItem, contentOf } from './content.ts'

/** The written procedures of the product; asked late, since their list holds this procedure too. */
export type Described = () => readonly WrittenProcedure[]

/** The procedure of this name. */
export const describedBy = (described: Described, name: string | null): WrittenProcedure | undefined =>
  name === null ? undefined : described().find(item => item.name === name)

/** What a procedure is called; its bare name when it is gone. */
export const procedureTitle = (described: Described, name: string | null): Text | null =>
  name === null ? null : (describedBy(described, name)?.title ?? text(name, name))

/** The same changes, with the values of policies that are choices in words. */
export function inWords(written: WrittenProcedure | undefined, changes: readonly ContentChange[]): ContentChange[] {
  return changes.map(change => {
    const options = written?.policies.find(({ key }) => change.kind === 'policy' && key === change.key)?.options
    if (!options) return change
    const said = (value: Json): Json => {
      const title = typeof value === 'string' ? options[value] : undefined
      return title ? { zh: title.zh, en: title.en } : value
    }
    return { ...change, fields: change.fields.map(item => ({ ...item, was: said(item.was), now: said(item.now) })) }
  })
}

/** What the program does now for the procedure that a document describes; null when it describes none, or one that is gone. */
export function programOf(
  described: Described,
  name: string | null,
  policy: PolicyBook,
): readonly ContentItem[] | null {
  const written = describedBy(described, name)
  return written ? contentOf(written, policy) : null
}

const runs = (written: WrittenProcedure): written is Procedure => 'commands' in written

/** What other procedures hold, hear or demand of one: gates on its steps, reactions to them, clauses that both state. */
export function aroundOf(described: Described, name: string): readonly Around[] {
  const own = describedBy(described, name)
  if (!own) return []
  return described()
    .filter(other => other.name !== name)
    .flatMap(other => [
      ...(runs(other) ? heldOrHeard(other, name) : []),
      ...Object.keys(other.clauses)
        .filter(id => id in own.clauses)
        .map(id => ({ procedure: other.name, kind: 'clause' as const, key: id, title: other.title, names: [id] })),
    ])
}

const heldOrHeard = (other: Procedure, name: string): readonly Around[] => [
  ...other.gates
    .filter(gate => gate.holds.startsWith(`${name}.`))
    .map(gate => ({
      procedure: other.name,
      kind: 'gate' as const,
      key: gate.name,
      title: other.title,
      names: [gate.holds],
    })),
  ...other.on
    .filter(reaction => reaction.on.startsWith(`${name}.`))
    .map(reaction => ({
      procedure: other.name,
      kind: 'reaction' as const,
      key: reaction.on,
      title: other.title,
      names: [reaction.on],
    })),
]
