import { localTime } from '../../kernel/explain.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Section, Shown, Tone } from '../../kernel/view.ts'
import { contactWays } from '../../vocabulary/intake.ts'
import { isZone, zoneTitles } from '../../vocabulary/stock.ts'
import { stillWaiting } from './notices.ts'
import type { StopSaleQueries } from './queries.ts'
import { HOLDING, type StopSaleRow, states } from './stop-sale.ts'
import { audiences, formVariants, scopes, sources, verdicts } from './wording.ts'

/** Facts that the page shows. */
export const viewFacts = ['lots', 'marks', 'transit', 'told', 'causes', 'buyers'] as const

type ViewFacts = Pick<FactsOf<StopSaleQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const count = (value: number | null): Shown => ({ kind: 'number', value })
const tag = (value: Text | null, tone: Tone): Shown => ({ kind: 'tag', value, tone })

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const verdictTones = { good: 'ok', bad: 'late', undetermined: 'warn' } as const satisfies Record<string, Tone>

/** So many buyers are listed; the notice has them all. */
const MOST_BUYERS = 50

/** Shows a stop-sale on its page. */
export function stopSaleView(record: StopSaleRow, facts: ViewFacts, { zone }: { zone: string }): RecordView {
  const state = states[record.state]
  const held = localTime(record.placedAt, zone)
  const source = sources[record.source]
  return {
    title: record.title,
    badges: [
      ...(HOLDING.includes(record.state) ? [{ text: text('停售停发', 'Held'), tone: 'late' as const }] : []),
      { text: state.title, tone: state.tone ?? 'plain' },
      { text: scopes[record.scope], tone: 'plain' },
    ],
    subtitle: [
      text(`${source.zh} ${held} ${record.placedByName}`, `${source.en}, ${held}, ${record.placedByName}`),
      ...(record.causeNumber ? [text(`源自 ${record.causeNumber}`, `from ${record.causeNumber}`)] : []),
    ],
    sections: [...sections(record), ...tables(facts)].filter(
      section => !('facts' in section) || section.facts.length > 0,
    ),
    notices: notices(record, facts),
  }
}

const sections = (record: StopSaleRow): Section[] => [
  {
    title: text('停售', 'The stop'),
    facts: [
      ...fact(text('停售原因', 'Reason'), paragraph(record.reason), { wide: true, field: 'reason' }),
      ...fact(text('产品', 'Device'), line([record.productName, record.model].filter(Boolean).join(' '))),
      ...fact(text('注册证/备案编号', 'Registration'), code(record.registrationNo)),
      ...fact(text('生产企业', 'Manufacturer'), line(record.manufacturerName)),
      ...fact(text('批号', 'Lots'), code(record.lotNos)),
      ...fact(text('序列号', 'Serial numbers'), code(record.serials.join('、') || null)),
      ...fact(text('监管文件号', 'Document of the authority'), code(record.document)),
      ...fact(text('应有库存', 'Expected in stock'), count(record.expectedInStock)),
      ...fact(text('清点数量', 'Counted'), count(record.countedInStock), {
        ...(record.countedInStock !== null &&
          record.countedInStock !== record.expectedInStock && {
            note: text('与应有不符，见各位置说明', 'differs; the places say why'),
          }),
      }),
      ...fact(text('在途数量', 'On the way'), count(record.expectedUnderWay)),
      ...fact(text('购货方数量', 'With buyers'), count(record.expectedAtBuyers), {
        note: text(`${record.buyers} 家`, `${record.buyers} buyers`),
      }),
      ...fact(text('其他位置发现', 'Found elsewhere'), paragraph(record.foundElsewhere), { wide: true }),
      ...fact(text('挂牌完成', 'Marks hung'), at(record.marksAt)),
      ...fact(text('业务确认', 'Confirmed by sales'), at(record.salesAckAt)),
    ],
  },
  {
    title: text('复查与确认', 'Re-check and confirmation'),
    facts: [
      ...fact(text('复检单据', 'Form'), said(record.formVariant && formVariants[record.formVariant])),
      ...fact(text('发现的问题', 'Problem found'), paragraph(record.problem), { wide: true }),
      ...fact(text('复检申请', 'Asked for'), at(record.recheckRequestedAt)),
      ...fact(text('申请人', 'Asked for by'), line(record.recheckRequestedByName)),
      ...fact(
        text('复查结论', 'Finding'),
        tag(record.finding && verdicts[record.finding], record.finding ? verdictTones[record.finding] : 'plain'),
      ),
      ...fact(text('复查情况', 'What was found'), paragraph(record.findingNote), { wide: true }),
      ...fact(text('复查人', 'Found by'), line(record.findingByName)),
      ...fact(text('复查时间', 'Found at'), at(record.findingAt)),
      ...fact(text('报告质量负责人', 'Quality head told'), at(record.headToldAt)),
      ...fact(text('确认停售', 'Confirmed'), at(record.confirmedAt)),
      ...fact(text('确认人', 'Confirmed by'), line(record.confirmedByName)),
      ...fact(text('质量负责人', 'Quality head'), line(record.countersignedByName)),
      ...fact(
        text('质量查询', 'Supplier inquiry'),
        said(
          record.inquiryState && (record.inquiryState === 'sent' ? text('已发出', 'Sent') : text('不发', 'Not sent')),
        ),
      ),
      ...fact(text('不发的理由', 'Why not'), paragraph(record.inquiryWaivedReason), { wide: true }),
    ],
  },
  {
    title: text('解除与了结', 'Release and end'),
    facts: [
      ...fact(text('解除时间', 'Released at'), at(record.releasedAt)),
      ...fact(text('解除人', 'Released by'), line(record.releasedByName)),
      ...fact(text('解除理由', 'Reason'), paragraph(record.releaseReason), { wide: true }),
      ...fact(text('解除禁售文件号', 'Document'), code(record.releaseDocument)),
      ...fact(text('摘牌', 'Marks off'), at(record.marksOffAt)),
      ...fact(text('各方均获通知', 'Everybody told'), at(record.everybodyToldAt)),
      ...fact(text('了结', 'Closed'), at(record.closedAt)),
      ...fact(text('了结说明', 'Closing note'), paragraph(record.closingNote), { wide: true }),
      ...fact(text('不召回的理由', 'Why nothing is recalled'), paragraph(record.outsideReason), { wide: true }),
    ],
  },
]

const columns = (...list: readonly (readonly [string, string, string])[]) =>
  list.map(([key, zh, en]) => ({ key, title: text(zh, en) }))

function tables(facts: ViewFacts): Section[] {
  const list: { section: Section; always: boolean; rows: number }[] = []
  const add = (section: Extract<Section, { rows: unknown }>, always = false) =>
    list.push({ section, always, rows: section.rows.length })
  add(
    {
      title: text('各处应有数量与挂牌', 'Where it lies, and the marks'),
      columns: columns(
        ['place', '仓库', 'Warehouse'],
        ['zone', '库区', 'Zone'],
        ['lot', '批号', 'Lot'],
        ['expected', '应有', 'Expected'],
        ['counted', '清点', 'Counted'],
        ['difference', '差异原因', 'Why it differs'],
        ['mark', '标识', 'Mark'],
        ['at', '时间', 'When'],
        ['who', '挂牌/摘牌人', 'By'],
      ),
      rows: facts.marks.map(mark => ({
        place: line(mark.warehouseName),
        zone: said(isZone(mark.zone) ? zoneTitles[mark.zone] : text(mark.zone, mark.zone)),
        lot: code(mark.lotNo),
        expected: count(mark.expected),
        counted: count(mark.counted),
        difference: line(mark.difference),
        mark: mark.unmarkedAt
          ? tag(text('已摘', 'Off'), 'ok')
          : mark.markedAt
            ? tag(text('已挂黄牌', 'Hung'), 'warn')
            : tag(text('待挂', 'To be hung'), 'late'),
        at: at(mark.unmarkedAt ?? mark.markedAt),
        who: line(mark.unmarkedByName ?? mark.markedByName),
      })),
      empty: text('停售时库内没有此货', 'None of it was in stock when it was stopped'),
    },
    true,
  )
  add({
    title: text('停售时已在途', 'On its way when it was stopped'),
    columns: columns(
      ['number', '随货同行单', 'Delivery note'],
      ['party', '客户', 'Customer'],
      ['lot', '批号', 'Lot'],
      ['quantity', '数量', 'Quantity'],
      ['at', '发出时间', 'Shipped at'],
    ),
    rows: facts.transit.map(item => ({
      number: code(item.number),
      party: line(item.partyName),
      lot: code(item.lotNo),
      quantity: count(item.quantity),
      at: at(item.shippedAt),
    })),
    empty: text('没有在途货物', 'Nothing was on its way'),
  })
  add(
    {
      title: text('告知与解除告知', 'Told to stop, told that it is over'),
      columns: columns(
        ['who', '对象', 'Who'],
        ['name', '单位', 'Name'],
        ['way', '方式', 'How'],
        ['at', '告知停售', 'Told to stop'],
        ['content', '内容', 'What was said'],
        ['ack', '确认', 'Confirmed'],
        ['resumed', '告知解除', 'Told that it is over'],
        ['by', '经办', 'By'],
      ),
      rows: facts.told.map(row => ({
        who: said(audiences[row.audience]),
        name: line(row.name),
        way: said(
          row.way === 'system'
            ? text('系统', 'System')
            : row.way === 'notice'
              ? text('通知书', 'Notice')
              : contactWays[row.way],
        ),
        at: at(row.toldAt),
        content: line([row.content, row.receipt].filter(Boolean).join(' ') || null),
        ack: at(row.acknowledgedAt),
        resumed: at(row.resumedAt),
        by: line(row.resumedByName ?? row.acknowledgedByName ?? row.byName),
      })),
      empty: text('还没有告知任何人', 'Nobody has been told'),
    },
    true,
  )
  add({
    title: text(`购货方（${facts.buyers.length} 家）`, `Buyers (${facts.buyers.length})`),
    columns: columns(
      ['name', '购货方', 'Buyer'],
      ['delivered', '已供', 'Delivered'],
      ['back', '已退或销毁', 'Back or destroyed'],
      ['left', '应在对方', 'Should be there'],
    ),
    rows: facts.buyers.slice(0, MOST_BUYERS).map(buyer => ({
      name: line(buyer.name),
      delivered: count(buyer.delivered),
      back: count(buyer.returned + buyer.destroyed),
      left: count(buyer.delivered - buyer.returned - buyer.destroyed),
    })),
    empty: text('还没有销售过', 'None of it was sold'),
  })
  add({
    title: text('来源记录', 'Records behind the stop'),
    columns: columns(
      ['number', '编号', 'No.'],
      ['verdict', '结论', 'Finding'],
      ['note', '情况', 'What was found'],
      ['at', '时间', 'When'],
    ),
    rows: facts.causes.map(cause => ({
      number: code(cause.number),
      verdict: cause.verdict
        ? tag(verdicts[cause.verdict], verdictTones[cause.verdict])
        : tag(text('待核实', 'Not verified yet'), 'warn'),
      note: line(cause.note),
      at: at(cause.decidedAt ?? cause.at),
    })),
    empty: text('没有来源记录', 'No record stands behind it'),
  })
  return list.filter(item => item.always || item.rows > 0).map(item => item.section)
}

function notices(record: StopSaleRow, facts: ViewFacts): NonNullable<RecordView['notices']> {
  const list: { text: Text; tone: Tone }[] = []
  const unmarked = facts.marks.filter(mark => mark.markedAt === null).length
  if (HOLDING.includes(record.state) && unmarked > 0)
    list.push({
      text: text(`${unmarked} 个位置尚未挂牌清点。`, `${unmarked} places have no mark yet.`),
      tone: 'warn',
    })
  if (HOLDING.includes(record.state) && facts.transit.length > 0 && record.state !== 'closed')
    list.push({
      text: text(
        `停售时有 ${record.expectedUnderWay} 件已在途，请联系驾驶员和客户截回或封存。`,
        `${record.expectedUnderWay} units were on their way: have drivers and customers bring them back or set them apart.`,
      ),
      tone: 'warn',
    })
  if (record.state === 'releasing') {
    const waiting = stillWaiting(facts.told).map(row => row.name)
    list.push({
      text: text(`尚待告知解除：${waiting.join('、')}。`, `Still to be told of the release: ${waiting.join(', ')}.`),
      tone: 'warn',
    })
  }
  return list
}
