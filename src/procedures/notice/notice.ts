import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { recallRecords, retained } from '../../vocabulary/retention.ts'
import { escalations, initiators, kinds, measures, standings } from './kinds.ts'
import {
  noticeContact,
  noticeLine,
  noticeLot,
  noticeOnward,
  noticeRecipient,
  noticeReport,
  noticeStatement,
} from './notice-rows.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const count = (zh: string, en: string) => titled(z.int().nonnegative(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)), zh, en, { options })

/** States of a notice and what they mean. */
export const states = {
  draft: {
    title: text('审批中', 'Being approved'),
    meaning: text(
      '已起草，接收单位已按销售追溯列出，等待签批',
      'Drafted, recipients taken from the trace; waits for signatures',
    ),
    tone: 'info',
  },
  approved: {
    title: text('待发出', 'To be sent'),
    meaning: text('已批准，等待向全部接收单位发出', 'Approved; waits to be sent to every recipient'),
    tone: 'warn',
  },
  running: {
    title: text('进行中', 'Running'),
    meaning: text('已发出，正在等待答复、收回和核对', 'Sent; answers, returns and the balance are being followed'),
    tone: 'warn',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text(
      '全部告知，数量已核平或差额已签批',
      'Everyone told, the balance reconciles or its remainder is signed',
    ),
    final: true,
    tone: 'ok',
  },
  cancelled: {
    title: text('已取消', 'Cancelled'),
    meaning: text('未发出即取消，已写明原因', 'Given up before it was sent, with a reason'),
    final: true,
    tone: 'plain',
  },
  drill: {
    title: text('演练：待追溯', 'Drill: to be traced'),
    meaning: text('模拟召回已计时，等待列出接收单位', 'The mock recall runs; its recipients are to be listed'),
    tone: 'info',
  },
  'drill-running': {
    title: text('演练：核对中', 'Drill: being reconciled'),
    meaning: text(
      '已列出接收单位，正在核对数量；不对外发送',
      'Recipients are listed, quantities reconciled; nothing is sent outside',
    ),
    tone: 'info',
  },
  'drill-finished': {
    title: text('演练已完成', 'Drill finished'),
    meaning: text('模拟召回已结束并评分', 'The mock recall is over and scored'),
    final: true,
    tone: 'ok',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which a notice is over. */
export const ENDED = ['closed', 'cancelled', 'drill-finished'] as const

export const noticeRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  kind: oneOf(kinds, '类别', 'Kind'),
  /** A mock recall: nothing leaves the company. */
  drill: titled(z.boolean(), '演练', 'Drill'),
  title: titled(z.string(), '标题', 'Title'),
  recallClass: titled(z.int().min(1).max(3).nullable(), '召回级别', 'Recall class'),
  initiator: oneOf(initiators, '来源', 'Comes from'),
  standing: oneOf(standings, '本公司身份', 'Standing of the company'),
  reason: titled(z.string(), '原因', 'Reason'),
  instructions: titled(z.string(), '要求', 'What is to be done'),
  measures: titled(z.array(z.enum(keysOf(measures))), '处理方式', 'Measures', { options: measures }),
  /** Number or title of the registrant's recall plan on which we act (GSP art. 111). */
  planReference: words('召回计划（文号）', 'Recall plan'),
  causeNumber: words('起因', 'Comes from'),
  decidedAt: at('决定时间', 'Decided at'),
  preparedByName: words('起草人', 'Drafted by'),
  /** Counts changes of the list by hand until the notice is sent; signatures stand for one of them. */
  distribution: count('名单版次', 'Revision of the list'),
  approvedAt: at('批准时间', 'Approved at'),
  sentAt: at('发出时间', 'Sent at'),
  sentByName: words('发出人', 'Sent by'),
  linkUntil: at('链接有效期至', 'Links expire'),
  allToldAt: at('全部告知时间', 'Everyone told at'),
  completedAt: at('核平时间', 'Balance reconciled at'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
  closingNote: words('关闭说明', 'Closing note'),
  endReason: words('取消原因', 'Why it was cancelled'),
  productNames: titled(z.string(), '产品', 'Products'),
  lotNos: titled(z.string(), '批号', 'Lots'),
  recipients: count('接收单位', 'Recipients'),
  told: count('已告知', 'Told'),
  answered: count('已答复', 'Answered'),
  shipped: count('应核数量', 'Shipped'),
  located: count('已落实数量', 'Located'),
  recovered: count('已收回数量', 'Recovered'),
  outstanding: count('未核平数量', 'Outstanding'),
  reminders: count('催复次数', 'Reminders'),
  escalatedTo: oneOf(escalations, '升级至', 'Escalated to'),
  remainderSignedAt: at('差额签批时间', 'Remainder signed at'),
  remainderSignedByName: words('差额签批人', 'Remainder signed by'),
  evaluation: words('调查评估结果', 'Result of the evaluation'),
  planScope: words('措施（组织、范围、时限）', 'Measures, scope and time'),
  planPublication: words('信息公布途径与范围', 'Publication'),
  planEffect: words('预期效果', 'Expected effect'),
  planAfterwards: words('召回后的处理措施', 'Handling after the recall'),
  planPlace: words('处理地点', 'Place of handling'),
  planDoneOn: titled(daySchema.nullable(), '预计完成日期', 'Expected completion'),
  drillTracedAt: at('列出名单时间', 'List ready at'),
  drillFinishedAt: at('演练结束时间', 'Drill finished at'),
  drillLocatedPercent: titled(z.int().min(0).max(100).nullable(), '落实率', 'Share located'),
  drillContactPercent: titled(z.int().min(0).max(100).nullable(), '联系方式完整率', 'Contacts complete'),
  drillNote: words('演练评价', 'Assessment of the drill'),
})

/** One notice. */
export type NoticeRow = z.infer<typeof noticeRow>

const parent = 'noticeId'

/** The notice as the kernel knows it. */
export const Notice = recordType<NoticeRow, keyof typeof states>({
  name: 'notice',
  title: text('通知', 'Notice'),
  table: 'notice',
  row: noticeRow,
  states,
  series: { prefix: 'TZ', digits: 5 },
  retention: retained('quality', recallRecords),
  safety: true,
  searchText: row =>
    [row.number, row.causeNumber, row.title, row.productNames, row.lotNos, row.planReference, row.reason.slice(0, 300)]
      .filter(Boolean)
      .join(' '),
  traced: [
    { table: 'notice_lot', record: 'notice_id', lot: 'lot_id', product: 'product_id', serial: 'serials' },
    { table: 'notice_line', record: 'notice_id', lot: 'lot_id', party: 'party_id', serial: 'serials' },
    { table: 'notice_recipient', record: 'notice_id', party: 'party_id' },
  ],
  children: {
    lot: { table: 'notice_lot', row: noticeLot, parent },
    recipient: { table: 'notice_recipient', row: noticeRecipient, parent },
    line: { table: 'notice_line', row: noticeLine, parent },
    statement: { table: 'notice_statement', row: noticeStatement, parent },
    onward: { table: 'notice_onward', row: noticeOnward, parent },
    contact: { table: 'notice_contact', row: noticeContact, parent },
    report: { table: 'notice_report', row: noticeReport, parent },
  },
})
