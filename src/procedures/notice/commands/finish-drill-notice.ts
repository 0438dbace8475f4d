import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { percentOf } from '../balance.ts'
import { drillScore } from '../drill-score.ts'
import { noticeCommand } from '../notice-command.ts'

/** The mock recall ends and is scored: share located, time to the list, contacts complete. */
export const finishDrill = noticeCommand('finish-drill', {
  title: text('结束演练并评分', 'Finish and score the drill'),
  fulfils: ['TZ-drill'],
  from: ['drill-running'],
  to: 'drill-finished',
  by: ['quality', 'quality-head'],
  input: z.object({ note: paragraph(text('演练评价与改进', 'Assessment and improvements')) }),
  facts: ['recipients', 'lines'],
  sign: { meaning: text('演练记录属实', 'The record of the drill is true') },
  change: ({ input, facts, now }) => {
    const score = drillScore(facts)
    return {
      set: {
        drillFinishedAt: now,
        drillLocatedPercent: percentOf(score.located, score.shipped),
        drillContactPercent: percentOf(score.reachable, score.recipients),
        drillNote: input.note,
      },
    }
  },
  tell: ({ record }) =>
    text(
      `结束演练：落实 ${record.drillLocatedPercent}%，联系方式完整 ${record.drillContactPercent}%`,
      `finished the drill: ${record.drillLocatedPercent}% located, ${record.drillContactPercent}% with complete contacts`,
    ),
  remark: ({ facts }) => {
    const score = drillScore(facts)
    return text(
      `目前落实 ${score.located}/${score.shipped} 件`,
      `${score.located} of ${score.shipped} units are located so far`,
    )
  },
  rank: 60,
})
