import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, person } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { crewOf, kept, peopleField, reassigned, refusePerson } from '../given-people.ts'
import { ANY_ROLE, arrangersOnly } from '../who-may.ts'

const scopes = {
  standing: text('长期', 'From now on'),
  days: text('指定日期', 'For some days'),
}

/** Names the person who does the work: always, or on some days. */
export const assignDuty = dutyCommand('assign', {
  title: text('指定人员', 'Assign'),
  about: text(
    '长期指定会取消轮值；不选人员即由岗位内任何人完成。',
    'A standing assignment ends the rotation; without a person whoever holds the role does it.',
  ),
  fulfils: ['DU-people'],
  from: [...RUNNING, 'suspended'],
  by: ANY_ROLE,
  input: z.object({
    scope: choice(text('期限', 'For how long'), scopes).default('standing'),
    personId: person(text('由谁完成', 'Who does it')).nullable().default(null),
    fromDay: field(daySchema.nullable().default(null), {
      title: text('自', 'From'),
      widget: 'day',
      when: { field: 'scope', is: ['days'] },
    }),
    untilDay: field(daySchema.nullable().default(null), {
      title: text('至（含当日）', 'Until, that day included'),
      widget: 'day',
      when: { field: 'scope', is: ['days'] },
    }),
    substitutes: peopleField('替班人员（按顺序）', 'Substitutes, in this order', 5).default([]),
  }),
  facts: ['owed', 'crew'],
  find: ['people'],
  guard: ({ record, actor }) => [arrangersOnly(record, actor)],
  check: ({ record, input, facts, found, now, zone }) => {
    const { scope, fromDay, untilDay } = input
    const days = scope === 'days'
    return [
      input.personId !== null && refusePerson(record, found.people, input.personId, 'personId'),
      ...input.substitutes.map((item, index) =>
        refusePerson(record, found.people, item.personId, `substitutes.${index}.personId`),
      ),
      days &&
        fromDay === null &&
        refuse('day-needed', text('请填写起始日期。', 'Enter the first day.'), { field: 'fromDay' }),
      days &&
        fromDay !== null &&
        (untilDay ?? fromDay) < fromDay &&
        refuse('days-reversed', text('截止日期不能早于起始日期。', 'The last day cannot come before the first.'), {
          field: 'untilDay',
        }),
      days &&
        fromDay !== null &&
        fromDay < dayOf(now, zone) &&
        refuse('day-past', text('只能指定今天及以后。', 'Only today and later days can be assigned.'), {
          field: 'fromDay',
        }),
      days &&
        fromDay !== null &&
        facts.owed.every(turn => turn.fromDay < fromDay || turn.fromDay > (untilDay ?? fromDay)) &&
        refuse(
          'no-turn',
          text(
            `这些日期没有已排定的工作（已排至 ${record.plannedUntil}），请改选日期。`,
            `No turn is planned on these days (planned until ${record.plannedUntil}): choose others.`,
          ),
          { field: 'fromDay' },
        ),
    ]
  },
  change: ({ record, input, facts, found, now }) => {
    const crew = crewOf(facts.crew, found.people)
    const open = facts.owed.filter(turn => turn.state === 'open' && turn.dueAt >= now)
    if (input.scope === 'days') {
      const { fromDay, untilDay, personId } = input
      const meant = open
        .filter(turn => fromDay !== null && turn.fromDay >= fromDay && turn.fromDay <= (untilDay ?? fromDay))
        .map(turn => ({ ...turn, assignedId: personId }))
      return reassigned(record, meant, crew)
    }
    const member = found.people.find(item => item.id === input.personId)
    const set = {
      assigneeId: member?.id ?? null,
      assigneeName: member?.name ?? null,
      substitutes: kept(found.people, input.substitutes),
      rotation: null,
    }
    return { set, ...reassigned({ ...record, ...set }, open, crew) }
  },
  tell: ({ input, found }) => {
    const name = found.people.find(item => item.id === input.personId)?.name
    const last = input.untilDay === null || input.untilDay === input.fromDay ? '' : `–${input.untilDay}`
    const days = input.scope === 'days' ? `${input.fromDay}${last}` : null
    return text(
      `${days ? `${days} ` : ''}${name ? `由${name}完成` : '由岗位内人员完成'}`,
      `${name ? `${name} does it` : 'whoever holds the role does it'}${days ? ` on ${days}` : ''}`,
    )
  },
  fill: ({ record }) => ({
    personId: record.assigneeId,
    substitutes: record.substitutes.map(item => ({ personId: item.id })),
  }),
  rank: 40,
  place: 'menu',
})
