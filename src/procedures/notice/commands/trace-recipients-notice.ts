import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { frozen } from '../distribution.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

/** The list of a mock recall is drawn up from the records of sale; the time it took counts. */
export const traceRecipients = noticeCommand('trace-recipients', {
  title: text('列出接收单位（演练）', 'List the recipients (drill)'),
  about: text('名单就绪的用时计入演练成绩。', 'How long this took counts in the score.'),
  fulfils: ['TZ-drill', 'TZ-trace'],
  from: ['drill'],
  to: 'drill-running',
  by: FOLLOWERS,
  input: z.object({}),
  find: ['trace'],
  change: ({ record, found, actor, now, newId }) => {
    const list = frozen(found.trace, 'recall', {}, { now, actor, newId })
    const { set, rows } = reckon({ ...record, state: 'drill-running' }, { recipients: [], lines: [] }, list, now)
    return { set: { ...set, drillTracedAt: now }, rows }
  },
  tell: ({ record }) =>
    text(
      `演练：列出 ${record.recipients} 家、${record.shipped} 件`,
      `drill: listed ${record.recipients} recipients with ${record.shipped} units`,
    ),
  rank: 10,
})
