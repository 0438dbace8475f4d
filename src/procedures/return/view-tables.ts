import type { FactsOf } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { Section, Shown } from '../../kernel/view.ts'
import { departments } from '../../vocabulary/intake.ts'
import { verdictsInForce } from './lines.ts'
import type { ReturnQueries } from './queries.ts'
import { at, code, line, number, paragraph, said, tag } from './shown.ts'
import { noteKinds, verdicts } from './taxonomy.ts'

/** Facts that the page shows. */
export const viewFacts = ['lines', 'verdicts', 'notes'] as const
export type ViewFacts = Pick<FactsOf<ReturnQueries>, (typeof viewFacts)[number]>

const columns = (...list: readonly (readonly [string, string, string])[]) =>
  list.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

/** The lines of the note. */
export const goods = (facts: ViewFacts): Section => ({
  title: text('调退货明细', 'Goods'),
  columns: columns(
    ['no', '行', 'Line'],
    ['product', '产品', 'Product'],
    ['lot', '批号', 'Lot'],
    ['expires', '有效期至', 'Expires'],
    ['delivery', '原出库单', 'Outbound no.'],
    ['quantity', '数量', 'Quantity'],
    ['counted', '清点', 'Counted'],
    ['cold', '冷链', 'Cold chain'],
  ),
  rows: facts.lines.map(item => ({
    no: number(item.lineNo),
    product: line([item.productName, item.model, item.spec].filter(Boolean).join(' ')),
    lot: code([item.lotNo, ...item.serials].join(' ')),
    expires: { kind: 'day' as const, value: item.expiresOn },
    delivery: code(item.deliveryNumber),
    quantity: number(item.quantity, text(item.unit, item.unit)),
    counted: number(item.counted),
    cold: coldTag(item.isColdChain, item.coldChainKept),
  })),
  empty: text('没有明细', 'No lines'),
})

function coldTag(needed: boolean, kept: boolean | null): Shown {
  if (!needed) return said(text('不需要', 'not needed'))
  if (kept === null) return said(text('到货时核对', 'checked on arrival'))
  return kept ? tag(text('符合', 'kept'), 'ok') : tag(text('不符合', 'not kept'), 'late')
}

/** What the last inspection found. */
export const verdictTable = (facts: ViewFacts): Section => ({
  title: text('检验结论', 'Verdicts'),
  columns: columns(
    ['no', '行', 'Line'],
    ['verdict', '结论', 'Verdict'],
    ['quantity', '数量', 'Quantity'],
    ['serials', '序列号', 'Serials'],
    ['finding', '检验情况', 'Finding'],
    ['taken', '接收', 'Taken back'],
    ['who', '检验人', 'By'],
  ),
  rows: verdictsInForce(facts.verdicts).map(item => ({
    no: number(facts.lines.find(one => one.id === item.lineId)?.lineNo ?? null),
    verdict: tag(verdicts[item.verdict], item.verdict === 'good' ? 'ok' : 'late'),
    quantity: number(item.quantity),
    serials: code(item.serials.join(' ') || null),
    finding: paragraph(item.finding),
    taken: item.takenIn ? said(text('接收', 'yes')) : tag(text('拒签', 'refused'), 'warn'),
    who: line(item.byName),
  })),
  empty: text('还没有检验', 'Not inspected yet'),
})

/** What was done beside the course. */
export const noteTable = (facts: ViewFacts): Section => ({
  title: text('协助、督办与其他', 'Help, oversight and more'),
  columns: columns(
    ['at', '时间', 'When'],
    ['kind', '事项', 'Kind'],
    ['to', '对方', 'To'],
    ['content', '内容', 'What'],
    ['who', '办理人', 'By'],
  ),
  rows: facts.notes.map(item => ({
    at: at(item.at),
    kind: said(noteKinds[item.kind]),
    to: item.department ? said(departments[item.department]) : line(item.otherPartyName),
    content: paragraph(item.content),
    who: line(item.byName),
  })),
  empty: text('没有记录', 'Nothing noted'),
})
