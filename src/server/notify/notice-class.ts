import type { RecordBase, RecordType } from '../../kernel/record.ts'
import type { NoticeClass } from '../../vocabulary/notification-plan.ts'

/** Clocks of the law on adverse events and on recalls, wherever they run. */
const SAFETY_RULE = /^CN-(AE|RC)-/

/** A record with the type that it is of. */
interface Matter {
  readonly procedure: { readonly record: RecordType }
  readonly record: RecordBase
}

/** Whether the record names an injury or a death. */
export const namesHarm = ({ procedure, record }: Matter): boolean => procedure.record.harm?.named(record) ?? false

/** The class of work on a record. */
export const classOfWork = (matter: Matter): NoticeClass =>
  matter.procedure.record.safety || namesHarm(matter) ? 'safety' : 'work'

/** The class of what concerns a clock of a record. */
export const classOfClock = (matter: Matter, rule: string | undefined): NoticeClass =>
  SAFETY_RULE.test(rule ?? '') ? 'safety' : classOfWork(matter)
