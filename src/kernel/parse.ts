import { z } from 'zod'
import { type Refusal, refuse } from './refusal.ts'
import { type Text, text } from './text.ts'

/** Walks to the schema at a path, through optional, nullable, default and array wrappers. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema
  for (const step of path) {
    at = at && unwrapped(at)
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.ZodType>)[String(step)]
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType
    else return undefined
  }
  return at
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let at = schema
  while (
    at instanceof z.ZodOptional ||
    at instanceof z.ZodNullable ||
    at instanceof z.ZodDefault ||
    at instanceof z.ZodPrefault
  )
    at = at.def.innerType as z.ZodType
  return at
}

/** Title of the field at a path, looking through wrappers; the path itself when the field has none. */
function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): Text {
  let at = schemaAt(schema, path)
  while (at) {
    const title = at.meta()?.['x-title'] as Text | undefined
    if (title) return title
    const inner = 'innerType' in at.def ? (at.def.innerType as z.ZodType) : undefined
    at = inner
  }
  const name = path.map(String).join('.')
  return text(name, name)
}

function sentenceFor(issue: z.core.$ZodIssue, title: Text): Text {
  const { zh, en } = title
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? text(`请填写“${zh}”。`, `Fill in "${en}".`)
        : text(
            `“${zh}”的类型不对，应为 ${issue.expected}。`,
            `"${en}" has the wrong type: ${issue.expected} is expected.`,
          )
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1
          ? text(`请填写“${zh}”。`, `Fill in "${en}".`)
          : text(`“${zh}”至少要 ${issue.minimum} 个字。`, `"${en}" needs at least ${issue.minimum} characters.`)
      if (issue.origin === 'array')
        return text(`“${zh}”至少要 ${issue.minimum} 项。`, `"${en}" needs at least ${issue.minimum} entries.`)
      return text(`“${zh}”不能小于 ${issue.minimum}。`, `"${en}" must not be less than ${issue.minimum}.`)
    case 'too_big':
      if (issue.origin === 'string')
        return text(`“${zh}”最多 ${issue.maximum} 个字。`, `"${en}" holds at most ${issue.maximum} characters.`)
      if (issue.origin === 'array')
        return text(`“${zh}”最多 ${issue.maximum} 项。`, `"${en}" holds at most ${issue.maximum} entries.`)
      return text(`“${zh}”不能大于 ${issue.maximum}。`, `"${en}" must not be more than ${issue.maximum}.`)
    case 'invalid_value':
      return issue.input === undefined
        ? text(`请选择“${zh}”。`, `Choose "${en}".`)
        : text(`请从列出的选项中选择“${zh}”。`, `Choose "${en}" from the options listed.`)
    case 'unrecognized_keys':
      return text(`不认识的字段：${some(issue.keys, '、')}。`, `Unknown field: ${some(issue.keys, ', ')}.`)
    case 'custom':
      return (
        (issue.params?.text as Text | undefined) ??
        text(`“${zh}”不合要求：${issue.message}`, `"${en}": ${issue.message}`)
      )
    default:
      return text(`“${zh}”的格式不对。`, `"${en}" has the wrong format.`)
  }
}

/** Most faults that one input is told; the rest show when these are mended. */
const MOST = 30

/** Longest path of a field, in characters, that a refusal repeats. */
const PATH = 200

/** The first few names: a hostile input may have any number of them. */
const some = (names: readonly string[], between: string): string =>
  names
    .slice(0, 8)
    .map(name => name.slice(0, 60).toWellFormed())
    .join(between) + (names.length > 8 ? ' …' : '')

/** Deepest nesting of an input. */
const DEPTH = 12

const keepable = (written: string): boolean => !written.includes('\0') && written.isWellFormed()

/** Text that no database and no canonical JSON can keep, or nesting without end; null when all is well. */
function unkeepable(value: unknown, path: readonly string[], depth: number): Refusal | null {
  const at = { field: path.join('.').slice(0, PATH) || 'input', kind: 'unfit' } as const
  if (depth > DEPTH)
    return refuse(
      'too-deep',
      text('内容嵌套太深，请简化后再提交。', 'The input is nested too deeply: make it simpler.'),
      at,
    )
  const unwritable = () =>
    refuse(
      'bad-characters',
      text('含有无法保存的字符，请删去后再提交。', 'There are characters that cannot be kept: remove them.'),
      at,
    )
  if (typeof value === 'string') return keepable(value) ? null : unwritable()
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!keepable(key)) return unwritable()
    const found = unkeepable(inner, [...path, key], depth + 1)
    if (found) return found
  }
  return null
}

const strictSchemas = new WeakMap<z.ZodType, z.ZodType>()

/** The schema that refuses unknown fields; made once, since making one is dearer than using it. */
function strictly<T>(schema: z.ZodType<T>): z.ZodType<T> {
  let strict = strictSchemas.get(schema)
  if (!strict) {
    strict = schema instanceof z.ZodObject ? schema.strict() : schema
    strictSchemas.set(schema, strict)
  }
  return strict as z.ZodType<T>
}

/** Parses what was entered; every fault becomes a refusal at its field, unknown fields included. */
export function parseInput<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: [Refusal, ...Refusal[]] } {
  const hostile = unkeepable(input, [], 0)
  if (hostile) return { ok: false, refusals: [hostile] }
  const strict = strictly(schema)
  const result = strict.safeParse(input, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const refusals = result.error.issues.slice(0, MOST).map(issue => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path
    const title = titleAt(schema, issue.path)
    return refuse(issue.code === 'unrecognized_keys' ? 'unknown-field' : 'bad-input', sentenceFor(issue, title), {
      field: path.map(String).join('.').slice(0, PATH).toWellFormed() || 'input',
      kind: 'unfit',
    })
  })
  return { ok: false, refusals: refusals as [Refusal, ...Refusal[]] }
}
