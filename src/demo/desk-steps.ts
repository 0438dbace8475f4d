import type { Instant } from '../kernel/time.ts'
import type { Stage } from './stage.ts'

/** One step on a record: so many hours after the one before. */
export interface DeskStep {
  readonly hours: number
  readonly by: string
  readonly verb: string
  readonly input?: object | (() => object | Promise<object>)
  /** Whether the step is asked for at all; it is passed over otherwise. */
  readonly when?: () => Promise<boolean>
}

/** When somebody gets to a thing, so many hours after a moment. */
export type Pace = (at: Instant, hours: number) => Instant

/** Takes steps on a record of a procedure, one after the other. Answers when the last was taken. */
export async function* stepByStep(
  stage: Stage,
  pace: Pace,
  procedure: string,
  on: string,
  steps: readonly DeskStep[],
  from: Instant,
): AsyncGenerator<Instant, Instant, void> {
  let at = from
  for (const { hours, by, verb, input = {}, when } of steps) {
    if (when && !(await when())) continue
    at = pace(at, hours)
    yield at
    await stage.does(by, `${procedure}.${verb}`, { on, input: typeof input === 'function' ? await input() : input })
  }
  return at
}

/** The steps until one of a name is taken; all of them without a name. */
export function until(steps: readonly DeskStep[], verb?: string, times = 1): readonly DeskStep[] {
  if (!verb) return steps
  let left = times
  const last = steps.findIndex(step => step.verb === verb && --left === 0)
  if (last < 0) throw new Error(`there is no step ${verb}`)
  return steps.slice(0, last + 1)
}
