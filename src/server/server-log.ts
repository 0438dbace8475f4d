import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import roll from 'pino-roll'

/** Log files that are kept, the one in use among them. */
export const KEPT_LOGS = 14

/**
 * The log, one JSON object a line: in `<data>/logs`, a new file each day and after every 20 MB, the last {@link KEPT_LOGS} kept,
 * `current.log` leading to the one in use; or on stderr with `BIHUAN_LOG=stderr`. What people send never appears in it; cookies,
 * keys and passwords are not logged anywhere.
 */
export const openLog = async (dataDir: string, size = '20m'): Promise<Logger> => {
  const options = { level: process.env.BIHUAN_LOG_LEVEL || 'info', base: { pid: process.pid } }
  if (process.env.BIHUAN_LOG === 'stderr') return pino(options, pino.destination(2))
  const file = await roll({
    file: join(dataDir, 'logs', 'bihuan'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size,
    limit: { count: KEPT_LOGS, removeOtherLogFiles: true },
    symlink: true,
    mkdir: true,
    mode: 0o600,
    sync: true,
  })
  // a full disk must not end the server: it says so where somebody may still look
  file.on('error', error => console.error(`the log cannot be written: ${error}`))
  return pino(options, file)
}
