import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))

/** The product in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  /** What it said on stderr so far. */
  readonly said: () => string
  /** Ends it as Ctrl-C does; nothing when it has ended already. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/**
 * Starts the product on a data folder and a free port, and waits until it answers.
 * @throws Error with what it said when it ends instead
 */
export const startProduct = async (dataDir: string, ...args: string[]): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [main, '--port', '0', '--data', dataDir, ...args], {
    env: { ...process.env, DATABASE_URL: '', BIHUAN_LOG: '', NODE_OPTIONS: '', BIHUAN_REQUESTS_PER_MINUTE: '1000000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  const ended = once(child, 'exit')
  const url = await new Promise<string>((ready, fail) => {
    child.stdout?.on('data', chunk => {
      out += chunk
      const found = /^Bihuan ready: (\S+)\n/.exec(out)?.[1]
      if (found) ready(found)
    })
    child.once('exit', code => fail(new Error(`the server ended with ${code}: ${err}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return { url, child, said: () => err, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
