import { z } from 'zod'
import { editionRow } from '../../kernel/edition.ts'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { type RoleId, roleIds } from '../../vocabulary/role.ts'
import { documentFile } from './document-file.ts'
import { documentReader, documentVersion } from './document-rows.ts'
import { kinds } from './taxonomy.ts'

/** States of a controlled document and what they mean. */
export const states = {
  drafting: {
    title: text('编制中', 'Being compiled'),
    meaning: text('新版本正在编制，现行版本照常执行', 'A version is being compiled; the one in force holds on'),
    tone: 'info',
  },
  reviewing: {
    title: text('待审核', 'To be reviewed'),
    meaning: text('编制人已签字，等待另一人审核', 'Signed by its compiler; somebody else reviews it'),
    tone: 'info',
  },
  approving: {
    title: text('待批准', 'To be approved'),
    meaning: text('已审核，等待第三人批准', 'Reviewed; a third person approves it'),
    tone: 'info',
  },
  valid: {
    title: text('有效', 'Valid'),
    meaning: text('最新版本已批准，自生效日起执行', 'The newest version is approved and holds from its day on'),
    tone: 'ok',
    resting: true,
  },
  withdrawn: {
    title: text('已作废', 'Withdrawn'),
    meaning: text('文件已作废，不得再使用；各版本留存备查', 'No longer in use; its versions stay on record'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string) => field(schema, { title: text(zh, en) })

export const documentRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  code: titled(z.string(), '文件编号', 'Document number'),
  title: titled(z.object({ zh: z.string(), en: z.string() }), '文件名称', 'Title'),
  kind: titled(z.enum(keysOf(kinds)), '类别', 'Kind'),
  ownerRole: titled(z.enum(roleIds as readonly [RoleId, ...RoleId[]]), '归口部门', 'Owner'),
  procedure: titled(z.string().nullable(), '对应程序', 'Procedure described'),
  /** Numbers of linked documents, standards and laws. */
  refersTo: titled(z.array(z.string()), '引用文件', 'Refers to'),
  draftLabel: titled(z.string().nullable(), '编制中的版本', 'Version being compiled'),
  draftChanges: titled(z.string().nullable(), '修改内容', 'What changed'),
  draftEffectiveOn: titled(daySchema.nullable(), '拟生效日期', 'To hold from'),
  draftFiles: titled(z.array(documentFile).default([]), '编制中的文件原件', 'Files being compiled'),
  label: titled(z.string().nullable(), '送审版本', 'Version put forward'),
  changes: titled(z.string().nullable(), '送审的修改内容', 'What changed'),
  effectiveOn: titled(daySchema.nullable(), '送审的生效日期', 'To hold from'),
  files: titled(z.array(documentFile).default([]), '送审的文件原件', 'Files put forward'),
  compiledAt: instantSchema.nullable(),
  compiledByName: z.string().nullable(),
  reviewedAt: instantSchema.nullable(),
  reviewedByName: z.string().nullable(),
  returnedNote: titled(z.string().nullable(), '退回意见', 'Sent back because'),
  approvedLabel: titled(z.string().nullable(), '最新批准版本', 'Newest approved version'),
  approvedFrom: titled(instantSchema.nullable(), '生效时间', 'Holds from'),
  differenceHash: z.string().nullable(),
  differenceCount: titled(z.int().nonnegative(), '与现行版本的差异', 'Differences from the version'),
  differenceAt: instantSchema.nullable(),
  endReason: titled(z.string().nullable(), '作废原因', 'Why it was withdrawn'),
})

/** One controlled document. */
export type DocumentRow = z.infer<typeof documentRow>
export type DocumentState = keyof typeof states

const parent = 'documentId'

/** The document without the version that is being compiled or signed. */
function settled(row: DocumentRow): DocumentRow {
  const nothing = { draftLabel: null, draftChanges: null, draftEffectiveOn: null, draftFiles: [], returnedNote: null }
  if (row.state === 'valid' || row.state === 'withdrawn') return { ...row, ...nothing }
  return {
    ...row,
    ...nothing,
    state: 'valid',
    label: null,
    changes: null,
    effectiveOn: null,
    files: [],
    compiledAt: null,
    compiledByName: null,
    reviewedAt: null,
    reviewedByName: null,
  }
}

/** A controlled document as the kernel knows it. An approved version of one that describes a procedure is an edition. */
export const Document = recordType<DocumentRow, DocumentState>({
  name: 'document',
  title: text('受控文件', 'Controlled document'),
  table: 'document',
  row: documentRow,
  states,
  series: { prefix: 'WJ', digits: 4 },
  retention: retained('administrator'),
  called: row => `${row.code} ${row.title.zh}`,
  searchText: row => [row.number, row.code, row.title.zh, row.title.en, row.procedure].filter(Boolean).join(' '),
  settings: true,
  inWork: {
    until: 'approvedFrom',
    settled,
    files: row => row.draftFiles.map(file => file.id),
    steps: ['register', 'revise', 'change-draft', 'abandon-draft', 'submit', 'review'].map(verb => `document.${verb}`),
    endedBy: 'document.approve',
  },
  children: {
    version: { table: 'document_version', row: documentVersion, parent },
    reader: { table: 'document_reader', row: documentReader, parent },
    edition: { table: 'edition', row: editionRow, parent },
  },
})
