import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { account, findingOf, inspectionOf, requestOf } from '../inspection.example.ts'
import { adjustInspection } from './adjust-inspection.ts'
import { answerFinding } from './answer-finding-inspection.ts'
import { answerRequest } from './answer-request-inspection.ts'
import { closeInspection } from './close-inspection.ts'
import { endInspection } from './end-inspection.ts'
import { expireInspection } from './expire-inspection.ts'
import { extendInspection } from './extend-inspection.ts'
import { openInspection } from './open-inspection.ts'
import { recordFinding } from './record-finding-inspection.ts'
import { recordRequest } from './record-request-inspection.ts'

const scope = { scope: 'chosen', procedures: ['complaint'], periodFrom: '2026-01-01', periodTo: '2026-11-20' }

describe('opening', () => {
  const input = {
    authority: '省局',
    purpose: '年度检查',
    inspectors: [{ name: '许建国', certificate: '豫0012345' }],
    accountId: account.id,
    ...scope,
    validUntil: '2026-11-23T04:00:00.000Z',
  }
  const step = (found: object = {}) => given(openInspection, { found: { account, sameAccount: null, ...found } })

  test('keeps who came, what may be seen and until when', () => {
    const { change, to } = step().when(input).accepts()
    expect(to).toBe('open')
    expect(change.set).toMatchObject({
      inspectorNames: '许建国',
      accountName: '检查员',
      wholeCompany: false,
      procedures: ['complaint'],
      validFrom: NOON,
      validUntil: input.validUntil,
    })
  })
  test('of all procedures keeps no list, which would go stale', () => {
    const { change } = step()
      .when({ ...input, scope: 'all', procedures: ['complaint'] })
      .accepts()
    expect(change.set).toMatchObject({ wholeCompany: true, procedures: [] })
  })
  test('is for an active account of an inspector, and one inspection at a time', () => {
    step({ account: null }).when(input).refuses('no-inspector', 'accountId')
    step({ account: { ...account, state: 'inactive' } })
      .when(input)
      .refuses('no-inspector', 'accountId')
    step({ account: { ...account, roles: ['sales'] } })
      .when(input)
      .refuses('no-inspector', 'accountId')
    const refused = step({ sameAccount: { number: 'JC-2026-0007' } })
      .when(input)
      .refuses('account-open', 'accountId')
    expect(refused.sentence.en).toContain('JC-2026-0007')
  })
  test('names procedures, a period forwards and an end within the limit', () => {
    step()
      .when({ ...input, procedures: [] })
      .refuses('no-procedure', 'procedures')
    step()
      .when({ ...input, periodFrom: '2026-12-01' })
      .refuses('period-backwards', 'periodTo')
    step()
      .when({ ...input, validUntil: NOON })
      .refuses('over-already', 'validUntil')
    step()
      .when({ ...input, validFrom: '2026-11-24T04:00:00.000Z' })
      .refuses('over-already', 'validUntil')
    step()
      .when({ ...input, validUntil: '2026-12-21T04:00:00.000Z' })
      .refuses('too-long', 'validUntil')
    step()
      .when({ ...input, inspectors: [] })
      .refuses('bad-input', 'inspectors')
  })
  test('is signed by who answers for quality', () => {
    expect(openInspection.sign).toBeDefined()
    given(openInspection, { found: { account, sameAccount: null }, actor: someone('quality') })
      .when(input)
      .refuses('role')
  })
})

describe('while it is open', () => {
  const record = inspectionOf()
  test('more or less is seen, with a reason', () => {
    const step = given(adjustInspection, { record })
    const { change } = step.when({ ...scope, scope: 'all', reason: '扩大到全部程序' }).accepts()
    expect(change.set).toEqual({
      wholeCompany: true,
      procedures: [],
      periodFrom: '2026-01-01',
      periodTo: '2026-11-20',
    })
    step.when({ ...scope, reason: '没有改变' }).refuses('unchanged', 'scope')
    step.when({ ...scope, procedures: [], reason: '清空' }).refuses('no-procedure', 'procedures')
    step.when({ ...scope, scope: 'all', reason: '' }).refuses('bad-input', 'reason')
    given(adjustInspection, { record: inspectionOf({ state: 'ended' }) })
      .when({ ...scope, scope: 'all', reason: '扩大' })
      .refuses('state')
  })
  test('it is extended, later and within the limit', () => {
    const step = given(extendInspection, { record })
    const reason = '检查组延长两天'
    expect(step.when({ validUntil: '2026-11-25T04:00:00.000Z', reason }).accepts().change.set).toEqual({
      validUntil: '2026-11-25T04:00:00.000Z',
    })
    step.when({ validUntil: '2026-11-22T04:00:00.000Z', reason }).refuses('not-longer', 'validUntil')
    step.when({ validUntil: '2027-01-25T04:00:00.000Z', reason }).refuses('too-long', 'validUntil')
  })
  test('the server stops it when its time is over, not before', () => {
    given(expireInspection, { record }).when({}).refuses('role')
    const system = { ...someone('system'), roles: [], via: 'system' as const }
    given(expireInspection, { record, actor: system }).when({}).refuses('not-over')
    const { to } = given(expireInspection, { record, actor: system, now: record.validUntil }).when({}).accepts()
    expect(to).toBe('expired')
  })
})

describe('what is asked', () => {
  const record = inspectionOf({ openRequests: 1 })
  const answerer = { id: someone('sales').id, name: '销售 甲', state: 'active', roles: ['sales'] }
  const input = { asked: '第三季度分析报告原件', answererId: answerer.id, dueOn: '2026-11-21' }

  test('is written down with who answers, and its clock runs', () => {
    const step = (found: object, facts = { requests: [requestOf()] }) =>
      given(recordRequest, { record, facts, found: { answerer, ...found } })
    const { change } = step({}).when(input).accepts()
    expect(change.set).toEqual({ openRequests: 2 })
    expect(change.rows).toMatchObject([{ child: 'request', insert: { place: 2, answererName: '销售 甲' } }])
    expect(change.open).toMatchObject([{ deadline: 'answer', key: 'request-2', ownerId: answerer.id }])
    step({ answerer: null }).when(input).refuses('no-such-person', 'answererId')
    step({ answerer: account }).when(input).refuses('no-such-person', 'answererId')
    step({})
      .when({ ...input, dueOn: '2026-11-19' })
      .refuses('day-past', 'dueOn')
  })
  test('is answered by who was named, or by quality', () => {
    const facts = { requests: [requestOf()] }
    const answer = { place: 1, answer: '已提供原件' }
    const { change } = given(answerRequest, { record, facts, actor: someone('sales') })
      .when(answer)
      .accepts()
    expect(change.set).toEqual({ openRequests: 0 })
    expect(change.meet).toEqual([{ deadline: 'answer', key: 'request-1' }])
    given(answerRequest, { record, facts, actor: someone('quality') })
      .when(answer)
      .accepts()
    given(answerRequest, { record, facts, actor: someone('finance') })
      .when(answer)
      .refuses('not-asked')
    given(answerRequest, { record, facts, actor: someone('authority-inspector') })
      .when(answer)
      .refuses('role')
    given(answerRequest, { record, facts: { requests: [] }, actor: someone('quality') })
      .when(answer)
      .refuses('nothing-asked')
    given(answerRequest, { record, facts, actor: someone('quality') })
      .when({ ...answer, place: 2 })
      .refuses('no-such-request', 'place')
    const two = { requests: [requestOf(), requestOf({ place: 2, answererId: idOf('other'), answererName: '王五' })] }
    given(answerRequest, { record, facts: two, actor: someone('sales') })
      .when({ ...answer, place: 2 })
      .refuses('not-asked', 'place')
  })
})

describe('what is found', () => {
  const input = { clause: 'GSP 第七十六条', severity: 'minor', finding: '核实超时', dueOn: '2026-12-05' }
  test('is written down with its clock and the record in which it is put right', () => {
    const matter = { procedure: 'complaint', id: idOf('complaint'), number: 'TS-2026-00042' }
    const step = (found: object) =>
      given(recordFinding, { record: inspectionOf(), facts: { findings: [] }, found: { matter: null, ...found } })
    const { change } = step({ matter })
      .when({ ...input, matter: 'TS-2026-00042' })
      .accepts()
    expect(change.set).toEqual({ openFindings: 1, findingCount: 1 })
    expect(change.link).toEqual([{ procedure: 'complaint', id: matter.id, kind: 'finding' }])
    expect(change.open).toMatchObject([{ deadline: 'rectification', key: 'finding-1' }])
    step({})
      .when({ ...input, matter: 'TS-2026-99999' })
      .refuses('no-such-record', 'matter')
    step({})
      .when({ ...input, dueOn: '2026-11-01' })
      .refuses('day-past', 'dueOn')
  })
  test('is put right with a signature, once', () => {
    const record = inspectionOf({ state: 'ended', openFindings: 1, findingCount: 1 })
    const facts = { findings: [findingOf()] }
    const { change } = given(answerFinding, { record, facts }).when({ place: 1, answer: '已培训' }).accepts()
    expect(change.set).toEqual({ openFindings: 0 })
    expect(change.meet).toEqual([{ deadline: 'rectification', key: 'finding-1' }])
    given(answerFinding, { record, facts: { findings: [findingOf({ answeredAt: NOON })] } })
      .when({ place: 1, answer: '再次' })
      .refuses('nothing-found')
    given(answerFinding, { record, facts }).when({ place: 3, answer: '已培训' }).refuses('no-such-finding', 'place')
    expect(answerFinding.sign).toBeDefined()
  })
})

describe('the end', () => {
  test('waits for the answers, or says why not', () => {
    const asked = inspectionOf({ openRequests: 2 })
    given(endInspection, { record: asked }).when({}).refuses('requests-open', 'reason')
    expect(given(endInspection, { record: asked }).when({ reason: '检查组提前离开' }).accepts().to).toBe('ended')
    const { change } = given(endInspection, { record: inspectionOf() }).when({}).accepts()
    expect(change.set).toMatchObject({ endedAt: NOON, endReason: null })
  })
  test('comes when everything was answered and put right', () => {
    const conclusion = { conclusion: '整改后符合要求' }
    given(closeInspection, { record: inspectionOf({ state: 'ended', openRequests: 1 }) })
      .when(conclusion)
      .refuses('requests-open')
    given(closeInspection, { record: inspectionOf({ state: 'ended', openFindings: 1 }) })
      .when(conclusion)
      .refuses('findings-open')
    given(closeInspection, { record: inspectionOf() }).when(conclusion).refuses('state')
    const { to } = given(closeInspection, { record: inspectionOf({ state: 'expired' }) })
      .when(conclusion)
      .accepts()
    expect(to).toBe('closed')
  })
})
