import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { calendar } from '../../../kernel/calendar.ts'
import { policyBook } from '../../../kernel/policy.ts'
import { text } from '../../../kernel/text.ts'
import { byStep, declaration, declared, keeper, member, record, turnOn } from '../duty.example.ts'
import type { TurnRow } from '../duty.ts'
import { firstPlan } from '../next-plan.ts'
import { suspension } from '../suspension.ts'
import { assignDuty } from './assign-duty.ts'
import { beginDuty } from './begin-duty.ts'
import { doDuty } from './do-duty.ts'
import { endDuty } from './end-duty.ts'
import { explainMissed } from './explain-missed.ts'
import { handOverDuty } from './hand-over-duty.ts'
import { noteMissed } from './note-missed.ts'
import { planDuty } from './plan-duty.ts'
import { rotateDuty } from './rotate-duty.ts'
import { askSuspension, refuseSuspension, resumeDuty, suspendDuty } from './suspend-duty.ts'
import { takeBack } from './take-back-duty.ts'
import { tickOff } from './tick-off.ts'

// The day of the tests is 2026-11-20, noon in Shanghai: the window of the day is over, that of tomorrow to come.
const over = turnOn('2026-11-20')
const coming = turnOn('2026-11-21')
const system = { ...someone('administrator'), via: 'system' as const }
const arranger = someone('logistics-deputy')
const head = someone('quality-head')
const at = { policy: policyBook([], NOON), calendar: calendar(), zone: 'Asia/Shanghai' }
const place = { key: 'A', title: text('一号库', 'Store 1'), siteId: record.siteId }

describe('duty.begin', () => {
  const begin = beginDuty(declared)
  const plan = firstPlan(declaration, place, at, NOON)
  const input = {
    ofProcedure: 'store',
    duty: 'round',
    place: 'A',
    title: record.title,
    placeTitle: record.placeTitle,
    clause: 'A',
    role: 'warehouse',
    standIns: [],
    escalatesTo: 'logistics-deputy',
    asksFrom: NOON,
    ...plan,
  }

  test('plans the first turns with a clock each, none that is over', () => {
    const { change } = given(begin, { actor: system, found: { begun: null } })
      .when(input)
      .accepts()
    expect(plan.add[0]?.fromDay).toBe('2026-11-21')
    expect(change.rows).toHaveLength(14)
    expect(change.open?.[0]).toMatchObject({ deadline: 'store.round', ownerRole: 'warehouse' })
    expect(change.set).toMatchObject({ plannedUntil: '2026-12-04', substitutes: [] })
  })

  test('refuses people, an unknown duty, and a second record', () => {
    given(begin, { found: { begun: null } })
      .when(input)
      .refuses('system-only')
    given(begin, { actor: system, found: { begun: null } })
      .when({ ...input, duty: 'gone' })
      .refuses('unknown-duty', 'duty')
    const begun = { id: record.id, number: record.number }
    expect(
      given(begin, { actor: system, found: { begun } }).when(input).refuses('already-begun').sentence.zh,
    ).toContain(record.number)
  })
})

describe('planDuty', () => {
  const nobody = { assigneeId: null, assigneeName: null, standsInFor: null }
  const { id: _, dutyId: __, state: ___, ...plain } = coming
  const add = [
    { key: plain.key, fromDay: plain.fromDay, toDay: plain.toDay, opensAt: plain.opensAt, dueAt: plain.dueAt },
  ].map(turn => ({
    ...turn,
    ...nobody,
    limit: { unit: 'window', value: { from: '09:30', to: '10:30' }, basis: 'procedure' },
  }))
  const input = { until: '2026-12-10', add }

  test('adds, drops and hands over; the same batch again adds nothing', () => {
    const facts = { owed: [over, turnOn('2026-11-22')] }
    const hand = [{ id: turnOn('2026-11-22').id, key: '2026-11-22 09:30', ...nobody, assigneeId: keeper.id }]
    const drop = [{ id: over.id, key: over.key, reason: text('变更', 'changed') }]
    const { change } = given(planDuty, { record, actor: system, facts, found: { planned: [] } })
      .when({ ...input, hand, drop })
      .accepts()
    expect(change.open).toHaveLength(1)
    expect(change.cancel).toMatchObject([{ key: over.key }])
    expect(change.hand).toMatchObject([{ ownerId: keeper.id }])
    const again = given(planDuty, { record, actor: system, facts, found: { planned: [coming.key] } })
      .when(input)
      .accepts()
    expect(again.change.rows).toEqual([])
  })

  test('leaves what is settled meanwhile, and is not for people', () => {
    const drop = [{ id: coming.id, key: coming.key, reason: text('变更', 'changed') }]
    const { change } = given(planDuty, { record, actor: system, facts: { owed: [] }, found: { planned: [] } })
      .when({ until: '2026-12-10', add: [], drop })
      .accepts()
    expect(change.rows).toEqual([])
    given(planDuty, { record, facts: { owed: [] } })
      .when(input)
      .refuses('system-only')
  })
})

describe('tickOff, noteMissed and endDuty', () => {
  const input = {
    turnId: over.id,
    at: '2026-11-20T02:00:00.000Z',
    procedure: 'store',
    recordId: idOf('store'),
    number: 'CK-2026-00001',
  }

  test('the turn is done at the moment of the work; a settled one stays', () => {
    const { change } = given(tickOff, { record, actor: system, found: { turn: over } })
      .when(input)
      .accepts()
    expect(change.rows).toMatchObject([{ set: { state: 'done', doneAt: input.at, doneNumber: input.number } }])
    expect(change.meet).toMatchObject([{ deadline: 'store.round', key: over.key, at: input.at }])
    const settled = turnOn('2026-11-20', { state: 'missed', explainedAt: NOON })
    for (const turn of [settled, turnOn('2026-11-20', { state: 'done' }), null])
      expect(given(tickOff, { record, actor: system, found: { turn } }).when(input).accepts().change).toEqual({})
    given(tickOff, { record, found: { turn: over } })
      .when(input)
      .refuses('system-only')
  })

  test('a turn whose record was voided is owed again, with a clock to the same end; others stay', () => {
    const back = (turn: TurnRow | null) => given(takeBack, { record, actor: system, found: { turn } })
    const asked = { turnId: over.id, number: input.number }
    const { change } = back({ ...over, state: 'done', doneNumber: input.number })
      .when(asked)
      .accepts()
    expect(change.rows).toMatchObject([{ id: over.id, set: { state: 'missed', doneAt: null, doneNumber: null } }])
    expect(change.reopen).toMatchObject([{ deadline: 'store.round', key: over.key }])
    expect(change.reopen?.[0]?.reason.zh).toContain(input.number)
    const soon = back({ ...coming, state: 'done' })
      .when(asked)
      .accepts().change
    expect(soon.rows).toMatchObject([{ set: { state: 'open' } }])
    for (const turn of [over, null]) expect(back(turn).when(asked).accepts().change).toEqual({})
    given(takeBack, { record, found: { turn: over } })
      .when(asked)
      .refuses('system-only')
  })

  test('only what is over is missed', () => {
    const { change } = given(noteMissed, { record, actor: system, facts: { owed: [over, coming] } })
      .when({ turnIds: [over.id, coming.id] })
      .accepts()
    expect(change.rows).toMatchObject([{ id: over.id, set: { state: 'missed' } }])
    given(noteMissed, { record, facts: { owed: [] } })
      .when({ turnIds: [over.id] })
      .refuses('system-only')
  })

  test('the end drops what is to come and leaves what was missed late', () => {
    const { change, to } = given(endDuty, { record, actor: system, facts: { owed: [over, coming] } })
      .when({})
      .accepts()
    expect(to).toBe('ended')
    expect(change.meet).toMatchObject([{ key: over.key }])
    expect(change.rows).toMatchObject([
      { id: coming.id, set: { state: 'dropped' } },
      { id: over.id, set: { state: 'missed' } },
    ])
    expect(change.cancel).toMatchObject([{ key: coming.key }])
    given(endDuty, { record }).when({}).refuses('system-only')
    given(endDuty, { record: { ...record, state: 'ended' }, actor: system })
      .when({})
      .refuses('state')
  })
})

describe('duty.do', () => {
  const run = doDuty(declared)
  const facts = { owed: [over, coming] }
  const input = { turnId: over.id, note: '已巡查，无异常' }

  test('signs the turn that waits, late or not', () => {
    const step = given(run, { record, facts, found: { turn: over }, actor: keeper })
    expect(step.standsAgainst()).toEqual([])
    const { change } = step.when(input).accepts()
    expect(change.rows).toMatchObject([{ id: over.id, set: { state: 'done', note: input.note } }])
    expect(change.meet).toMatchObject([{ key: over.key }])
    given(run, { record, facts, found: { turn: over }, actor: someone('warehouse-head') })
      .when(input)
      .accepts()
    const named = { owed: [{ ...over, assigneeId: someone('sales').id }] }
    given(run, { record, facts: named, found: { turn: over }, actor: someone('sales') })
      .when(input)
      .accepts()
  })

  test('refuses other roles, a window to come, work that a step does, and an empty note', () => {
    given(run, { record, facts, found: { turn: over }, actor: someone('sales') })
      .when(input)
      .refuses('not-crew')
    given(run, { record, facts: { owed: [coming] }, found: { turn: coming }, actor: keeper })
      .when(input)
      .refuses('not-begun')
    given(run, { record, facts: { owed: [] }, found: { turn: null }, actor: keeper })
      .when(input)
      .refuses('not-begun')
    const elsewhere = given(run, {
      record: { ...record, duty: byStep.name },
      facts,
      found: { turn: over },
      actor: keeper,
    })
      .when(input)
      .refuses('done-by-step')
    expect(elsewhere.sentence.zh).toContain('“记录读数”')
    given(run, { record, facts, found: { turn: coming }, actor: keeper })
      .when({ ...input, turnId: coming.id })
      .refuses('turn-settled', 'turnId')
    given(run, { record, facts, found: { turn: over }, actor: keeper })
      .when({ turnId: over.id })
      .refuses('bad-input', 'note')
    given(run, { record, facts, actor: someone('authority-inspector') })
      .when(input)
      .refuses('role')
  })
})

describe('explainMissed', () => {
  const earlier = turnOn('2026-11-19', { state: 'missed' })
  const facts = { owed: [earlier, over, coming] }
  const input = { turnId: earlier.id, reason: '停电' }

  test('one, or all for the same reason; the clock is met late', () => {
    const step = given(explainMissed, { record, facts, actor: keeper })
    expect(step.when(input).accepts().change.rows).toHaveLength(1)
    const { change } = step.when({ ...input, all: true }).accepts()
    expect(change.rows).toMatchObject([{ set: { state: 'missed', reason: '停电' } }, { id: over.id }])
    expect(change.meet).toHaveLength(2)
    given(explainMissed, { record, facts, actor: arranger }).when(input).accepts()
  })

  test('refuses others, what was not missed, and a missing reason', () => {
    given(explainMissed, { record, facts, actor: someone('sales') })
      .when(input)
      .refuses('not-crew')
    given(explainMissed, { record, facts, actor: keeper })
      .when({ ...input, turnId: coming.id })
      .refuses('not-missed', 'turnId')
    given(explainMissed, { record, facts: { owed: [coming] }, actor: keeper })
      .when(input)
      .refuses('none-missed')
    given(explainMissed, { record, facts, actor: keeper }).when({ turnId: earlier.id }).refuses('bad-input', 'reason')
  })
})

describe('assignDuty', () => {
  const first = member('warehouse')
  const ill = member('warehouse', { absences: [{ fromDay: '2026-11-21', untilDay: '2026-11-21' }] })
  const second = member('warehouse-head')
  const step = (people: readonly ReturnType<typeof member>[], actor = arranger) =>
    given(assignDuty, { record, facts: { owed: [over, coming], crew: [] }, found: { people }, actor })

  test('for good, with substitutes, for some days, or back to the role', () => {
    const { change } = step([first, second])
      .when({ scope: 'standing', personId: first.id, substitutes: [{ personId: second.id }] })
      .accepts()
    expect(change.set).toMatchObject({ assigneeName: first.name, rotation: null })
    expect(change.hand).toMatchObject([{ key: coming.key, ownerId: first.id }])
    const away = step([ill, second]).when({
      scope: 'standing',
      personId: ill.id,
      substitutes: [{ personId: second.id }],
    })
    expect(away.accepts().change.hand).toMatchObject([{ ownerId: second.id }])
    const days = step([first]).when({ scope: 'days', personId: first.id, fromDay: '2026-11-21' }).accepts()
    expect(days.change.rows).toMatchObject([{ set: { assignedId: first.id } }])
    expect(days.change.set).toBeUndefined()
    expect(step([]).when({ scope: 'standing' }).accepts().change.set).toMatchObject({ assigneeId: null })
  })

  test('refuses who does not arrange, people unfit or gone, and days without turns', () => {
    step([first], keeper).when({ personId: first.id }).refuses('not-arranger')
    step([]).when({ personId: first.id }).refuses('person-unknown', 'personId')
    step([member('warehouse', { state: 'inactive' })])
      .when({ personId: first.id })
      .refuses('person-unknown')
    step([member('sales')])
      .when({ personId: member('sales').id })
      .refuses('person-unfit', 'personId')
    step([member('sales')])
      .when({ substitutes: [{ personId: member('sales').id }] })
      .refuses('person-unfit', 'substitutes.0.personId')
    const days = { scope: 'days', personId: first.id }
    step([first]).when(days).refuses('day-needed', 'fromDay')
    step([first])
      .when({ ...days, fromDay: '2026-11-22', untilDay: '2026-11-21' })
      .refuses('days-reversed', 'untilDay')
    step([first])
      .when({ ...days, fromDay: '2026-11-19' })
      .refuses('day-past', 'fromDay')
    step([first])
      .when({ ...days, fromDay: '2026-11-25' })
      .refuses('no-turn', 'fromDay')
  })
})

describe('rotateDuty', () => {
  const people = [member('warehouse'), member('warehouse-head')]
  const list = people.map(({ id }) => ({ personId: id }))
  const step = (actor = arranger) =>
    given(rotateDuty, { record, facts: { owed: [coming], crew: [] }, found: { people }, actor })

  test('by day, by week, and no more', () => {
    const { change } = step().when({ people: list, per: 'day', from: '2026-11-20' }).accepts()
    expect(change.hand).toMatchObject([{ ownerId: people[1]?.id }])
    expect(step().when({ people: list, per: 'week', from: '2026-11-18' }).accepts().change.hand).toMatchObject([
      { ownerId: people[0]?.id },
    ])
    expect(step().when({ people: [], from: '2026-11-20' }).accepts().change.set).toMatchObject({ rotation: null })
  })

  test('refuses who does not arrange, a single person, and people unfit', () => {
    step(keeper).when({ people: list, from: '2026-11-20' }).refuses('not-arranger')
    step()
      .when({ people: list.slice(0, 1), from: '2026-11-20' })
      .refuses('one-person', 'people')
    step()
      .when({ people: [{ personId: idOf('nobody') }, ...list], from: '2026-11-20' })
      .refuses('person-unknown', 'people.0.personId')
  })
})

describe('handOverDuty', () => {
  const mine = { ...coming, assigneeId: keeper.id }
  const colleague = member('warehouse-head')
  const input = { fromDay: '2026-11-21', untilDay: '2026-11-22', personId: colleague.id, reason: '换班' }
  const step = (owed: readonly TurnRow[] = [mine], people = [colleague]) =>
    given(handOverDuty, { record, facts: { owed, crew: [] }, found: { people }, actor: keeper })

  test('gives one’s own turns of these days away', () => {
    expect(step().when(input).accepts().change.hand).toMatchObject([{ key: coming.key, ownerId: colleague.id }])
  })

  test('refuses where nothing is one’s own, oneself, people unfit, and other days', () => {
    step([coming]).when(input).refuses('none-yours')
    step([mine], [member('warehouse')])
      .when({ ...input, personId: keeper.id })
      .refuses('same-person', 'personId')
    step([mine], [member('sales')])
      .when({ ...input, personId: member('sales').id })
      .refuses('person-unfit', 'personId')
    step()
      .when({ ...input, fromDay: '2026-11-22' })
      .refuses('no-turn', 'fromDay')
  })
})

describe('askSuspension, suspendDuty, refuseSuspension and resumeDuty', () => {
  const asked = { ...record, state: 'asked' as const, suspendReason: '停用', suspendAskedById: arranger.id }
  const round = { chain: suspension, signOffs: signOffsOf(suspension, suspension.steps[1]?.key ?? '') }

  test('asked by who arranges, with a reason', () => {
    const ask = given(askSuspension, { record, actor: arranger, chain: suspension })
    expect(ask.when({ reason: '停用改造' }).accepts().to).toBe('asked')
    ask.when({ reason: '停用改造', until: '2026-11-19' }).refuses('day-past', 'until')
    ask.when({}).refuses('bad-input', 'reason')
    given(askSuspension, { record, actor: keeper, chain: suspension })
      .when({ reason: '停用改造' })
      .refuses('not-arranger')
  })

  test('agreed to by the quality head, never by who asked', () => {
    const facts = { owed: [over, coming] }
    const { change, to } = given(suspendDuty, { record: asked, facts, actor: head, ...round })
      .when({})
      .accepts()
    expect(to).toBe('suspended')
    expect(change.rows).toMatchObject([{ id: coming.id, set: { state: 'dropped' } }])
    given(suspendDuty, { record: { ...asked, suspendAskedById: head.id }, facts, actor: head, ...round })
      .when({})
      .refuses('SG09')
    given(suspendDuty, { record: asked, facts, actor: arranger }).when({}).refuses('role')
  })

  test('refused, or resumed from now on', () => {
    expect(
      given(refuseSuspension, { record: asked, actor: head, ...round })
        .when({ reason: '仍在用' })
        .accepts().change,
    ).toMatchObject({ decline: true, set: { suspendReason: null } })
    const suspended = { ...asked, state: 'suspended' as const }
    const resume = given(resumeDuty, { record: suspended, actor: head })
    expect(resume.when({ reason: '改造完成' }).accepts().change.set).toMatchObject({
      asksFrom: NOON,
      plannedUntil: '2026-11-19',
    })
    resume.when({}).refuses('bad-input', 'reason')
    given(resumeDuty, { record, actor: head }).when({ reason: '改造完成' }).refuses('state')
  })
})
