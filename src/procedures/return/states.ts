import type { StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'

/** States of a return and what they mean. */
export const states = {
  requested: {
    title: text('待签收', 'To be signed for'),
    meaning: text('客户明细表已登记，等待售后签收', 'The itemised request is written down; after-sales signs for it'),
    tone: 'info',
  },
  reviewing: {
    title: text('会审中', 'Under review'),
    meaning: text('售后与财务会审调换比例和期限', 'After-sales and finance review the request against rate and period'),
    tone: 'info',
  },
  'over-limits': {
    title: text('超比例或超期', 'Over the limits'),
    meaning: text(
      '超出比例或期限：向客户说明驳回，确属特殊的报总经理',
      'Over rate or period: refused with an explanation, or put to the general manager',
    ),
    tone: 'warn',
  },
  'sample-test': {
    title: text('待留样检测', 'Sample to be tested'),
    meaning: text(
      '质量管理部检测同批留样后再定',
      'Quality tests the retained sample of the lot before anything is decided',
    ),
    tone: 'info',
  },
  explaining: {
    title: text('解释中', 'Being explained'),
    meaning: text(
      '同批留样合格，业务部向客户解释、争取继续使用',
      'The lot is good; sales explains and tries to keep it in use',
    ),
    tone: 'info',
  },
  approving: {
    title: text('审批中', 'To be approved'),
    meaning: text('按审批路线逐级签字', 'Waits for the signatures of its route'),
    tone: 'info',
  },
  declined: {
    title: text('审批未通过', 'Not approved'),
    meaning: text('审批人不同意，等待售后书面答复客户', 'An approver said no; the customer is to be told in writing'),
    tone: 'warn',
  },
  approved: {
    title: text('已批准', 'Approved'),
    meaning: text('已批准，等待决定运回与否并通知客户', 'Approved; the way is decided and the customer told'),
    tone: 'info',
  },
  awaiting: {
    title: text('待到货', 'Awaited'),
    meaning: text('已通知客户退货，等待到货', 'The customer was told to send the goods'),
    tone: 'info',
  },
  arrived: {
    title: text('待派车提货', 'Transport to be ordered'),
    meaning: text(
      '货已到站或待提，等待售后负责人下达退货运输单',
      'The goods can be fetched; the transport order is due',
    ),
    tone: 'info',
  },
  ordered: {
    title: text('待提货', 'To be collected'),
    meaning: text('退货运输单已下达，等待驾驶员提货', 'The transport order is with the driver'),
    tone: 'info',
  },
  collected: {
    title: text('待清点', 'To be counted'),
    meaning: text('货已运到，等待仓库主管清点', 'The goods are here; the head of the warehouse counts them'),
    tone: 'info',
  },
  inspecting: {
    title: text('待检验', 'To be inspected'),
    meaning: text(
      '已清点、放在退货区，等待质管逐行检验',
      'Counted and in the return zone; quality inspects every line',
    ),
    tone: 'info',
  },
  signing: {
    title: text('待三方签字', 'Three signatures due'),
    meaning: text(
      '等待售后负责人、业务负责人和质管三方签字',
      'Waits for the head of after-sales, the head of sales and quality',
    ),
    tone: 'info',
  },
  'to-stock-in': {
    title: text('待入库', 'To be stocked in'),
    meaning: text(
      '三方签字齐全，仓库主管可以入库',
      'All three have signed; the head of the warehouse books the goods in',
    ),
    tone: 'info',
  },
  'refused-goods': {
    title: text('拒签待退还', 'Refused, to go back'),
    meaning: text(
      '质管拒签，等待售后附书面说明退还客户',
      'Quality refuses the goods; they go back with a written statement',
    ),
    tone: 'warn',
  },
  'on-site': {
    title: text('就地销毁', 'Destroyed on site'),
    meaning: text('不运回，已转就地销毁程序', 'Not shipped back: destroyed at the customer under the procedure'),
    tone: 'info',
  },
  'stocked-in': {
    title: text('已入库', 'Stocked in'),
    meaning: text('已入退货区，等待换货或退款', 'In stock again; the exchange or refund is due'),
    tone: 'info',
  },
  settled: {
    title: text('已换退', 'Settled'),
    meaning: text('已换货或退款，等待统计', 'Exchanged or refunded; to be totalled'),
    tone: 'info',
  },
  totalled: {
    title: text('已统计', 'Totalled'),
    meaning: text('数量金额已统计，等待文员审核退货单', 'Totalled; the sales clerk reviews the return note'),
    tone: 'info',
  },
  'note-reviewed': {
    title: text('退货单已审', 'Note reviewed'),
    meaning: text('退货单已审核，等待发给客户', 'The return note is reviewed and goes to the customer'),
    tone: 'info',
  },
  'note-sent': {
    title: text('退货单已发', 'Note sent'),
    meaning: text('退货单已发客户，等待收尾关闭', 'The customer has the return note; to be closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('已办完，无未了事项', 'Done, nothing open'),
    final: true,
    tone: 'ok',
  },
  refused: {
    title: text('已驳回', 'Refused'),
    meaning: text('不予调退，已书面说明', 'Not accepted; the customer has the reason in writing'),
    final: true,
    tone: 'plain',
  },
  'kept-in-use': {
    title: text('继续使用', 'Kept in use'),
    meaning: text('经解释客户同意继续使用', 'The customer keeps the goods after the explanation'),
    final: true,
    tone: 'ok',
  },
  'sent-back': {
    title: text('已退还客户', 'Sent back to the customer'),
    meaning: text('质管拒签，货物连同书面说明已退还', 'Refused by quality; goods and statement went back'),
    final: true,
    tone: 'plain',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('客户撤回或登记有误，已说明原因', 'Withdrawn by the customer or entered in error, with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>
export type State = keyof typeof states

/** States in which nothing more is expected of anybody. */
export const ENDED = (Object.keys(states) as State[]).filter(state => 'final' in states[state])

/** States in which the work goes on. */
export const OPEN = (Object.keys(states) as State[]).filter(state => !('final' in states[state]))

/** States before the goods are with us. */
export const BEFORE_GOODS = [
  'requested',
  'reviewing',
  'over-limits',
  'sample-test',
  'explaining',
  'approving',
  'declined',
  'approved',
  'awaiting',
  'arrived',
  'ordered',
] as const satisfies readonly State[]

/** States in which the return counts neither for the cap nor for the rate: the goods stayed or went back to the customer. */
export const NOT_TAKEN = ['refused', 'kept-in-use', 'sent-back', 'withdrawn'] as const satisfies readonly State[]
