import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import type { Chart } from '../../kernel/report.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import type { RateSubject } from '../../vocabulary/quality-rates.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import type { ControlRule } from '../../vocabulary/statistics.ts'

/** States of a signal. */
export const states = {
  open: {
    title: text('待评价', 'To be judged'),
    meaning: text('投诉率失控，等待质量管理部提出处理意见', 'A rate is out of control; quality proposes what to do'),
    tone: 'warn',
  },
  proposed: {
    title: text('待批准', 'Proposed'),
    meaning: text('处理意见已提出，等待质量负责人批准', 'Waits for the quality head'),
    tone: 'info',
  },
  watching: {
    title: text('观察中', 'Watched'),
    meaning: text('已决定继续观察，到期评价', 'To be watched until its day, then judged'),
    tone: 'info',
  },
  investigating: {
    title: text('调查中', 'Investigated'),
    meaning: text('已决定调查，等待调查结论', 'Being investigated; waits for the finding'),
    tone: 'warn',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('已有结论', 'Concluded'),
    tone: 'ok',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** Whose rate broke a rule. */
export const subjects: Readonly<Record<RateSubject, Text>> = {
  product: text('产品', 'Product'),
  supplier: text('供货者（生产企业）', 'Supplier (maker)'),
}

/** The rules of the control chart. */
export const rules: Readonly<Record<ControlRule, Text>> = {
  'beyond-limit': text('一点超出 3σ 控制限', 'One point beyond the 3σ limit'),
  'run-of-eight': text('连续八点在中心线同一侧', 'Eight points in a row on one side of the centre line'),
  'two-of-three': text('三点中两点超出 2σ', 'Two of three points beyond 2σ'),
}

/** What may be decided. */
export const decisions = {
  'no-action': text('不采取措施', 'No action'),
  watch: text('继续观察', 'Watch'),
  investigate: text('调查', 'Investigate'),
} as const
export type SignalDecision = keyof typeof decisions

/** A rate that broke a rule of its control chart. */
export const signalRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: z.string(),
  subject: z.enum(['product', 'supplier']),
  productId: z.uuid().nullable(),
  supplierId: z.uuid().nullable(),
  subjectName: z.string(),
  /** First day of the month at which the rule broke. */
  month: daySchema,
  rule: z.enum(['beyond-limit', 'run-of-eight', 'two-of-three']),
  side: z.enum(['above', 'below']),
  /** First days of the months that show it. */
  points: z.array(daySchema),
  /** The control chart as it was when the signal was opened. */
  chart: z.unknown().refine(value => value !== null && value !== undefined) as z.ZodType<Chart>,
  /** Complaints and units of the month. */
  count: z.int(),
  units: z.int(),
  /** For each 1,000 units, to two decimals. */
  rate: z.number(),
  upper: z.number(),
  decision: z.enum(keysOf(decisions)).nullable(),
  decisionReason: z.string().nullable(),
  /** Until when it is watched, or investigated. */
  until: daySchema.nullable(),
  responsibleName: z.string().nullable(),
  complaintId: z.uuid().nullable(),
  complaintNumber: z.string().nullable(),
  proposedAt: instantSchema.nullable(),
  proposedById: z.uuid().nullable(),
  proposedByName: z.string().nullable(),
  returnedNote: z.string().nullable(),
  approvedAt: instantSchema.nullable(),
  approvedByName: z.string().nullable(),
  /** Records that the investigation started: corrective action, stop-sale, question to a supplier. */
  measures: z.int().nonnegative(),
  /** Why the investigation ended without any. */
  noMeasure: z.string().nullable(),
  conclusion: z.string().nullable(),
  closedAt: instantSchema.nullable(),
  closedByName: z.string().nullable(),
})
export type SignalRow = z.infer<typeof signalRow>

/** A signal in the quality figures. */
export const Signal = recordType<SignalRow, keyof typeof states>({
  name: 'signal',
  title: text('质量信号', 'Quality signal'),
  table: 'signal',
  row: signalRow,
  states,
  series: { prefix: 'XH', digits: 4 },
  searchText: row => [row.number, row.title, row.subjectName].join(' '),
  called: row => row.title,
  retention: retained('quality'),
  traced: [{ table: 'signal', record: 'id', product: 'product_id', party: 'supplier_id' }],
})
