import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { unreviewed } from '../quality-objective.ts'
import { objectiveCommand } from '../quality-objective-command.ts'

/** ZL-approval: an objective ends with a reason, so that another may take its place; its results stay. */
export const endObjective = objectiveCommand('end', {
  title: text('终止目标', 'End the objective'),
  about: text('要改变目标值，先终止，再提出新的目标。', 'To change the target, end it and propose another.'),
  fulfils: ['ZL-approval'],
  from: ['in-force'],
  to: 'ended',
  by: ['quality-head'],
  input: z.object({ reason: paragraph(text('终止理由', 'Reason')) }),
  guard: ({ record }) => [
    unreviewed(record) &&
      refuse(
        'review-open',
        text('有考核结果尚待审阅，请先审阅再终止。', 'An assessment waits for review: first review it.'),
        { kind: 'conflict', clause: 'ZL-assessment' },
      ),
  ],
  sign: { meaning: text('此目标终止', 'This objective ends') },
  change: ({ input, actor }) => ({ set: { endReason: input.reason, endedByName: actor.name } }),
  tell: ({ input }) => text(`终止：${input.reason}`, `ended: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
