import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aMark, aReleasedStop, aStop, toldOf } from '../stop-sale.example.ts'
import { acknowledgeStopSale } from './acknowledge-stop-sale.ts'
import { markStopSale } from './mark-stop-sale.ts'
import { takeOffMarks } from './take-off-marks-stop-sale.ts'

const marks = [aMark('qualified', 960), aMark('shipping', 40)]
const [stored, ready] = marks as [(typeof marks)[0], (typeof marks)[0]]
const told = [toldOf('warehouse'), toldOf('sales')]

describe('the marks', () => {
  const step = given(markStopSale, { record: aStop(), facts: { marks, told } })
  const all = [
    { markId: stored.id, counted: 958, difference: '留样 2 支' },
    { markId: ready.id, counted: 40 },
  ]

  test('hang at every place, with what was counted; then the clock is met', () => {
    const { change } = step.when({ places: all }).accepts()
    expect(change.set).toMatchObject({ countedInStock: 998, marksAt: NOON })
    expect(change.rows?.[0]).toMatchObject({
      id: stored.id,
      set: { counted: 958, difference: '留样 2 支', markedAt: NOON },
    })
    expect(change.rows?.at(-1)).toMatchObject({ child: 'told', set: { acknowledgedAt: NOON } })
    expect(change.meet).toEqual([{ deadline: 'marks', key: '' }])
  })
  test('at some places leave the clock running', () => {
    const { change } = step.when({ places: [all[1]], foundElsewhere: '展厅样品 3 支' }).accepts()
    expect(change.meet).toEqual([])
    expect(change.set).toEqual({ foundElsewhere: '展厅样品 3 支' })
  })
  test('explain what is missing', () => {
    const refusal = step.when({ places: [{ markId: stored.id, counted: 958 }] }).refuses('difference-unexplained')
    expect(refusal.field).toBe('places.0.difference')
    expect(refusal.sentence.en).toContain('960 expected, 958 counted')
  })
  test('belong to places of the list, each once', () => {
    step.when({}).refuses('places-missing', 'places')
    step.when({ places: [{ markId: idOf('elsewhere'), counted: 1 }] }).refuses('no-such-place', 'places.0.markId')
    step.when({ places: [all[1], all[1]] }).refuses('no-such-place', 'places.1.markId')
  })
  test('without stock are a plain confirmation, given once', () => {
    const { change } = given(markStopSale, { record: aStop(), facts: { marks: [], told } })
      .when({})
      .accepts()
    expect(change.set).toMatchObject({ countedInStock: 0, marksAt: NOON })
    const confirmed = [toldOf('warehouse', { acknowledgedAt: NOON })]
    expect(given(markStopSale, { record: aStop(), facts: { marks: [], told: confirmed } }).standsAgainst()).toEqual([
      'marks-hung',
    ])
  })
  test('are the warehouse’s work while the goods are held', () => {
    given(markStopSale, { record: aStop(), facts: { marks, told }, actor: someone('sales') })
      .when({ places: all })
      .refuses('role')
    given(markStopSale, { record: aReleasedStop(), facts: { marks, told } }).when({ places: all }).refuses('state')
  })
})

describe('sales', () => {
  test('confirms the stop once', () => {
    const { change, to } = given(acknowledgeStopSale, { record: aStop(), facts: { told } }).when({}).accepts()
    expect(to).toBe('placed')
    expect(change.set).toMatchObject({ salesAckAt: NOON })
    expect(change.meet).toEqual([{ deadline: 'sales', key: '' }])
    const confirmed = [toldOf('sales', { acknowledgedAt: NOON })]
    expect(given(acknowledgeStopSale, { record: aStop(), facts: { told: confirmed } }).standsAgainst()).toEqual([
      'acknowledged',
    ])
  })
  test('confirms the release; while somebody still waits the clock runs on', () => {
    const { change, to } = given(acknowledgeStopSale, { record: aReleasedStop(), facts: { told } }).when({}).accepts()
    expect(to).toBe('releasing')
    expect(change.meet).toBeUndefined()
    expect(change.rows).toMatchObject([{ set: { resumedAt: NOON } }])
  })
  test('as the last who is told, ends it', () => {
    const rest = [toldOf('warehouse', { resumedAt: NOON }), toldOf('sales'), toldOf('registrant')]
    const { change, to } = given(acknowledgeStopSale, { record: aReleasedStop(), facts: { told: rest } })
      .when({})
      .accepts()
    expect(to).toBe('released')
    expect(change.meet).toEqual([{ deadline: 'release' }])
    expect(change.set).toMatchObject({ everybodyToldAt: NOON })
  })
  test('speaks for itself', () => {
    given(acknowledgeStopSale, { record: aStop(), facts: { told }, actor: someone('quality') })
      .when({})
      .refuses('role')
    given(acknowledgeStopSale, { record: aStop({ state: 'closed', finding: 'bad' }), facts: { told } })
      .when({})
      .refuses('state')
  })
})

describe('the marks come off', () => {
  const hung = [aMark('qualified', 960, { counted: 960, markedAt: NOON })]

  test('after the release, and the warehouse is told thereby', () => {
    const { change, to } = given(takeOffMarks, { record: aReleasedStop(), facts: { marks: hung, told } })
      .when({})
      .accepts()
    expect(to).toBe('releasing')
    expect(change.set).toMatchObject({ marksOffAt: NOON })
    expect(change.rows).toMatchObject([{ child: 'told' }, { child: 'mark', set: { unmarkedAt: NOON } }])
  })
  test('and end it when all others know', () => {
    const rest = [toldOf('warehouse'), toldOf('sales', { resumedAt: NOON })]
    const { change, to } = given(takeOffMarks, { record: aReleasedStop(), facts: { marks: hung, told: rest } })
      .when({ note: '已恢复发货' })
      .accepts()
    expect(to).toBe('released')
    expect(change.meet).toEqual([{ deadline: 'release' }])
  })
  test('once, by the warehouse, and never before the release', () => {
    const off = [toldOf('warehouse', { resumedAt: NOON }), toldOf('sales')]
    expect(given(takeOffMarks, { record: aReleasedStop(), facts: { marks: hung, told: off } }).standsAgainst()).toEqual(
      ['marks-off'],
    )
    given(takeOffMarks, { record: aStop(), facts: { marks: hung, told } })
      .when({})
      .refuses('state')
    given(takeOffMarks, { record: aReleasedStop(), facts: { marks: hung, told }, actor: someone('sales') })
      .when({})
      .refuses('role')
  })
})
