import type { Instant } from '../kernel/time.ts'
import type { Screened } from './complaint-wording.ts'
import type { HoldGoal } from './hold-keeper.ts'
import type { OfficeHours } from './office-hours.ts'
import type { PlannedStep } from './scheduler.ts'
import type { Subject } from './subject.ts'

/** One complaint: each method plans a step at a moment; `steps` is its story. */
export interface ComplaintCase {
  readonly steps: PlannedStep[]
  readonly subject: Subject
  /** Id of the record, once the complaint is open. */
  id(): string
  open(at: Instant, more?: { receivedAt?: Instant; by?: string; input?: () => object }): void
  accept(at: Instant, by?: string): void
  contact(at: Instant, note?: number): void
  screen(at: Instant, outcome: Screened, by?: string): void
  decideEvent(at: Instant, decision: 'not-reportable' | 'could-be-serious'): void
  reportEvent(at: Instant): void
  dispatch(at: Instant): void
  notify(at: Instant): void
  verify(at: Instant): void
  sample(at: Instant): void
  interim(at: Instant): void
  opinion(at: Instant): void
  countersign(at: Instant, refusedFor?: string): void
  responsibility(proposedAt: Instant, decidedAt: Instant): void
  apologise(at: Instant): void
  assign(at: Instant, plannedAt: Instant | null, expectedAt: Instant): void
  judge(at: Instant): void
  remedy(at: Instant): void
  solve(at: Instant): void
  reply(at: Instant): void
  satisfaction(at: Instant): void
  close(at: Instant): void
  capa(at: Instant, dueOn: string, finishedAt: Instant | null): void
  /** What is done about the stops that the complaint caused. */
  keepHold(at: Instant, goal: HoldGoal, office: Pick<OfficeHours, 'after'>): void
  /** The stops that the complaint caused are ended, as closing and voiding demand. */
  settleHold(at: Instant): void
  /** Any other step. */
  step(at: Instant, by: string, command: string, input: object | (() => object)): void
  /** An attempt that is refused. */
  attempt(at: Instant, by: string, command: string, input: object): void
}
