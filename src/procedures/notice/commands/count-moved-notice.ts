import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { moved } from '../balance.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

const destinations = {
  receivedBack: text('收回入库', 'Received back'),
  destroyed: text('就地销毁', 'Destroyed on the spot'),
} as const

/** Goods of a recipient came back into the warehouse or were destroyed at its place; the stock ledger says so itself. */
export const countMoved = noticeCommand('count-moved', {
  title: text('计入收回', 'Count what came back'),
  fulfils: ['S26-2.3d', 'CN-GSP-111', 'CN-RC-011'],
  from: ['running'],
  by: FOLLOWERS,
  input: z.object({
    lineId: field(z.uuid(), { title: text('行', 'Line'), widget: 'hidden' }),
    quantity: field(z.int().min(1), { title: text('数量', 'Quantity'), widget: 'number' }),
    to: choice(text('去向', 'Where'), destinations),
    /** The recipient had announced these very goods as coming back. */
    announced: field(z.boolean(), { title: text('原已申报退回', 'Had been announced'), widget: 'hidden' }).default(
      false,
    ),
  }),
  facts: ['recipients', 'lines', 'lots'],
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-by-stock',
        text(
          '收回数量以退货入库为准，请在退货单上办理入库。',
          'What came back follows from the stock: take the return into the warehouse.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: ({ input, facts }) => [
    !facts.lines.some(line => line.id === input.lineId) &&
      refuse('no-such-line', text('名单中没有这一行。', 'The list has no such line.'), { field: 'lineId' }),
  ],
  change: ({ record, input, facts, now }) => {
    const line = facts.lines.find(item => item.id === input.lineId)
    if (!line) return {}
    const after = moved(line, input.quantity, input.to, input.announced)
    const { onHand, used, soldOn, comingBack, destroyed, notFound, receivedBack, destroyedByUs } = after
    const set = { onHand, used, soldOn, comingBack, destroyed, notFound, receivedBack, destroyedByUs }
    return reckon(record, facts, { lines: { [line.id]: set } }, now)
  },
  tell: ({ input, facts }) => {
    const line = facts.lines.find(item => item.id === input.lineId)
    const name = facts.recipients.find(item => item.id === line?.recipientId)?.name ?? ''
    const lot = facts.lots.find(item => item.lotId === line?.lotId)
    return text(
      `${name} 批号 ${lot?.lotNo ?? ''} ${destinations[input.to].zh} ${input.quantity} ${lot?.unit ?? ''}`,
      `${name}, lot ${lot?.lotNo ?? ''}: ${destinations[input.to].en.toLowerCase()} ${input.quantity} ${lot?.unit ?? ''}`,
    )
  },
  place: 'none',
})
