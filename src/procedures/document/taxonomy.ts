import { type Text, text } from '../../kernel/text.ts'
import type { Tone } from '../../kernel/view.ts'

/** Kinds of controlled document. */
export const kinds = {
  procedure: text('程序文件', 'Procedure'),
  instruction: text('作业指导书', 'Work instruction'),
  form: text('表单', 'Form'),
  'policy-statement': text('质量方针', 'Policy statement'),
  external: text('外来文件（标准、法规）', 'External document (standard, law)'),
} as const satisfies Record<string, Text>
export type DocumentKind = keyof typeof kinds

/** Kinds of things that a procedure consists of. */
export const contentKinds = {
  clause: text('条款', 'Clause'),
  policy: text('参数', 'Policy'),
  step: text('步骤', 'Step'),
  clock: text('时限', 'Clock'),
  duty: text('定期工作', 'Duty'),
  gate: text('卡控', 'Gate'),
  chain: text('签批', 'Sign-off'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
} as const satisfies Record<string, Text>
export type ContentKind = keyof typeof contentKinds

/** How a version stands now. */
export type Standing = 'in-force' | 'coming' | 'superseded' | 'withdrawn'

/** What the standing of a version is called. */
export const standingTitles = {
  'in-force': { title: text('现行', 'In force'), tone: 'ok' },
  coming: { title: text('待生效', 'To come'), tone: 'info' },
  superseded: { title: text('已被替代', 'Superseded'), tone: 'plain' },
  withdrawn: { title: text('已作废', 'Withdrawn'), tone: 'plain' },
} as const satisfies Record<Standing, { title: Text; tone: Tone }>

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
