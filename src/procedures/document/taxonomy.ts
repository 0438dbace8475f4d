import { type Text, text } from '../../kernel/text.ts'

/** Kinds of controlled document. */
export const kinds = {
  procedure: text('程序文件', 'Procedure'),
  instruction: text('作业指导书', 'Work instruction'),
  form: text('表单', 'Form'),
  'policy-statement': text('质量方针', 'Policy statement'),
  external: text('外来文件（标准、法规）', 'External document (standard, law)'),
} as const satisfies Record<string, Text>
export type DocumentKind = keyof typeof kinds

/** Who compiles documents: the keepers of documents and the heads of departments. */
export const COMPILERS: readonly string[] = [
  'administrator',
  'quality',
  'quality-head',
  'management-representative',
  'service-head',
  'after-sales-head',
  'sales-head',
  'warehouse-head',
  'equipment-manager',
  'finance-head',
  'purchasing',
  'technician',
  'department-head',
]

/** Who reviews what somebody else compiled. */
export const REVIEWERS: readonly string[] = [
  'management-representative',
  'quality',
  'quality-head',
  'business-deputy',
  'logistics-deputy',
  'department-head',
]

/** Who approves what two others compiled and reviewed. */
export const APPROVERS: readonly string[] = ['general-manager', 'management-representative', 'quality-head']

/** A version: a letter and a number, `A/0`, `A/1`, `B/0`. */
export const LABEL = /^[A-Z]\/(0|[1-9]\d?)$/

/** The versions that may follow one: its next revision, or the next edition. */
export function followers(label: string | null): readonly string[] {
  if (label === null) return []
  const [letter = 'A', revision = '0'] = label.split('/')
  const next = String.fromCharCode(letter.charCodeAt(0) + 1)
  return [`${letter}/${Number(revision) + 1}`, ...(letter < 'Z' ? [`${next}/0`] : [])]
}
