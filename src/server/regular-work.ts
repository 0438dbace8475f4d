import type { Kernel } from '../kernel/kernel.ts'
import { sealNow } from '../kernel/seal.ts'
import { sweepFailures } from './auth/failure-count.ts'
import type { Pool } from './database/pool.ts'
import { noteSeal } from './seal-file.ts'
import { sweepDisposed, sweepLoose } from './sweep.ts'

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
 * Seals new trail entries every ten seconds and sweeps what no longer counts now and then. One at a time; a failure is reported and
 * tried again at the next turn. Several servers on one database may all do it.
 */
export const startRegularWork = (
  kernel: Pick<Kernel, 'pool' | 'clock' | 'keys'>,
  pool: Pool,
  dataDir: string,
  onError: (error: unknown) => void,
): RegularWork => {
  const seal = async (): Promise<void> => {
    const made = await sealNow(kernel)
    if (made) await noteSeal(dataDir, made)
  }
  let turns = 0
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    turns += 1
    try {
      await seal()
      if (turns % SWEEP_EVERY !== 1) return
      await sweepFailures(pool)
      await sweepLoose(pool, dataDir)
      await sweepDisposed(pool, dataDir)
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
      await seal().catch(onError)
    },
  }
}
