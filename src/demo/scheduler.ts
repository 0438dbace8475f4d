import type { Instant } from '../kernel/time.ts'
import { later } from './office-hours.ts'

/** A course of events. It yields the instant of its next step and, once resumed, takes that step. */
export type Story = AsyncGenerator<Instant, void, void>

/** A simulated clock; only {@link play} moves it, and only forward. */
export interface StoryClock {
  now(): Instant
  set(now: Instant): void
}

/** A clock that stands at `start`. */
export const storyClock = (start: Instant): StoryClock => {
  let time = start
  return {
    now: () => time,
    set: now => {
      if (now < time) throw new RangeError(`the clock stands at ${time} and does not go back to ${now}`)
      time = now
    },
  }
}

interface Waiting {
  readonly at: Instant
  readonly order: number
  readonly story: Story
}

/**
 * Plays stories side by side: always the one whose next step is earliest, so that the order of the trail is the order of
 * time. Stories with the same instant take turns in the order in which they came. A story that would go on after `until`
 * ends there; one that asks for an instant that has passed goes on at once; one that fails ends with `onFault`, which throws
 * unless it is given; an aborted `signal` ends all of them. Answers how many steps were taken.
 */
export async function play(
  stories: Iterable<Story>,
  clock: StoryClock,
  until: Instant,
  onFault: (fault: unknown) => void = fault => {
    throw fault
  },
  signal?: AbortSignal,
): Promise<number> {
  const queue: Waiting[] = []
  let order = 0
  let steps = 0
  const wait = async (story: Story): Promise<void> => {
    const next = await story.next().catch(onFault)
    if (!next || next.done) return
    if (next.value > until) await story.return()
    else insert(queue, { at: later(next.value, clock.now()), order: order++, story })
  }
  for (const story of stories) await wait(story)
  for (let next = queue.pop(); next; next = queue.pop()) {
    signal?.throwIfAborted()
    clock.set(next.at)
    steps += 1
    await wait(next.story)
  }
  return steps
}

const isBefore = (a: Waiting, b: Waiting): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Keeps the queue sorted with the next one last. */
function insert(queue: Waiting[], item: Waiting): void {
  let low = 0
  let high = queue.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(item, queue[middle] as Waiting)) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, item)
}

/** One step of a story that is known beforehand. */
export interface PlannedStep {
  readonly at: Instant
  readonly act: () => Promise<unknown>
  /** Whether the step is no longer called for once its turn in the story has come; it is passed over then. */
  readonly skip?: () => boolean
}

/** The story of planned steps, in order of time; steps of one instant keep their order. */
export async function* storyOf(steps: readonly PlannedStep[]): Story {
  const inOrder = steps.map((step, index) => ({ step, index }))
  inOrder.sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.index - b.index))
  for (const { step } of inOrder) {
    if (step.skip?.()) continue
    yield step.at
    await step.act()
  }
}
