import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { Duty } from '../../../kernel/duty.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { type DeclaredReports, declaredBy } from '../declared-report.ts'
import type { PeriodicReportRow, ReportComment, ReportReceipt } from '../periodic-report.ts'
import { filingChain } from '../sign-off-chain.ts'
import { acknowledgePeriodicReport } from './acknowledge-periodic-report.ts'
import { beginPeriodicReport } from './begin-periodic-report.ts'
import { commentPeriodicReport } from './comment-periodic-report.ts'
import { filePeriodicReport } from './file-periodic-report.ts'
import { handInPeriodicReport } from './hand-in-periodic-report.ts'
import { redrawPeriodicReport } from './redraw-periodic-report.ts'
import { reissuePeriodicReport, supersedePeriodicReport } from './reissue-periodic-report.ts'
import { signPeriodicReport } from './sign-periodic-report.ts'
import { submitPeriodicReport } from './submit-periodic-report.ts'
import { withdrawPeriodicReport } from './withdraw-periodic-report.ts'

const title = text('季度记录表', 'Quarterly sheet')
const content: ReportContent = { title, period: title, figures: [], charts: [], tables: [], notes: [] }
const duty = {
  name: 'sheet',
  rhythm: () => ({ every: 'quarter', dueMonth: 1, dueDay: 5 }),
  holidays: 'next-working-day',
} as unknown as Duty
const sheet = (handedTo: boolean) =>
  report({
    name: 'quarterly',
    title,
    fulfils: [],
    by: [],
    params: z.object({}),
    fill: async () => content,
    periodic: {
      duty: 'sheet',
      params: () => ({}),
      authors: ['quality'],
      signers: ['quality-head'],
      sections: ['situation', 'measures'],
      readers: ['quality-head'],
      ...(handedTo && { handedTo: text('药监部门', 'the authority') }),
    },
  })
const withReport = (handedTo: boolean): DeclaredReports => {
  const all = declaredBy([{ name: 'complaint', duties: [duty], reports: [sheet(handedTo)] } as unknown as Procedure])
  return () => all
}
const declared = withReport(false)
const author = someone('quality')
const system = { ...author, via: 'system' as const }
const hash = 'ab'.repeat(32)

const record: PeriodicReportRow = {
  id: idOf('report'),
  number: 'BB-2026-0003',
  state: 'drafted',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: author.id,
  updatedAt: NOON,
  title,
  procedure: 'complaint',
  report: 'quarterly',
  every: 'quarter',
  year: 2026,
  part: 3,
  firstDay: '2026-07-01',
  lastDay: '2026-09-30',
  dueOn: '2026-10-05',
  content,
  contentHash: hash,
  drawnAt: NOON,
  drawnByName: author.name,
  draws: 1,
  answersHash: null,
  submittedAt: null,
  submittedById: null,
  submittedByName: null,
  returnedNote: null,
  signedAt: null,
  filedAt: null,
  readers: ['quality-head'],
  pdfSha256: null,
  xlsxSha256: null,
  handedInOn: null,
  handedInTo: null,
  handedInNote: null,
  supersedesId: null,
  supersedesNumber: null,
  supersededByNumber: null,
  reason: null,
  endReason: null,
}
const comment = (section: ReportComment['section']): ReportComment => ({
  id: idOf(section),
  periodicReportId: record.id,
  section,
  what: '正常',
  causes: null,
  measures: null,
  ownerName: null,
  dueOn: null,
  at: NOON,
  byName: author.name,
  replaced: false,
})

describe('periodic-report.begin', () => {
  const begin = beginPeriodicReport(declared)
  const found = { drawn: { content, contentHash: hash, dueOn: '2026-10-05' }, known: null }
  const input = { report: 'complaint.quarterly', year: 2026, part: 3 }

  test('freezes what was drawn, with its moment, its hash and the due day', () => {
    const { change, to } = given(begin, { found }).when(input).accepts()
    expect(to).toBe('drafted')
    expect(change.set).toMatchObject({
      procedure: 'complaint',
      report: 'quarterly',
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      dueOn: '2026-10-05',
      content,
      contentHash: hash,
      drawnAt: NOON,
      draws: 1,
    })
  })
  test('refuses a report that is not there, a period too many, a period that runs, and one that has its report', () => {
    given(begin, { found })
      .when({ ...input, report: 'complaint.daily' })
      .refuses('unknown-report', 'report')
    given(begin, { found })
      .when({ ...input, part: 5 })
      .refuses('no-such-period', 'part')
    given(begin, { found })
      .when({ ...input, part: 4 })
      .refuses('period-running', 'part')
    const known = { ...found, known: { number: 'BB-2026-0001' } }
    expect(given(begin, { found: known }).when(input).refuses('already-begun').sentence.zh).toContain('BB-2026-0001')
  })
  test('refuses others than its author, and a correction that does not come from the filed report', () => {
    given(begin, { found, actor: someone('sales-head') })
      .when(input)
      .refuses('not-author')
    given(begin, { found, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
    given(begin, { found })
      .when({ ...input, supersedesId: idOf('x') })
      .refuses('only-from-record')
    given(begin, { found, actor: { ...someone('nobody'), via: 'system' } })
      .when(input)
      .accepts()
  })
})

describe('periodic-report.redraw', () => {
  const redraw = redrawPeriodicReport(declared)
  test('takes the numbers as they are now', () => {
    const drawn = { content, contentHash: 'cd'.repeat(32), dueOn: '2026-10-05' }
    const { change } = given(redraw, { record, found: { drawn } }).when({}).accepts()
    expect(change.set).toMatchObject({ ...drawn, draws: 2 })
  })
  test('refuses when nothing changed, when the report is gone, once it is signed, and others', () => {
    given(redraw, { record, found: { drawn: { content, contentHash: hash, dueOn: '2026-10-05' } } })
      .when({})
      .refuses('nothing-changed')
    given(redraw, { record, found: { drawn: null } })
      .when({})
      .refuses('report-gone')
    given(redraw, { record: { ...record, state: 'signing' } })
      .when({})
      .refuses('state')
    given(redraw, { record, actor: someone('sales-head') })
      .when({})
      .refuses('not-author')
  })
})

describe('periodic-report.comment', () => {
  const step = commentPeriodicReport(declared)
  const input = { section: 'situation', what: '投诉较上季下降' }
  test('the last part makes the report ready to submit; a part written anew replaces the old one', () => {
    expect(
      given(step, { record, facts: { comments: [] } })
        .when(input)
        .accepts().to,
    ).toBe('drafted')
    const comments = [comment('situation')]
    const { to, change } = given(step, { record, facts: { comments } })
      .when({ section: 'measures', what: '抽检', measures: '到货抽检', ownerName: '丁全福', dueOn: '2026-12-05' })
      .accepts()
    expect(to).toBe('commented')
    expect(change.rows).toMatchObject([{ insert: { section: 'measures', byName: author.name, replaced: false } }])
    const again = given(step, { record, facts: { comments } }).when(input).accepts()
    expect(again.change.rows?.[0]).toEqual({ child: 'comment', id: idOf('situation'), set: { replaced: true } })
  })
  test('refuses a part that the report lacks, a measure without somebody or a day, a day before the period', () => {
    const around = { record, facts: { comments: [] } }
    given(step, around)
      .when({ ...input, section: 'online' })
      .refuses('not-in-report', 'section')
    given(step, around)
      .when({ ...input, measures: '抽检' })
      .refuses('measure-unowned', 'ownerName')
    given(step, around)
      .when({ ...input, measures: '抽检', ownerName: '丁' })
      .refuses('measure-unowned', 'dueOn')
    given(step, around)
      .when({ ...input, measures: '抽检', ownerName: '丁', dueOn: '2026-06-30' })
      .refuses('due-before-period', 'dueOn')
    given(step, { ...around, actor: someone('after-sales-head') })
      .when(input)
      .refuses('not-author')
    given(step, { ...around, record: { ...record, state: 'filed' } })
      .when(input)
      .refuses('state')
  })
})

describe('periodic-report.submit', () => {
  const submit = submitPeriodicReport(declared)
  const commented = { ...record, state: 'commented' as const }
  test('is signed by its author and asks those who review it', () => {
    const comments = [comment('measures'), comment('situation')]
    const { change, to } = given(submit, { record: commented, facts: { comments } }).when({}).accepts()
    expect(to).toBe('signing')
    expect(change.seek).toEqual([{ chain: 'filing', steps: ['quality-head'] }])
    expect(change.set).toMatchObject({ submittedById: author.id, submittedByName: author.name })
    const turned = given(submit, { record: commented, facts: { comments: comments.toReversed() } })
      .when({})
      .accepts()
    expect(turned.change.set?.answersHash).toBe(change.set?.answersHash)
  })
  test('refuses while a part is without comment, and others', () => {
    given(submit, { record }).when({}).refuses('state')
    given(submit, { record: commented, actor: someone('sales-head') })
      .when({})
      .refuses('not-author')
  })
})

describe('signPeriodicReport', () => {
  const signing = { ...record, state: 'signing' as const, submittedById: author.id }
  const around = { record: signing, chain: filingChain, signing: { key: 'quality-head', last: true } }
  test('the last signature makes it ready to be filed', () => {
    const { change, to } = given(signPeriodicReport, around).when({ note: '同意' }).accepts()
    expect(to).toBe('signed')
    expect(change).toMatchObject({ note: '同意', set: { signedAt: NOON } })
    const first = given(signPeriodicReport, { ...around, signing: { key: 'quality-head' } })
      .when({})
      .accepts()
    expect(first.to).toBe('signing')
  })
  test('a reviewer returns it with a reason', () => {
    const { change, to } = given(signPeriodicReport, around).when({ agree: false, note: '原因不清' }).accepts()
    expect(to).toBe('commented')
    expect(change).toMatchObject({ decline: true, set: { returnedNote: '原因不清', submittedById: null } })
    given(signPeriodicReport, around).when({ agree: false }).refuses('note-missing', 'note')
  })
  test('refuses its author, other roles and other states', () => {
    const actor = { ...someone('quality-head'), id: author.id }
    given(signPeriodicReport, { ...around, actor })
      .when({})
      .refuses('BB-review')
    given(signPeriodicReport, { ...around, actor: someone('warehouse') })
      .when({})
      .refuses('role')
    given(signPeriodicReport, { ...around, record })
      .when({})
      .refuses('state')
  })
})

describe('filePeriodicReport', () => {
  const signed = { ...record, state: 'signed' as const }
  const input = { contentHash: hash, pdf: idOf('pdf'), pdfSha256: hash, xlsx: idOf('xlsx'), xlsxSha256: hash }
  test('keeps the files of exactly what was signed; the report that it replaces says so', () => {
    const { change, to } = given(filePeriodicReport, { record: signed, actor: system }).when(input).accepts()
    expect(to).toBe('filed')
    expect(change.attach).toHaveLength(2)
    expect(change.start).toBeUndefined()
    const anew = { ...signed, supersedesId: idOf('old') }
    const { start } = given(filePeriodicReport, { record: anew, actor: system }).when(input).accepts().change
    expect(start).toMatchObject([
      { command: 'periodic-report.supersede', on: idOf('old'), input: { by: record.number } },
    ])
  })
  test('refuses people, and files of other numbers', () => {
    given(filePeriodicReport, { record: signed, actor: author }).when(input).refuses('system-files')
    given(filePeriodicReport, { record: signed, actor: system })
      .when({ ...input, contentHash: 'cd'.repeat(32) })
      .refuses('other-content', 'contentHash')
    given(filePeriodicReport, { record, actor: system }).when(input).refuses('state')
  })
})

describe('acknowledgePeriodicReport', () => {
  const filed = { ...record, state: 'filed' as const, filedAt: NOON, readers: ['quality-head', 'business-deputy'] }
  const reader = someone('business-deputy')
  const around = { record: filed, facts: { receipts: [] as ReportReceipt[] }, actor: reader }
  test('keeps who read it, for which of its readers', () => {
    const { change, to } = given(acknowledgePeriodicReport, around).when({ note: '同意分析' }).accepts()
    expect(to).toBe('filed')
    expect(change.rows).toMatchObject([
      { child: 'receipt', insert: { roles: ['business-deputy'], byId: reader.id, at: NOON, note: '同意分析' } },
    ])
  })
  test('refuses somebody for whom it is not meant, a second time, other roles and other states', () => {
    given(acknowledgePeriodicReport, { ...around, actor: someone('purchasing') })
      .when({})
      .refuses('not-reader')
    const receipt: ReportReceipt = {
      id: idOf('receipt'),
      periodicReportId: filed.id,
      roles: ['business-deputy'],
      byId: reader.id,
      byName: reader.name,
      at: NOON,
      note: null,
    }
    given(acknowledgePeriodicReport, { ...around, facts: { receipts: [receipt] } })
      .when({})
      .refuses('already-read')
    given(acknowledgePeriodicReport, { ...around, actor: someone('warehouse') })
      .when({})
      .refuses('role')
    given(acknowledgePeriodicReport, { ...around, record })
      .when({})
      .refuses('state')
  })
})

describe('periodic-report.reissue', () => {
  const filed = { ...record, state: 'filed' as const, filedAt: NOON }
  const reissue = reissuePeriodicReport(declared)
  test('begins a new report of the same period', () => {
    const { change, to } = given(reissue, { record: filed, found: { successor: null } })
      .when({ reason: '漏计一起' })
      .accepts()
    expect(to).toBe('filed')
    expect(change.start).toMatchObject([
      { command: 'periodic-report.begin', input: { part: 3, supersedesNumber: record.number, reason: '漏计一起' } },
    ])
  })
  test('is begun once, by its author, with a reason', () => {
    given(reissue, { record: filed, found: { successor: { number: 'BB-2026-0009' } } })
      .when({ reason: '漏计一起' })
      .refuses('already-reissued')
    given(reissue, { record: filed, found: { successor: null } })
      .when({})
      .refuses('bad-input', 'reason')
    given(reissue, { record: filed, actor: someone('sales-head') })
      .when({ reason: '漏计' })
      .refuses('not-author')
    given(reissue, { record }).when({ reason: '漏计' }).refuses('state')
  })
  test('supersedePeriodicReport: only the filing of the new one says so', () => {
    const { to } = given(supersedePeriodicReport, { record: filed, actor: system })
      .when({ by: 'BB-2026-0009' })
      .accepts()
    expect(to).toBe('superseded')
    given(supersedePeriodicReport, { record: filed }).when({ by: 'BB-2026-0009' }).refuses('system-supersedes')
  })
})

describe('periodic-report.withdraw', () => {
  const withdraw = withdrawPeriodicReport(declared)
  test('a draft begun in error', () => {
    expect(given(withdraw, { record }).when({ reason: '重复' }).accepts().to).toBe('withdrawn')
    given(withdraw, { record }).when({}).refuses('bad-input', 'reason')
    given(withdraw, { record, actor: someone('sales-head') })
      .when({ reason: '重复' })
      .refuses('not-author')
    given(withdraw, { record: { ...record, state: 'signing' } })
      .when({ reason: '重复' })
      .refuses('state')
  })
})

describe('periodic-report.hand-in', () => {
  const filed = { ...record, state: 'filed' as const, filedAt: NOON }
  const input = { on: '2026-11-20', to: '市市场监管局' }
  const step = handInPeriodicReport(withReport(true))
  test('says where and when it was handed in', () => {
    const { change } = given(step, { record: filed })
      .when({ ...input, note: '受理 12 号' })
      .accepts()
    expect(change.set).toEqual({ handedInOn: '2026-11-20', handedInTo: '市市场监管局', handedInNote: '受理 12 号' })
  })
  test('refuses a day before it was filed or to come, a second time, a report that stays inside, others', () => {
    given(step, { record: filed })
      .when({ ...input, on: '2026-11-19' })
      .refuses('not-then', 'on')
    given(step, { record: filed })
      .when({ ...input, on: '2026-11-21' })
      .refuses('not-then', 'on')
    given(step, { record: { ...filed, handedInOn: '2026-11-20' } })
      .when(input)
      .refuses('already-handed-in')
    given(handInPeriodicReport(declared), { record: filed }).when(input).refuses('stays-inside')
    given(step, { record: filed, actor: someone('sales-head') })
      .when(input)
      .refuses('not-author')
    given(step, { record }).when(input).refuses('state')
  })
})

test('a report names a duty for periods that its procedure has', () => {
  const gone = { name: 'x', duties: [], reports: [sheet(false)] } as unknown as Procedure
  expect(() => declaredBy([gone])).toThrow(/names a duty sheet/)
})
