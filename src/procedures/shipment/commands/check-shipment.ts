import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { joinText, text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import { calledOf } from '../goods-name.ts'
import type { ShownLine } from '../queries.ts'
import { shipmentCommand } from '../shipment-command.ts'
import { type CheckedItem, checkedItems } from '../wording.ts'

const input = z.object({
  items: field(z.array(z.enum(keysOf(checkedItems))).max(9), {
    title: text('已核对', 'Compared'),
    hint: text('逐项核对后勾选', 'Tick each when compared'),
    widget: 'choices',
    options: checkedItems,
  }),
  lines: field(
    z
      .array(
        z.object({
          goods: field(z.string().max(400).default(''), { title: text('货物', 'Goods') }),
          lotId: field(z.uuid(), { title: text('批次', 'Lot'), widget: 'hidden' }),
          quantity: field(z.int().min(0).max(1_000_000), { title: text('实点数量', 'Counted') }),
          pieces: field(z.int().min(1).max(100_000).default(1), { title: text('件数', 'Pieces') }),
          quality: field(lineOf(200).default('合格'), { title: text('质量状况', 'Quality') }),
        }),
      )
      .max(200),
    { title: text('复核明细', 'Goods'), entries: { fixed: true, heading: 'goods' } },
  ),
  inShippingZone: field(z.boolean().default(false), {
    title: text('已放入发货区', 'Stands in the shipping zone'),
    widget: 'yes-no',
  }),
  note: field(z.string().trim().max(500).nullable().default(null), {
    title: text('备注', 'Remark'),
    widget: 'paragraph',
  }),
})

/** Somebody other than the picker compares the goods with the order, item by item, and makes the outbound check record. */
export const checkShipment = shipmentCommand('check', {
  title: text('出库复核', 'Check'),
  about: text(
    '复核员逐项核对后签字，立即形成出库复核记录；与凭证不符的不得放行。',
    'The checker compares every item and signs; the record is made at once. What differs does not pass.',
  ),
  fulfils: ['S24-3a', 'S24-4a', 'S24-4b', 'S24-6a'],
  from: ['picked'],
  to: 'checked',
  by: ['checker'],
  input,
  facts: ['lines'],
  differ: [
    {
      rule: 'SG05',
      from: ({ record }) => record.pickedBy,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您备货，复核须由另一人办理，请转交其他复核员。`,
          `You picked ${record.number}: somebody else checks it.`,
        ),
    },
  ],
  check: ({ input, facts, now, zone }) => {
    const missing = (Object.keys(checkedItems) as CheckedItem[]).filter(item => !input.items.includes(item))
    const names = joinText(
      missing.map(item => checkedItems[item]),
      text('、', ', '),
    )
    return [
      missing.length > 0 &&
        refuse(
          'not-compared',
          text(
            `还有未核对的项目：${names.zh}。请逐项核对后再签字。`,
            `Not compared yet: ${names.en}. Compare each item, then sign.`,
          ),
          { field: 'items', clause: 'S24-3a' },
        ),
      ...refuseCounts(input.lines, facts.lines),
      ...facts.lines.map(
        line =>
          line.expiresOn !== null &&
          line.expiresOn < dayOf(now, zone) &&
          refuse(
            'lot-expired',
            text(
              `批号 ${line.lotNo} 有效期至 ${line.expiresOn}，请用“停发”。`,
              `Lot ${line.lotNo} was usable until ${line.expiresOn}: stop the shipment.`,
            ),
            { clause: 'S24-2.4a' },
          ),
      ),
      !input.inShippingZone &&
        refuse(
          'not-in-zone',
          text(
            '复核后的货须放入发货区，请放好后再签字。',
            'Checked goods stand in the shipping zone: put them there, then sign.',
          ),
          { field: 'inShippingZone', clause: 'S24-6a' },
        ),
    ]
  },
  sign: { meaning: text('逐项复核无误，同意发货', 'I compared every item; the goods may go') },
  change: ({ input, facts, actor, now }) => ({
    set: {
      checkedAt: now,
      checkedBy: actor.id,
      checkedByName: actor.name,
      checkNote: input.note,
      pieces: input.lines.reduce((sum, row) => sum + row.pieces, 0),
    },
    rows: facts.lines.flatMap(line => {
      const checked = input.lines.find(row => row.lotId === line.lotId)
      if (!checked) return []
      const { quantity: checkedQuantity, pieces, quality } = checked
      return [{ child: 'line', id: line.id, set: { checkedQuantity, pieces, quality } }]
    }),
  }),
  tell: ({ record }) =>
    text(
      `复核 ${record.number} 无误，共 ${record.pieces ?? 0} 件包装`,
      `checked ${record.number}, ${record.pieces ?? 0} pieces`,
    ),
  fill: ({ facts }) => ({
    lines: facts.lines.map(line => ({
      goods: calledOf(line),
      lotId: line.lotId,
      quantity: line.quantity,
      pieces: 1,
      quality: '合格',
    })),
  }),
  rank: 10,
})

/** Every line is counted, and each count is what was ordered. */
const refuseCounts = (
  counted: readonly { readonly lotId: string; readonly quantity: number }[],
  lines: readonly ShownLine[],
): Refusals => [
  ...lines.map(
    line =>
      !counted.some(row => row.lotId === line.lotId) &&
      refuse(
        'line-missing',
        text(`批号 ${line.lotNo} 尚未复核，请补上。`, `Lot ${line.lotNo} is not checked yet: add it.`),
        { field: 'lines', clause: 'S24-3a' },
      ),
  ),
  ...counted.map((row, index) => {
    const line = lines.find(item => item.lotId === row.lotId)
    if (!line)
      return refuse(
        'not-ordered',
        text('凭证上没有这个批次，请退回发货员。', 'The order does not name this lot: give it back to the picker.'),
        { field: `lines.${index}.lotId`, clause: 'S24-3a' },
      )
    return (
      row.quantity !== line.quantity &&
      refuse(
        'count-differs',
        text(
          `批号 ${line.lotNo} 凭证 ${line.quantity}，实点 ${row.quantity}：请与发货员核对补齐，或用“停发”。`,
          `Lot ${line.lotNo}: ${line.quantity} ordered, ${row.quantity} counted. Mend it with the picker, or stop the shipment.`,
        ),
        { field: `lines.${index}.quantity`, clause: 'S24-3a' },
      )
    )
  }),
]
