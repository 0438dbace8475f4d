import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { custodians, retained } from '../../vocabulary/retention.ts'

/** States of a compilation. */
export const states = {
  compiled: {
    title: text('待审核', 'Compiled'),
    meaning: text('已汇编并签字，等待审核', 'Compiled and signed; waits for the reviewer'),
    tone: 'info',
  },
  filed: {
    title: text('已归档', 'Filed'),
    meaning: text('审核签字，已归档', 'Reviewed, signed and filed'),
    final: true,
    tone: 'ok',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('汇编有误，已作废，可重新汇编', 'Compiled in error; it may be compiled anew'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

const said = z.object({ zh: z.string(), en: z.string() })

/** One record of the month. */
export const compiledRecord = z.object({
  id: z.uuid(),
  procedure: z.string(),
  noun: said,
  number: z.string(),
  state: said,
  /** A voided number explains its gap in the series. */
  voided: z.boolean(),
  madeOn: daySchema,
  closedOn: daySchema.nullable(),
  entries: z.int().nonnegative(),
  attachments: z.int().nonnegative(),
  /** Numbers of the forms that belong to it. */
  forms: z.array(z.string()),
  hash: z.string(),
})
export type CompiledRecord = z.infer<typeof compiledRecord>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

export const compilationRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  department: titled(z.enum(keysOf(custodians)), '部门', 'Department', custodians),
  month: titled(z.string(), '月份', 'Month'),
  lines: z.array(compiledRecord),
  count: titled(z.int().nonnegative(), '记录数', 'Records'),
  closedCount: titled(z.int().nonnegative(), '已办结', 'Settled'),
  voidedCount: titled(z.int().nonnegative(), '作废', 'Voided'),
  attachmentCount: titled(z.int().nonnegative(), '附件数', 'Attachments'),
  /** Numbers that are missing between the first and the last of a series, none when all are there. */
  missing: z.array(z.string()),
  note: titled(z.string().nullable(), '说明', 'Note'),
  compiledByName: titled(z.string(), '汇编人', 'Compiled by'),
  reviewedAt: titled(instantSchema.nullable(), '审核时间', 'Reviewed at'),
  reviewedByName: titled(z.string().nullable(), '审核人', 'Reviewed by'),
  endReason: titled(z.string().nullable(), '作废原因', 'Why it was voided'),
})
export type CompilationRow = z.infer<typeof compilationRow>

/** The records of one department and month, put together and signed. */
export const Compilation = recordType<CompilationRow, keyof typeof states>({
  name: 'compilation',
  title: text('月度记录汇编', 'Monthly compilation'),
  table: 'compilation',
  row: compilationRow,
  states,
  series: { prefix: 'HB', digits: 4 },
  retention: retained('administrator'),
  searchText: row => [row.number, row.title, row.month, row.compiledByName].join(' '),
})
