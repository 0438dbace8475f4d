import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder: string
const running = new Set<ChildProcess>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-main-'))
})
afterAll(async () => {
  for (const child of running) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

/** Starts the product as `npm start` does; answers when it is ready or has ended. */
const start = async (...args: string[]) => {
  const data = join(folder, 'data')
  const child = spawn(process.execPath, [main, '--port', '0', '--data', data, ...args], {
    env: { ...process.env, DATABASE_URL: '', BIHUAN_LOG: '', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const said = { out: '', err: '' }
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number)
  const ready = new Promise<string>(done => {
    child.stdout.on('data', chunk => {
      said.out += chunk
      const [, url] = /^Bihuan ready: (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said.out) ?? []
      if (url) done(url)
    })
  })
  const first = await Promise.race([ready, ended])
  return {
    child,
    said,
    ended,
    url: typeof first === 'string' ? first : null,
    code: typeof first === 'number' ? first : null,
  }
}

// whole starts of the product, each with a database: slow where the machine is busy
const PATIENCE = 120_000

test('starts, says so in one line, refuses a second start, stops cleanly and starts again', {
  timeout: PATIENCE,
}, async () => {
  const first = await start('--empty')
  expect(first.url, first.said.err).not.toBeNull()
  const answer = await fetch(`${first.url}/readyz`)
  expect(answer.status).toBe(200)
  expect(await (await fetch(`${first.url}/api/start`)).json()).toMatchObject({ needsSetup: true, demo: false })

  const second = await start('--empty')
  expect(second.code).toBe(1)
  expect(second.said).toMatchObject({ out: '', err: expect.stringContaining(`${first.child.pid}`) })

  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(first.said.out.split('\n')).toHaveLength(2)
  const log = await readFile(join(folder, 'data', 'logs', 'current.log'), 'utf8')
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()

  // what was compiled is kept for the next start
  expect(await readdir(join(folder, 'data', 'compiled'))).not.toEqual([])

  const again = await start('--empty')
  expect(again.url, again.said.err).not.toBeNull()
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
})

test('a taken port, an unknown option and a demo for everybody are refused with the way out', {
  timeout: PATIENCE,
}, async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const taken = await start('--empty', '--port', String(port))
  expect([taken.code, taken.said.out]).toEqual([1, ''])
  expect(taken.said.err).toContain('--port')
  server.close()

  const unknown = await start('--colour', 'red')
  expect([unknown.code, unknown.said.err.includes('--empty')]).toEqual([1, true])

  const open = await start('--host', '0.0.0.0')
  expect(open.code).toBe(1)
  expect(open.said.err).toContain('--host')
})
