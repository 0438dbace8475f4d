import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown } from '../../kernel/view.ts'
import { zoneTitles } from '../../vocabulary/stock.ts'
import { type DestructionRow, states } from './destruction.ts'
import type { DestructionQueries } from './queries.ts'
import { methods } from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['lines', 'witnesses'] as const

type ViewFacts = Pick<FactsOf<DestructionQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const money = (fen: number): string => `¥${(fen / 100).toFixed(2)}`

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

/** Shows a destruction on its page. */
export function destructionView(record: DestructionRow, facts: ViewFacts): RecordView {
  const state = states[record.state]
  return {
    title: record.goods,
    badges: [
      ...(record.special ? [{ text: text('特殊管理，须监毁', 'Under the regulator'), tone: 'late' as const }] : []),
      ...(record.onSite ? [{ text: text('就地销毁', 'On site'), tone: 'warn' as const }] : []),
      { text: state.title, tone: state.tone ?? 'plain' },
    ],
    subtitle: [
      text(
        `${record.lineCount} 项，共 ${record.quantity} 件，${money(record.value)}`,
        `${record.lineCount} records, ${record.quantity} units, ${money(record.value)}`,
      ),
      record.partyName ?? '',
    ].filter(part => part !== ''),
    sections: [list(facts), report(record), destroyed(record), witnesses(facts)].filter(section =>
      'facts' in section ? section.facts.length > 0 : section.rows.length > 0,
    ),
    notices: record.special
      ? [
          {
            text: text(
              '清单含特殊管理器械：报药监部门，在其监督下销毁；没有监毁不得销毁。',
              'Specially controlled devices are on the list: report them to the regulator, destroy nothing without it.',
            ),
            tone: 'warn',
          },
        ]
      : [],
  }
}

const columns = (...of: readonly (readonly [string, string, string])[]) =>
  of.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

const list = (facts: ViewFacts): Section => ({
  title: text('销毁清单', 'List'),
  columns: columns(
    ['place', '序号', 'No.'],
    ['number', '不合格品', 'Record'],
    ['product', '产品', 'Product'],
    ['lot', '批号', 'Lot'],
    ['quantity', '数量', 'Quantity'],
    ['value', '金额', 'Value'],
    ['where', '存放处', 'Lies in'],
    ['reason', '报损原因', 'Reason'],
  ),
  rows: facts.lines.map(item => ({
    place: { kind: 'number', value: item.place },
    number: code(item.nonconformingNumber),
    product: line(item.productName),
    lot: code([item.lotNo, item.serials.join('、')].filter(Boolean).join(' ')),
    quantity: { kind: 'number', value: item.quantity, unit: text(item.unit, item.unit) },
    value: line(money(item.value)),
    where: item.atCustomer ? line(item.partyName) : said(item.zone && zoneTitles[item.zone]),
    reason: item.takenOffAt
      ? said(text(`已移出：${item.takenOffReason}`, `taken off: ${item.takenOffReason}`))
      : paragraph([item.reason, item.special && `特殊管理：${item.specialReason ?? ''}`].filter(Boolean).join('\n')),
  })),
  empty: text('清单为空', 'Nothing is listed'),
})

const report = (record: DestructionRow): Section => ({
  title: text('报告与审批', 'Report and approvals'),
  facts: [
    ...fact(text('列清单', 'Listed'), at(record.listedAt)),
    ...fact(text('保管员', 'Keeper'), line(record.listedByName)),
    ...fact(text('清单说明', 'Note'), paragraph(record.listNote), { wide: true }),
    ...fact(text('销毁理由', 'Reason'), paragraph(record.reportReason), { wide: true }),
    ...fact(text('拟用方法', 'Method planned'), said(record.plannedMethod && methods[record.plannedMethod])),
    ...fact(text('拟定地点', 'Place planned'), line(record.plannedPlace)),
    ...fact(text('拟定日期', 'Day planned'), { kind: 'day', value: record.plannedOn }),
    ...fact(text('报请监毁', 'Reported to the regulator'), line(record.regulatorNotice)),
    ...fact(text('报告', 'Reported'), at(record.reportedAt)),
    ...fact(text('报告人', 'Reported by'), line(record.reportedByName)),
    ...fact(text('批准', 'Approved'), at(record.approvedAt)),
    ...fact(text('批准人', 'Approved by'), line(record.approvedByName)),
    ...fact(text('核对会签', 'Checked'), at(record.checkedAt)),
    ...fact(text('退回意见', 'Sent back because'), paragraph(record.declinedNote), { wide: true }),
    ...fact(text('作废原因', 'Voided because'), paragraph(record.endReason), { wide: true }),
  ],
})

const destroyed = (record: DestructionRow): Section => ({
  title: text('销毁', 'Destruction'),
  facts: [
    ...fact(text('销毁时间', 'Destroyed'), at(record.destroyedAt)),
    ...fact(text('地点', 'Place'), line(record.destroyedPlace)),
    ...fact(text('方法', 'Method'), said(record.method && methods[record.method])),
    ...fact(text('组织人', 'Organised by'), line(record.destroyedByName)),
    ...fact(text('过程', 'How it went'), paragraph(record.process), { wide: true }),
    ...fact(text('监毁部门', 'Regulator'), line(record.regulatorUnit)),
    ...fact(text('监毁人员', 'Its officer'), line(record.regulatorName)),
    ...fact(text('监毁记录', 'Its paper'), code(record.regulatorDocument)),
    ...(record.destroyedAt
      ? fact(
          text('影像', 'Pictures'),
          said(
            text(
              `照片 ${record.photographs} 张，录像 ${record.videos} 段`,
              `${record.photographs} photographs, ${record.videos} videos`,
            ),
          ),
        )
      : []),
    ...fact(text('归档', 'Filed'), at(record.filedAt)),
    ...fact(text('归档人', 'Filed by'), line(record.filedByName)),
    ...fact(text('档案号', 'File no.'), code(record.fileNo)),
  ],
})

const witnesses = (facts: ViewFacts): Section => ({
  title: text('见证人', 'Witnesses'),
  columns: columns(['name', '姓名', 'Name'], ['unit', '单位、部门', 'Unit']),
  rows: facts.witnesses.map(item => ({ name: line(item.name), unit: line(item.unit) })),
  empty: text('还没有见证人', 'No witness yet'),
})
