import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { serverOptions } from '../scripts/server-options.mjs'

/** A product server in a process of its own. */
export interface BenchServer {
  readonly origin: string
  readonly pid: number
  /** Milliseconds from start to the line that says it is ready. */
  readonly readyAfter: number
  /** Resident memory of the server's process, in MB. */
  memory(): number
  stop(): Promise<void>
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the server on a data folder and waits until it is ready. */
export async function startServer(dataDir: string): Promise<BenchServer> {
  const begun = performance.now()
  const port = await freePort()
  const child: ChildProcess = spawn(
    process.execPath,
    [...serverOptions, 'src/server/main.ts', '--data', dataDir, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, BIHUAN_REQUESTS_PER_MINUTE: '100000000' } },
  )
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', line => {
      const found = /^Bihuan ready: (\S+)/.exec(line)
      if (found?.[1]) resolve(found[1])
    })
  })
  const pid = child.pid ?? 0
  return {
    origin,
    pid,
    readyAfter: performance.now() - begun,
    memory: () =>
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Signs in and answers the cookie. */
export async function signIn(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password: 'bihuan-demo' }),
  })
  if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Reads JSON as somebody who is signed in. */
export async function readJson<T>(origin: string, cookie: string, path: string): Promise<T> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
