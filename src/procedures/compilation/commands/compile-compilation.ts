import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth } from '../../../kernel/time.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { custodians } from '../../../vocabulary/retention.ts'
import { compilationCommand } from '../compilation-command.ts'
import { COMPILING } from '../roles.ts'

/** S11-5.1.1i, TL19: the records of the month are put together, counted and signed by who keeps them. */
export const compileMonth = compilationCommand('compile', {
  title: text('汇编月度记录', 'Compile the month'),
  about: text(
    '列出部门当月建立和办结的全部记录：数量、表单、附件、日志摘要；作废的说明缺号。',
    'Lists every record that was made or settled in the month with forms, attachments and hash; voided ones explain their numbers.',
  ),
  fulfils: ['S11-5.1.1i'],
  from: 'new',
  to: 'compiled',
  by: COMPILING,
  input: z.object({
    department: choice(text('部门', 'Department'), custodians),
    month: field(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/), {
      title: text('月份', 'Month'),
      widget: 'line',
      hint: text('如 2026-10', 'such as 2026-10'),
    }),
    note: paragraph(text('说明（缺号等）', 'Note (missing numbers and the like)')).optional(),
  }),
  find: ['month'],
  sign: { meaning: text('所列记录齐全，我予以汇编', 'The records listed are complete; I compile them') },
  check: ({ input, found, now, zone, actor }) => [
    input.month >= dayOf(now, zone).slice(0, 7) &&
      refuse(
        'month-not-over',
        text('当月尚未结束，请在次月汇编。', 'The month is not over: compile it in the next one.'),
        {
          field: 'month',
        },
      ),
    !actor.roles.includes('administrator') &&
      !actor.roles.includes(input.department) &&
      refuse(
        'not-own-department',
        text(
          `${custodians[input.department].zh}的记录由该部门或综合办汇编，请转交。`,
          `Records of ${custodians[input.department].en} are compiled by that department or the general office: ask them.`,
        ),
        { field: 'department', kind: 'forbidden' },
      ),
    found.month.known !== null &&
      refuse(
        'compiled-already',
        text(
          `该月已汇编为 ${found.month.known}；要重新汇编，请先作废它。`,
          `That month is compiled as ${found.month.known}: to compile it anew, first void that one.`,
        ),
        { field: 'month' },
      ),
    found.month.more &&
      refuse(
        'too-many',
        text(
          '当月记录超过 5000 条，请联系系统管理员分批归档。',
          'More than 5000 records in the month: ask the administrator to archive them in parts.',
        ),
        { field: 'month' },
      ),
    found.month.missing.length > 0 &&
      !input.note &&
      refuse(
        'gap-unexplained',
        text(
          `编号不连续：${found.month.missing.slice(0, 5).join('、')}，请在说明中写明原因。`,
          `Numbers are missing: ${found.month.missing.slice(0, 5).join(', ')}. Say why in the note.`,
        ),
        { field: 'note' },
      ),
  ],
  change: ({ input, found, actor }) => {
    const { lines, missing } = found.month
    return {
      set: {
        title: `${custodians[input.department].zh} ${input.month}`,
        department: input.department,
        month: input.month,
        lines: [...lines],
        count: lines.length,
        closedCount: lines.filter(line => line.closedOn !== null).length,
        voidedCount: lines.filter(line => line.voided).length,
        attachmentCount: lines.reduce((sum, line) => sum + line.attachments, 0),
        missing: [...missing],
        note: input.note ?? null,
        compiledByName: actor.name,
      },
    }
  },
  tell: ({ record }) =>
    text(
      `汇编 ${record.month} 记录 ${record.count} 条，其中办结 ${record.closedCount} 条、作废 ${record.voidedCount} 条`,
      `compiled ${record.count} records of ${record.month}: ${record.closedCount} settled, ${record.voidedCount} voided`,
    ),
  fill: ({ now, zone }) => ({ month: addDays(dayOfLaterMonth(dayOf(now, zone), 0, 1), -1).slice(0, 7) }),
  rank: 1,
  place: 'page',
})
