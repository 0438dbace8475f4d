import { type Text, text } from '../../kernel/text.ts'
import { addDays, type Day, dayOfLaterMonth, type Instant, weekdayOf } from '../../kernel/time.ts'
import type { ShownTurn, Standing } from '../../procedures/duty/shown-turns.ts'

/** How a standing is called and coloured. */
export const STANDINGS: Readonly<Record<Standing, { readonly title: Text; readonly tone: string }>> = {
  planned: { title: text('未到', 'To come'), tone: '' },
  open: { title: text('待完成', 'Open'), tone: 'info' },
  done: { title: text('已完成', 'Done'), tone: 'ok' },
  late: { title: text('逾期完成', 'Done late'), tone: 'warn' },
  missed: { title: text('漏做', 'Missed'), tone: 'late' },
}

/** The worst comes first. */
const WORST: readonly Standing[] = ['missed', 'open', 'late', 'planned', 'done']

/** Turns of one duty on one day, at all places. */
export interface DutyDay {
  readonly key: string
  readonly title: Text
  readonly standing: Standing
  readonly done: number
  readonly all: number
}

/** Turns of a day, one line for each duty: how many are done, and the worst that happened. */
export function dutyDays(turns: readonly ShownTurn[]): readonly DutyDay[] {
  return [...Map.groupBy(turns, turn => `${turn.procedure}.${turn.duty}`)].map(([key, list]) => ({
    key,
    title: list[0]?.title ?? text('', ''),
    standing: WORST.find(standing => list.some(turn => turn.standing === standing)) ?? 'planned',
    done: list.filter(turn => turn.standing === 'done' || turn.standing === 'late').length,
    all: list.length,
  }))
}

/** Turns that wait, by when their time ends. */
export interface DueGroup {
  readonly due: 'missed' | 'today' | 'week' | 'month' | 'later'
  readonly title: Text
  readonly turns: readonly ShownTurn[]
}

const GROUPS = [
  { due: 'missed', title: text('漏做待说明', 'Missed, without a reason') },
  { due: 'today', title: text('今天', 'Today') },
  { due: 'week', title: text('本周内', 'This week') },
  { due: 'month', title: text('本月内', 'This month') },
  { due: 'later', title: text('以后', 'Later') },
] as const

/**
 * What a workbench lists: what was missed without a word; today's windows and periods that end today; then periods that are open, by
 * the week, the month or the time after in which they end. `today` is the site's day, `dayOf` tells the site's day of a moment.
 */
export function byWhenDue(turns: readonly ShownTurn[], today: Day, dayOf: (at: Instant) => Day): readonly DueGroup[] {
  const sunday = addDays(today, 7 - weekdayOf(today))
  const last = dayOfLaterMonth(today, 0, 31)
  const groupOf = (turn: ShownTurn): DueGroup['due'] | null => {
    const due = dayOf(turn.dueAt)
    if (due === today) return 'today'
    if (turn.standing === 'missed' && turn.reason === null) return 'missed'
    if (turn.standing !== 'open') return null
    return due <= sunday ? 'week' : due <= last ? 'month' : 'later'
  }
  const grouped = Map.groupBy(turns, groupOf)
  return GROUPS.flatMap(group => {
    const list = grouped.get(group.due)
    return list ? [{ ...group, turns: list }] : []
  })
}
