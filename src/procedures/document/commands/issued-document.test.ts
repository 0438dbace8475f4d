import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aReader, aReviewedDocument, aValidDocument, aVersion } from '../document.example.ts'
import { acknowledgeDocument, distributeDocument } from './distribute-document.ts'
import { clearDifference, noteDifference } from './note-difference-document.ts'
import { withdrawDocument } from './withdraw-document.ts'

const system = { ...someone('quality', 'Bihuan'), roles: [], via: 'system' as const }

describe('distributeDocument', () => {
  const holders = [
    { id: idOf('a'), name: '赵倩' },
    { id: idOf('b'), name: '孙丽' },
  ]
  const around = { record: aValidDocument(), facts: { versions: [aVersion()], readers: [] }, found: { holders } }

  test('gives everybody a numbered copy and a clock, and nobody two', () => {
    const { change } = given(distributeDocument, around)
      .when({ roles: ['service-desk'] })
      .accepts()
    expect(change.rows).toMatchObject([{ insert: { issueNo: 1 } }, { insert: { issueNo: 2, personName: '孙丽' } }])
    expect(change.open).toHaveLength(2)
    const facts = { versions: [aVersion()], readers: [aReader({ personId: idOf('a') })] }
    const again = given(distributeDocument, { ...around, facts })
      .when({ roles: ['service-desk'] })
      .accepts()
    expect(again.change.rows).toMatchObject([{ insert: { issueNo: 2, personName: '孙丽' } }])
  })

  test('refuses when everybody of the roles has it', () => {
    const readers = holders.map(item => aReader({ personId: item.id }))
    given(distributeDocument, { ...around, facts: { versions: [aVersion()], readers } })
      .when({ roles: ['service-desk'] })
      .refuses('nobody-new', 'roles')
  })
})

describe('acknowledgeDocument', () => {
  const reader = someone('service-desk')
  test('is for whom it was issued to', () => {
    const readers = [aReader({ personId: reader.id })]
    const { change } = given(acknowledgeDocument, { record: aValidDocument(), facts: { readers }, actor: reader })
      .when({})
      .accepts()
    expect(change.rows).toMatchObject([{ child: 'reader', set: { readAt: NOON } }])
    expect(change.meet).toEqual([{ deadline: 'reading', key: `A/0 ${reader.id}` }])
  })
  test('refuses to others', () => {
    given(acknowledgeDocument, { record: aValidDocument(), facts: { readers: [aReader()] }, actor: reader })
      .when({})
      .refuses('not-asked')
  })
})

describe('noteDifference', () => {
  const input = { hash: 'a'.repeat(64), count: 3 }
  test('opens the owner’s clock once', () => {
    const first = given(noteDifference, { record: aValidDocument(), actor: system }).when(input).accepts()
    expect(first.change).toMatchObject({ set: { differenceCount: 3 }, open: [{ deadline: 'difference' }] })
    const record = aValidDocument({ differenceAt: NOON, differenceHash: 'b'.repeat(64), differenceCount: 1 })
    expect(given(noteDifference, { record, actor: system }).when(input).accepts().change.open).toEqual([])
  })
  test('refuses the same again, and people', () => {
    const record = aValidDocument({ differenceAt: NOON, differenceHash: input.hash, differenceCount: 3 })
    given(noteDifference, { record, actor: system }).when(input).refuses('difference-known')
    given(noteDifference, { record: aValidDocument(), actor: someone('administrator') })
      .when(input)
      .refuses('only-by-system')
  })
})

describe('clearDifference', () => {
  test('ends the clock', () => {
    const record = aValidDocument({ differenceAt: NOON, differenceHash: 'b'.repeat(64), differenceCount: 1 })
    expect(given(clearDifference, { record, actor: system }).when({}).accepts().change).toMatchObject({
      set: { differenceCount: 0 },
      meet: [{ deadline: 'difference' }],
    })
  })
  test('refuses where none is noted, and people', () => {
    given(clearDifference, { record: aValidDocument(), actor: system }).when({}).refuses('no-difference')
    given(clearDifference, { record: aValidDocument(), actor: someone('administrator') })
      .when({})
      .refuses('only-by-system')
  })
})

describe('withdrawDocument', () => {
  test('ends every version', () => {
    const facts = { versions: [aVersion()], editions: [idOf('edition')] }
    const { change, to } = given(withdrawDocument, { record: aValidDocument(), facts })
      .when({ reason: '业务停办' })
      .accepts()
    expect(to).toBe('withdrawn')
    expect(change.rows).toMatchObject([
      { child: 'version', set: { withdrawnFrom: NOON } },
      { child: 'edition', set: { withdrawnFrom: NOON } },
    ])
  })
  test('refuses while it is being signed', () => {
    given(withdrawDocument, { record: aReviewedDocument(), facts: { versions: [], editions: [] } })
      .when({ reason: '业务停办' })
      .refuses('state')
  })
})
