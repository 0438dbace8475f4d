import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of an inspection. */
export const states = {
  open: {
    title: text('检查中', 'Under way'),
    meaning: text('检查员账号可在有效期内查看选定的程序和期间', 'The inspector’s account reads the chosen procedures'),
    tone: 'info',
  },
  ended: {
    title: text('已结束', 'Ended'),
    meaning: text('账号已停止查看，缺陷整改中', 'The account reads no more; findings are being put right'),
    tone: 'warn',
  },
  expired: {
    title: text('已到期', 'Expired'),
    meaning: text('有效期已过，账号已停止查看', 'Its time is over; the account reads no more'),
    tone: 'warn',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('要求已答复，缺陷已整改', 'Everything asked was answered, every finding put right'),
    final: true,
    tone: 'ok',
  },
} as const satisfies Record<string, StateMeaning>

/** How grave a finding is. */
export const severities = {
  critical: text('严重缺陷', 'Critical'),
  major: text('主要缺陷', 'Major'),
  minor: text('一般缺陷', 'Minor'),
} as const satisfies Record<string, Text>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

/** An inspector as his card names him. */
export const inspectorSchema = z.object({ name: z.string(), certificate: z.string() })

export const inspectionRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '检查', 'Inspection'),
  authority: titled(z.string(), '检查机关', 'Authority'),
  noticeNo: titled(z.string().nullable(), '通知书编号', 'Notice'),
  purpose: titled(z.string(), '检查目的', 'Purpose'),
  inspectors: z.array(inspectorSchema),
  inspectorNames: titled(z.string(), '检查员', 'Inspectors'),
  accountId: titled(z.uuid(), '检查员账号', 'Account'),
  accountName: titled(z.string(), '检查员账号', 'Account'),
  wholeCompany: titled(z.boolean(), '全部程序', 'All procedures'),
  procedures: z.array(z.string()),
  periodFrom: titled(daySchema, '查看期间（起）', 'Records from'),
  periodTo: titled(daySchema, '查看期间（止）', 'Records to'),
  validFrom: titled(instantSchema, '有效自', 'Valid from'),
  validUntil: titled(instantSchema, '有效至', 'Valid until'),
  openedByName: titled(z.string(), '开通人', 'Opened by'),
  openRequests: titled(z.int(), '未答复要求', 'Open requests'),
  openFindings: titled(z.int(), '未整改缺陷', 'Open findings'),
  findingCount: titled(z.int(), '缺陷数', 'Findings'),
  endedAt: titled(instantSchema.nullable(), '结束时间', 'Ended at'),
  endedByName: titled(z.string().nullable(), '结束人', 'Ended by'),
  endReason: titled(z.string().nullable(), '结束说明', 'Remark at the end'),
  closedAt: titled(instantSchema.nullable(), '关闭时间', 'Closed at'),
  conclusion: titled(z.string().nullable(), '检查结论', 'Conclusion'),
})
export type InspectionRow = z.infer<typeof inspectionRow>

/** Something that the inspector asked for. */
export const requestRow = z.object({
  id: z.uuid(),
  inspectionId: z.uuid(),
  place: z.int().positive(),
  asked: z.string(),
  answererId: z.uuid(),
  answererName: z.string(),
  askedAt: instantSchema,
  dueOn: daySchema,
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  answeredByName: z.string().nullable(),
})
export type RequestRow = z.infer<typeof requestRow>

/** Something that the inspector found. */
export const findingRow = z.object({
  id: z.uuid(),
  inspectionId: z.uuid(),
  place: z.int().positive(),
  clause: z.string(),
  severity: z.enum(keysOf(severities)),
  finding: z.string(),
  dueOn: daySchema,
  recordedAt: instantSchema,
  /** Number of the complaint or action in which it is put right. */
  matter: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  answeredByName: z.string().nullable(),
})
export type FindingRow = z.infer<typeof findingRow>

/** Who sees what an inspector opens: whoever answers for the inspection and writes it down. */
export const WATCHERS = ['quality-head', 'management-representative', 'quality', 'general-manager'] as const

/** One inspection of the company by an authority. */
export const Inspection = recordType<InspectionRow, keyof typeof states>({
  name: 'inspection',
  title: text('监督检查', 'Inspection'),
  table: 'inspection',
  row: inspectionRow,
  states,
  series: { prefix: 'JC', digits: 4 },
  retention: retained('quality'),
  guarded: { facts: ['opened'], by: WATCHERS },
  searchText: row =>
    [row.number, row.title, row.authority, row.noticeNo, row.purpose, row.inspectorNames, row.accountName]
      .filter(Boolean)
      .join(' '),
  children: {
    request: { table: 'inspection_request', row: requestRow, parent: 'inspectionId' },
    finding: { table: 'inspection_finding', row: findingRow, parent: 'inspectionId' },
  },
})
