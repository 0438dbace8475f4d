import { expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { fileImport } from './file-import.ts'

const input = {
  procedure: 'lot',
  table: 'deliveries',
  title: { zh: '出库记录', en: 'Deliveries' },
  fileId: idOf('file'),
  fileName: '出库 2026-10.xlsx',
  sha256: 'a'.repeat(64),
  lines: 120,
  fresh: 100,
  known: 20,
}

test('keeps the file, its hash, and how many lines were new', () => {
  const { change, told } = given(fileImport, { actor: someone('warehouse') })
    .when(input)
    .accepts()
  expect(change.set).toMatchObject({
    title: '出库记录 · 出库 2026-10.xlsx',
    fresh: 100,
    known: 20,
    sha256: 'a'.repeat(64),
  })
  expect(change.attach).toEqual([{ id: idOf('file'), purpose: 'import' }])
  expect(told({ number: 'DR-2026-00001' } as never).zh).toContain('120 行')
})

test('lines sent without a file are filed without one', () => {
  const { change } = given(fileImport, { actor: someone('quality') })
    .when({ ...input, fileId: null, fileName: null, sha256: null })
    .accepts()
  expect(change.attach).toEqual([])
  expect(change.set).toMatchObject({ title: '出库记录' })
})

test('is refused to who only reads, and without a true hash', () => {
  given(fileImport, { actor: someone('authority-inspector') })
    .when(input)
    .refuses('role')
  given(fileImport, { actor: someone('warehouse') })
    .when({ ...input, sha256: 'x' })
    .refuses('bad-input', 'sha256')
})
