import type { Outside, OutsidePage } from '../../kernel/outside.ts'
import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Section, Shown } from '../../kernel/view.ts'
import { goodsCode } from './goods-code.ts'
import { classTitle, kinds, WITH_QUANTITIES } from './kinds.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient } from './notice-rows.ts'
import type { NoticeQueries } from './queries.ts'
import { hasAnswered } from './reckon.ts'

type Facts = Pick<FactsOf<NoticeQueries>, 'recipients' | 'lines' | 'lots'>

const LEADS = {
  suspend: text(
    '请立即停止销售和使用下列产品，就地封存；确认收到并按批号填报数量。',
    'Stop selling and using these goods at once and set them apart; acknowledge, and state your quantities by lot.',
  ),
  recall: text(
    '请立即停止销售和使用下列产品，封存并退回；确认收到并按批号填报数量。',
    'Stop selling and using these goods at once, set them apart and send them back; acknowledge, and state your quantities by lot.',
  ),
  resume: text(
    '下列产品经核实合格，可以恢复销售和使用；请确认收到。',
    'These goods were found to be good and may be sold and used again; please acknowledge.',
  ),
  advisory: text(
    '请将下列事项传达到使用人员，并确认收到。',
    'Please pass this on to those who use the goods, and acknowledge.',
  ),
  refusal: text('请阅读下列说明，并确认收到。', 'Please read this explanation and acknowledge it.'),
} as const satisfies Record<NoticeRow['kind'], Text>

const code = (value: string | null): Shown => ({ kind: 'code', value })
const line = (value: string | null): Shown => ({ kind: 'line', value })
const number = (value: number | null, unit: string): Shown => ({ kind: 'number', value, unit: text(unit, unit) })

/** The goods of one recipient, never those of another. */
function goods(lots: readonly NoticeLot[], lines: readonly NoticeLine[], quantities: boolean): Section {
  const columns = [
    { key: 'product', title: text('产品', 'Product') },
    { key: 'model', title: text('规格型号', 'Model') },
    { key: 'certificate', title: text('注册证号', 'Certificate') },
    { key: 'lot', title: text('批号', 'Lot') },
    { key: 'expires', title: text('有效期至', 'Expires') },
    ...(quantities ? [{ key: 'due', title: text('应核数量', 'To account for') }] : []),
    { key: 'serials', title: text('序列号', 'Serial numbers') },
  ]
  return {
    title: text('涉及产品', 'Goods'),
    columns,
    rows: lots.map(lot => {
      const own = lines.find(item => item.lotId === lot.lotId)
      const serials = lot.serials.length > 0 ? lot.serials : (own?.serials ?? [])
      return {
        product: line(lot.productName),
        model: line([lot.model, lot.spec].filter(Boolean).join(' ')),
        certificate: code(lot.registrationNo),
        lot: code(lot.lotNo),
        expires: { kind: 'day', value: lot.expiresOn } as const,
        ...(quantities && { due: number(own ? own.expected - own.receivedBack : 0, lot.unit) }),
        serials: line(serials.slice(0, 20).join('、') || null),
      }
    }),
    empty: text('没有产品', 'No goods'),
  }
}

/** What the recipient said last. */
function answered(lots: readonly NoticeLot[], lines: readonly NoticeLine[]): Section[] {
  const said = lines.filter(item => item.statedAt !== null)
  if (said.length === 0) return []
  return [
    {
      title: text('已填报的数量', 'What was stated'),
      columns: [
        { key: 'lot', title: text('批号', 'Lot') },
        { key: 'onHand', title: text('在库', 'On hand') },
        { key: 'used', title: text('已使用', 'Used') },
        { key: 'soldOn', title: text('已转售', 'Sold on') },
        { key: 'comingBack', title: text('退回', 'Returned') },
        { key: 'receivedBack', title: text('我公司已收回', 'Received by us') },
        { key: 'destroyed', title: text('已销毁', 'Destroyed') },
        { key: 'notFound', title: text('找不到', 'Not found') },
      ],
      rows: said.map(item => {
        const lot = lots.find(one => one.lotId === item.lotId)
        const unit = lot?.unit ?? ''
        return {
          lot: code(lot?.lotNo ?? null),
          onHand: number(item.onHand, unit),
          used: number(item.used, unit),
          soldOn: number(item.soldOn, unit),
          comingBack: number(item.comingBack, unit),
          receivedBack: number(item.receivedBack, unit),
          destroyed: number(item.destroyed, unit),
          notFound: number(item.notFound, unit),
        }
      }),
      empty: text('还没有填报', 'Nothing stated yet'),
    },
  ]
}

/** What a recipient sees: the notice, its own goods with their codes, and what is still asked of it. */
export function recipientPage(record: NoticeRow, facts: Facts, guestId: string): OutsidePage | null {
  const recipient = facts.recipients.find(item => item.id === guestId)
  if (!recipient || recipient.state === 'removed' || record.drill) return null
  if (record.state !== 'running' && record.state !== 'closed') return null
  const lines = facts.lines.filter(item => item.recipientId === guestId)
  const own = new Set(lines.map(item => item.lotId))
  // whoever was added without a delivery of ours is told of all lots
  const lots = own.size > 0 ? facts.lots.filter(lot => own.has(lot.lotId)) : facts.lots
  const quantities = WITH_QUANTITIES.includes(record.kind) && lines.length > 0
  const of = classTitle(record.recallClass)
  const over = record.state === 'closed'
  return {
    reader: [recipient.name, recipient.contactName].filter(Boolean).join(' '),
    heading: of
      ? text(`${kinds[record.kind].zh}（${of.zh}）`, `${kinds[record.kind].en} (${of.en})`)
      : kinds[record.kind],
    lead: LEADS[record.kind],
    sections: [
      {
        title: text(`通知 ${record.number}`, `Notice ${record.number}`),
        facts: [
          { label: text('致', 'To'), shown: line(recipient.name) },
          { label: text('原因', 'Reason'), shown: { kind: 'paragraph', value: record.reason }, wide: true },
          { label: text('要求', 'What to do'), shown: { kind: 'paragraph', value: record.instructions }, wide: true },
          { label: text('发出时间', 'Sent'), shown: { kind: 'instant', value: record.sentAt } },
          ...(recipient.acknowledgedAt
            ? [
                {
                  label: text('确认收到', 'Acknowledged'),
                  shown: { kind: 'instant', value: recipient.acknowledgedAt } as const,
                },
              ]
            : []),
        ],
      },
      goods(lots, lines, quantities),
      ...(quantities ? answered(lots, lines) : []),
    ],
    codes: lots.slice(0, 40).map(goodsCode),
    steps: over ? [] : steps(recipient, quantities),
    thanks: thanks(record, recipient, lines, over),
    ask: record.sentByName
      ? text(`如有疑问，请与我公司${record.sentByName}联系。`, `Questions: ask ${record.sentByName} at our company.`)
      : null,
  }
}

const steps = (recipient: NoticeRecipient, quantities: boolean): string[] => [
  ...(recipient.acknowledgedAt ? [] : ['acknowledge']),
  ...(quantities ? ['state-quantities'] : []),
]

function thanks(
  record: NoticeRow,
  recipient: NoticeRecipient,
  lines: readonly NoticeLine[],
  over: boolean,
): Text | null {
  if (over) return text('本通知已办结，感谢配合。', 'This notice is closed. Thank you for your help.')
  if (!hasAnswered(recipient, lines, record.kind)) return null
  return WITH_QUANTITIES.includes(record.kind) && lines.length > 0
    ? text(
        '已收到贵单位填报的数量，谢谢。情况有变化时可以再次填报。',
        'Your quantities have arrived, thank you. State them again if something changes.',
      )
    : text('已收到贵单位的确认，谢谢。', 'Your acknowledgement has arrived, thank you.')
}

/** Recipients take part by their own link. */
export const outside: Outside<NoticeRow, Facts> = {
  guest: 'recipient',
  guestField: 'recipientId',
  facts: ['recipients', 'lines', 'lots'],
  commands: ['notice.acknowledge', 'notice.state-quantities'],
  page: ({ record, facts, guestId }) => recipientPage(record, facts, guestId),
}
