import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { needsMark } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { FINDERS } from '../taxonomy.ts'

const MARKED_AT = text('挂牌时间', 'Marked at')

/** S26-2.1a: the yellow mark hangs at once, and says so here. */
export const markNonconforming = nonconformingCommand('mark', {
  title: text('挂黄牌', 'Hang the mark'),
  about: text('在货物上挂黄牌，停止发货。', 'The yellow mark hangs on the goods; they are not shipped.'),
  fulfils: ['S26-2.1a'],
  from: ['reported'],
  by: FINDERS,
  input: z.object({
    count: field(z.int().min(1).max(10_000), { title: text('挂牌张数', 'Marks hung') }).default(1),
    markedAt: moment(MARKED_AT).optional(),
    place: line(text('货位', 'Place')).optional(),
  }),
  guard: ({ record }) => [
    !needsMark(record) &&
      refuse(
        'no-mark-needed',
        text(
          '货物不在合格品区或发货区，库区本身已作标识，无须另挂黄牌。',
          'The goods are not in a green zone: the zone itself is marked, no card is needed.',
        ),
      ),
    record.markedAt !== null &&
      refuse('marked-already', text('黄牌已挂。', 'The mark hangs already: nothing more is needed.')),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.markedAt, now, 'markedAt', MARKED_AT),
    notBefore(input.markedAt, record.foundAt, 'markedAt', MARKED_AT, text('发现时间', 'the finding')),
  ],
  change: ({ record, input, now, actor }) => {
    const at = happened(input.markedAt, now)
    return {
      set: { markedAt: at, markedByName: actor.name, markCount: input.count, place: input.place ?? record.place },
      meet: [{ deadline: 'mark', at }],
    }
  },
  tell: ({ input }) => text(`挂黄牌 ${input.count} 张`, `hung ${input.count} yellow mark(s)`),
  rank: 5,
})
