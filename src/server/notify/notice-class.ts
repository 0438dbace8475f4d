import type { NoticeClass } from '../../vocabulary/notification-plan.ts'

/** Procedures whose every matter concerns the safety of people: stop of sale, recall and advisory notices, adverse events. */
const SAFETY_PROCEDURES: readonly string[] = ['stop-sale', 'notice', 'adverse-event', 'recall']

/** Clocks of the law on adverse events and on recalls, wherever they run. */
const SAFETY_RULE = /^CN-(AE|RC)-/

/** The class of what concerns a clock. */
export const classOfClock = (procedure: string, rule: string | undefined): NoticeClass =>
  SAFETY_PROCEDURES.includes(procedure) || SAFETY_RULE.test(rule ?? '') ? 'safety' : 'work'

/** The class of work on a record of the procedure. */
export const classOfWork = (procedure: string): NoticeClass => classOfClock(procedure, undefined)
