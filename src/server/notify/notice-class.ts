import type { RecordBase, RecordType } from '../../kernel/record.ts'
import type { NoticeClass } from '../../vocabulary/notification-plan.ts'

/** Procedures whose every matter concerns the safety of people: stop of sale, recall and advisory notices, adverse events. */
const SAFETY_PROCEDURES: readonly string[] = ['stop-sale', 'notice', 'adverse-event', 'recall']

/** Clocks of the law on adverse events and on recalls, wherever they run. */
const SAFETY_RULE = /^CN-(AE|RC)-/

/** A record with the procedure and type that it is of. */
interface Matter {
  readonly procedure: { readonly name: string; readonly record: RecordType }
  readonly record: RecordBase
}

/** Whether the record names an injury or a death. */
export const namesHarm = ({ procedure, record }: Matter): boolean => procedure.record.safety?.named(record) ?? false

/** The class of work on a record. */
export const classOfWork = (matter: Matter): NoticeClass =>
  SAFETY_PROCEDURES.includes(matter.procedure.name) || namesHarm(matter) ? 'safety' : 'work'

/** The class of what concerns a clock of a record. */
export const classOfClock = (matter: Matter, rule: string | undefined): NoticeClass =>
  SAFETY_RULE.test(rule ?? '') ? 'safety' : classOfWork(matter)
