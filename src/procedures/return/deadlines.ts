import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { promptly, promptlyWorkdays } from '../../vocabulary/soon.ts'
import { alertHours, noteCutoff } from './policies.ts'
import type { ReturnRow } from './return.ts'

const TARGET = text('程序写“及时”，这是公司目标', 'the procedure says "promptly"; this is the company target')

/** S02-4.2.2b: after-sales signs for the form. */
const signFor = deadline<ReturnRow>({
  name: 'sign-for',
  title: text('签收明细表', 'Request signed for'),
  clause: 'S02-4.2.2b',
  rule: 'TLS1',
  startsAt: text('明细表登记', 'the registration of the request'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'after-sales',
  escalatesTo: 'after-sales-head',
  remark: () => TARGET,
})

/** S02-4.2.3c: the customer is told once the return is approved. */
const tellCustomerClock = deadline<ReturnRow>({
  name: 'tell-customer',
  title: text('通知客户退货', 'Customer told'),
  clause: 'S02-4.2.3c',
  rule: 'TLS1',
  startsAt: text('批准', 'the approval'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: row => (row.reason === 'unsaleable' ? 'after-sales' : 'sales'),
  escalatesTo: 'after-sales-head',
  remark: () => TARGET,
})

/** S02-4.2.5a: the transport order follows the arrival notice. */
const transportOrder = deadline<ReturnRow>({
  name: 'transport-order',
  title: text('下达退货运输单', 'Transport ordered'),
  clause: 'S02-4.2.5a',
  rule: 'TLS1',
  startsAt: text('到货通知', 'the arrival notice'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'after-sales-head',
  escalatesTo: 'general-manager',
  remark: () => TARGET,
})

/** S02-4.2.6c: returned goods are assessed, analysed and verified. */
const inspection = deadline<ReturnRow>({
  name: 'inspection',
  title: text('退货检验', 'Goods inspected'),
  clause: 'S02-4.2.6c',
  rule: 'TLS1',
  startsAt: text('清点完成', 'the count'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => TARGET,
})

/** S02-4.2.6e: whoever is responsible acts. */
const correctiveActionClock = deadline<ReturnRow>({
  name: 'corrective-action',
  title: text('纠正和预防措施', 'Corrective action'),
  clause: 'S02-4.2.6e',
  rule: 'TLS1',
  startsAt: text('责任判定', 'the finding of responsibility'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'department-head',
  escalatesTo: 'quality-head',
  remark: () => TARGET,
})

/** S02-4.2.6g: the customer gets the statement of refusal. */
const refusalStatementClock = deadline<ReturnRow>({
  name: 'refusal-statement',
  title: text('拒签说明答复客户', 'Refusal told to the customer'),
  clause: 'S02-4.2.6g',
  rule: 'TLS1',
  startsAt: text('质管拒签', 'the refusal of quality'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'after-sales',
  escalatesTo: 'after-sales-head',
  remark: () => TARGET,
})

/** S02-4.2.8b: quantity and amount are totalled after stock-in. */
const statistics = deadline<ReturnRow>({
  name: 'statistics',
  title: text('统计数量金额', 'Totals entered'),
  clause: 'S02-4.2.8b',
  rule: 'TLS1',
  startsAt: text('换货或退款办妥', 'the settlement'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'sales-statistician',
  escalatesTo: 'sales-head',
  remark: () => TARGET,
})

/** TL06, S02-4.2.9b: the return note is with the customer before noon of the day after the statistics. */
const returnNoteClock = deadline<ReturnRow>({
  name: 'return-note',
  title: text('退货单发客户', 'Return note sent'),
  clause: 'S02-4.2.9b',
  rule: 'TL06',
  startsAt: text('统计完成', 'the statistics'),
  limit: ({ policy }) => ({ unit: 'clock', value: policy(noteCutoff), daysLater: 1, basis: 'procedure' }),
  policy: noteCutoff.key,
  owner: 'sales-clerk',
  escalatesTo: 'sales-head',
})

/** S02-3.8c: an alert is read at once. */
const alertClock = deadline<ReturnRow>({
  name: 'alert',
  title: text('财务预警签收', 'Alert read'),
  clause: 'S02-3.8c',
  rule: 'S02-3.8c',
  startsAt: text('发现超率或其他问题', 'the finding of the problem'),
  limit: ({ policy }) => ({ unit: 'at-once', value: policy(alertHours), basis: 'company' }),
  policy: alertHours.key,
  owner: 'sales-head',
  escalatesTo: 'general-manager',
})

/** The clocks of a return. */
export const deadlines = [
  signFor,
  tellCustomerClock,
  transportOrder,
  inspection,
  correctiveActionClock,
  refusalStatementClock,
  statistics,
  returnNoteClock,
  alertClock,
]
