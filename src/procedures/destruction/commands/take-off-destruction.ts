import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { destructionCommand } from '../destruction-command.ts'
import { KEEPERS, QUALITY } from '../taxonomy.ts'

/** Goods leave the list before the report, with a reason; they wait for the next list. */
export const takeOffDestruction = destructionCommand('take-off', {
  title: text('移出清单', 'Take off the list'),
  fulfils: ['S26-5a'],
  from: ['listed'],
  by: [...KEEPERS, ...QUALITY],
  input: z.object({
    nonconformingId: field(z.uuid(), {
      title: text('不合格品', 'Nonconforming goods'),
      widget: 'record',
      of: 'nonconforming',
    }),
    reason: reasonField,
  }),
  facts: ['lines'],
  check: ({ input, facts }) => {
    const stand = facts.lines.filter(line => !line.takenOffAt)
    const line = stand.find(item => item.nonconformingId === input.nonconformingId)
    return [
      !line &&
        refuse('not-on-list', text('它不在这份清单上，请重新选择。', 'It is not on this list: choose again.'), {
          field: 'nonconformingId',
        }),
      line &&
        stand.length === 1 &&
        refuse(
          'last-line',
          text(
            '这是清单的最后一项；不再销毁的，请作废清单。',
            'It is the last line: to destroy nothing, void the list instead.',
          ),
          { field: 'nonconformingId' },
        ),
    ]
  },
  change: ({ input, facts, now }) => {
    const stand = facts.lines.filter(line => !line.takenOffAt && line.nonconformingId !== input.nonconformingId)
    const line = facts.lines.find(item => !item.takenOffAt && item.nonconformingId === input.nonconformingId)
    return {
      set: {
        lineCount: stand.length,
        quantity: stand.reduce((sum, item) => sum + item.quantity, 0),
        value: stand.reduce((sum, item) => sum + item.value, 0),
        goods: [...new Set(stand.map(item => `${item.productName} ${item.lotNo}`))].join('、').slice(0, 1000),
        special: stand.some(item => item.special),
      },
      rows: line ? [{ child: 'line', id: line.id, set: { takenOffAt: now, takenOffReason: input.reason } }] : [],
    }
  },
  tell: ({ input, facts }) => {
    const number = facts.lines.find(line => line.nonconformingId === input.nonconformingId)?.nonconformingNumber ?? ''
    return text(`将 ${number} 移出清单：${input.reason}`, `took ${number} off the list: ${input.reason}`)
  },
  rank: 60,
  place: 'menu',
})
