import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { roundKeys } from '../placement.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { SALES } from '../stop-sale-roles.ts'
import { toldResumed } from '../telling.ts'

/** S01-4.7d, S26-2.2b: sales confirms the stop; S01-4.5c, S26-2.3b: and that it is over. */
export const acknowledgeStopSale = stopSaleCommand('acknowledge', {
  title: text('业务确认', 'Confirm for sales'),
  about: text(
    '停售时确认已停止开单并通知业务员；解除后确认可恢复销售。',
    'While held: selling has stopped and every salesperson knows. Once released: selling may go on.',
  ),
  fulfils: ['S01-4.7d', 'S26-2.2b', 'S01-4.5c', 'S26-2.3b'],
  from: [...AT_WORK, 'releasing'],
  by: SALES,
  input: z.object({
    note: paragraph(text('说明', 'Note'), {
      hint: text('如待发订单的处理', 'for instance what becomes of open orders'),
    }).optional(),
  }),
  facts: ['told'],
  guard: ({ record, facts }) => [
    !facts.told.some(
      row =>
        row.audience === 'sales' &&
        (record.state === 'releasing' ? row.resumedAt === null : row.acknowledgedAt === null),
    ) &&
      refuse(
        'acknowledged',
        text(
          `业务部已确认过 ${record.number}。`,
          `Sales has confirmed ${record.number} already; nothing is left to do.`,
        ),
      ),
  ],
  change: ({ record, input, facts, now, actor }) => {
    const rows = facts.told.filter(row => row.audience === 'sales')
    if (record.state === 'releasing') {
      const { last, ...told } = toldResumed(
        facts.told,
        rows.filter(row => row.resumedAt === null),
        { name: actor.name, at: now, note: input.note ?? null },
      )
      return { ...told, ...(last && { to: 'released', set: { everybodyToldAt: now } }) }
    }
    return {
      set: { salesAckAt: now, salesAckByName: actor.name },
      rows: rows
        .filter(row => row.acknowledgedAt === null)
        .map(row => ({ child: 'told', id: row.id, set: { acknowledgedAt: now, acknowledgedByName: actor.name } })),
      meet: roundKeys(record.widenCount).map(key => ({ deadline: 'sales', key })),
    }
  },
  tell: ({ before, input }) => {
    const note = input.note ? `：${input.note}` : ''
    const noted = input.note ? `: ${input.note}` : ''
    return before.state === 'releasing'
      ? text(`业务部确认恢复销售${note}`, `sales confirmed that selling goes on${noted}`)
      : text(`业务部确认停售${note}`, `sales confirmed the stop${noted}`)
  },
  rank: 11,
})
