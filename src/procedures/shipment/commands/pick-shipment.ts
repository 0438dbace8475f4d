import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { outOfOrder } from '../fefo.ts'
import { calledOf } from '../goods-name.ts'
import { onEachLot } from '../moves.ts'
import { pickingOrder } from '../policies.ts'
import type { ShownLine } from '../queries.ts'
import { shipmentCommand } from '../shipment-command.ts'

const input = z.object({
  lines: field(
    z
      .array(
        z.object({
          goods: field(z.string().max(400).default(''), { title: text('货物', 'Goods') }),
          lotId: field(z.uuid(), { title: text('批次', 'Lot'), widget: 'hidden' }),
          serials: field(z.array(lineOf(60)).max(5_000), { title: text('序列号', 'Serial numbers') }),
        }),
      )
      .max(200)
      .default([]),
    {
      title: text('序列号', 'Serial numbers'),
      hint: text('按序列号管理的产品逐台填写', 'Of every unit that is tracked by serial number'),
      entries: { fixed: true, heading: 'goods' },
    },
  ),
  reason: field(lineOf(300).nullable().default(null), {
    title: text('不按近效期先出的原因', 'Why not the lot that expires first'),
    hint: text('凭证上已写明的不必再填', 'Not needed where the order says it'),
  }),
})
type Asked = z.infer<typeof input>

const serialsOf = (line: ShownLine, asked: Asked): readonly string[] =>
  asked.lines.find(item => item.lotId === line.lotId)?.serials ?? line.serials

/** The picker prepares the goods of the order, looks at them, and signs. */
export const pickShipment = shipmentCommand('pick', {
  title: text('备货签字', 'Pick'),
  about: text(
    '凭配送凭证备货，检查实物质量、核对数量和项目后签字；有异常的用“停发”。',
    'By the order: look at the goods, compare quantity and items, and sign. Stop the shipment when something is wrong.',
  ),
  fulfils: ['S24-2a', 'S24-2b', 'S24-1a', 'S24-1b'],
  from: ['ordered'],
  to: 'picked',
  by: ['picker'],
  input,
  facts: ['lines'],
  find: ['goodsNow'],
  check: ({ record, input, facts, found, policy, now, zone }) => [
    ...input.lines.map(
      (item, index) =>
        !facts.lines.some(line => line.lotId === item.lotId) &&
        refuse(
          'not-ordered',
          text(
            `${record.number} 没有这个批次，只能按凭证备货。`,
            `${record.number} does not name this lot: pick what was ordered.`,
          ),
          { field: `lines.${index}.lotId`, clause: 'S24-1b' },
        ),
    ),
    ...facts.lines.map(line => {
      const serials = serialsOf(line, input)
      const at = input.lines.findIndex(item => item.lotId === line.lotId)
      return (
        (line.isSerialTracked || serials.length > 0) &&
        serials.length !== line.quantity &&
        refuse(
          'serials-needed',
          text(
            `${line.productName} 批号 ${line.lotNo} 共 ${line.quantity} 件，须逐件填写序列号，现有 ${serials.length} 个。`,
            `Enter the serial number of each of the ${line.quantity} units of lot ${line.lotNo}; there are ${serials.length}.`,
          ),
          { field: at < 0 ? 'lines' : `lines.${at}.serials`, clause: 'S24-2a' },
        )
      )
    }),
    ...outOfOrder(facts.lines, found.goodsNow, policy(pickingOrder), dayOf(now, zone))
      .filter(({ index }) => !facts.lines[index]?.reason && !input.reason)
      .map(({ index, before }) =>
        refuse(
          'out-of-order',
          text(
            `批号 ${before.lotNo}（有效期至 ${before.expiresOn ?? '未标'}）应先于 ${facts.lines[index]?.lotNo ?? ''} 出库。请改开凭证，或写明原因（该批停售的，写停售编号）。`,
            `Lot ${before.lotNo} (expires ${before.expiresOn ?? 'unmarked'}) goes out before ${facts.lines[index]?.lotNo ?? ''}: have the order changed, or enter the reason (the number of its stop-sale when it is held).`,
          ),
          { field: 'reason', clause: 'S24-1a' },
        ),
      ),
  ],
  sign: {
    meaning: text('已按凭证备货，实物质量、数量和项目无误', 'Picked as ordered; quality, quantity and items are right'),
  },
  change: ({ record, input, facts, actor, now }) => {
    const picked = facts.lines.map(line => ({ ...line, serials: [...serialsOf(line, input)] }))
    return {
      set: { pickedAt: now, pickedBy: actor.id, pickedByName: actor.name, pickReason: input.reason },
      rows: picked.map(({ id, serials }) => ({ child: 'line', id, set: { serials } })),
      start: onEachLot(record, picked, 'lot.pick'),
    }
  },
  tell: ({ record }) =>
    text(`按 ${record.number} 备货 ${record.quantity} 件`, `picked ${record.quantity} units for ${record.number}`),
  fill: ({ facts }) => ({
    lines: facts.lines
      .filter(line => line.isSerialTracked)
      .map(line => ({ goods: calledOf(line), lotId: line.lotId, serials: [...line.serials] })),
  }),
  rank: 10,
})
