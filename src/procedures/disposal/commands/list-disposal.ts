import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { custodians } from '../../../vocabulary/retention.ts'
import { disposalCommand } from '../disposal-command.ts'
import { LISTING } from '../roles.ts'

/** DS-list: what the department keeps beyond its retention; who lists it signs first. */
export const listForDisposal = disposalCommand('list', {
  title: text('列出到期记录', 'List what has ended'),
  about: text(
    '列出保存期限已满的记录；植入类、被保留、有未结关联事项的不会列入。列单人签第一个字。',
    'Lists records whose retention has ended; implants, held records and open matters are left out. Who lists signs first.',
  ),
  fulfils: ['DS-list', 'DS-approve'],
  from: 'new',
  to: 'listed',
  by: LISTING,
  input: z.object({
    department: choice(text('保管部门', 'Kept by'), custodians),
    note: paragraph(text('说明', 'Note')).optional(),
  }),
  find: ['due'],
  sign: {
    meaning: text(
      '所列记录保存期限已满，我提请处置',
      'The retention of these records has ended; I ask for their disposal',
    ),
    chain: 'approval',
    step: 1,
  },
  check: ({ input, found, actor }) => [
    !actor.roles.includes('administrator') &&
      !actor.roles.includes(input.department) &&
      refuse(
        'not-own-department',
        text(
          `${custodians[input.department].zh}的记录由该部门或综合办列单，请转交。`,
          `Records of ${custodians[input.department].en} are listed by that department or the general office: ask them.`,
        ),
        { field: 'department', kind: 'forbidden', clause: 'DS-approve' },
      ),
    found.due.lines.length === 0 &&
      refuse(
        'nothing-due',
        found.due.kept > 0
          ? text(
              `没有可处置的记录：${found.due.kept} 条已到期，但涉及植入类、被保留或有未结关联事项。`,
              `Nothing to dispose of: ${found.due.kept} records have ended but concern implants, are held or have open matters.`,
            )
          : text(
              `${custodians[input.department].zh}没有保存期限届满的记录，无须处置。`,
              `No record of ${custodians[input.department].en} is past its retention: there is nothing to dispose of.`,
            ),
        { field: 'department' },
      ),
  ],
  change: ({ input, found, actor }) => {
    const { lines } = found.due
    const ended = lines.map(line => line.until).toSorted()
    return {
      set: {
        title: `${custodians[input.department].zh} ${lines.length} 条`,
        department: input.department,
        lines: lines.map(line => ({ ...line, outcome: null, why: null })),
        count: lines.length,
        endedFrom: ended[0] ?? '',
        endedTo: ended.at(-1) ?? '',
        note: input.note ?? null,
        listedByName: actor.name,
      },
    }
  },
  tell: ({ record }) =>
    text(`列出 ${record.count} 条到期记录，提请处置`, `listed ${record.count} records whose retention has ended`),
  rank: 1,
  place: 'page',
})
