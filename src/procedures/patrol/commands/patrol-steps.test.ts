import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { ItemRow, PatrolRow } from '../patrol.ts'
import { completePatrol } from './complete-patrol.ts'
import { settleFinding } from './settle-finding.ts'
import { startPatrol } from './start-patrol.ts'

const record: PatrolRow = {
  id: idOf('patrol'),
  number: 'XS-2026-00001',
  state: 'walking',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: someone('equipment-technician').id,
  updatedAt: NOON,
  day: '2026-11-20',
  startedByName: '严军',
  equipmentCount: 2,
  findingCount: 0,
  openCount: 0,
  note: null,
  completedAt: null,
  completedByName: null,
}
const item = (name: string, more: Partial<ItemRow> = {}): ItemRow => ({
  id: idOf(`item ${name}`),
  patrolId: record.id,
  place: 1,
  equipmentId: idOf(name),
  number: 'SB-2026-00001',
  name,
  location: '一号库',
  running: null,
  finding: null,
  outcome: null,
  handling: null,
  settledAt: null,
  settledByName: null,
  ...more,
})
const lift = item('货梯')
const unit = item('冷库机组', { place: 2 })

describe('startPatrol', () => {
  const equipment = [lift, unit].map(({ equipmentId, number, name, location }) => ({
    id: equipmentId,
    number,
    name,
    place: location,
  }))
  const step = (found: object, actor = someone('equipment-technician')) =>
    given(startPatrol, { found: { today: null, equipment, ...found }, actor }).when({})

  test('takes everything in use from the register', () => {
    const { change } = step({}).accepts()
    expect(change.set).toMatchObject({ day: '2026-11-20', equipmentCount: 2 })
    expect(change.rows).toMatchObject([
      { insert: { place: 1, name: '货梯' } },
      { insert: { place: 2, name: '冷库机组' } },
    ])
  })

  test('refuses a second round of the day, an empty register, and other roles', () => {
    const number = 'XS-2026-00001'
    expect(step({ today: { number, walking: true } }).refuses('round-today').sentence.zh).toContain('继续填写')
    expect(step({ today: { number, walking: false } }).refuses('round-today').sentence.zh).toContain('已经巡视过（XS-')
    step({ equipment: [] }).refuses('no-equipment')
    step({}, someone('sales')).refuses('role')
  })
})

describe('completePatrol', () => {
  const facts = { items: [lift, unit] }
  const step = given(completePatrol, { record, facts })
  const normal = [lift, unit].map(row => ({ itemId: row.id, running: 'normal' }))

  test('nothing found: done', () => {
    const { to, change } = step.when({ items: normal }).accepts()
    expect(to).toBe('done')
    expect(change.open).toEqual([])
  })

  test('each finding opens a clock', () => {
    const items = [normal[0], { itemId: unit.id, running: 'fault', finding: '异响' }]
    const { to, change } = step.when({ items }).accepts()
    expect(to).toBe('findings')
    expect(change.set).toMatchObject({ findingCount: 1, openCount: 1 })
    expect(change.open).toMatchObject([{ deadline: 'finding', key: unit.id, note: { zh: '冷库机组：异响' } }])
  })

  test('refuses a piece left out, a stranger, and a fault without words', () => {
    step.when({ items: normal.slice(0, 1) }).refuses('items-missing', 'items')
    step.when({ items: [...normal, { itemId: idOf('other'), running: 'normal' }] }).refuses('no-such-item')
    step
      .when({ items: [normal[0], { itemId: unit.id, running: 'fault' }] })
      .refuses('finding-needed', 'items.1.finding')
    step.when({ items: [normal[0], { itemId: unit.id }] }).refuses('bad-input')
    given(completePatrol, { record: { ...record, state: 'done' }, facts })
      .when({ items: normal })
      .refuses('state')
    given(completePatrol, { record, facts, actor: someone('warehouse') })
      .when({ items: normal })
      .refuses('role')
  })
})

describe('settleFinding', () => {
  const first = item('冷库机组', { running: 'fault', finding: '异响' })
  const second = item('货梯', { running: 'fault', finding: '门不平' })
  const open = { ...record, state: 'findings' as const, findingCount: 2, openCount: 2 }
  const input = { itemId: first.id, outcome: 'reported', handling: '9:40 电话通知维保单位，已报设备经理' }

  test('the last one ends the round', () => {
    const one = given(settleFinding, { record: open, facts: { items: [first, second] } })
      .when(input)
      .accepts()
    expect(one.to).toBe('findings')
    expect(one.change.meet).toMatchObject([{ deadline: 'finding', key: first.id }])
    const last = given(settleFinding, { record: open, facts: { items: [first] } })
      .when(input)
      .accepts()
    expect(last.to).toBe('done')
  })

  test('refuses what is settled, and missing words', () => {
    const settled = { items: [{ ...first, settledAt: NOON }] }
    given(settleFinding, { record: open, facts: settled }).when(input).refuses('finding-settled', 'itemId')
    given(settleFinding, { record: open, facts: { items: [first] } })
      .when({ ...input, handling: '' })
      .refuses('bad-input', 'handling')
  })
})
