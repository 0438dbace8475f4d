import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { unitsOf } from '../lines.ts'
import { returnCommand } from '../return-command.ts'
import { takenIn } from '../taken-in.ts'

/**
 * S02-4.2.7a, b, 4.2.8a; X35: with all three signatures the goods are booked into the return zone, lot by lot, and go on from
 * there by the verdict of quality: good ones to the qualified zone, the others into the procedure for nonconforming goods.
 * The lot refuses more than the customer still has, under its own lock.
 */
export const stockIn = returnCommand('stock-in', {
  title: text('退货入库', 'Stock in'),
  about: text(
    '三方签字齐全才能入库：先入退货区，合格的转合格品区，不合格的转不合格品程序。',
    'Only with all three signatures: into the return zone, then on by the verdict of quality.',
  ),
  fulfils: ['S02-4.2.7a', 'S02-4.2.7b', 'S02-4.2.8a', 'S02-3.5b', 'S12-5.8.2g', 'S02-4.2.6a', 'CN-GSP-106'],
  from: ['inspecting', 'signing', 'to-stock-in', 'refused-goods'],
  to: 'stocked-in',
  by: ['warehouse-head'],
  input: z.object({
    warehouseId: field(z.uuid(), {
      title: text('仓库（不填为主仓库）', 'Warehouse (main one by default)'),
      widget: 'record',
      of: 'warehouse',
    }).optional(),
    location: line(text('货位', 'Location')),
  }),
  facts: ['lines', 'verdicts'],
  guard: ({ record, signOffs }) => {
    const waiting = signOffs.filter(row => row.chain === 'stock-in' && row.outcome === 'pending').length
    return [
      record.state === 'inspecting' &&
        refuse(
          'not-inspected',
          text(
            `要入库 ${record.number}，请先由质管检验全部退货。`,
            `To stock ${record.number} in, first have quality inspect all of the goods.`,
          ),
          { clause: 'S02-4.2.6a' },
        ),
      record.state === 'refused-goods' &&
        refuse(
          'goods-refused',
          text(
            `质管已拒签，${record.number} 不得入库，请退还客户。`,
            `Quality refused the goods of ${record.number}: they go back to the customer.`,
          ),
          { clause: 'S02-4.2.6f' },
        ),
      record.state === 'signing' &&
        refuse(
          'signatures-missing',
          text(
            `要入库 ${record.number}，还缺 ${waiting} 方签字（售后负责人、业务负责人、质管），缺一不得入库。`,
            `To stock ${record.number} in, ${waiting} signature(s) are missing: head of after-sales, head of sales and quality all sign first.`,
          ),
          { clause: 'S02-4.2.7b' },
        ),
    ]
  },
  sign: { meaning: text('三方签字齐全，我已办理退货入库', 'All three have signed; I booked the goods in') },
  change: ({ record, input, facts, now, actor }) => ({
    set: {
      stockedInAt: now,
      stockedInByName: actor.name,
      warehouseId: input.warehouseId ?? null,
      location: input.location,
    },
    start: takenIn(record, facts.lines, facts.verdicts, input.warehouseId),
  }),
  tell: ({ record, input, facts }) => {
    const units = unitsOf(facts.verdicts.filter(item => !item.superseded && item.takenIn))
    return text(
      `退货入库 ${units}，货位 ${input.location}；${record.qualityStatus ?? ''}`,
      `stocked ${units} in at ${input.location}`,
    )
  },
  rank: 10,
})
