import type { PoolClient } from 'pg'
import type { ServerParts } from '../parts.ts'
import { LIVE, type LiveSignal, STEP } from './live-signal.ts'

/** Milliseconds before a lost connection to the signals is made anew. */
const RECONNECT = 2_000

/** The signals of all servers on this database, over one connection. */
export interface Live {
  /** Hears signals to open pages; answers how to stop. */
  readonly onSignal: (hear: (signal: LiveSignal) => void) => () => void
  /** Hears that some server took a step; answers how to stop. */
  readonly onStep: (hear: () => void) => () => void
  readonly stop: () => Promise<void>
}

const lives = new WeakMap<object, Live>()

/** The signals that this server hears; the connection is made when somebody first listens. */
export const liveOf = (parts: Pick<ServerParts, 'pool' | 'log'>): Live => {
  let live = lives.get(parts.pool)
  if (!live) {
    live = openLive(parts)
    lives.set(parts.pool, live)
  }
  return live
}

const openLive = ({ pool, log }: Pick<ServerParts, 'pool' | 'log'>): Live => {
  const signals = new Set<(signal: LiveSignal) => void>()
  const steps = new Set<() => void>()
  let client: PoolClient | null = null
  let connecting: Promise<void> | null = null
  let wasLost = false
  let stopped = false

  const lost = (): void => {
    const gone = client
    client = null
    connecting = null
    wasLost = true
    gone?.release(true)
    if (stopped) return
    setTimeout(() => void connect(), RECONNECT).unref()
  }
  const connect = (): Promise<void> => {
    connecting ??= (async () => {
      try {
        const one = await pool.connect()
        if (stopped) {
          one.release(true)
          return
        }
        client = one
        one.on('notification', ({ channel, payload }) => {
          if (channel === STEP) for (const hear of steps) hear()
          else if (channel === LIVE) for (const hear of signals) hear(JSON.parse(payload ?? '{}') as LiveSignal)
        })
        one.once('end', () => client === one && lost())
        await one.query(`listen ${LIVE}`)
        await one.query(`listen ${STEP}`)
        // what happened while nobody listened
        for (const hear of steps) hear()
        if (wasLost) for (const hear of signals) hear({ missed: true })
        wasLost = false
      } catch (error) {
        log.warn({ err: error }, 'live signals are away')
        lost()
      }
    })()
    return connecting
  }
  const listening =
    <Hear>(set: Set<Hear>) =>
    (hear: Hear): (() => void) => {
      set.add(hear)
      void connect()
      return () => {
        set.delete(hear)
      }
    }
  return {
    onSignal: listening(signals),
    onStep: listening(steps),
    stop: async () => {
      stopped = true
      await connecting?.catch(() => undefined)
      const one = client
      client = null
      one?.release(true)
    },
  }
}
