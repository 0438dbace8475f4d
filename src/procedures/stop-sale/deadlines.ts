import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { atOnce, atOnceHours, promptly, promptlyWorkdays } from '../../vocabulary/soon.ts'
import { recheckWorkdays, releaseNoticeHours } from './policies.ts'
import type { StopSaleRow } from './stop-sale.ts'

const placing = text('停售', 'the stop')
const badFinding = text('复查判为不合格', 'the finding that the goods are bad')
const confirming = text('确认停售', 'the confirmation of the stop')
const AT_ONCE = text('“立即”由公司定为小时数', 'the company gives "at once" a number of hours')

/** S01-4.7c, TLS2: the warehouse hangs the marks and counts. */
const marks = deadline<StopSaleRow>({
  name: 'marks',
  title: text('挂停售标识并清点', 'Marks hung, goods counted'),
  clause: 'S01-4.7c',
  rule: 'TLS2',
  startsAt: placing,
  limit: ({ policy }) => atOnce(policy),
  policy: atOnceHours.key,
  owner: 'warehouse',
  escalatesTo: 'warehouse-head',
  remark: () => AT_ONCE,
})

/** S01-4.7d, S26-2.2b, TLS2: sales confirms that it stopped selling. */
const sales = deadline<StopSaleRow>({
  name: 'sales',
  title: text('业务部确认停售', 'Sales confirms the stop'),
  clause: 'S01-4.7d',
  rule: 'TLS2',
  startsAt: placing,
  limit: ({ policy }) => atOnce(policy),
  policy: atOnceHours.key,
  owner: 'sales',
  escalatesTo: 'sales-head',
  remark: () => AT_ONCE,
})

/** S25-2.6a, TLS1: who stopped goods in stock asks for the re-check. */
const recheckRequest = deadline<StopSaleRow>({
  name: 'recheck-request',
  title: text('申请质量复查', 'Re-check asked for'),
  clause: 'S25-2.6a',
  rule: 'TLS1',
  startsAt: placing,
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'stock-maintenance',
  escalatesTo: 'quality',
})

/** S25-2.6a: quality re-checks and decides; without a number in the text. */
const recheck = deadline<StopSaleRow>({
  name: 'recheck',
  title: text('质量复查有结论', 'Re-check has a finding'),
  clause: 'S25-2.6a',
  rule: 'X02',
  startsAt: placing,
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(recheckWorkdays), basis: 'company' }),
  policy: recheckWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('公司目标，程序文件未规定期限', 'company target; the procedure sets no limit'),
})

/** S01-4.7a, TLS1: a real quality problem is reported to the quality head. */
const head = deadline<StopSaleRow>({
  name: 'head',
  title: text('报告质量负责人', 'Quality head told'),
  clause: 'S01-4.7a',
  rule: 'TLS1',
  startsAt: badFinding,
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** TL04: warehouse, sales and every buyer who was told to stop know that it is over. */
const release = deadline<StopSaleRow>({
  name: 'release',
  title: text('解除停售并通知各方', 'Released and everybody told'),
  clause: 'S01-4.5b',
  rule: 'TL04',
  startsAt: text('复查判为合格', 'the good finding'),
  limit: ({ policy }) => ({ unit: 'hours', value: policy(releaseNoticeHours), basis: 'procedure' }),
  policy: releaseNoticeHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('仓库、业务部及曾被通知停售的购货方', 'warehouse, sales and every buyer who was told to stop'),
})

/** CN-RC-013: the registrant is told at once. */
const registrant = deadline<StopSaleRow>({
  name: 'registrant',
  title: text('通知注册人/备案人', 'Registrant told'),
  clause: 'CN-RC-013',
  rule: 'CN-RC-013',
  startsAt: confirming,
  limit: ({ policy }) => atOnce(policy),
  policy: atOnceHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => AT_ONCE,
})

/** CN-RC-014, GSP153 art. 110: reported to the regulator of city or county at once. */
const authority = deadline<StopSaleRow>({
  name: 'authority',
  title: text('报告药品监督管理部门', 'Regulator told'),
  clause: 'CN-RC-014',
  rule: 'CN-RC-014',
  startsAt: confirming,
  limit: ({ policy }) => atOnce(policy),
  policy: atOnceHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => AT_ONCE,
})

/** All clocks of a stop-sale. */
export const deadlines = [marks, sales, recheckRequest, recheck, head, release, registrant, authority]
