import type { Kernel } from '../kernel/kernel.ts'
import { sealNow } from '../kernel/seal.ts'
import { sweepFailures } from './auth/failure-count.ts'
import type { Pool } from './database/pool.ts'

/** Milliseconds between two seals. */
const EVERY = 10_000
/** Sealings between two sweeps of what no longer counts: ten minutes. */
const SWEEP_EVERY = 60

/** The server's own regular work. */
export interface RegularWork {
  /** Ends it and seals what is left. */
  stop(): Promise<void>
}

/**
 * Seals new trail entries every ten seconds and sweeps ended sessions now and then. One at a time; a failure is reported and
 * tried again at the next turn. Several servers on one database may all do it.
 */
export const startRegularWork = (
  kernel: Pick<Kernel, 'pool' | 'clock' | 'keys'>,
  pool: Pool,
  onError: (error: unknown) => void,
): RegularWork => {
  let turns = 0
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    turns += 1
    try {
      await sealNow(kernel)
      if (turns % SWEEP_EVERY === 1) await sweepFailures(pool)
    } catch (error) {
      onError(error)
    }
  }
  const timer = setInterval(() => {
    running = running.then(turn)
  }, EVERY)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await sealNow(kernel).catch(onError)
    },
  }
}
