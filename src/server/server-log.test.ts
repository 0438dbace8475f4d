import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { KEPT_LOGS, openLog } from './server-log.ts'

test('a long log goes on in a new file, and old files make room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-log-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const log = await openLog(folder, '1k')
  for (let line = 1; line <= 400; line += 1) {
    log.info({ line }, 'x'.repeat(100))
    await turn()
  }
  await expect
    .poll(async () => (await readdir(join(folder, 'logs'))).filter(name => name.startsWith('bihuan.')).length)
    .toBe(KEPT_LOGS)
  const last = (await readFile(join(folder, 'logs', 'current.log'), 'utf8')).trim().split('\n').at(-1) ?? ''
  expect(JSON.parse(last)).toMatchObject({ line: 400 })
})
