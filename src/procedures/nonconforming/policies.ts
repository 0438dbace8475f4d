import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { formFillers } from './taxonomy.ts'

const HOURS = text('小时', 'h')
const WORKDAYS = text('个工作日', 'working days')

/** X33: failed arrivals are re-checked by quality first; a hospital's profile may do without. */
export const qaRecheck = policy({
  key: 'inbound.qa_recheck',
  rules: ['X33'],
  title: text('验收拒收须经质管部复查', 'Refused arrivals are re-checked by quality'),
  schema: z.boolean(),
  default: true,
  clauses: ['S26-1b', 'S22-6b'],
  basis: 'procedure',
})

/** X34: who fills 进货退出通知单. */
export const formFiller = policy({
  key: 'supplier_return.form_filler',
  rules: ['X34'],
  title: text('进货退出通知单由谁填写', 'Who fills the purchase-return notice'),
  schema: z.enum(['SALES', 'PUR', 'WH']),
  default: 'SALES',
  options: formFillers,
  clauses: ['S26-4b'],
  basis: 'procedure',
})

/** "At once": the company's target until the mark hangs. */
export const markHours = policy({
  key: 'nonconforming.mark_h',
  title: text('挂黄牌时限（立即）', 'Mark hung within ("at once")'),
  schema: z.number().min(0.25).max(24),
  default: 1,
  unit: HOURS,
  clauses: ['S26-2.1a'],
  basis: 'ours',
})

/** The procedure sets no limit for the re-check. */
export const recheckWorkdays = policy({
  key: 'nonconforming.recheck_wd',
  title: text('质量复查时限', 'Re-checked within'),
  schema: z.int().min(1).max(20),
  default: 1,
  unit: WORKDAYS,
  clauses: ['S26-2.1b'],
  basis: 'ours',
})

/** "Promptly" for this clause. */
export const refusedReturnWorkdays = policy({
  key: 'nonconforming.refused_return_wd',
  title: text('拒收货物退回原发货单位时限（及时）', 'Refused goods go back within ("promptly")'),
  schema: z.int().min(1).max(20),
  default: 1,
  unit: WORKDAYS,
  clauses: ['S26-1b'],
  basis: 'ours',
})

/** How long a signature under a write-off may take before its signer is reminded. */
export const writeOffRemindHours = policy({
  key: 'nonconforming.write_off_remind_h',
  title: text('报损审批提醒', 'Write-off: signers reminded after'),
  schema: z.int().min(1).max(240),
  default: 24,
  unit: HOURS,
  clauses: ['S26-4c'],
  basis: 'ours',
})

/** TL52: the procedure says "regularly". */
export const listIntervalMonths = policy({
  key: 'destroy.list_interval_m',
  rules: ['TL52'],
  title: text('报损货物列销毁清单的间隔', 'Written-off goods are listed every'),
  schema: z.int().min(1).max(12),
  default: 3,
  unit: text('个月', 'months'),
  clauses: ['S26-5a'],
  basis: 'ours',
})

/** TL51: the day of the month after the half-year. */
export const halfYearReportDay = policy({
  key: 'nc.halfyear_report',
  rules: ['TL51', 'X22'],
  title: text('半年汇总分析报告于次月几日前完成', 'Half-year analysis by this day of the next month'),
  schema: z.int().min(1).max(28),
  default: 5,
  unit: text('日', 'th'),
  clauses: ['S26-8a'],
  basis: 'ours',
})
