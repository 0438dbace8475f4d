import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { lineOf } from '../../vocabulary/base-data.ts'
import { choice, paragraph } from '../../vocabulary/entry-field.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { type RoleId, roleIds, roles } from '../../vocabulary/role.ts'
import { filesField } from './document-file.ts'
import { kinds, LABEL } from './taxonomy.ts'

const aRole = z.enum(roleIds as readonly [RoleId, ...RoleId[]])
const roleTitles = Object.fromEntries(roleIds.map(role => [role, roles[role].title]))

/** Roles whose holders get a version. */
export const rolesField = field(z.array(aRole).min(1).max(40), {
  title: text('发放岗位', 'Roles'),
  widget: 'choices',
  options: roleTitles,
})

/** What is entered about a document; the same fields are corrected later. */
export const detailFields = {
  titleZh: field(lineOf(120), { title: text('文件名称', 'Title in Chinese') }),
  titleEn: field(lineOf(160), { title: text('英文名称', 'Title in English') }),
  kind: choice(text('类别', 'Kind'), kinds),
  ownerRole: field(aRole, {
    title: text('归口部门', 'Owner'),
    hint: text('负责发放和保持有效版本的部门', 'Who issues the document and keeps it up to date'),
    widget: 'role',
    options: roleTitles,
  }),
  refersTo: field(z.array(lineOf(120)).max(40).default([]), {
    title: text('引用文件', 'Refers to'),
    hint: text('关联程序、标准、法规的编号和名称', 'Linked procedures, standards and laws'),
  }),
}

/** Label, what changed, the day from which a version holds, and its text. */
export const draftFields = {
  label: field(z.string().trim().regex(LABEL), {
    title: text('版本', 'Version'),
    hint: text('如 A/0、A/1、B/0', 'e.g. A/0, A/1, B/0'),
  }),
  changes: paragraph(text('编制或修改内容', 'What it says anew')),
  effectiveOn: field(daySchema, {
    title: text('生效日期', 'Holds from'),
    hint: text('自当日零时起；迟于该日批准的自批准时起', 'From midnight; approved later, from its approval on'),
    widget: 'day',
  }),
  files: filesField,
}

/** The label follows the newest approved version. */
export const refuseLabel = (label: string, allowed: readonly string[]): Refusal | false =>
  allowed.length > 0 &&
  !allowed.includes(label) &&
  refuse(
    'label-order',
    text(
      `下一版本应为 ${allowed.join(' 或 ')}，请更正版本号。`,
      `The version that follows is ${allowed.join(' or ')}: correct the version.`,
    ),
    { field: 'label', clause: 'S06-0a' },
  )

/** A new version never begins before the one that it replaces, nor in the past. */
export const refuseDay = (effectiveOn: string, today: string, last: string | null): Refusal | false => {
  const earliest = last !== null && last > today ? last : today
  return (
    effectiveOn < earliest &&
    refuse(
      'effective-too-early',
      text(
        `生效日期不能早于 ${earliest}，请选择当日或以后的日期。`,
        `A version holds from ${earliest} at the earliest: choose that day or a later one.`,
      ),
      { field: 'effectiveOn', clause: 'S06-0a' },
    )
  )
}
