import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseStartArguments, usage } from './arguments.ts'
import { CannotStart } from './cannot-start.ts'
import { claimDataFolder } from './database/data-folder.ts'
import type { RunningServer } from './open-server.ts'
import { openLog } from './server-log.ts'
import { onStopSignal } from './stop-signals.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const start = async (): Promise<void> => {
  const asked = parseStartArguments(process.argv.slice(2), process.env, root)
  if (asked.help) {
    console.log(usage)
    return
  }
  const claim = await claimDataFolder(asked.dataDir)
  const log = await openLog(claim.path)
  const ending = new AbortController()
  let server: RunningServer | undefined
  const stop = async (reason: string): Promise<void> => {
    log.info({ reason }, 'stopping')
    // a demo that is being filled in is given up and begun anew at the next start
    ending.abort()
    // a signal may come while the server is still starting: wait until there is something whole to stop
    await starting.catch(() => undefined)
    await server?.stop()
    await claim.release()
    log.info('stopped')
    log.flush()
  }
  const onLost = (error: unknown): void => {
    log.fatal({ err: error }, 'the database is lost')
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  }
  const open = async (): Promise<RunningServer> => {
    // Reading, stripping of types and compiling of all files is a good part of a start: the next one finds it done. It is
    // kept where nobody else may write, since it is code.
    enableCompileCache(join(claim.path, 'compiled'))
    const { openServer } = await import('./open-server.ts')
    return openServer(asked, claim, log, onLost, ending.signal)
  }
  const starting = open()
  onStopSignal(stop)
  try {
    server = await starting
    await claim.announce(server.url)
    log.info({ url: server.url }, 'ready')
    console.log(`Bihuan ready: ${server.url}`)
  } catch (error) {
    if (ending.signal.aborted) return
    await claim.release()
    throw error
  }
}

start().catch(error => {
  if (error instanceof CannotStart) console.error(`${error.sentence.zh}\n${error.sentence.en}`)
  else console.error(error)
  process.exit(1)
})
