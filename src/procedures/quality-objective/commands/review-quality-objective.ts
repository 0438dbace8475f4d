import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { unreviewed } from '../quality-objective.ts'
import { objectiveCommand } from '../quality-objective-command.ts'

/** ZL-assessment: the quality head reviews what a quarter brought. */
export const reviewObjective = objectiveCommand('review', {
  title: text('审阅考核结果', 'Review the assessment'),
  fulfils: ['ZL-assessment', 'ZL-separation'],
  from: ['in-force'],
  by: ['quality-head'],
  input: z.object({ opinion: paragraph(text('审阅意见', 'Opinion')) }),
  differ: [
    {
      rule: 'ZL-separation',
      from: ({ record }) => unreviewed(record)?.assessedById ?? null,
      sentence: ({ record }) =>
        text(
          `${record.number} 本季由您考核，须由另一位质量负责人审阅。`,
          `You assessed ${record.number}: another quality head reviews it.`,
        ),
    },
  ],
  guard: ({ record }) => [
    !unreviewed(record) &&
      refuse(
        'nothing-to-review',
        text('没有待审阅的考核结果，请待质量管理部完成季度考核。', 'Nothing waits: quality first assesses a quarter.'),
        { kind: 'unfit', clause: 'ZL-assessment' },
      ),
  ],
  sign: { meaning: text('我已审阅考核结果', 'I have reviewed the assessment') },
  change: ({ record, input, now, actor }) => {
    const waiting = unreviewed(record)
    if (!waiting) throw new Error('nothing waits for review')
    return {
      set: {
        results: record.results.map(item =>
          item === waiting ? { ...item, reviewedAt: now, reviewedByName: actor.name, opinion: input.opinion } : item,
        ),
      },
      meet: [{ deadline: 'review', key: waiting.quarter }],
    }
  },
  tell: ({ input }) => text(`审阅：${input.opinion}`, `reviewed: ${input.opinion}`),
  rank: 10,
})
