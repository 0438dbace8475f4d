/** Longest time, in milliseconds, that a stop may take before the process ends all the same. */
const STOP_LIMIT = 4800

/**
 * Runs `stop` once when the process is asked to end: Ctrl-C, SIGTERM, SIGHUP, or the starting script gone. The same
 * Ctrl-C may arrive several times (terminal, npm and the starting script each deliver it); repeats are ignored.
 * Exits 0 after a clean stop and 1 when `stop` failed or outlasted the limit.
 */
export const onStopSignal = (stop: (reason: string) => Promise<void>): void => {
  let stopping = false
  const end = (reason: string): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_LIMIT).unref()
    stop(reason).then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  if (process.connected) process.on('disconnect', () => end('the starting script has ended'))
}
