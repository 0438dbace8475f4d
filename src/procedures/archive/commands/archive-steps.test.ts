import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { type ArchiveRow, archiveRow } from '../archive.ts'
import { readBackMedium } from './read-back-archive.ts'
import { registerMedium } from './register-archive.ts'
import { retireMedium } from './retire-archive.ts'

const HASH = 'ab'.repeat(32)
const input = {
  kind: 'archive',
  medium: 'disc',
  label: 'GD-2026-01',
  place: '档案室 3 柜',
  fileName: 'archive-complaint-2024.zip',
  sha256: HASH.toUpperCase(),
  content: '2024 年投诉记录',
  periodFrom: '2024-01-01',
  periodTo: '2024-12-31',
  madeOn: '2026-11-20',
}
const medium = (over: Partial<ArchiveRow> = {}): ArchiveRow =>
  archiveRow.parse({
    id: idOf('medium'),
    number: 'JZ-2026-0001',
    state: 'kept',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('it'),
    updatedAt: NOON,
    title: '归档文件 GD-2026-01',
    ...input,
    sha256: HASH,
    registeredByName: '罗成',
    checkedAt: null,
    readBacks: [],
    retireReason: null,
    ...over,
  })

describe('registering a medium', () => {
  test('keeps label, place, file and hash', () => {
    const { change, to } = given(registerMedium).when(input).accepts()
    expect(to).toBe('kept')
    expect(change.set).toMatchObject({ sha256: HASH, place: '档案室 3 柜', readBacks: [] })
  })
  test('names a true hash, a period, and a day that has come', () => {
    given(registerMedium)
      .when({ ...input, sha256: 'abc' })
      .refuses('bad-input', 'sha256')
    given(registerMedium)
      .when({ ...input, madeOn: '2026-12-01' })
      .refuses('day-ahead', 'madeOn')
    given(registerMedium)
      .when({ ...input, periodTo: '2023-12-31' })
      .refuses('period-backwards', 'periodTo')
    given(registerMedium)
      .when({ ...input, periodTo: undefined })
      .refuses('period-missing', 'periodTo')
    given(registerMedium, { actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('reading it back', () => {
  test('compares the hash', () => {
    const { change, to } = given(readBackMedium, { record: medium() }).when({ readable: true, sha256: HASH }).accepts()
    expect(to).toBe('kept')
    expect(change.set).toMatchObject({ checkedAt: NOON, readBacks: [{ readable: true }] })
  })
  test('a failure is told and shows', () => {
    const { to } = given(readBackMedium, { record: medium() }).when({ readable: false, note: '光盘划伤' }).accepts()
    expect(to).toBe('unreadable')
    given(readBackMedium, { record: medium() }).when({ readable: false }).refuses('note-missing', 'note')
    given(readBackMedium, { record: medium() }).when({ readable: true }).refuses('hash-missing', 'sha256')
    given(readBackMedium, { record: medium() })
      .when({ readable: true, sha256: 'cd'.repeat(32) })
      .refuses('hash-differs', 'sha256')
  })
  test('a retired one is not read', () => {
    given(readBackMedium, { record: medium({ state: 'retired' }) })
      .when({ readable: true, sha256: HASH })
      .refuses('state')
  })
})

test('a medium is retired with a reason', () => {
  const { to } = given(retireMedium, { record: medium({ state: 'unreadable' }) })
    .when({ reason: '由 JZ-2026-0002 替代' })
    .accepts()
  expect(to).toBe('retired')
  given(retireMedium, { record: medium() }).when({ reason: '' }).refuses('bad-input', 'reason')
})
