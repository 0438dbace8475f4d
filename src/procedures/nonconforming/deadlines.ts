import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { listIntervalMonths, markHours, recheckWorkdays, refusedReturnWorkdays } from './policies.ts'

const COMPANY_TARGET = text('公司目标，程序文件未规定数字', 'company target; the procedure names no number')

/** TLS2: the yellow mark hangs at once. */
const mark = deadline<NonconformingRow>({
  name: 'mark',
  title: text('挂黄牌', 'Mark'),
  clause: 'S26-2.1a',
  rule: 'TLS2',
  startsAt: text('上报不合格', 'the report'),
  limit: ({ policy }) => ({ unit: 'at-once', value: policy(markHours), basis: 'company' }),
  policy: markHours.key,
  owner: 'warehouse',
  escalatesTo: 'quality',
  remark: () => COMPANY_TARGET,
})

/** The re-check of what was reported. */
const recheck = deadline<NonconformingRow>({
  name: 'recheck',
  title: text('质量复查', 'Re-check'),
  clause: 'S26-2.1b',
  rule: 'X33',
  startsAt: text('上报不合格', 'the report'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(recheckWorkdays), basis: 'company' }),
  policy: recheckWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => COMPANY_TARGET,
})

/** TLS1: refused arrivals go back promptly. */
const refusedReturn = deadline<NonconformingRow>({
  name: 'refused-return',
  title: text('拒收货物退回', 'Refused goods go back'),
  clause: 'S26-1b',
  rule: 'TLS1',
  startsAt: text('入退货区', 'the move to the return zone'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(refusedReturnWorkdays), basis: 'company' }),
  policy: refusedReturnWorkdays.key,
  owner: 'warehouse',
  escalatesTo: 'quality',
  remark: () => COMPANY_TARGET,
})

/** TL52: what is written off stands on a list of the regular destruction. */
const destructionList = deadline<NonconformingRow>({
  name: 'destruction-list',
  title: text('列销毁清单', 'Listed for destruction'),
  clause: 'S26-5a',
  rule: 'TL52',
  startsAt: text('报损批准', 'the approval of the write-off'),
  limit: ({ policy }) => ({ unit: 'months', value: policy(listIntervalMonths), basis: 'company', endOfDay: true }),
  policy: listIntervalMonths.key,
  owner: 'warehouse',
  escalatesTo: 'quality',
})

export const deadlines = [mark, recheck, refusedReturn, destructionList]
