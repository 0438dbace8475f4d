import { localTime } from '../../kernel/explain.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown, Tone } from '../../kernel/view.ts'
import { channels, contactWays, departments, satisfactions, urgencies } from '../../vocabulary/intake.ts'
import { type InquiryRow, states } from './inquiry.ts'
import type { InquiryQueries } from './queries.ts'
import { kinds } from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['contacts', 'assignments', 'supervisions'] as const

type ViewFacts = Pick<FactsOf<InquiryQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const tag = (value: Text | null, tone: Tone): Shown => ({ kind: 'tag', value, tone })

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const wide = (field: string): Partial<Fact> => ({ field, wide: true })

/** Shows an inquiry on its page. */
export function inquiryView(record: InquiryRow, facts: ViewFacts, { zone }: { zone: string }): RecordView {
  const state = states[record.state]
  const channel = channels[record.channel]
  const received = localTime(record.receivedAt, zone)
  return {
    title: record.title,
    badges: [
      ...(record.urgency === 'urgent' ? [{ text: urgencies.urgent, tone: 'late' as const }] : []),
      { text: kinds[record.kind], tone: 'plain' },
      { text: state.title, tone: state.tone ?? 'plain' },
    ],
    subtitle: [
      record.partyName,
      [record.contactPerson, record.phone].filter(Boolean).join(' '),
      text(`${channel.zh}受理 ${received}`, `${channel.en}, ${received}`),
      ...(record.originNumber ? [text(`源自 ${record.originNumber}`, `from ${record.originNumber}`)] : []),
    ].filter(part => part !== ''),
    sections: [request(record), handling(record), result(record), ...tables(facts)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record),
  }
}

const request = (record: InquiryRow): Section => ({
  title: text('请求', 'Request'),
  facts: [
    ...fact(text('咨询内容', 'What is asked'), paragraph(record.description), wide('description')),
    ...fact(text('客户请求', 'Request'), paragraph(record.request), wide('request')),
    ...fact(text('客户期望', 'Expectation'), paragraph(record.expectation), wide('expectation')),
    ...fact(text('产品', 'Product'), line(record.productName), { field: 'productName' }),
    ...fact(text('批号', 'Lot'), code(record.lotNo), { field: 'lotNo' }),
    ...fact(text('类别', 'Kind'), said(kinds[record.kind]), { field: 'kind' }),
    ...fact(text('急迫程度', 'Urgency'), said(urgencies[record.urgency]), { field: 'urgency' }),
    ...fact(text('客户', 'Customer'), line(record.partyName), { field: 'partyName' }),
    ...fact(text('联系人', 'Contact person'), line(record.contactPerson), { field: 'contactPerson' }),
    ...fact(text('电话', 'Telephone'), line(record.phone), { field: 'phone' }),
    ...fact(text('传真', 'Fax'), line(record.fax), { field: 'fax' }),
    ...fact(text('电子邮箱', 'E-mail'), line(record.email), { field: 'email' }),
    ...fact(text('接到时间', 'Received at'), at(record.receivedAt), { field: 'receivedAt' }),
    ...fact(text('受理人', 'Received by'), line(record.receivedByName)),
    ...fact(text('源自投诉', 'From the complaint'), code(record.originNumber)),
    ...fact(text('不属投诉的理由', 'Why it is no complaint'), paragraph(record.originReason), { wide: true }),
  ],
})

const handling = (record: InquiryRow): Section => ({
  title: text('办理', 'Handling'),
  facts: [
    ...fact(text('办理部门', 'Department'), said(record.assignedDepartment && departments[record.assignedDepartment])),
    ...fact(text('办理人', 'Handler'), line(record.handlerName)),
    ...fact(text('转交', 'Forwarded'), at(record.forwardedAt)),
    ...fact(text('预计办结', 'Expected'), at(record.expectedAt)),
    ...fact(text('拟采取措施', 'Planned measures'), paragraph(record.plannedMeasures), { wide: true }),
    ...fact(text('办理时间', 'Handled at'), at(record.handledAt), {
      ...(record.handledAt &&
        record.expectedAt &&
        record.handledAt > record.expectedAt && { note: text('晚于计划', 'later than planned') }),
    }),
    ...fact(text('填报人', 'Filled in by'), line(record.handledByName)),
    ...fact(text('办理措施', 'Measures taken'), paragraph(record.measures), { wide: true }),
    ...fact(text('办理结果', 'Result'), paragraph(record.result), { wide: true }),
    ...fact(text('监督', 'Supervised'), at(record.supervisedAt)),
    ...fact(text('监督人', 'Supervised by'), line(record.supervisedByName)),
  ],
})

const result = (record: InquiryRow): Section => ({
  title: text('答复', 'Answer'),
  facts: [
    ...fact(text('答复内容', 'Answer'), paragraph(record.answer), { wide: true }),
    ...fact(text('告知时间', 'Told at'), at(record.toldAt)),
    ...fact(text('告知对象', 'Told to'), line(record.toldTo)),
    ...fact(text('告知方式', 'Told how'), said(record.toldHow && contactWays[record.toldHow])),
    ...fact(text('告知人', 'Told by'), line(record.toldByName)),
    ...fact(
      text('满意度', 'Satisfaction'),
      tag(
        record.satisfaction && satisfactions[record.satisfaction],
        record.satisfaction === 'dissatisfied' ? 'late' : 'plain',
      ),
    ),
    ...fact(text('客户评价', 'Comment'), paragraph(record.satisfactionNote), { wide: true }),
    ...fact(text('未询问满意度的原因', 'Satisfaction not asked because'), paragraph(record.noSatisfactionReason), {
      wide: true,
    }),
    ...fact(text('关闭', 'Closed'), at(record.closedAt)),
    ...fact(text('终止原因', 'Reason of the ending'), paragraph(record.endReason), { wide: true }),
  ],
})

const columns = (...list: readonly (readonly [string, string, string])[]) =>
  list.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

const steps = {
  forwarded: text('转交', 'Forwarded'),
  planned: text('计划', 'Planned'),
  handled: text('办理', 'Handled'),
} as const

function tables(facts: ViewFacts): Section[] {
  const list = [
    {
      title: text('联系记录', 'Contacts'),
      columns: columns(
        ['at', '时间', 'When'],
        ['way', '方式', 'Way'],
        ['with', '对象', 'With'],
        ['content', '内容', 'What'],
        ['who', '联系人员', 'By'],
      ),
      rows: facts.contacts.map(item => ({
        at: at(item.contactedAt),
        way: said(contactWays[item.way]),
        with: line(item.withWhom),
        content: item.reached
          ? paragraph(item.content)
          : said(text(`未联系上：${item.content}`, `not reached: ${item.content}`)),
        who: line(item.byName),
      })),
      empty: text('还没有联系客户', 'The customer has not been contacted'),
    },
    {
      title: text('转交与办理', 'Forwarding and handling'),
      columns: columns(
        ['at', '时间', 'When'],
        ['step', '步骤', 'Step'],
        ['department', '部门', 'Department'],
        ['handler', '办理人', 'Handler'],
        ['due', '预计/实际', 'Expected, done'],
        ['what', '措施', 'Measures'],
        ['who', '填写人', 'By'],
      ),
      rows: facts.assignments.map(item => ({
        at: at(item.at),
        step: said(steps[item.kind]),
        department: said(item.department && departments[item.department]),
        handler: line(item.handlerName),
        due: at(item.expectedAt ?? item.handledAt),
        what: paragraph([item.measures, item.result, item.reason].filter(Boolean).join('\n') || null),
        who: line(item.byName),
      })),
      empty: text('还没有转交部门', 'Not forwarded yet'),
    },
    {
      title: text('监督记录', 'Supervision'),
      columns: columns(
        ['at', '时间', 'When'],
        ['verdict', '核对', 'Verdict'],
        ['note', '意见', 'Note'],
        ['who', '监督人', 'By'],
      ),
      rows: facts.supervisions.map(item => ({
        at: at(item.at),
        verdict: item.sentBack
          ? tag(text('退回重办', 'Sent back'), 'warn')
          : item.asPlanned
            ? tag(text('符合计划', 'As planned'), 'ok')
            : tag(text('不符合计划', 'Not as planned'), 'warn'),
        note: paragraph(item.note),
        who: line(item.byName),
      })),
      empty: text('还没有监督', 'Not supervised yet'),
    },
  ]
  // Contacts are always shown: that nobody has called is news. The other tables appear when there is something in them.
  return list.filter((section, i) => i === 0 || section.rows.length > 0)
}

function notices(record: InquiryRow): RecordView['notices'] {
  const list: { text: Text; tone: Tone }[] = []
  if (record.originNumber)
    list.push({
      text: text(
        `源自 ${record.originNumber}，判定不属投诉后转来。`,
        `From ${record.originNumber}, which was judged to be no complaint.`,
      ),
      tone: 'info',
    })
  if ((record.kind === 'query' || record.kind === 'situation-report') && !('final' in states[record.state]))
    list.push({
      text: text(
        '来询、来反映的情况如涉及产品缺陷或人员伤害，请立即转为投诉。',
        'If a defect or an injury shows in what is asked or reported, turn it into a complaint at once.',
      ),
      tone: 'warn',
    })
  return list
}
