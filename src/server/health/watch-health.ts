import { tellTrouble } from '../notify/tell-trouble.ts'
import type { ServerParts } from '../parts.ts'
import { healthChecks } from './checks.ts'
import { healthFigures } from './figures.ts'

/** Milliseconds between two looks. */
const EVERY = 300_000

/** Looks at the health of the system now and then. */
export interface HealthWatch {
  /** Looks now and tells what stays amiss; answers the names of what was told. */
  readonly look: () => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

/**
 * Starts to look in the process that answers, not in the queue: a queue that stands still could not tell that it does. Any number of
 * servers may look; what is told is told once.
 */
export const watchHealth = (
  parts: Pick<ServerParts, 'kernel' | 'pool' | 'dataDir' | 'version' | 'operations' | 'log'>,
): HealthWatch => {
  const { kernel, pool, dataDir, version, operations } = parts
  let running: Promise<unknown> | null = null
  const look = async (): Promise<readonly string[]> => {
    const figures = await healthFigures({ pool, dataDir, version, ...operations })
    return tellTrouble({ kernel, mails: operations.mailHost !== null }, healthChecks(figures))
  }
  const timer = setInterval(() => {
    running ??= look()
      .catch(error => parts.log.error({ err: error }, 'the health of the system cannot be looked at'))
      .finally(() => {
        running = null
      })
  }, EVERY)
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
