import { localTime } from '../../kernel/explain.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown, Tone } from '../../kernel/view.ts'
import {
  callOutcomes,
  classTitle,
  escalations,
  initiators,
  kinds,
  measures,
  origins,
  reportKinds,
  reportWays,
  standings,
} from './kinds.ts'
import { type NoticeRow, states } from './notice.ts'
import type { NoticeQueries } from './queries.ts'

/** Facts that the page shows; the balance itself is read by the panel of the page. */
export const viewFacts = ['recipients', 'lots', 'contacts', 'reports', 'onward'] as const

type ViewFacts = Pick<FactsOf<NoticeQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const count = (value: number | null): Shown => ({ kind: 'number', value })

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const columns = (...list: readonly (readonly [string, string, string])[]) =>
  list.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

/** Shows a notice on its page. */
export function noticeView(record: NoticeRow, facts: ViewFacts, { zone }: { zone: string }): RecordView {
  const state = states[record.state]
  const of = classTitle(record.recallClass)
  return {
    title: record.title,
    badges: [
      ...(record.drill ? [{ text: text('演练', 'Drill'), tone: 'brand' as const }] : []),
      { text: kinds[record.kind], tone: record.kind === 'recall' ? ('late' as const) : ('plain' as const) },
      ...(of ? [{ text: of, tone: record.recallClass === 1 ? ('late' as const) : ('warn' as const) }] : []),
      { text: state.title, tone: 'tone' in state ? state.tone : 'plain' },
    ],
    subtitle: [
      text(
        `${record.recipients} 家 · 已告知 ${record.told} · 已答复 ${record.answered}`,
        `${record.recipients} recipients · ${record.told} told · ${record.answered} answered`,
      ),
      ...(record.sentAt
        ? [text(`${localTime(record.sentAt, zone)} 发出`, `sent ${localTime(record.sentAt, zone)}`)]
        : []),
      ...(record.causeNumber ? [text(`起因 ${record.causeNumber}`, `from ${record.causeNumber}`)] : []),
    ],
    sections: [content(record), course(record), plan(record), ...tables(facts)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record, facts),
  }
}

const content = (record: NoticeRow): Section => ({
  title: text('通知内容', 'Content'),
  facts: [
    ...fact(text('原因', 'Reason'), paragraph(record.reason), { field: 'reason', wide: true }),
    ...fact(text('要求', 'What is to be done'), paragraph(record.instructions), { field: 'instructions', wide: true }),
    ...fact(text('产品', 'Products'), line(record.productNames)),
    ...fact(text('批号', 'Lots'), code(record.lotNos)),
    ...fact(
      text('处理方式', 'Measures'),
      said(
        record.measures.length > 0
          ? text(
              record.measures.map(item => measures[item].zh).join('、'),
              record.measures.map(item => measures[item].en).join(', '),
            )
          : null,
      ),
    ),
    ...fact(text('来源', 'Comes from'), said(initiators[record.initiator])),
    ...fact(text('本公司身份', 'Standing of the company'), said(standings[record.standing])),
    ...fact(text('召回计划', 'Recall plan'), line(record.planReference)),
    ...fact(text('决定时间', 'Decided'), at(record.decidedAt)),
    ...fact(text('起草人', 'Drafted by'), line(record.preparedByName)),
    ...fact(text('取消原因', 'Why it was cancelled'), paragraph(record.endReason), { wide: true }),
  ],
})

const course = (record: NoticeRow): Section => ({
  title: text('进展', 'Course'),
  facts: [
    ...fact(text('批准', 'Approved'), at(record.approvedAt)),
    ...fact(text('发出', 'Sent'), at(record.sentAt)),
    ...fact(text('发出人', 'Sent by'), line(record.sentByName)),
    ...fact(text('全部告知', 'Everyone told'), at(record.allToldAt)),
    ...fact(text('核平', 'Reconciled'), at(record.completedAt)),
    ...fact(text('催复', 'Reminders'), count(record.reminders || null)),
    ...fact(
      text('升级至', 'Escalated to'),
      said(record.escalatedTo === 'none' ? null : escalations[record.escalatedTo]),
    ),
    ...fact(text('差额签批', 'Remainder signed'), at(record.remainderSignedAt)),
    ...fact(text('差额签批人', 'Remainder signed by'), line(record.remainderSignedByName)),
    ...fact(text('名单就绪', 'List ready'), at(record.drillTracedAt)),
    ...fact(text('演练结束', 'Drill finished'), at(record.drillFinishedAt)),
    ...fact(text('落实率', 'Located'), count(record.drillLocatedPercent), { note: text('%', '%') }),
    ...fact(text('联系方式完整率', 'Contacts complete'), count(record.drillContactPercent), { note: text('%', '%') }),
    ...fact(text('演练评价', 'Assessment of the drill'), paragraph(record.drillNote), { wide: true }),
    ...fact(text('关闭', 'Closed'), at(record.closedAt)),
    ...fact(text('效果评价', 'Assessment'), paragraph(record.closingNote), { wide: true }),
  ],
})

const plan = (record: NoticeRow): Section => ({
  title: text('调查评估与召回计划', 'Evaluation and plan'),
  facts: [
    ...fact(text('调查评估结果', 'Evaluation'), paragraph(record.evaluation), { wide: true }),
    ...fact(text('措施', 'Measures'), paragraph(record.planScope), { wide: true }),
    ...fact(text('信息公布', 'Publication'), paragraph(record.planPublication), { wide: true }),
    ...fact(text('预期效果', 'Expected effect'), paragraph(record.planEffect), { wide: true }),
    ...fact(text('召回后处理', 'Afterwards'), paragraph(record.planAfterwards), { wide: true }),
    ...fact(text('处理地点', 'Place'), line(record.planPlace)),
    ...fact(text('预计完成', 'Expected completion'), { kind: 'day', value: record.planDoneOn }),
  ],
})

const contactKinds = {
  call: text('电话', 'Call'),
  reminder: text('催复', 'Reminder'),
  escalation: text('升级', 'Escalation'),
} as const

function tables(facts: ViewFacts): Section[] {
  const nameOf = (id: string): string => facts.recipients.find(item => item.id === id)?.name ?? ''
  const lotOf = (id: string | null): string | null => facts.lots.find(item => item.lotId === id)?.lotNo ?? null
  const changed = facts.recipients.filter(item => item.origin !== 'trace' || item.state === 'removed')
  const list: Section[] = [
    {
      title: text('名单的增减', 'Changes of the list'),
      columns: columns(
        ['name', '单位', 'Recipient'],
        ['how', '变化', 'Change'],
        ['why', '理由', 'Reason'],
        ['who', '登记人', 'By'],
      ),
      rows: changed.map(item => ({
        name: line(item.name),
        how: said(item.state === 'removed' ? text('移出', 'Taken off') : origins[item.origin]),
        why: paragraph(item.removedReason ?? item.originReason),
        who: line(item.byName),
      })),
      empty: text('名单与销售记录一致', 'The list is that of the records of sale'),
    },
    {
      title: text('电话、催复与升级', 'Calls, reminders, escalation'),
      columns: columns(
        ['at', '时间', 'When'],
        ['kind', '方式', 'Kind'],
        ['name', '单位', 'Recipient'],
        ['outcome', '结果', 'Outcome'],
        ['said', '说明', 'Said'],
        ['who', '办理人', 'By'],
      ),
      rows: facts.contacts.map(item => ({
        at: at(item.contactedAt),
        kind: said(contactKinds[item.kind]),
        name: line(nameOf(item.recipientId)),
        outcome: said(item.outcome ? callOutcomes[item.outcome] : null),
        said: paragraph([item.spokenTo, item.said].filter(Boolean).join('：') || null),
        who: line(item.byName),
      })),
      empty: text('还没有', 'None yet'),
    },
    {
      title: text('下游客户', 'Customers further on'),
      columns: columns(
        ['name', '下游客户', 'Customer'],
        ['phone', '电话', 'Telephone'],
        ['lot', '批号', 'Lot'],
        ['quantity', '数量', 'Quantity'],
        ['from', '由谁提供', 'Named by'],
      ),
      rows: facts.onward.map(item => ({
        name: line(item.name),
        phone: line(item.phone),
        lot: code(lotOf(item.lotId)),
        quantity: count(item.quantity),
        from: line(nameOf(item.recipientId)),
      })),
      empty: text('还没有', 'None yet'),
    },
    {
      title: text('向监管部门和注册人的报告', 'Reports to authority and registrant'),
      columns: columns(
        ['at', '时间', 'When'],
        ['kind', '报告', 'Report'],
        ['to', '报送单位', 'To'],
        ['way', '方式', 'How'],
        ['receipt', '回执', 'Receipt'],
        ['note', '说明', 'Note'],
        ['who', '登记人', 'By'],
      ),
      rows: facts.reports.map(item => ({
        at: at(item.reportedAt),
        kind: said(reportKinds[item.kind]),
        to: line(item.receiver),
        way: said(item.way ? reportWays[item.way] : text('不需报告', 'Not needed')),
        receipt: code(item.receiptNumber),
        note: paragraph(item.notNeededReason ?? item.note),
        who: line(item.byName),
      })),
      empty: text('还没有报告', 'No report yet'),
    },
  ]
  return list.filter(section => 'rows' in section && section.rows.length > 0)
}

function notices(record: NoticeRow, facts: ViewFacts): RecordView['notices'] {
  const list: { text: Text; tone: Tone }[] = []
  if (record.drill)
    list.push({
      text: text('这是模拟召回演练：不对外发送任何函件。', 'This is a mock recall: no letter leaves the company.'),
      tone: 'info',
    })
  const late = facts.recipients.filter(item => item.origin === 'late' && item.state !== 'removed')
  if (late.length > 0)
    list.push({
      text: text(
        `起草后新增 ${late.length} 家购货方，已补入名单：${late.map(item => item.name).join('、')}。`,
        `${late.length} buyer(s) appeared after the draft and joined the list: ${late.map(item => item.name).join(', ')}.`,
      ),
      tone: 'warn',
    })
  const failed = facts.recipients.filter(item => item.messageState === 'failed' && item.toldAt === null)
  if (failed.length > 0)
    list.push({
      text: text(
        `${failed.length} 家的函件未送达：请更正邮箱重发、打印送达或电话告知。`,
        `${failed.length} letter(s) did not arrive: mend the address, print and bring them, or call.`,
      ),
      tone: 'late',
    })
  if (record.standing === 'distributor' && record.kind === 'recall' && !record.drill)
    list.push({
      text: text(
        '召回的法定义务人是注册人、备案人；本公司作为经营企业传达信息、控制并收回产品、反馈结果。',
        'The law lays the recall on the registrant; as a trading company we pass on, control and take back, and report back.',
      ),
      tone: 'info',
    })
  return list
}
