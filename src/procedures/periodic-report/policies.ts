import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** X22: how long a signature under a report may take before its signer is reminded. */
export const signRemindHours = policy({
  key: 'report.sign_remind_h',
  title: text('报表签字超过几小时提醒', 'A signature under a report is late after'),
  schema: z.int().min(4).max(240),
  default: 48,
  unit: text('小时', 'h'),
  clauses: ['BB-review'],
  basis: 'ours',
})

/** TL18: the yearly satisfaction report is due on this day of January; the text gives none. */
export const satisfactionDay = policy({
  key: 'report.satisfaction_due_day',
  title: text('年度满意度报告的完成日（次年 1 月）', 'Yearly satisfaction report: due on day of January'),
  schema: z.int().min(5).max(31),
  default: 31,
  unit: text('日', 'of January'),
  clauses: ['S09-5.3a'],
  basis: 'ours',
})

/** GSP153 art. 12: 31 March; the company may set an earlier day of March. */
export const selfInspectionDay = policy({
  key: 'report.self_inspection_due_day',
  title: text('年度自查报告的提交日（次年 3 月）', 'Yearly self-inspection: due on day of March'),
  schema: z.int().min(1).max(31),
  default: 31,
  unit: text('日', 'of March'),
  clauses: ['CN-GSP153-12'],
  basis: 'law',
})
