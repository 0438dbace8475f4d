import { canonical } from '../../kernel/canonical.ts'
import type { Json } from '../../kernel/json.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { ContentItem } from './content.ts'
import type { ContentKind } from './taxonomy.ts'

/** One field of a thing that is not what it was. */
export interface FieldChange {
  readonly field: Text
  readonly was: Json
  readonly now: Json
}

/** Something else that a change touches: look at it too. */
export interface Touched {
  readonly kind: ContentKind | 'reaction'
  /** Procedure to which it belongs; its own is left out. */
  readonly procedure: string | null
  readonly key: string
  readonly title: Text
}

/** A thing that was added, removed or changed between two contents, and what else must change with it. */
export interface ContentChange {
  readonly kind: ContentKind
  readonly key: string
  readonly title: Text
  readonly what: 'added' | 'removed' | 'changed'
  readonly fields: readonly FieldChange[]
  readonly also: readonly Touched[]
}

/** What other procedures hold, hear or demand of this one; see `described.ts`. */
export interface Around {
  readonly procedure: string
  readonly kind: Touched['kind']
  readonly key: string
  readonly title: Text
  /** Steps and clauses of the compared procedure that it names. */
  readonly names: readonly string[]
}

/** What fields are called. */
const FIELDS: Readonly<Record<string, Text>> = {
  title: text('名称', 'Title'),
  text: text('要求', 'Requirement'),
  source: text('出处', 'Source'),
  law: text('法规', 'Law'),
  lacks: text('尚缺', 'Lacks'),
  value: text('数值', 'Value'),
  unit: text('单位', 'Unit'),
  clauses: text('条款', 'Clauses'),
  by: text('岗位', 'Roles'),
  from: text('起始状态', 'From'),
  to: text('到达状态', 'To'),
  signed: text('签字含义', 'Signed'),
  rule: text('时限规则', 'Rule'),
  policy: text('所用参数', 'Policy'),
  policies: text('所用参数', 'Policies'),
  owner: text('责任岗位', 'Owner'),
  escalatesTo: text('上报', 'Escalates to'),
  holidays: text('节假日', 'Holidays'),
  step: text('完成步骤', 'Done by'),
  holds: text('卡住的步骤', 'Holds'),
  steps: text('签字环节', 'Signatures'),
  code: text('表单编号', 'Form number'),
  revision: text('表单版本', 'Form revision'),
}

const nameOf = ({ kind, key }: Pick<ContentItem, 'kind' | 'key'>): string => `${kind}/${key}`

/** What was added, removed and changed from one content to another, each with what it touches. */
export function compareContents(
  was: readonly ContentItem[],
  now: readonly ContentItem[],
  around: readonly Around[] = [],
): readonly ContentChange[] {
  const before = new Map(was.map(item => [nameOf(item), item]))
  const after = new Map(now.map(item => [nameOf(item), item]))
  const all = [...new Map([...before, ...after]).values()]
  const changed = (item: ContentItem, what: ContentChange['what'], fields: readonly FieldChange[]): ContentChange => ({
    kind: item.kind,
    key: item.key,
    title: item.title,
    what,
    fields,
    also: touchedBy(item, all, around),
  })
  return [
    ...was.filter(item => !after.has(nameOf(item))).map(item => changed(item, 'removed', fieldsOf(item, null))),
    ...now.flatMap(item => {
      const old = before.get(nameOf(item))
      if (!old) return [changed(item, 'added', fieldsOf(null, item))]
      const fields = fieldsOf(old, item)
      return fields.length > 0 ? [changed(item, 'changed', fields)] : []
    }),
  ]
}

/** The fields in which two states of a thing differ; of a thing that came or went all that say something. */
function fieldsOf(was: ContentItem | null, now: ContentItem | null): FieldChange[] {
  const flat = (item: ContentItem | null): Record<string, Json> =>
    item ? { ...(item.kind !== 'clause' && { title: item.title }), ...item.fields } : {}
  const [old, fresh] = [flat(was), flat(now)]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap(key => {
    const pair = { was: old[key] ?? null, now: fresh[key] ?? null }
    return canonical(pair.was) === canonical(pair.now) ? [] : [{ field: FIELDS[key] ?? text(key, key), ...pair }]
  })
}

const listed = (item: ContentItem, field: string): readonly string[] => {
  const value = item.fields[field]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

/**
 * What a change of one thing touches: whatever carries out the same clauses, clocks and duties that read the policy, steps that fill a
 * paper, the duty and gates that name the step, and what other procedures hold, hear or demand.
 */
function touchedBy(item: ContentItem, all: readonly ContentItem[], around: readonly Around[]): readonly Touched[] {
  const clauses = new Set(item.kind === 'clause' ? [item.key] : listed(item, 'clauses'))
  const shares = (other: ContentItem): boolean => listed(other, 'clauses').some(id => clauses.has(id))
  const own = all.filter(other => {
    if (other === item || nameOf(other) === nameOf(item)) return false
    if (item.kind === 'clause') return shares(other)
    if (other.kind === 'clause') return clauses.has(other.key)
    if (item.kind === 'policy')
      return (
        [...listed(other, 'policy'), ...listed(other, 'policies')].includes(item.key) ||
        ((isPaper(other) || other.kind === 'step' || choosesPolicy(other)) && shares(other))
      )
    if (item.kind === 'step') return listed(other, 'step').includes(item.key) || (isPaper(other) && shares(other))
    // a paper shows what the steps of its clauses enter
    return (isPaper(item) ? other.kind === 'step' : isPaper(other)) && shares(other)
  })
  return [
    ...own.map(({ kind, key, title }) => ({ kind, procedure: null, key, title })),
    ...around
      .filter(other => other.names.includes(item.key))
      .map(({ procedure, kind, key, title }) => ({ procedure, kind, key, title })),
  ]
}

/** A clock that takes its policy from the record, and so names none: any policy of its clause may be the one. */
const choosesPolicy = (item: ContentItem): boolean => item.kind === 'clock' && listed(item, 'policy').length === 0

const isPaper = ({ kind }: ContentItem): boolean => kind === 'form' || kind === 'ledger' || kind === 'report'
