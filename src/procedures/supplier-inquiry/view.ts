import { localTime } from '../../kernel/explain.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { Fact, RecordView, Section, Shown, Tone } from '../../kernel/view.ts'
import type { SupplierInquiryQueries } from './queries.ts'
import { type SupplierInquiryRow, states } from './supplier-inquiry.ts'
import { answerWays, effects, letterStates, liabilities, verdicts } from './wording.ts'

/** Facts that the page shows. */
export const viewFacts = ['answers'] as const

type ViewFacts = Pick<FactsOf<SupplierInquiryQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const effectTone = (effect: SupplierInquiryRow['effect']): Tone =>
  effect === 'warned' ? 'warn' : effect === null || effect === 'none' ? 'plain' : 'late'

/** Shows a supplier inquiry on its page. */
export function supplierInquiryView(
  record: SupplierInquiryRow,
  facts: ViewFacts,
  { now, zone }: { now: string; zone: string },
): RecordView {
  const state = states[record.state]
  const sent = localTime(record.sentAt, zone)
  const sections: Section[] = [
    {
      title: text('查询', 'Question'),
      facts: [
        ...fact(text('查询内容', 'Question'), paragraph(record.question), { wide: true }),
        ...fact(text('产品', 'Device'), line([record.productName, record.model].filter(Boolean).join(' '))),
        ...fact(text('注册证/备案编号', 'Registration'), code(record.registrationNo)),
        ...fact(text('批号', 'Lot'), code(record.lotNo)),
        ...fact(text('来源记录', 'Came from'), code(record.causeNumber)),
        ...fact(text('答复期限', 'Answer due on'), { kind: 'day', value: record.dueOn }),
        ...fact(text('联系人', 'Contact person'), line(record.contactPerson)),
        ...fact(text('电子邮箱', 'E-mail'), line(record.email)),
        ...fact(text('函件', 'Letter'), said(letterStates[record.letterState])),
        ...fact(text('送达时间', 'Delivered at'), at(record.letterAt)),
        ...(record.reminders > 0
          ? fact(text('催复次数', 'Reminders'), { kind: 'number', value: record.reminders })
          : []),
        ...fact(text('最近催复', 'Last reminded'), at(record.remindedAt)),
      ],
    },
    {
      title: text('评价', 'Evaluation'),
      facts: [
        ...fact(text('评价', 'Verdict'), said(record.verdict && verdicts[record.verdict])),
        ...fact(text('责任方', 'Liable'), said(record.liability && liabilities[record.liability])),
        ...fact(text('对供货单位档案的影响', 'Effect on the supplier’s record'), {
          kind: 'tag',
          value: record.effect && effects[record.effect],
          tone: effectTone(record.effect),
        }),
        ...fact(text('评价说明', 'Evaluation'), paragraph(record.evaluation), { wide: true }),
        ...fact(text('评价人', 'Evaluated by'), line(record.evaluatedByName)),
        ...fact(text('评价时间', 'Evaluated at'), at(record.evaluatedAt)),
        ...fact(text('措施落实', 'What became of the measures'), paragraph(record.closingNote), { wide: true }),
        ...fact(text('作废原因', 'Why it was voided'), paragraph(record.endReason), { wide: true }),
      ],
    },
    {
      title: text('供货单位答复', 'Answers of the supplier'),
      columns: [
        { key: 'at', title: text('答复时间', 'When') },
        { key: 'who', title: text('答复人', 'By') },
        { key: 'way', title: text('方式', 'How') },
        { key: 'answer', title: text('答复内容', 'Answer') },
        { key: 'cause', title: text('原因', 'Cause') },
        { key: 'measures', title: text('纠正措施', 'Measures') },
        { key: 'verdict', title: text('评价', 'Verdict') },
      ],
      rows: facts.answers.map(item => ({
        at: at(item.answeredAt),
        who: line(item.answeredBy),
        way: said(answerWays[item.way]),
        answer: paragraph(item.answer),
        cause: paragraph(item.cause),
        measures: paragraph(item.measures),
        verdict: said(item.verdict && verdicts[item.verdict]),
      })),
      empty: text('供货单位尚未答复', 'The supplier has not answered yet'),
    },
  ]
  return {
    title: record.title,
    badges: [
      ...(record.effect && record.effect !== 'none'
        ? [{ text: effects[record.effect], tone: effectTone(record.effect) }]
        : []),
      { text: state.title, tone: state.tone },
    ],
    subtitle: [
      record.partyName,
      text(`${sent} 发出，请于 ${record.dueOn} 前答复`, `sent ${sent}, answer due on ${record.dueOn}`),
      ...(record.causeNumber ? [text(`源自 ${record.causeNumber}`, `from ${record.causeNumber}`)] : []),
    ],
    sections: sections.filter(section => !('facts' in section) || section.facts.length > 0),
    notices:
      record.state === 'sent' && dayOf(now, zone) > record.dueOn
        ? [
            {
              text: text(
                '已过答复期限：可催复、登记答复，或评价为逾期未答复。',
                'The answer is late: remind, record the answer, or judge that none came.',
              ),
              tone: 'late',
            },
          ]
        : [],
  }
}
