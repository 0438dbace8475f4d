import type { StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'

/** What a record of storage conditions is. */
export const kinds = {
  reading: text('人工记录', 'Reading'),
  batch: text('自动记录数据', 'Logger data'),
  excursion: text('自动监测超范围', 'Excursion in logger data'),
  missed: text('漏记说明', 'Missed window'),
  range: text('范围设定', 'Range set'),
} as const satisfies Record<string, Text>
export type Kind = keyof typeof kinds

/** How a reading lies to the windows of its day. */
export const timings = {
  'on-time': text('按时', 'In the window'),
  late: text('迟记', 'Late'),
  extra: text('时段外加测', 'Extra'),
} as const satisfies Record<string, Text>
export type Timing = keyof typeof timings

/** What quality decided about goods that were kept beyond their range. */
export const verdicts = {
  unaffected: text('质量不受影响，继续储存', 'Unaffected: stay in stock'),
  stop: text('可能受影响，停售复检', 'May be affected: sale stopped, re-check'),
} as const satisfies Record<string, Text>

/** What was done about conditions out of range, or what was read afterwards. */
export const actKinds = {
  measure: text('调控措施', 'Adjustment'),
  reread: text('复测', 'Read again'),
} as const satisfies Record<string, Text>

/** States of a record and what they mean. */
export const states = {
  'in-range': {
    title: text('正常', 'In range'),
    meaning: text('温湿度在规定范围内', 'Temperature and humidity are within the limits'),
    final: true,
    tone: 'ok',
  },
  'out-of-range': {
    title: text('超范围待调控', 'Out of range'),
    meaning: text('超出范围，须采取调控措施', 'Beyond the limits: something must be done'),
    tone: 'late',
  },
  adjusted: {
    title: text('已调控待复测', 'Adjusted'),
    meaning: text('已采取措施，须复测确认', 'Something was done; it must be read again'),
    tone: 'warn',
  },
  'back-in-range': {
    title: text('已恢复待关闭', 'Back in range'),
    meaning: text('复测正常，待评估受影响货品并关闭', 'In range again; goods are judged, then it is closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('已恢复、已评估并说明原因', 'In range again, goods judged, cause stated'),
    final: true,
    tone: 'ok',
  },
  taken: {
    title: text('已接收', 'Taken'),
    meaning: text('自动记录数据已入库', 'Data of a logger are kept'),
    final: true,
    tone: 'plain',
  },
  missed: {
    title: text('漏记', 'Missed'),
    meaning: text('该时段未记录，原因已说明', 'Nothing was written down in this window; the reason is'),
    final: true,
    tone: 'warn',
  },
  set: {
    title: text('已设定', 'Set'),
    meaning: text('自设定时起按此范围判定', 'Readings are judged by these limits from then on'),
    final: true,
    tone: 'info',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('录入有误，已说明原因作废', 'Entered in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which a store is not yet as it should be. */
export const OPEN = ['out-of-range', 'adjusted', 'back-in-range'] as const
