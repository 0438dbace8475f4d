import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** From this size on, in bytes, the log of the runs before is put aside at the next start. */
const LONG_LOG = 50 * 1024 * 1024

/**
 * The log, one JSON object a line: in `<data>/bihuan.log`, or on stderr with `BIHUAN_LOG=stderr`. What people send never
 * appears in it; cookies, keys and passwords are not logged anywhere.
 */
export const openLog = (dataDir: string): Logger => {
  const options = { level: process.env.BIHUAN_LOG_LEVEL || 'info', base: { pid: process.pid } }
  if (process.env.BIHUAN_LOG === 'stderr') return pino(options, pino.destination(2))
  const path = join(dataDir, 'bihuan.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG) renameSync(path, `${path}.1`)
  return pino(options, pino.destination({ dest: path, mode: 0o600 }))
}
