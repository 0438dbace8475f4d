import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { type LegalHoldRow, legalHoldRow } from '../legal-hold.ts'
import { liftHold } from './lift-legal-hold.ts'
import { placeHold } from './place-legal-hold.ts'

const subject = { id: idOf('matter'), name: 'TS-2026-00042 输液泵漏液' }
const input = { scope: 'matter', matter: 'TS-2026-00042', reason: '诉讼中', authority: '（2026）豫01民初12号' }

describe('placing a hold', () => {
  test('keeps what it covers, why and on whose authority', () => {
    const { change, to } = given(placeHold, { found: { subject, same: null } })
      .when(input)
      .accepts()
    expect(to).toBe('placed')
    expect(change.set).toMatchObject({ subjectId: subject.id, subjectName: subject.name, reason: '诉讼中' })
  })
  test('names something that is there, once', () => {
    const step = (found: object) => given(placeHold, { found: { subject, same: null, ...found } })
    step({ subject: null }).when(input).refuses('no-such-subject', 'matter')
    step({ subject: null })
      .when({ ...input, scope: 'lot', lotId: idOf('lot') })
      .refuses('no-such-subject', 'lotId')
    step({ same: 'BL-2026-0001' }).when(input).refuses('already-held', 'scope')
    step({})
      .when({ ...input, authority: '' })
      .refuses('bad-input', 'authority')
  })
  test('is for those who answer for quality', () => {
    given(placeHold, { found: { subject, same: null }, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('lifting it', () => {
  const placer = someone('quality-head')
  const hold: LegalHoldRow = legalHoldRow.parse({
    id: idOf('hold'),
    number: 'BL-2026-0001',
    state: 'placed',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: placer.id,
    updatedAt: NOON,
    title: subject.name,
    scope: 'matter',
    subjectId: subject.id,
    subjectName: subject.name,
    reason: '诉讼中',
    authority: '法院文书',
    placedByName: placer.name,
    liftedAt: null,
    liftedByName: null,
    liftReason: null,
  })
  test('is somebody else’s decision', () => {
    given(liftHold, { record: hold, actor: placer }).when({ reason: '结案' }).refuses('LH-lift')
    const { change, to } = given(liftHold, { record: hold, actor: someone('general-manager') })
      .when({ reason: '结案' })
      .accepts()
    expect(to).toBe('lifted')
    expect(change.set).toMatchObject({ liftedAt: NOON, liftReason: '结案' })
  })
  test('happens once', () => {
    given(liftHold, { record: { ...hold, state: 'lifted' }, actor: someone('general-manager') })
      .when({ reason: '结案' })
      .refuses('state')
  })
})
