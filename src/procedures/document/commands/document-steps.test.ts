import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { given, NOON, someone } from '../../../../test/given.ts'
import { policy } from '../../../kernel/policy.ts'
import type { WrittenProcedure } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { contentHash, contentOf } from '../content.ts'
import type { Described } from '../described.ts'
import { aDocument, aReviewedDocument, aValidDocument, aVersion } from '../document.example.ts'
import { versionChain } from '../sign-off-chains.ts'
import { abandonDraft, changeDraft, correctDocument, reviseDocument } from './draft-document.ts'
import { registerDocument } from './register-document.ts'
import { approveDocument, reviewDocument, submitDocument } from './sign-document.ts'

const hours = policy({
  key: 'inquiry.answer_h',
  title: text('答复时限', 'Answered within'),
  schema: z.int(),
  default: 24,
  clauses: ['S28-1a'],
  basis: 'procedure',
})
const inquiry: WrittenProcedure = {
  name: 'inquiry',
  title: text('咨询', 'Inquiries'),
  group: 'after-sales',
  source: [],
  clauses: { 'S28-1a': { zh: '及时解决', en: 'Solved in time', source: 'S28 1' } },
  policies: [hours],
}
const described: Described = () => [inquiry]
const nobody = { taken: { code: null, procedure: null }, files: [] }

describe('document.register', () => {
  const register = registerDocument(described)
  const input = {
    code: 'QP15',
    titleZh: '顾客反馈和投诉控制程序',
    titleEn: 'Customer feedback and complaint control',
    kind: 'procedure',
    procedure: 'inquiry',
    label: 'A/0',
    changes: '首次发布',
    effectiveOn: '2026-11-20',
  }

  test('begins the first version; the company’s keeper owns what names no other', () => {
    const { change, to } = given(register, { found: nobody }).when(input).accepts()
    expect(to).toBe('drafting')
    expect(change.set).toMatchObject({
      code: 'QP15',
      draftLabel: 'A/0',
      ownerRole: 'administrator',
      procedure: 'inquiry',
    })
  })

  test('a version that holds on paper already may be taken over', () => {
    given(register, { found: nobody })
      .when({ ...input, effectiveOn: '2024-12-10' })
      .accepts()
  })

  test('refuses a number or a procedure that is taken, an unknown procedure, a label of another shape', () => {
    given(register, { found: { ...nobody, taken: { code: 'QP15（WJ-2026-0001）', procedure: null } } })
      .when(input)
      .refuses('code-taken', 'code')
    given(register, { found: { ...nobody, taken: { code: null, procedure: 'QP14' } } })
      .when(input)
      .refuses('procedure-taken', 'procedure')
    given(register, { found: nobody })
      .when({ ...input, procedure: 'nothing' })
      .refuses('procedure-unknown', 'procedure')
    given(register, { found: nobody })
      .when({ ...input, label: 'V1.0' })
      .refuses('bad-input', 'label')
  })
})

describe('reviseDocument', () => {
  const input = { label: 'A/1', changes: '时限改为 12 小时', effectiveOn: '2026-12-01' }
  const around = { record: aValidDocument(), facts: { versions: [aVersion()] }, found: { files: [] } }

  test('takes the next revision or the next edition', () => {
    expect(given(reviseDocument, around).when(input).accepts().to).toBe('drafting')
    given(reviseDocument, around)
      .when({ ...input, label: 'B/0' })
      .accepts()
  })

  test('refuses another label, a day gone by, and a day before the version that it replaces', () => {
    expect(
      given(reviseDocument, around)
        .when({ ...input, label: 'A/3' })
        .refuses('label-order', 'label').sentence.zh,
    ).toContain('A/1 或 B/0')
    given(reviseDocument, around)
      .when({ ...input, effectiveOn: '2026-11-19' })
      .refuses('effective-too-early', 'effectiveOn')
    given(reviseDocument, { ...around, facts: { versions: [aVersion({ effectiveOn: '2026-12-10' })] } })
      .when(input)
      .refuses('effective-too-early')
  })
})

describe('changeDraft', () => {
  const input = { label: 'A/1', changes: '改写', effectiveOn: '2026-12-01' }

  test('changes what is being compiled', () => {
    expect(
      given(changeDraft, { record: aDocument(), facts: { versions: [aVersion()] }, found: { files: [] } })
        .when(input)
        .accepts().change.set,
    ).toMatchObject({ draftLabel: 'A/1', draftEffectiveOn: '2026-12-01' })
    given(changeDraft, { record: aDocument(), facts: { versions: [] }, found: { files: [] } })
      .when({ ...input, label: 'C/4' })
      .accepts()
  })

  test('refuses a label or a day out of order', () => {
    const around = { record: aDocument(), facts: { versions: [aVersion()] }, found: { files: [] } }
    given(changeDraft, around)
      .when({ ...input, label: 'A/0' })
      .refuses('label-order', 'label')
    given(changeDraft, around)
      .when({ ...input, effectiveOn: '2026-11-01' })
      .refuses('effective-too-early', 'effectiveOn')
  })
})

describe('abandonDraft', () => {
  test('goes back to the approved version', () => {
    const record = aValidDocument({ state: 'drafting', draftLabel: 'A/1' })
    expect(given(abandonDraft, { record }).when({ reason: '暂不修改' }).accepts().to).toBe('valid')
  })
  test('refuses where nothing was ever approved', () => {
    given(abandonDraft, { record: aDocument() }).when({ reason: '暂不修改' }).refuses('nothing-approved')
  })
})

describe('correctDocument', () => {
  const details = {
    titleZh: '顾客反馈和投诉控制程序',
    titleEn: 'Customer feedback and complaint control',
    kind: 'procedure',
    ownerRole: 'quality',
    refersTo: [],
    reason: '补充引用标准',
  }
  test('keeps what stood there before', () => {
    const { change } = given(correctDocument, { record: aValidDocument() })
      .when({ ...details, refersTo: ['GB/T 42061-2022'] })
      .accepts()
    expect(change.correct).toMatchObject([{ field: 'refersTo', was: [], now: ['GB/T 42061-2022'] }])
  })
  test('refuses when nothing changed', () => {
    given(correctDocument, { record: aValidDocument() }).when(details).refuses('nothing-changed')
  })
})

describe('submitDocument', () => {
  test('puts the draft forward', () => {
    const { change, to } = given(submitDocument, { record: aDocument(), facts: { versions: [] }, chain: versionChain })
      .when({})
      .accepts()
    expect(to).toBe('reviewing')
    expect(change.set).toMatchObject({ label: 'A/0', effectiveOn: '2026-11-20', compiledAt: NOON })
  })
  test('refuses without a draft, and a day that has passed meanwhile', () => {
    given(submitDocument, { record: aDocument({ draftLabel: null }), facts: { versions: [] }, chain: versionChain })
      .when({})
      .refuses('nothing-drafted')
    given(submitDocument, {
      record: aDocument({ draftLabel: 'A/1', draftEffectiveOn: '2026-11-01' }),
      facts: { versions: [aVersion()] },
      chain: versionChain,
    })
      .when({})
      .refuses('effective-too-early')
  })
})

describe('reviewDocument', () => {
  const record = aReviewedDocument({ state: 'reviewing', reviewedAt: null, reviewedByName: null })
  const around = { record, chain: versionChain, signing: { key: 'review' } }
  test('agrees, or sends back with the reason', () => {
    expect(given(reviewDocument, around).when({}).accepts().to).toBe('approving')
    const back = given(reviewDocument, around).when({ agree: false, note: '缺少时限' }).accepts()
    expect(back.to).toBe('drafting')
    expect(back.change).toMatchObject({ decline: true, set: { returnedNote: '缺少时限' } })
  })
  test('refuses to send back without a reason', () => {
    given(reviewDocument, around).when({ agree: false }).refuses('note-missing', 'note')
  })
})

describe('document.approve', () => {
  const approve = approveDocument(described)
  const around = {
    record: aReviewedDocument(),
    facts: { versions: [] },
    chain: versionChain,
    signing: { key: 'approve', last: true },
  }

  test('keeps what the program does, and holds from its approval on', () => {
    const { change, to } = given(approve, { ...around, policy: { 'inquiry.answer_h': 12 } })
      .when({})
      .accepts()
    expect(to).toBe('valid')
    const [version, edition] = change.rows ?? []
    expect(version).toMatchObject({
      child: 'version',
      insert: { place: 1, label: 'A/0', effectiveFrom: NOON, compiledByName: '陈晓', approvedAt: NOON },
    })
    const content = version && 'insert' in version ? version.insert.content : null
    expect(content).toMatchObject([
      { kind: 'clause', key: 'S28-1a' },
      { kind: 'policy', key: 'inquiry.answer_h', fields: { value: 12 } },
    ])
    const hash = contentHash(contentOf(inquiry, Object.assign((() => 12) as never, { version: () => 1 })))
    expect(version).toMatchObject({ insert: { contentHash: hash } })
    expect(edition).toMatchObject({ child: 'edition', insert: { procedure: 'inquiry', code: 'QP15', label: 'A/0' } })
  })

  test('a later day lets the version begin with it', () => {
    const { change } = given(approve, { ...around, record: aReviewedDocument({ effectiveOn: '2026-12-01' }) })
      .when({})
      .accepts()
    expect(change.set).toMatchObject({ approvedFrom: '2026-11-30T16:00:00.000Z' })
  })

  test('a document that describes no procedure has no content and is no edition', () => {
    const { change } = given(approve, { ...around, record: aReviewedDocument({ procedure: null }) })
      .when({})
      .accepts()
    expect(change.rows).toMatchObject([{ child: 'version', insert: { content: null, contentHash: null } }])
  })

  test('sends back with a reason, refuses without one', () => {
    expect(given(approve, around).when({ agree: false, note: '先补培训' }).accepts().to).toBe('drafting')
    given(approve, around).when({ agree: false }).refuses('note-missing', 'note')
  })

  test('is for those who approve', () => {
    given(approve, { ...around, actor: someone('warehouse') })
      .when({})
      .refuses('role')
  })
})
