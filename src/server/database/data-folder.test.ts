import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { claimDataFolder, type Holder, holderOf } from './data-folder.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-claim-'))
  file = join(folder, 'server.json')
})
afterEach(() => rm(folder, { recursive: true }))

const leave = (holder: Partial<Holder>): Promise<void> => writeFile(file, JSON.stringify({ ...holderNow, ...holder }))
let holderNow: Holder
beforeEach(async () => {
  const claim = await claimDataFolder(folder)
  holderNow = JSON.parse(readFileSync(file, 'utf8'))
  await claim.release()
})

test('a claim names the process and where it answers, and goes with its release', async () => {
  const claim = await claimDataFolder(folder)
  await claim.announce('http://127.0.0.1:4180')
  expect(await holderOf(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4180' })
  await claim.release()
  expect(await holderOf(folder)).toBeNull()
  expect(await readdir(folder)).toEqual([])
})

test('of many who try at once, one gets the folder', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => claimDataFolder(folder)))
  const won = tries.flatMap(attempt => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  expect(won).toHaveLength(1)
  for (const claim of won) await claim.release()
})

test('a dead claim is taken by one of many who try at once', async () => {
  await leave({ processStart: 'another boot' })
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => claimDataFolder(folder)))
  const won = tries.flatMap(attempt => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  expect(won).toHaveLength(1)
  for (const claim of won) await claim.release()
})

test('a process number that was given to another process since holds nothing', async () => {
  await leave({ processStart: 'long ago' })
  expect(await holderOf(folder)).toBeNull()
  await (await claimDataFolder(folder)).release()
})

test('a holder on another machine holds while it gives signs of life, and no longer', async () => {
  await leave({ machine: 'elsewhere', pid: 1 })
  await expect(claimDataFolder(folder)).rejects.toThrow('held by another Bihuan: process 1')
  const silentSince = new Date(Date.now() - 60_000)
  await utimes(file, silentSince, silentSince)
  await (await claimDataFolder(folder)).release()
})

test('a claim cut short while it was written holds nothing', async () => {
  await writeFile(file, '{"pid": 1')
  await (await claimDataFolder(folder)).release()
})

test('a release leaves the claim of a successor alone', async () => {
  const claim = await claimDataFolder(folder)
  await leave({ since: '2026-01-01T00:00:00.000Z' })
  await claim.release()
  expect(await readFile(file, 'utf8')).toContain('2026-01-01')
})

test('a path that is a file is refused with the way out', async () => {
  await writeFile(join(folder, 'note'), '')
  const claiming = claimDataFolder(join(folder, 'note'))
  await expect(claiming).rejects.toThrow(CannotStart)
  await expect(claiming).rejects.toThrow('is not a folder. Choose a folder with --data.')
})
