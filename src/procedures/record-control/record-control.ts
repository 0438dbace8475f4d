import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { custodians, retained } from '../../vocabulary/retention.ts'

/** States of a check. */
export const states = {
  drawn: {
    title: text('待检查', 'Drawn'),
    meaning: text('样本已抽取，等待逐条检查', 'The sample is drawn and waits to be looked at'),
    tone: 'info',
  },
  recorded: {
    title: text('待整改', 'Findings open'),
    meaning: text('发现问题，等待整改完成', 'Something was found; it waits to be put right'),
    tone: 'warn',
  },
  closed: {
    title: text('已完成', 'Done'),
    meaning: text('检查完成，无问题或已整改', 'Nothing was found, or it was put right'),
    final: true,
    tone: 'ok',
  },
} as const satisfies Record<string, StateMeaning>

/** What a look at one record found. */
export const results = {
  'in-order': text('符合', 'In order'),
  incomplete: text('填写不全', 'Incomplete'),
  late: text('填写超期', 'Entered late'),
  wrong: text('内容有误', 'Wrong content'),
  unsigned: text('签字不全', 'Signature missing'),
  other: text('其他问题', 'Something else'),
} as const satisfies Record<string, Text>

/** One record of the sample. */
export const sampledRecord = z.object({
  id: z.uuid(),
  procedure: z.string(),
  procedureTitle: z.object({ zh: z.string(), en: z.string() }),
  number: z.string(),
  result: z.enum(keysOf(results)).nullable(),
  finding: z.string().nullable(),
})
export type SampledRecord = z.infer<typeof sampledRecord>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

export const recordControlRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  department: titled(z.enum(keysOf(custodians)), '被查部门', 'Department', custodians),
  periodFrom: titled(daySchema, '记录期间（起）', 'Records from'),
  periodTo: titled(daySchema, '记录期间（止）', 'Records to'),
  population: titled(z.int().nonnegative(), '期间记录数', 'Records in the period'),
  samples: z.array(sampledRecord),
  findings: titled(z.int().nonnegative().nullable(), '问题数', 'Findings'),
  summary: titled(z.string().nullable(), '检查结论', 'Summary'),
  actions: titled(z.string().nullable(), '整改要求', 'To be put right'),
  dueOn: titled(daySchema.nullable(), '整改期限', 'Due on'),
  drawnByName: titled(z.string(), '抽样人', 'Drawn by'),
  checkedByName: titled(z.string().nullable(), '检查人', 'Checked by'),
  checkedAt: titled(instantSchema.nullable(), '检查时间', 'Checked at'),
  outcome: titled(z.string().nullable(), '整改结果', 'What was done'),
  closedByName: titled(z.string().nullable(), '确认人', 'Confirmed by'),
})
export type RecordControlRow = z.infer<typeof recordControlRow>

/** A check of how one department keeps its records. */
export const RecordControl = recordType<RecordControlRow, keyof typeof states>({
  name: 'record-control',
  title: text('记录管理检查', 'Check of records'),
  table: 'record_control',
  row: recordControlRow,
  states,
  series: { prefix: 'JJ', digits: 4 },
  retention: retained('administrator'),
  searchText: row => [row.number, row.title, row.drawnByName, ...row.samples.map(item => item.number)].join(' '),
})
