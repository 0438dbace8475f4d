import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { custodians, retained } from '../../vocabulary/retention.ts'

/** States of a disposal list. */
export const states = {
  listed: {
    title: text('待审批', 'Waits for approval'),
    meaning: text('已列出，等待质量负责人和总经理签字', 'Listed; quality head and general manager are to sign'),
    tone: 'info',
  },
  approved: {
    title: text('待执行', 'Approved'),
    meaning: text('三人已签字，等待执行', 'Signed by all three; to be carried out'),
    tone: 'warn',
  },
  'carried-out': {
    title: text('已处置', 'Carried out'),
    meaning: text('已处置，存根保留', 'Disposed of; the stubs remain'),
    final: true,
    tone: 'ok',
  },
  refused: {
    title: text('未批准', 'Refused'),
    meaning: text('未获批准，记录继续保存', 'Not approved; the records are kept'),
    final: true,
    tone: 'plain',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('清单撤回，记录继续保存', 'Taken back; the records are kept'),
    final: true,
    tone: 'plain',
  },
  reviewed: {
    title: text('年度检查', 'Yearly look'),
    meaning: text('已检查，没有未列单的到期记录', 'Looked through: nothing that ended is left unlisted'),
    final: true,
    tone: 'ok',
  },
} as const satisfies Record<string, StateMeaning>

/** What became of a listed record. */
export const outcomes = {
  disposed: text('已处置', 'Disposed of'),
  kept: text('留存', 'Kept'),
} as const satisfies Record<string, Text>

const said = z.object({ zh: z.string(), en: z.string() })

/** One record on the list. */
export const disposalLine = z.object({
  id: z.uuid(),
  procedure: z.string(),
  noun: said,
  number: z.string(),
  closedOn: daySchema,
  until: daySchema,
  because: said,
  outcome: z.enum(keysOf(outcomes)).nullable(),
  why: said.nullable(),
})
export type DisposalLine = z.infer<typeof disposalLine>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

export const disposalRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  department: titled(z.enum(keysOf(custodians)), '保管部门', 'Kept by', custodians),
  lines: z.array(disposalLine),
  count: titled(z.int().nonnegative(), '记录数', 'Records'),
  /** Days between which the retention of the listed records ended. */
  endedFrom: titled(daySchema.nullable(), '最早到期日', 'First ended on'),
  endedTo: titled(daySchema.nullable(), '最晚到期日', 'Last ended on'),
  note: titled(z.string().nullable(), '说明', 'Note'),
  listedByName: titled(z.string(), '列单人', 'Listed by'),
  archiveNumber: titled(z.string().nullable(), '归档介质', 'Archive medium'),
  method: titled(z.string().nullable(), '处置方式', 'How'),
  witnessName: titled(z.string().nullable(), '监督人', 'Witness'),
  disposedCount: titled(z.int().nonnegative().nullable(), '处置数', 'Disposed of'),
  carriedOutAt: titled(instantSchema.nullable(), '执行时间', 'Carried out at'),
  carriedOutByName: titled(z.string().nullable(), '执行人', 'Carried out by'),
  /** Of a yearly look: records past their retention that something keeps. */
  keptCount: titled(z.int().nonnegative().nullable(), '到期但留存', 'Ended but kept'),
  /** Of a yearly look: numbers of the lists that were under way. */
  openLists: titled(z.string().nullable(), '办理中的清单', 'Lists under way'),
  endReason: titled(z.string().nullable(), '未处置的理由', 'Why it was not done'),
})
export type DisposalRow = z.infer<typeof disposalRow>

/** A list of records whose retention has ended, and what became of them. */
export const Disposal = recordType<DisposalRow, keyof typeof states>({
  name: 'disposal',
  title: text('记录处置清单', 'Disposal list'),
  table: 'disposal',
  row: disposalRow,
  states,
  series: { prefix: 'CZ', digits: 4 },
  retention: retained('administrator'),
  searchText: row => [row.number, row.title, ...row.lines.map(item => item.number)].join(' '),
})
