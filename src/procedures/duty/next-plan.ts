import type { Duty, DutyPlace } from '../../kernel/duty.ts'
import { type PlanningPlace, planTurns, type Turn } from '../../kernel/duty-plan.ts'
import { text } from '../../kernel/text.ts'
import { addDays, dayOf, type Instant } from '../../kernel/time.ts'
import { assigneeOf, type Crew } from './crew.ts'
import type { DutyRow, TurnRow } from './duty.ts'
import type { NewTurn, PlanInput } from './plan-input.ts'
import { planAheadDays } from './policies.ts'

type Placed = Pick<
  DutyRow,
  'role' | 'standIns' | 'assigneeId' | 'substitutes' | 'rotation' | 'asksFrom' | 'plannedUntil'
>

const NOBODY_YET = { assigneeId: null, substitutes: [], rotation: null }

/** What the declaration says of a duty at a place, always in the same order of keys: a place's title may come from the database. */
export const declaredPartOf = (duty: Duty, place: DutyPlace): NonNullable<PlanInput['declared']> => {
  const [role, ...standIns] = duty.by
  return {
    title: duty.title,
    placeTitle: text(place.title.zh, place.title.en),
    clause: duty.clause,
    role,
    standIns,
    escalatesTo: duty.escalatesTo,
  }
}

const newTurn = (turn: Turn, record: Omit<Placed, 'asksFrom' | 'plannedUntil'>, crew: Crew): NewTurn => ({
  key: turn.key,
  fromDay: turn.from,
  toDay: turn.to,
  opensAt: turn.opensAt,
  dueAt: turn.dueAt,
  limit: { ...turn.limit },
  ...assigneeOf(record, { fromDay: turn.from, assignedId: null }, crew),
})

/** The first turns of a duty at a place; none that was due before it began. */
export function firstPlan(
  duty: Duty,
  place: DutyPlace,
  at: PlanningPlace,
  now: Instant,
): Pick<PlanInput, 'until' | 'add'> {
  const today = dayOf(now, at.zone)
  const until = addDays(today, at.policy(planAheadDays))
  const [role, ...standIns] = duty.by
  const nobody = { ...NOBODY_YET, role, standIns }
  const turns = planTurns(duty, at, { from: today, to: until }, [place]).filter(turn => turn.dueAt > now)
  return { until, add: turns.map(turn => newTurn(turn, nobody, new Map())) }
}

/** Most days that one step plans after a long stop of the server; the next sweep goes on from there. */
const MOST_DAYS = 200

const NOT_ASKED_ANY_MORE = text('安排已变更', 'the arrangement has changed')

/** The settings, the declaration and who is away may all have changed: what the plan of a record must change now; null for nothing. */
export function nextPlan(
  duty: Duty,
  place: DutyPlace,
  record: Placed & NonNullable<PlanInput['declared']>,
  /** Every turn of the record that is not dropped and due on the first planned day or later. */
  turns: readonly TurnRow[],
  crew: Crew,
  at: PlanningPlace,
  now: Instant,
): PlanInput | null {
  const today = dayOf(now, at.zone)
  const ahead = at.policy(planAheadDays)
  const extends_ = addDays(today, Math.ceil(ahead / 2)) > record.plannedUntil
  const from = firstDay(record, today)
  const [until = record.plannedUntil] = extends_ ? [addDays(today, ahead), addDays(from, MOST_DAYS)].sort() : []
  const wanted = planTurns(duty, at, { from, to: until }, [place]).filter(turn => turn.dueAt > record.asksFrom)
  const byKey = new Map(wanted.map(turn => [turn.key, turn]))
  const coming = turns.filter(turn => turn.state === 'open' && turn.opensAt > now)
  const drop = coming
    .filter(turn => {
      const is = byKey.get(turn.key)
      return !is || is.dueAt !== turn.dueAt || is.opensAt !== turn.opensAt
    })
    .map(({ id, key }) => ({ id, key, reason: NOT_ASKED_ANY_MORE }))
  const dropped = new Set(drop.map(item => item.id))
  const kept = turns.filter(turn => !dropped.has(turn.id))
  const known = new Set(kept.map(turn => turn.key))
  const hand = kept
    .filter(turn => turn.state === 'open' && turn.dueAt >= now)
    .flatMap(({ id, key, ...turn }) => {
      const is = assigneeOf(record, turn, crew)
      const same = is.assigneeId === turn.assigneeId && is.standsInFor === turn.standsInFor
      return same ? [] : [{ id, key, ...is }]
    })
  const add = wanted.filter(turn => !known.has(turn.key)).map(turn => newTurn(turn, record, crew))
  const says = declaredPartOf(duty, place)
  const changed = JSON.stringify(says) !== JSON.stringify(partOf(record))
  if (add.length + drop.length + hand.length === 0 && !extends_ && !changed) return null
  return { until, add, drop, hand, declared: changed ? says : null }
}

/** The first day that the plan looks at: the days since it was last continued, so that nothing is lost while no server ran. */
export const firstDay = ({ plannedUntil }: Pick<DutyRow, 'plannedUntil'>, today: string): string =>
  plannedUntil < today ? addDays(plannedUntil, 1) : today

const partOf = ({
  title: { zh, en },
  placeTitle,
  clause,
  role,
  standIns,
  escalatesTo,
}: NonNullable<PlanInput['declared']>) => ({
  title: { zh, en },
  placeTitle: { zh: placeTitle.zh, en: placeTitle.en },
  clause,
  role,
  standIns,
  escalatesTo,
})
