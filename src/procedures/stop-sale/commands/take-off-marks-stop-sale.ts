import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { KEEPERS } from '../stop-sale-roles.ts'
import { toldResumed } from '../telling.ts'

/** S01-4.5b, S26-2.3b: the warehouse takes the yellow cards off and confirms it. */
export const takeOffMarks = stopSaleCommand('take-off-marks', {
  title: text('摘牌', 'Take the marks off'),
  fulfils: ['S01-4.5b', 'S26-2.3b'],
  from: ['releasing'],
  by: KEEPERS,
  input: z.object({ note: paragraph(text('说明', 'Note')).optional() }),
  facts: ['marks', 'told'],
  guard: ({ record, facts }) => [
    !facts.told.some(row => row.audience === 'warehouse' && row.resumedAt === null) &&
      refuse(
        'marks-off',
        text(
          `${record.number} 的停售标识已全部摘下。`,
          `All marks of ${record.number} are off already; nothing is left to do.`,
        ),
      ),
  ],
  change: ({ input, facts, now, actor }) => {
    const { last, rows, meet } = toldResumed(
      facts.told,
      facts.told.filter(row => row.audience === 'warehouse' && row.resumedAt === null),
      { name: actor.name, at: now, note: input.note ?? null },
    )
    return {
      ...(last && { to: 'released' }),
      meet,
      set: { marksOffAt: now, marksOffByName: actor.name, ...(last && { everybodyToldAt: now }) },
      rows: [
        ...(rows ?? []),
        ...facts.marks
          .filter(mark => mark.markedAt !== null && mark.unmarkedAt === null)
          .map(mark => ({ child: 'mark', id: mark.id, set: { unmarkedAt: now, unmarkedByName: actor.name } })),
      ],
    }
  },
  tell: ({ input, facts }) => {
    const off = facts.marks.filter(mark => mark.markedAt !== null && mark.unmarkedAt === null).length
    return text(
      `仓库已摘牌 ${off} 处，恢复发货${input.note ? `：${input.note}` : ''}`,
      `the warehouse took ${off} marks off; shipping goes on${input.note ? `: ${input.note}` : ''}`,
    )
  },
  rank: 10,
})
