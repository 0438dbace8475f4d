import { addDays, addMilliseconds, dayOf, instantAt } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { lettersOnTheirWay } from './recall-desk.ts'
import type { Story } from './scheduler.ts'

/** The company has sent letters since so many days. */
const SINCE_DAYS = 255

/** The mail goes out: whatever waits at noon and in the evening is sent, or printed and brought. */
export async function* mailStory({ stage, now }: Today): Story {
  const { zone } = stage.kernel
  const today = dayOf(now, zone)
  for (let ago = SINCE_DAYS; ago >= 0; ago -= 1)
    for (const clock of ['11:55', '17:40']) {
      yield instantAt(addDays(today, -ago), clock, zone)
      await lettersOnTheirWay(stage)
    }
}

/** What was written in the last hours goes out before now, too. */
export async function* lastMail({ stage, now }: Today): Story {
  yield addMilliseconds(now, -4 * 60_000)
  await lettersOnTheirWay(stage)
}
