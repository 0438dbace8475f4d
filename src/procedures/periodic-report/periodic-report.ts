import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import type { ReportContent } from '../../kernel/report.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { type ReportSection, reportSections } from '../../vocabulary/report-section.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a report of one period. */
export const states = {
  drafted: {
    title: text('起草', 'Drafted'),
    meaning: text('数据已固定，等待各部分填写意见', 'The numbers are fixed; the comments are still to be written'),
    tone: 'info',
  },
  commented: {
    title: text('待提交', 'Commented'),
    meaning: text('各部分意见已填写，等待编制人签字提交', 'All parts are commented; its author signs and submits it'),
    tone: 'info',
  },
  signing: {
    title: text('待签批', 'Being signed'),
    meaning: text('编制人已签字，等待审阅人签字', 'Signed by its author; waits for the reviewers'),
    tone: 'warn',
  },
  signed: {
    title: text('待归档', 'Signed'),
    meaning: text('签字齐全，系统正在生成归档文件', 'All signatures are given; the files are being made'),
    tone: 'info',
  },
  filed: {
    title: text('已归档', 'Filed'),
    meaning: text('已签批并以 PDF/A 和 XLSX 归档', 'Signed and filed as PDF/A and XLSX'),
    tone: 'ok',
    final: true,
  },
  superseded: {
    title: text('已被替代', 'Superseded'),
    meaning: text('更正后重新编制，本报表留档备查', 'Issued anew after a correction; kept for reference'),
    tone: 'plain',
    final: true,
  },
  withdrawn: {
    title: text('已撤销', 'Withdrawn'),
    meaning: text('误编，未签批即撤销', 'Begun in error and withdrawn before it was signed'),
    tone: 'plain',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

const textSchema = z.object({ zh: z.string(), en: z.string() })

/** A report of one period. */
export const periodicReportRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: textSchema,
  /** The procedure whose report it is, and the report's name there. */
  procedure: z.string(),
  report: z.string(),
  every: z.enum(['month', 'quarter', 'half-year', 'year']),
  year: z.int(),
  part: z.int(),
  firstDay: daySchema,
  lastDay: daySchema,
  /** The day by the policy in force at the beginning; the duty moves it on where its clause lets holidays count. */
  dueOn: daySchema,
  /** Figures, charts and tables as they were drawn. */
  content: z.unknown().refine(value => value !== null && value !== undefined) as z.ZodType<ReportContent>,
  /** SHA-256 of the canonical JSON of the content. */
  contentHash: z.string(),
  /** The moment of the data. */
  drawnAt: instantSchema,
  drawnByName: z.string(),
  draws: z.int().positive(),
  /** SHA-256 over the comments as they were submitted. */
  answersHash: z.string().nullable(),
  submittedAt: instantSchema.nullable(),
  submittedById: z.uuid().nullable(),
  submittedByName: z.string().nullable(),
  returnedNote: z.string().nullable(),
  signedAt: instantSchema.nullable(),
  filedAt: instantSchema.nullable(),
  /** Roles for which the filed report is meant. */
  readers: z.array(z.string()),
  pdfSha256: z.string().nullable(),
  xlsxSha256: z.string().nullable(),
  handedInOn: daySchema.nullable(),
  handedInTo: z.string().nullable(),
  handedInNote: z.string().nullable(),
  supersedesId: z.uuid().nullable(),
  supersedesNumber: z.string().nullable(),
  supersededByNumber: z.string().nullable(),
  /** Why it is issued anew. */
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
})
export type PeriodicReportRow = z.infer<typeof periodicReportRow>

/** What the responsible role says about a part of a report. */
export const commentRow = z.object({
  id: z.uuid(),
  periodicReportId: z.uuid(),
  section: z.enum(keysOf(reportSections)),
  what: z.string(),
  causes: z.string().nullable(),
  measures: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueOn: daySchema.nullable(),
  at: instantSchema,
  byName: z.string(),
  /** Written anew later; kept. */
  replaced: z.boolean(),
})
export type ReportComment = z.infer<typeof commentRow>

/** Somebody for whom the filed report is meant has read it. */
export const receiptRow = z.object({
  id: z.uuid(),
  periodicReportId: z.uuid(),
  /** For which of the readers' roles. */
  roles: z.array(z.string()),
  byId: z.uuid(),
  byName: z.string(),
  at: instantSchema,
  note: z.string().nullable(),
})
export type ReportReceipt = z.infer<typeof receiptRow>
export type { ReportSection }

/** A regular report of one period. */
export const PeriodicReport = recordType<PeriodicReportRow, keyof typeof states>({
  name: 'periodic-report',
  title: text('定期报告', 'Regular report'),
  table: 'periodic_report',
  row: periodicReportRow,
  states,
  series: { prefix: 'BB', digits: 4 },
  searchText: row => [row.number, row.title.zh, row.title.en, row.report].join(' '),
  called: row => row.title.zh,
  retention: retained('administrator'),
  children: {
    comment: { table: 'periodic_report_comment', row: commentRow, parent: 'periodicReportId' },
    receipt: { table: 'periodic_report_receipt', row: receiptRow, parent: 'periodicReportId' },
  },
})
