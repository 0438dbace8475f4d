import { idOf, NOON, someone } from '../../../test/given.ts'
import type { FindingRow, InspectionRow, RequestRow } from './inspection.ts'

/** The account that inspectors sign in with. */
export const account = { id: idOf('inspector'), name: '检查员', state: 'active', roles: ['authority-inspector'] }

/** An inspection under way. */
export const inspectionOf = (over: Partial<InspectionRow> = {}): InspectionRow => ({
  id: idOf('inspection'),
  number: 'JC-2026-0001',
  state: 'open',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: someone('quality-head').id,
  updatedAt: NOON,
  title: '省局 年度检查',
  authority: '省局',
  noticeNo: null,
  purpose: '年度检查',
  inspectors: [{ name: '许建国', certificate: '豫0012345' }],
  inspectorNames: '许建国',
  accountId: account.id,
  accountName: account.name,
  wholeCompany: false,
  procedures: ['complaint'],
  periodFrom: '2026-01-01',
  periodTo: '2026-11-20',
  validFrom: NOON,
  validUntil: '2026-11-23T04:00:00.000Z',
  openedByName: '李红梅',
  openRequests: 0,
  openFindings: 0,
  findingCount: 0,
  endedAt: null,
  endedByName: null,
  endReason: null,
  closedAt: null,
  conclusion: null,
  ...over,
})

/** Something that was asked for. */
export const requestOf = (over: Partial<RequestRow> = {}): RequestRow => ({
  id: idOf('request'),
  inspectionId: idOf('inspection'),
  place: 1,
  asked: '第三季度分析报告原件',
  answererId: someone('sales').id,
  answererName: someone('sales').name,
  askedAt: NOON,
  dueOn: '2026-11-21',
  answer: null,
  answeredAt: null,
  answeredByName: null,
  ...over,
})

/** Something that was found. */
export const findingOf = (over: Partial<FindingRow> = {}): FindingRow => ({
  id: idOf('finding'),
  inspectionId: idOf('inspection'),
  place: 1,
  clause: 'GSP 第七十六条',
  severity: 'minor',
  finding: '现场核实晚于规定时限',
  dueOn: '2026-12-05',
  recordedAt: NOON,
  matter: null,
  answer: null,
  answeredAt: null,
  answeredByName: null,
  ...over,
})
