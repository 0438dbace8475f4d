import { describe, expect, test } from 'vitest'
import { given, idOf } from '../../../../test/given.ts'
import { aDocument, aReviewedDocument, aValidDocument, aVersion } from '../document.example.ts'
import { versionChain } from '../sign-off-chains.ts'
import { changeDraft, reviseDocument } from './draft-document.ts'
import { registerDocument } from './register-document.ts'
import { approveDocument, submitDocument } from './sign-document.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const uploaded = (name: string, mediaType = 'application/pdf') => ({
  id: idOf(name),
  name,
  sha256: '5b'.repeat(32),
  mediaType,
})
const pdf = uploaded('质量方针 A0.pdf')
const kept = { id: pdf.id, name: pdf.name, sha256: pdf.sha256 }
const draft = { label: 'A/1', changes: '改写', effectiveOn: '2026-12-01' }

describe('the files of a draft', () => {
  const register = registerDocument(() => [])
  const first = {
    code: 'ZRK-QM-01',
    titleZh: '质量方针',
    titleEn: 'Quality policy',
    kind: 'policy-statement',
    ...draft,
    label: 'A/0',
  }
  const taken = { code: null, procedure: null }

  test('belong to the document from then on, with the hash that is signed', () => {
    const { change } = given(register, { found: { taken, files: [pdf] } })
      .when({ ...first, files: [pdf.id] })
      .accepts()
    expect(change.set?.draftFiles).toEqual([kept])
    expect(change.attach).toEqual([{ id: pdf.id, purpose: 'document-file' }])
  })

  test('are replaced by those that are chosen, and stay where none is', () => {
    const record = aDocument({ draftFiles: [kept] })
    const word = uploaded('质量方针 A0 修改.docx', DOCX)
    const around = { record, facts: { versions: [] } }
    const same = given(changeDraft, { ...around, found: { files: [] } })
      .when(draft)
      .accepts()
    expect(same.change.set?.draftFiles).toEqual([kept])
    const other = given(changeDraft, { ...around, found: { files: [word] } })
      .when({ ...draft, files: [word.id] })
      .accepts()
    expect(other.change.set?.draftFiles).toMatchObject([{ name: word.name }])
  })

  test('of a new version are its own: nothing is taken over from the one before', () => {
    const { change } = given(reviseDocument, {
      record: aValidDocument({ files: [kept] }),
      facts: { versions: [aVersion({ files: [kept] })] },
      found: { files: [] },
    })
      .when(draft)
      .accepts()
    expect(change.set?.draftFiles).toEqual([])
  })

  test('are documents, and still there', () => {
    const photograph = uploaded('首页.png', 'image/png')
    given(register, { found: { taken, files: [photograph] } })
      .when({ ...first, files: [photograph.id] })
      .refuses('file-not-written', 'files')
    given(register, { found: { taken, files: [] } })
      .when({ ...first, files: [pdf.id] })
      .refuses('file-gone', 'files')
  })
})

describe('putting a version forward', () => {
  const facts = { versions: [] }
  test('asks for the file of a document that describes no procedure of the program', () => {
    const bare = aDocument({ procedure: null, kind: 'policy-statement' })
    const [refusal] = [
      given(submitDocument, { record: bare, facts, chain: versionChain }).when({}).refuses('file-missing'),
    ]
    expect(refusal.sentence.zh).toContain('修改草稿')
    const { change } = given(submitDocument, { record: { ...bare, draftFiles: [kept] }, facts, chain: versionChain })
      .when({})
      .accepts()
    expect(change.set?.files).toEqual([kept])
  })

  test('takes a procedure of the program, whose content is kept, and a standard from outside without one', () => {
    for (const over of [{}, { procedure: null, kind: 'external' as const }])
      given(submitDocument, { record: aDocument(over), facts, chain: versionChain })
        .when({})
        .accepts()
  })
})

test('all three sign name and hash of the file, and the approved version keeps it', () => {
  const record = aReviewedDocument({ procedure: null, files: [kept] })
  expect(versionChain.covers?.(record)).toMatchObject({ files: [`${kept.name} SHA-256 ${kept.sha256}`] })
  const { change } = given(
    approveDocument(() => []),
    { record, facts: { versions: [] }, chain: versionChain, signing: { key: 'approve', last: true } },
  )
    .when({})
    .accepts()
  expect(change.rows).toMatchObject([{ child: 'version', insert: { files: [kept] } }])
  expect(change.set?.draftFiles).toEqual([])
})
