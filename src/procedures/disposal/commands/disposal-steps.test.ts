import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { approval } from '../approval.ts'
import { type DisposalRow, disposalRow } from '../disposal.ts'
import type { DueEverywhere } from '../queries.ts'
import { carryOutDisposal } from './carry-out-disposal.ts'
import { listForDisposal } from './list-disposal.ts'
import { reviewDisposal } from './review-disposal.ts'
import { signDisposal } from './sign-disposal.ts'
import { withdrawDisposal } from './withdraw-disposal.ts'

const line = {
  id: idOf('old'),
  procedure: 'inquiry',
  noun: text('查询', 'inquiry'),
  number: 'ZX-2020-00001',
  closedOn: '2020-05-01',
  until: '2025-05-01',
  because: text('公司规定', 'company'),
}
const list = (over: Partial<DisposalRow> = {}): DisposalRow =>
  disposalRow.parse({
    id: idOf('list'),
    number: 'CZ-2026-0001',
    state: 'listed',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('administrator'),
    updatedAt: NOON,
    title: '售后服务部 1 条',
    department: 'after-sales',
    lines: [{ ...line, outcome: null, why: null }],
    count: 1,
    endedFrom: '2025-05-01',
    endedTo: '2025-05-01',
    note: null,
    listedByName: '韩冰',
    archiveNumber: null,
    method: null,
    witnessName: null,
    disposedCount: null,
    carriedOutAt: null,
    carriedOutByName: null,
    keptCount: null,
    openLists: null,
    endReason: null,
    ...over,
  })

describe('listing', () => {
  const due = { lines: [line], kept: 0 }
  const input = { department: 'after-sales' }
  const step = (found: object, actor = someone('administrator')) =>
    given(listForDisposal, { found: { due: { ...due, ...found } }, actor, chain: approval })

  test('lists what has ended', () => {
    const { change } = step({}).when(input).accepts()
    expect(change.set).toMatchObject({ count: 1, endedFrom: '2025-05-01', lines: [{ outcome: null }] })
  })
  test('is for the department or the general office, and needs something to list', () => {
    step({}, someone('warehouse')).when(input).refuses('not-own-department', 'department')
    step({}, someone('driver')).when(input).refuses('role')
    expect(step({ lines: [] }).when(input).refuses('nothing-due', 'department').sentence.zh).toContain('无须处置')
    expect(step({ lines: [], kept: 3 }).when(input).refuses('nothing-due').sentence.zh).toContain('3 条已到期')
  })
})

describe('the yearly look', () => {
  const look = (
    departments: DueEverywhere['departments'],
    open: readonly string[] = [],
    actor = someone('administrator'),
  ) => given(reviewDisposal, { found: { everywhere: { departments, open } }, actor })
  test('says that nothing is left unlisted, what is kept and which lists run', () => {
    const none = look([{ department: 'quality', due: 0, kept: 3 }])
      .when({})
      .accepts()
    expect(none.to).toBe('reviewed')
    expect(none.change.set).toMatchObject({ count: 0, lines: [], keptCount: 3, openLists: null })
    const open = look([{ department: 'quality', due: 0, kept: 0 }], ['CZ-2026-0001'])
      .when({})
      .accepts()
    expect(open.change.set).toMatchObject({ openLists: 'CZ-2026-0001' })
  })
  test('refuses while something ended is on no list, and other roles', () => {
    const refusal = look([{ department: 'quality', due: 2, kept: 0 }])
      .when({})
      .refuses('not-listed')
    expect(refusal.sentence.zh).toContain('质量管理部 2 条')
    look([], [], someone('driver')).when({}).refuses('role')
  })
})

describe('signing', () => {
  test('the last signature approves; the one before does not', () => {
    const head = { record: list(), chain: approval, signOffs: signOffsOf(approval, 'quality-head') }
    expect(
      given(signDisposal, { ...head, actor: someone('quality-head') })
        .when({ opinion: 'agree' })
        .accepts().to,
    ).toBe('listed')
    const last = { record: list(), chain: approval, signOffs: signOffsOf(approval, 'general-manager') }
    const manager = someone('general-manager')
    expect(
      given(signDisposal, { ...last, actor: manager })
        .when({ opinion: 'agree' })
        .accepts().to,
    ).toBe('approved')
    given(signDisposal, { ...last, actor: manager })
      .when({ opinion: 'refuse' })
      .refuses('reason-missing', 'note')
    const { to, change } = given(signDisposal, { ...last, actor: manager })
      .when({ opinion: 'refuse', note: '审计在即' })
      .accepts()
    expect(to).toBe('refused')
    expect(change).toMatchObject({ decline: true, set: { endReason: '审计在即' } })
  })
  test('nobody signs twice', () => {
    const manager = someone('general-manager')
    given(signDisposal, {
      record: list(),
      chain: approval,
      actor: manager,
      signOffs: signOffsOf(approval, 'general-manager', { signedBy: { 'quality-head': manager } }),
    })
      .when({ opinion: 'agree' })
      .refuses('sign-off-same-person')
  })
})

describe('carrying out', () => {
  const medium = { number: 'JZ-2026-0001', state: 'kept', kind: 'archive' }
  const input = { archiveNumber: 'JZ-2026-0001', witnessName: '尹正' }
  const record = list({ state: 'approved' })
  const step = (found: { still?: Map<string, Text | null>; medium?: typeof medium | null } = {}) =>
    given(carryOutDisposal, { record, found: { still: new Map([[line.id, null]]), medium, ...found } })

  test('disposes of what is still due', () => {
    const { change, to } = step().when(input).accepts()
    expect(to).toBe('carried-out')
    expect(change.dispose).toEqual([{ procedure: 'inquiry', recordId: line.id }])
    expect(change.set).toMatchObject({ disposedCount: 1, carriedOutAt: NOON })
  })
  test('keeps what something keeps by now', () => {
    const why = text('被 BL-2026-0001 保留', 'held by BL-2026-0001')
    const { change } = step({ still: new Map([[line.id, why]]) })
      .when(input)
      .accepts()
    expect(change.dispose).toEqual([])
    expect(change.set).toMatchObject({ disposedCount: 0, lines: [{ outcome: 'kept', why }] })
    const { change: lost } = step({ still: new Map() }).when(input).accepts()
    expect(lost.dispose).toEqual([])
  })
  test('asks for an archive in use, a witness and another person than the approver', () => {
    step({ medium: null }).when(input).refuses('no-such-medium', 'archiveNumber')
    step({ medium: { ...medium, kind: 'backup' } })
      .when(input)
      .refuses('medium-unfit', 'archiveNumber')
    step({ medium: { ...medium, state: 'unreadable' } })
      .when(input)
      .refuses('medium-unfit', 'archiveNumber')
    step()
      .when({ ...input, witnessName: someone('administrator').name })
      .refuses('own-witness', 'witnessName')
    const both = { ...someone('administrator'), roles: ['administrator', 'general-manager'] }
    given(carryOutDisposal, {
      record,
      actor: both,
      found: { still: new Map(), medium },
      signOffs: [{ chain: 'approval', step: 3, key: 'general-manager', outcome: 'signed', signedBy: both.id }],
    })
      .when(input)
      .refuses('DS-approve')
    given(carryOutDisposal, { record: list(), found: { still: new Map(), medium } })
      .when(input)
      .refuses('state')
  })
})

test('a list is taken back with a reason until it is carried out', () => {
  expect(given(withdrawDisposal, { record: list() }).when({ reason: '重新核对' }).accepts().to).toBe('withdrawn')
  given(withdrawDisposal, { record: list() }).when({ reason: '' }).refuses('bad-input', 'reason')
  given(withdrawDisposal, { record: list({ state: 'refused' }) })
    .when({ reason: '重新核对' })
    .refuses('state')
})
