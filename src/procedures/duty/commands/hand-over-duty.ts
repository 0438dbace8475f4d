import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { person } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { crewOf, reassigned, refusePerson } from '../given-people.ts'
import { ANY_ROLE } from '../who-may.ts'

/** Somebody hands his turns of some days to a colleague. */
export const handOverDuty = dutyCommand('hand-over', {
  title: text('换班', 'Hand over'),
  about: text('把自己名下某几天的工作交给同岗位的同事。', 'Gives your turns of some days to a colleague of the role.'),
  fulfils: ['DU-people'],
  from: [...RUNNING],
  by: ANY_ROLE,
  input: z.object({
    fromDay: field(daySchema, { title: text('自', 'From'), widget: 'day' }),
    untilDay: field(daySchema, { title: text('至（含当日）', 'Until, that day included'), widget: 'day' }),
    personId: person(text('交给谁', 'To whom')),
    reason: reasonField,
  }),
  facts: ['owed', 'crew'],
  find: ['people'],
  guard: ({ facts, actor, now }) => [
    facts.owed.every(turn => turn.assigneeId !== actor.id || turn.dueAt < now) &&
      refuse(
        'none-yours',
        text('这里没有您名下待完成的工作，无需换班。', 'No coming turn is yours here: there is nothing to hand over.'),
      ),
  ],
  check: ({ record, input, facts, found, actor }) => [
    refusePerson(record, found.people, input.personId, 'personId'),
    input.personId === actor.id &&
      refuse('same-person', text('不能换给自己，请选择同事。', 'Choose a colleague, not yourself.'), {
        field: 'personId',
      }),
    facts.owed.every(
      turn => turn.assigneeId !== actor.id || turn.fromDay < input.fromDay || turn.fromDay > input.untilDay,
    ) &&
      refuse(
        'no-turn',
        text('这些日期没有您名下的工作，请改选日期。', 'No turn of yours lies on these days: choose others.'),
        {
          field: 'fromDay',
        },
      ),
  ],
  change: ({ record, input, facts, found, actor, now }) => {
    const meant = facts.owed
      .filter(turn => turn.state === 'open' && turn.dueAt >= now && turn.assigneeId === actor.id)
      .filter(turn => turn.fromDay >= input.fromDay && turn.fromDay <= input.untilDay)
      .map(turn => ({ ...turn, assignedId: input.personId }))
    return reassigned(record, meant, crewOf(facts.crew, found.people))
  },
  tell: ({ input, found }) => {
    const name = found.people[0]?.name ?? ''
    const days = input.untilDay === input.fromDay ? input.fromDay : `${input.fromDay}–${input.untilDay}`
    return text(`${days} 换由${name}完成：${input.reason}`, `handed ${days} over to ${name}: ${input.reason}`)
  },
  rank: 50,
  place: 'menu',
})
