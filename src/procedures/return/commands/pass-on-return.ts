import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { returnCommand } from '../return-command.ts'

/** S02-3.5c: the head of the warehouse sends goods on to the department that repairs or otherwise handles them. */
export const passOn = returnCommand('pass-on', {
  title: text('开退货单送返修或处理', 'Pass goods on for rework'),
  fulfils: ['S02-3.5c'],
  from: ['stocked-in', 'settled', 'totalled', 'note-reviewed', 'note-sent'],
  by: ['warehouse-head'],
  input: z.object({
    department: choice(text('接收部门', 'Department'), departments),
    content: paragraph(text('货品、数量与处理要求', 'Goods, quantity, and what is to be done')),
  }),
  change: ({ input, newId, now, actor }) => ({
    rows: [
      {
        child: 'note',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          kind: 'passed-on',
          content: input.content,
          department: input.department,
          otherPartyId: null,
          otherPartyName: null,
        },
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `送${departments[input.department].zh}返修或处理：${input.content}`,
      `passed goods on to ${departments[input.department].en.toLowerCase()}: ${input.content}`,
    ),
  rank: 60,
  place: 'menu',
})
