import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { ACTING, refuseOthers } from '../delegation.ts'
import { awayFrom, standing } from '../deputy.ts'
import { personCommand } from '../person-command.ts'

/** Somebody is back early, or does not go: the absence ends, and with it what was delegated for it. */
export const endAbsence = personCommand('end-absence', {
  title: text('销假（提前返岗）', 'Back from an absence'),
  about: text('为此次不在岗所作的委托同时终止。', 'What was delegated for it ends too.'),
  fulfils: ['IT-deputy', 'IT-access'],
  from: ['active'],
  by: ACTING,
  input: z.object({}),
  facts: ['delegations', 'absences'],
  guard: situation => [
    refuseOthers(situation),
    awayFrom(situation.facts.absences, dayOf(situation.now, situation.zone)).length === 0 &&
      refuse(
        'not-away',
        text(
          `${situation.record.name}没有登记不在岗，无需销假。`,
          `No absence of ${situation.record.name} is noted: there is nothing to end.`,
        ),
      ),
  ],
  change: ({ facts, now, zone, actor }) => {
    const today = dayOf(now, zone)
    const ended = awayFrom(facts.absences, today).slice(-1)
    const given = standing(facts.delegations, today).filter(row => ended.some(item => item.id === row.absenceId))
    return {
      rows: [
        ...ended.map(row => ({
          child: 'absence',
          id: row.id,
          set: { endedAt: now, endedByName: actor.name },
        })),
        ...given.map(row => ({
          child: 'delegation',
          id: row.id,
          set: { endedAt: now, endedBy: actor.id, endedByName: actor.name, endReason: '提前返岗' },
        })),
      ],
    }
  },
  tell: ({ record }) => text(`${record.name}提前返岗`, `${record.name} is back`),
  remark: ({ facts, now, zone }) => {
    const row = awayFrom(facts.absences, dayOf(now, zone)).at(-1)
    return row ? text(`${row.fromDay} 至 ${row.untilDay}`, `${row.fromDay} to ${row.untilDay}`) : null
  },
  rank: 63,
  place: 'menu',
})
