import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import { stockOf } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { QUALITY } from '../taxonomy.ts'

const ASIDE: readonly string[] = ['return', 'unqualified']

/** S26-2.3a-b: quality alone lets the goods go again; what waits aside goes back to the qualified zone. */
export const releaseNonconforming = nonconformingCommand('release', {
  title: text('摘牌放行', 'Release'),
  about: text(
    '复查合格，由质管部摘牌放行。停售须另在停售记录上解除；待验区的货物接着验收入库。',
    'Found good: quality takes the mark off. A stop-sale is lifted on its own record; goods in the waiting zone go on to acceptance.',
  ),
  fulfils: ['S26-2.1b', 'S26-1b', 'S12-5.8.2g', 'S22-6c'],
  from: ['cleared'],
  to: 'released',
  by: QUALITY,
  input: z.object({
    note: paragraph(text('放行说明', 'Note')),
    moveBack: yesNo(text('移入合格品区', 'Move to the qualified zone'), {
      hint: text('货物在退货区或不合格品区时适用', 'for goods in the return or unqualified zone'),
    }).default(false),
  }),
  check: ({ record, input }) => [
    input.moveBack &&
      !(record.zone && ASIDE.includes(record.zone)) &&
      refuse(
        'nothing-to-move',
        text(
          record.zone
            ? `货物在${zoneTitles[record.zone].zh}，无须移区，请不选“移入合格品区”。`
            : '货物在客户处，无须移区，请不选“移入合格品区”。',
          'The goods need no move from where they are: leave this out.',
        ),
        { field: 'moveBack' },
      ),
    !input.moveBack &&
      record.zone === 'unqualified' &&
      refuse(
        'good-among-bad',
        text(
          '合格货物不能留在不合格品区，请选择移入合格品区。',
          'Good goods do not stay in the unqualified zone: move them to the qualified zone.',
        ),
        { field: 'moveBack' },
      ),
  ],
  sign: { meaning: text('复查合格，准予放行', 'The goods conform and may go') },
  change: ({ record, input, now, actor }) => ({
    set: {
      releaseNote: input.note,
      releasedAt: now,
      releasedByName: actor.name,
      quantityHere: 0,
      ...(input.moveBack && { zone: 'qualified' as const }),
    },
    ...(input.moveBack && {
      start: [
        {
          command: 'lot.transfer',
          on: record.lotId,
          input: {
            from: record.zone,
            to: 'qualified',
            reason: input.note.slice(0, 500),
            ...stockOf(record, record.quantity),
          },
        },
      ],
    }),
  }),
  tell: ({ record, input }) =>
    text(
      `放行 ${record.quantity} ${record.unit}${input.moveBack ? '，移入合格品区' : ''}：${input.note}`,
      `released ${record.quantity} ${record.unit}${input.moveBack ? ', moved to the qualified zone' : ''}: ${input.note}`,
    ),
  fill: ({ record }) => ({ moveBack: record.zone !== null && ASIDE.includes(record.zone) }),
  rank: 10,
})
