import type { ServerParts } from '../parts.ts'
import { liveOf } from './live.ts'
import type { NotifyWork } from './post-notices.ts'
import { tellAll } from './tell-all.ts'

/** Milliseconds until steps that were still under way are looked at again. */
const AGAIN = 400

/** Tells people what happens, as it happens. */
export interface Notifier {
  /** Tells what is to be told now; one at a time. For the queue, each minute. */
  readonly tell: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts telling: after each step of any server on this database, and whenever it is asked. */
export const startNotifier = (parts: Pick<ServerParts, 'kernel' | 'pool' | 'log'>, mails: boolean): Notifier => {
  const work: NotifyWork = { kernel: parts.kernel, mails }
  let running: Promise<void> | null = null
  let asked = false
  let stopped = false
  let later: NodeJS.Timeout | null = null

  const round = async (): Promise<void> => {
    do {
      asked = false
      const left = await tellAll(work)
      if (left && !stopped) later ??= setTimeout(wake, AGAIN)
    } while (asked && !stopped)
  }
  const tell = (): Promise<void> => {
    asked = true
    running ??= round().finally(() => {
      running = null
    })
    return running
  }
  const wake = (): void => {
    later = null
    if (!stopped) tell().catch(error => parts.log.error({ err: error }, 'telling people failed'))
  }
  const deaf = liveOf(parts).onStep(wake)
  return {
    tell,
    stop: async () => {
      stopped = true
      deaf()
      if (later) clearTimeout(later)
      await running?.catch(() => undefined)
    },
  }
}
