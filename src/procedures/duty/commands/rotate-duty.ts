import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { crewOf, kept, peopleField, reassigned, refusePerson } from '../given-people.ts'
import { ANY_ROLE, arrangersOnly } from '../who-may.ts'

/** Several people take turns, by day or by week. */
export const rotateDuty = dutyCommand('rotate', {
  title: text('排轮值', 'Rotate'),
  about: text(
    '按名单顺序轮流，按日或按周换人；名单为空即取消轮值。',
    'In the order of the list, by day or by week; an empty list ends it.',
  ),
  fulfils: ['DU-people'],
  from: [...RUNNING, 'suspended'],
  by: ANY_ROLE,
  input: z.object({
    people: peopleField('轮值名单', 'People in turn', 20).default([]),
    per: choice(text('换班', 'Changes'), { day: text('每日', 'every day'), week: text('每周', 'every week') }).default(
      'week',
    ),
    from: field(daySchema, {
      title: text('自', 'From'),
      hint: text('第一人从这天（周）开始', 'The first person begins then'),
      widget: 'day',
    }),
  }),
  facts: ['owed', 'crew'],
  find: ['people'],
  guard: ({ record, actor }) => [arrangersOnly(record, actor)],
  check: ({ record, input, found }) => [
    ...input.people.map((item, index) => refusePerson(record, found.people, item.personId, `people.${index}.personId`)),
    input.people.length === 1 &&
      refuse(
        'one-person',
        text('轮值至少两人；只有一人请用“指定人员”。', 'A rotation needs two people; use "Assign" for one.'),
        { field: 'people' },
      ),
  ],
  change: ({ record, input, facts, found, now }) => {
    const people = kept(found.people, input.people)
    const set = {
      rotation: people.length > 0 ? { people, per: input.per, from: input.from } : null,
      assigneeId: null,
      assigneeName: null,
    }
    const open = facts.owed.filter(turn => turn.state === 'open' && turn.dueAt >= now)
    return { set, ...reassigned({ ...record, ...set }, open, crewOf(facts.crew, found.people)) }
  },
  tell: ({ input, found }) => {
    const names = kept(found.people, input.people).map(item => item.name)
    if (names.length === 0) return text('取消轮值', 'ended the rotation')
    return text(
      `自 ${input.from} 起按${input.per === 'day' ? '日' : '周'}轮值：${names.join('、')}`,
      `in turn by ${input.per} from ${input.from}: ${names.join(', ')}`,
    )
  },
  fill: ({ record, now, zone }) => ({
    people: (record.rotation?.people ?? []).map(item => ({ personId: item.id })),
    per: record.rotation?.per ?? 'week',
    from: record.rotation?.from ?? dayOf(now, zone),
  }),
  rank: 45,
  place: 'menu',
})
