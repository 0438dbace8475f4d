import { type Text, text } from '../../kernel/text.ts'
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

/** What a workbench lists: today's windows, periods that are open, and what was missed without a word. */
export const forToday = (turns: readonly ShownTurn[], today: string): readonly ShownTurn[] =>
  turns.filter(turn => {
    if (turn.fromDay === turn.toDay && turn.fromDay === today) return true
    return turn.standing === 'open' || (turn.standing === 'missed' && turn.reason === null)
  })
