import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown, Tone } from '../../kernel/view.ts'
import { zoneTitles, zoneTones, zoneTypes } from '../../vocabulary/stock.ts'
import { type NonconformingRow, needsMark, states } from './nonconforming.ts'
import { yuan } from './progress.ts'
import type { NonconformingQueries } from './queries.ts'
import {
  categories,
  dispositionKinds,
  dispositionStates,
  liabilities,
  measureDepartments,
  sources,
  verdicts,
} from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['dispositions', 'measures'] as const

type ViewFacts = Pick<FactsOf<NonconformingQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const day = (value: string | null): Shown => ({ kind: 'day', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const number = (value: number | null, unit: string): Shown => ({ kind: 'number', value, unit: text(unit, unit) })
const money = (fen: number | null): Shown => line(yuan(fen) && `¥${yuan(fen)}`)

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

/** Shows nonconforming goods on their page. */
export function nonconformingView(record: NonconformingRow, facts: ViewFacts): RecordView {
  const state = states[record.state]
  return {
    title: `${record.productName} ${record.lotNo}`,
    badges: [
      { text: sources[record.source], tone: 'plain' },
      ...(record.special ? [{ text: text('特殊管理', 'Specially controlled'), tone: 'late' as const }] : []),
      ...(record.zone
        ? [{ text: zoneTitles[record.zone], tone: zoneTones[zoneTypes[record.zone].colour] as Tone }]
        : []),
      { text: state.title, tone: state.tone ?? 'plain' },
    ],
    subtitle: [
      text(`${record.quantity} ${record.unit}`, `${record.quantity} ${record.unit}`),
      ...(record.atCustomer
        ? [text(`货物在 ${record.partyName ?? ''}`, `the goods are at ${record.partyName ?? ''}`)]
        : [record.supplierName ?? '']),
      ...(record.causeNumber ? [text(`源自 ${record.causeNumber}`, `from ${record.causeNumber}`)] : []),
    ].filter(part => part !== ''),
    sections: [finding(record), isolation(record), opinion(record), ...tables(record, facts)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record),
  }
}

const finding = (record: NonconformingRow): Section => ({
  title: text('发现', 'Finding'),
  facts: [
    ...fact(text('不合格情况', 'Finding'), paragraph(record.finding), { field: 'finding', wide: true }),
    ...fact(text('产品', 'Product'), line(record.productName)),
    ...fact(text('批号', 'Lot'), code(record.lotNo)),
    ...fact(text('有效期至', 'Expires'), day(record.expiresOn)),
    ...fact(text('数量', 'Quantity'), number(record.quantity, record.unit), { field: 'quantity' }),
    ...fact(text('序列号', 'Serials'), line(record.serials.join('、') || null), { field: 'serials', wide: true }),
    ...fact(text('类别', 'Kind'), said(categories[record.category]), { field: 'category' }),
    ...fact(text('发现环节', 'Found at'), said(sources[record.source])),
    ...fact(text('发现时间', 'Found'), at(record.foundAt)),
    ...fact(text('发现人', 'Found by'), line(record.foundByName)),
    ...fact(text('发现时库区', 'Zone when found'), said(record.foundZone && zoneTitles[record.foundZone])),
    ...fact(text('相关单据', 'Papers'), line(record.document), { field: 'document' }),
    ...fact(text('供货者', 'Supplier'), line(record.supplierName)),
    ...fact(text('客户', 'Customer'), line(record.partyName)),
    ...fact(text('来源', 'Came from'), code(record.causeNumber)),
  ],
})

const isolation = (record: NonconformingRow): Section => ({
  title: text('标识、复查与隔离', 'Mark, re-check, segregation'),
  facts: [
    ...fact(text('挂黄牌', 'Marked'), at(record.markedAt)),
    ...fact(text('挂牌人', 'Marked by'), line(record.markedByName)),
    ...fact(text('复查结论', 'Re-check'), {
      kind: 'tag',
      value: record.recheckResult && verdicts[record.recheckResult],
      tone: record.recheckResult === 'conforming' ? 'ok' : 'late',
    }),
    ...fact(text('复查方法', 'How'), paragraph(record.recheckMethod), { wide: true }),
    ...fact(text('复查情况', 'What it found'), paragraph(record.recheckNote), { wide: true }),
    ...fact(text('复查时间', 'Re-checked'), at(record.recheckedAt)),
    ...fact(text('复查人', 'Re-checked by'), line(record.recheckedByName)),
    ...fact(text('移库单', 'Transfer slip'), code(record.slipNo)),
    ...fact(text('开单人', 'Issued by'), line(record.slipByName)),
    ...fact(text('移库登账', 'Moved and entered'), at(record.isolatedAt)),
    ...fact(text('保管员', 'Keeper'), line(record.isolatedByName)),
    ...fact(text('货位', 'Place'), line(record.place)),
    ...fact(text('放行', 'Released'), at(record.releasedAt)),
    ...fact(text('放行人', 'Released by'), line(record.releasedByName)),
    ...fact(text('放行说明', 'Note'), paragraph(record.releaseNote), { wide: true }),
    ...fact(text('作废原因', 'Voided because'), paragraph(record.endReason), { wide: true }),
  ],
})

const opinion = (record: NonconformingRow): Section => ({
  title: text('处理意见', 'Handling opinion'),
  facts: [
    ...fact(text('责任', 'Liability'), said(record.liable && liabilities[record.liable])),
    ...fact(text('责任依据', 'Grounds'), paragraph(record.basis), { wide: true }),
    ...fact(text('责任期至', 'Liable until'), day(record.liableUntil)),
    ...fact(text('意见', 'Opinion'), paragraph(record.opinion), { wide: true }),
    ...fact(text('意见时间', 'Given'), at(record.opinionAt)),
    ...fact(text('意见人', 'By'), line(record.opinionByName)),
    ...fact(text('特殊管理依据', 'Specially controlled because'), paragraph(record.specialReason), { wide: true }),
    ...fact(text('报损金额', 'Value written off'), money(record.writeOffValue)),
    ...fact(text('报损批准', 'Written off'), at(record.writeOffApprovedAt)),
    ...fact(text('销毁记录', 'Destruction'), code(record.destructionNumber)),
    ...fact(text('销毁时间', 'Destroyed'), at(record.destroyedAt)),
    ...fact(text('归档', 'Filed'), at(record.filedAt)),
  ],
})

const columns = (...list: readonly (readonly [string, string, string])[]) =>
  list.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

function tables(record: NonconformingRow, facts: ViewFacts): Section[] {
  const list: Section[] = []
  if (facts.dispositions.length > 0)
    list.push({
      title: text('处置', 'Disposition'),
      columns: columns(
        ['kind', '去向', 'Way'],
        ['quantity', '数量', 'Quantity'],
        ['state', '进度', 'Progress'],
        ['paper', '单据', 'Paper'],
        ['value', '金额', 'Value'],
        ['what', '说明', 'Remarks'],
      ),
      rows: facts.dispositions.map(part => ({
        kind: said(dispositionKinds[part.kind]),
        quantity: number(part.quantity, record.unit),
        state: {
          kind: 'tag',
          value: dispositionStates[part.state],
          tone: part.state === 'replaced' ? 'plain' : 'info',
        },
        paper: code(part.noticeNo ?? part.destructionNumber),
        value: money(part.value),
        what: paragraph(
          [
            part.partyName,
            part.noticeReason ?? part.reason,
            part.driverName,
            part.receivedBy && `${part.receivedOn} ${part.receivedBy} 签收 ${part.receiptNo ?? ''}`.trim(),
            part.settlement,
            part.declinedNote && `退回：${part.declinedNote}`,
          ]
            .filter(Boolean)
            .join('\n') || null,
        ),
      })),
      empty: text('还没有处理意见', 'No opinion yet'),
    })
  if (facts.measures.length > 0)
    list.push({
      title: text('预防措施', 'Preventive measures'),
      columns: columns(
        ['department', '责任部门', 'Department'],
        ['measure', '措施', 'Measure'],
        ['who', '责任人', 'Responsible'],
        ['due', '期限', 'Due'],
        ['done', '完成', 'Done'],
        ['result', '落实情况', 'Result'],
      ),
      rows: facts.measures.map(item => ({
        department: said(measureDepartments[item.department]),
        measure: paragraph(item.measure),
        who: line(item.responsibleName),
        due: day(item.dueOn),
        done: day(item.doneOn),
        result: paragraph(item.result),
      })),
      empty: text('还没有预防措施', 'No measure yet'),
    })
  return list
}

function notices(record: NonconformingRow): RecordView['notices'] {
  const list: { text: Text; tone: Tone }[] = []
  if (record.state === 'reported' && needsMark(record) && !record.markedAt)
    list.push({
      text: text('黄牌未挂：请立即挂牌，货物暂停发货。', 'No mark hangs yet: hang it at once, nothing is shipped.'),
      tone: 'late',
    })
  if (record.state === 'cleared')
    list.push({
      text: text(
        '复查合格。未经质管部放行，货物仍不得发出。',
        'Found good. Until quality releases them the goods still stay.',
      ),
      tone: 'warn',
    })
  if (record.atCustomer && !('final' in states[record.state]))
    list.push({
      text: text(
        '货物在客户处：就地销毁同样须报损审批、销毁审批、两名见证人和照片。',
        'The goods are at the customer: destruction on site takes the same approvals, two witnesses and photographs.',
      ),
      tone: 'info',
    })
  return list
}
