import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { custodians } from '../../../vocabulary/retention.ts'
import { disposalCommand } from '../disposal-command.ts'

/** DS-list: once a year every department's records are looked through; what has ended is on a list, or nothing has. */
export const reviewDisposal = disposalCommand('review', {
  title: text('登记年度检查', 'Record the yearly look'),
  about: text(
    '检查全部部门的记录是否有保存期限届满的；有的先列单，没有的登记检查结果。',
    'Looks through the records of all departments: what has ended is listed first, else the result is recorded.',
  ),
  fulfils: ['DS-list'],
  from: 'new',
  to: 'reviewed',
  by: ['administrator'],
  input: z.object({ note: paragraph(text('说明', 'Note')).optional() }),
  find: ['everywhere'],
  sign: { meaning: text('我已检查各部门记录的保存期限', 'I looked through the retention of all departments') },
  check: ({ found }) => {
    const unlisted = found.everywhere.departments.filter(item => item.due > 0)
    return [
      unlisted.length > 0 &&
        refuse(
          'not-listed',
          text(
            `尚有到期记录未列单：${unlisted.map(item => `${custodians[item.department].zh} ${item.due} 条`).join('、')}。请先列出到期记录，再登记检查。`,
            `Records that ended are on no list yet: ${unlisted.map(item => `${custodians[item.department].en} ${item.due}`).join(', ')}. List them first.`,
          ),
          { clause: 'DS-list' },
        ),
    ]
  },
  change: ({ input, found, now, zone, actor }) => {
    const kept = found.everywhere.departments.reduce((sum, item) => sum + item.kept, 0)
    return {
      set: {
        title: `${dayOf(now, zone)} 保存期限检查`,
        department: 'administrator',
        lines: [],
        count: 0,
        keptCount: kept,
        openLists: found.everywhere.open.length > 0 ? found.everywhere.open.join('、') : null,
        note: input.note ?? null,
        listedByName: actor.name,
      },
    }
  },
  tell: ({ record }) =>
    record.openLists
      ? text(
          `检查各部门记录：到期的均已列单（${record.openLists}），${record.keptCount ?? 0} 条到期但须留存`,
          `looked through all departments: what ended is on ${record.openLists}; ${record.keptCount ?? 0} ended but are kept`,
        )
      : text(
          `检查各部门记录：没有到期应处置的，${record.keptCount ?? 0} 条到期但须留存`,
          `looked through all departments: nothing to dispose of; ${record.keptCount ?? 0} ended but are kept`,
        ),
  rank: 2,
  place: 'page',
})
