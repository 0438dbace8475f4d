import type { DeadlineType } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { type DeclaredDuties, nameOf } from './declared-duty.ts'
import type { DutyRow } from './duty.ts'

/**
 * A clock for each duty: it carries the clause of the procedure that demands the work, and each turn brings its own limit. Thus
 * workbench, escalation and evidence treat a turn like any other clock.
 */
export const clocksOf = (declared: DeclaredDuties): DeadlineType<DutyRow>[] =>
  declared().map(item => ({
    name: nameOf(item),
    title: item.duty.title,
    clause: item.duty.clause,
    rule: item.duty.rule,
    startsAt: text('时段开始', 'begin of the window'),
    limit: () => ({ unit: 'days', value: 0, basis: 'procedure', endOfDay: true }),
    owner: record => record.role,
    escalatesTo: item.duty.escalatesTo,
    reasons: 'reasons',
    work: 'work',
  }))
