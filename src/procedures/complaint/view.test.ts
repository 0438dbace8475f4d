import { expect, test } from 'vitest'
import { idOf, NOON } from '../../../test/given.ts'
import { aComplaint, MORNING } from './complaint.example.ts'
import type { ComplaintRow } from './complaint.ts'
import { complaintView } from './view.ts'

const none = {
  contacts: [],
  assignments: [],
  verifications: [],
  opinions: [],
  actions: [],
  notices: [],
  delays: [],
  sameLot: 0,
}
const view = (over: Partial<ComplaintRow> = {}, facts: Partial<typeof none> = {}) =>
  complaintView(aComplaint(over), { ...none, ...facts }, { now: NOON, zone: 'Asia/Shanghai' })
const labels = (over: Partial<ComplaintRow> = {}, facts: Partial<typeof none> = {}) =>
  view(over, facts).sections.flatMap(section => ('facts' in section ? section.facts.map(fact => fact.label.zh) : []))
const tones = (over: Partial<ComplaintRow>) => view(over).notices?.map(notice => notice.tone)

test('the head of the page says what, how bad, how far, who and how it came', () => {
  const { title, badges, subtitle } = view({ urgency: 'urgent' })
  expect(title).toBe('输液泵开机报警 E21，无法输液')
  expect(badges).toEqual([
    { text: { zh: '紧迫', en: 'Urgent' }, tone: 'late' },
    { text: { zh: 'S2 影响治疗', en: 'S2 affects treatment' }, tone: 'warn' },
    { text: { zh: '核实中', en: 'Investigating' }, tone: 'info' },
  ])
  expect(subtitle.map(part => (typeof part === 'string' ? part : part.zh))).toEqual([
    '郑州市第七人民医院',
    'ICU',
    '本地客户',
    '张敏 13800002210',
    '电话受理 2026-11-20 08:42',
    '责任部门 质量管理部',
  ])
})
test('a severity that may still change says so', () => {
  expect(view({ severity: 'S1', severityProvisional: true }).badges[0]?.text.zh).toBe('S1 危及生命（待确认）')
})
test('a severity that nobody rated says so', () => {
  expect(view({ severity: null }).badges[0]).toEqual({
    text: { zh: '严重程度待评定', en: 'Severity not rated' },
    tone: 'warn',
  })
})
test('what is not known takes no room', () => {
  expect(labels()).toContain('批号')
  expect(labels({ lotNo: null })).not.toContain('批号')
  expect(labels()).not.toContain('同批投诉')
  expect(labels({}, { sameLot: 2 })).toContain('同批投诉')
})
test('that nobody has called is shown; empty tables of the rest are not', () => {
  const tables = view().sections.flatMap(section => ('columns' in section ? [section.title.zh] : []))
  expect(tables).toEqual(['与客户的联系'])
})
test('a contact that reached nobody is marked', () => {
  const contact = {
    id: idOf('contact'),
    complaintId: idOf('complaint'),
    at: MORNING,
    byId: idOf('by'),
    byName: '周强',
    contactedAt: MORNING,
    way: 'telephone' as const,
    withWhom: null,
    reached: false,
    content: '无人接听',
    problem: null,
    plan: null,
    reportedTo: null,
  }
  const sections = complaintView(
    aComplaint(),
    { ...none, contacts: [contact] },
    { now: NOON, zone: 'Asia/Shanghai' },
  ).sections
  const table = sections.find(section => 'rows' in section)
  expect(table && 'rows' in table ? table.rows[0]?.way : null).toEqual({
    kind: 'text',
    value: { zh: '电话（未联系上）', en: 'Telephone (not reached)' },
  })
})
test('what must not be missed stands above the rest', () => {
  expect(tones({})).toEqual([])
  expect(tones({ harmHappened: 'yes' })).toEqual(['late'])
  expect(tones({ stillInUse: 'yes' })).toEqual(['late'])
  expect(tones({ stillInUse: 'yes', severity: 'S4' })).toEqual([])
  expect(tones({ aeState: 'undecided', aeDeciderName: '陈思远' })).toEqual(['warn'])
  expect(tones({ expiresOn: '2026-10-01' })).toEqual(['warn'])
  expect(tones({ opinionState: 'declined' })).toEqual(['warn'])
  expect(tones({ mergedIntoNumber: 'TS-2026-00007' })).toEqual(['info'])
  expect(tones({ reopenReason: '又报警' })).toEqual(['info'])
})
