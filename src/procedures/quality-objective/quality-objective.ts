import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { measures } from './measure.ts'

/** States of an objective. */
export const states = {
  proposed: {
    title: text('待批准', 'Proposed'),
    meaning: text('已提出，等待质量负责人批准', 'Waits for the quality head'),
    tone: 'info',
  },
  'in-force': {
    title: text('执行中', 'In force'),
    meaning: text('每季度考核', 'Assessed each quarter'),
    tone: 'ok',
    resting: true,
  },
  declined: {
    title: text('未批准', 'Declined'),
    meaning: text('质量负责人未批准', 'The quality head declined it'),
    tone: 'plain',
    final: true,
  },
  ended: {
    title: text('已终止', 'Ended'),
    meaning: text('不再考核，可另立目标', 'No longer assessed; another may take its place'),
    tone: 'plain',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** The value of one quarter, and what was said about it. */
export const result = z.object({
  /** First day of the quarter. */
  quarter: daySchema,
  count: z.number(),
  of: z.number(),
  value: z.number().nullable(),
  met: z.boolean().nullable(),
  cause: z.string().nullable(),
  measure: z.string().nullable(),
  assessedAt: instantSchema,
  assessedById: z.uuid(),
  assessedByName: z.string(),
  reviewedAt: instantSchema.nullable(),
  reviewedByName: z.string().nullable(),
  opinion: z.string().nullable(),
})
export type Result = z.infer<typeof result>

const measureTitles = Object.fromEntries(
  Object.entries(measures).map(([name, { title }]) => [name, title]),
) as Readonly<Record<keyof typeof measures, Text>>

export { measureTitles }

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

export const qualityObjectiveRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  measure: titled(z.enum(keysOf(measures)), '指标', 'Measure', measureTitles),
  target: titled(z.number(), '目标值', 'Target'),
  basis: titled(z.string(), '依据', 'Grounds'),
  startsOn: titled(daySchema, '自何季度起考核', 'First quarter'),
  proposedById: titled(z.uuid(), '提出人', 'Proposed by'),
  proposedByName: titled(z.string(), '提出人', 'Proposed by'),
  approvedAt: titled(instantSchema.nullable(), '批准时间', 'Approved at'),
  approvedByName: titled(z.string().nullable(), '批准人', 'Approved by'),
  declinedNote: titled(z.string().nullable(), '未批准的理由', 'Why it was declined'),
  results: z.array(result),
  latestQuarter: titled(daySchema.nullable(), '最近考核季度', 'Latest quarter'),
  latestValue: titled(z.number().nullable(), '最近完成值', 'Latest value'),
  latestMet: titled(z.boolean().nullable(), '最近是否达标', 'Latest reached'),
  endReason: titled(z.string().nullable(), '终止理由', 'Why it ended'),
  endedByName: titled(z.string().nullable(), '终止人', 'Ended by'),
})
export type QualityObjectiveRow = z.infer<typeof qualityObjectiveRow>

/** A figure that the company wants to reach, and what each quarter brought. */
export const QualityObjective = recordType<QualityObjectiveRow, keyof typeof states>({
  name: 'quality-objective',
  title: text('质量目标', 'Quality objective'),
  table: 'quality_objective',
  row: qualityObjectiveRow,
  states,
  series: { prefix: 'MB', digits: 4 },
  retention: retained('quality'),
  searchText: row => [row.number, row.title, row.basis].join(' '),
})

/** The result that waits for the quality head; null when none does. */
export const unreviewed = ({ results }: Pick<QualityObjectiveRow, 'results'>): Result | null =>
  results.find(item => item.reviewedAt === null) ?? null
