import { sql } from 'kysely'
import { z } from 'zod'
import { type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { endOfDay, startOfDay } from '../../kernel/time.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { type DeclaredDuties, declaredOf } from './declared-duty.ts'
import type { DutyRow, TurnRow } from './duty.ts'
import { shownTurns } from './shown-turns.ts'

const span = z.object({
  from: daySchema,
  to: daySchema,
  /** `mine`: turns of the person, of his roles where nobody is named, and what he did for others. */
  whose: z.enum(['mine', 'all']).default('all'),
  role: z.string().max(60).optional(),
  place: z.string().max(80).optional(),
  /** `waiting`: what has begun and is open, and what was missed without a word. */
  state: z.enum(['missed', 'waiting']).optional(),
})

/** What pages ask about turns: those of some days, and the places and roles that duties have. */
export const turnReads = (declared: DeclaredDuties): Queries['reads'] => ({
  turns: read({
    title: text('值班与定期工作', 'Duties'),
    by: [],
    params: span,
    run: async (db, { from, to, whose, role, place, state }, { actor, now, zone }) => {
      const { rows } = await sql<TurnRow & { readonly record: DutyRow; readonly overtaken: boolean }>`
        select t.*, jsonb_build_object('id', d.id, 'number', d.number, 'ofProcedure', d.of_procedure, 'duty', d.duty,
          'place', d.place, 'title', d.title, 'placeTitle', d.place_title, 'clause', d.clause, 'role', d.role,
          'standIns', d.stand_ins, 'escalatesTo', d.escalates_to, 'state', d.state) as record,
          -- the next window of the day has begun: late work serves that one
          t.from_day = t.to_day and t.state <> 'done' and exists (select from duty_turn n where n.duty_id = t.duty_id
            and n.from_day = t.from_day and n.due_at > t.due_at and n.opens_at <= ${now}
            and n.state <> 'dropped') as overtaken
        from duty_turn t join duty d on d.id = t.duty_id
        where t.due_at between ${startOfDay(from, zone)} and ${endOfDay(to, zone)} and t.state <> 'dropped'
          and d.site_id = ${actor.siteId}
          and (${role ?? null}::text is null or d.role = ${role ?? null})
          and (${place ?? null}::text is null or d.place = ${place ?? null})
          and (${state ?? null}::text is null
            or (${state ?? null} = 'missed' and (t.state = 'missed' or (t.state = 'open' and t.due_at < ${now})))
            or (${state ?? null} = 'waiting' and ((t.state = 'open' and t.opens_at <= ${now})
              or (t.state = 'missed' and t.explained_at is null))))
          and (${whose} = 'all' or t.assignee_id = ${actor.id} or t.done_by_id = ${actor.id}
            or (t.assignee_id is null and d.role = any(${[...actor.roles]}::text[])))
        order by t.due_at, d.title->>'zh', d.place_title->>'zh' limit 3000`.execute(db)
      return shownTurns(rows, item => declaredOf(declared, item), { actor, now, zone })
    },
  }),
  places: read({
    title: text('定期工作的岗位与对象', 'Roles and places of duties'),
    by: [],
    params: z.object({}),
    run: async (db, _, { actor }) =>
      db
        .selectFrom('duty')
        .select(['place', 'placeTitle', 'role', 'ofProcedure', 'duty', 'title'])
        .distinct()
        .where('siteId', '=', actor.siteId)
        .where('state', '<>', 'ended')
        .orderBy('place')
        .limit(500)
        .execute(),
  }),
})
