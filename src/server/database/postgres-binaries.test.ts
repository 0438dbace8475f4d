import { chmod, cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canRun, chooseAccount } from './postgres-account.ts'
import { findBinaries } from './postgres-binaries.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-binaries-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true }))

test('programs in a folder that the account cannot enter are copied once to a place that it can', async () => {
  const { postgres } = await findBinaries({ kind: 'self' })
  const closed = join(folder, 'closed')
  await cp(dirname(dirname(postgres)), closed, { recursive: true, verbatimSymlinks: true })
  await chmod(closed, 0o700)
  const account = chooseAccount(join(folder, 'no-cluster-yet'))
  const places = [join(folder, 'public')]
  const found = await findBinaries(account, closed, places)
  if (account.kind !== 'other') return expect(found.postgres).toBe(join(closed, 'bin', 'postgres'))
  expect(canRun(account, join(closed, 'bin', 'postgres'))).toBe(false)
  expect(found.postgres.startsWith(join(folder, 'public', 'postgresql-'))).toBe(true)
  expect(canRun(account, found.postgres)).toBe(true)
  const made = await stat(found.postgres)
  expect((await findBinaries(account, closed, places)).postgres).toBe(found.postgres)
  expect((await stat(found.postgres)).ino).toBe(made.ino)
  // a copy that others could have written is not used
  await chmod(dirname(dirname(found.postgres)), 0o777)
  await expect(findBinaries(account, closed, places)).rejects.toThrow('PostgreSQL does not run as root')
})
