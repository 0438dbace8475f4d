import { describe, expect, test } from 'vitest'
import { given, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { wholeOf } from '../../../vocabulary/report-period.ts'
import type { MeasureName } from '../measure.ts'
import { assessed, head, objective, proposer } from '../quality-objective.example.ts'
import type { Standing } from '../queries.ts'
import { approvalChain } from '../sign-off-chain.ts'
import { approveObjective } from './approve-quality-objective.ts'
import { assessObjective } from './assess-quality-objective.ts'
import { endObjective } from './end-quality-objective.ts'
import { proposeObjective } from './propose-quality-objective.ts'
import { reviewObjective } from './review-quality-objective.ts'

describe('proposing an objective', () => {
  const input = { measure: 'first-contact' as MeasureName, target: 95, startsOn: '2026-10-01', basis: '上年 93 %' }
  const step = (found: object = {}) =>
    given(proposeObjective, { found: { same: null, ...found }, chain: approvalChain })

  test('says which figure, which number and from when', () => {
    const { change, to } = step().when(input).accepts()
    expect(to).toBe('proposed')
    expect(change.set).toMatchObject({ title: '投诉首次联系及时率 ≥ 95%', proposedById: proposer.id, results: [] })
    expect(
      step()
        .when({ ...input, measure: 'complaint-rate', target: 2.5 })
        .accepts().change.set?.title,
    ).toBe('每千件投诉率 ≤ 2.5 起/千件')
  })
  test('a figure has one objective at a time', () => {
    step({ same: 'MB-2026-0001' }).when(input).refuses('measure-taken', 'measure')
  })
  test('a target that no figure can reach is refused', () => {
    step()
      .when({ ...input, target: 101 })
      .refuses('target-out-of-range', 'target')
    step()
      .when({ ...input, target: -1 })
      .refuses('bad-input', 'target')
  })
  test('it begins with a quarter, and never backwards', () => {
    step()
      .when({ ...input, startsOn: '2026-10-02' })
      .refuses('no-quarter', 'startsOn')
    step()
      .when({ ...input, startsOn: '2026-07-01' })
      .refuses('starts-in-past', 'startsOn')
  })
  test('is for quality management', () => {
    given(proposeObjective, { found: { same: null }, actor: someone('sales'), chain: approvalChain })
      .when(input)
      .refuses('role')
  })
})

describe('deciding about it', () => {
  const proposed = objective({ state: 'proposed', approvedAt: null, approvedByName: null })
  const signOffs = signOffsOf(approvalChain, approvalChain.steps[1]?.key ?? '')
  const step = (actor = head) => given(approveObjective, { record: proposed, actor, chain: approvalChain, signOffs })

  test('the quality head puts it into force', () => {
    const { change, to } = step().when({ agree: true }).accepts()
    expect(to).toBe('in-force')
    expect(change.set).toEqual({ approvedAt: NOON, approvedByName: head.name })
  })
  test('or declines it, with a reason', () => {
    step().when({ agree: false }).refuses('note-missing', 'note')
    const { change, to } = step().when({ agree: false, note: '目标过低' }).accepts()
    expect(to).toBe('declined')
    expect(change).toMatchObject({ decline: true, set: { declinedNote: '目标过低' } })
  })
  test('nobody approves his own', () => {
    const own = { ...proposed, proposedById: head.id }
    given(approveObjective, { record: own, actor: head, chain: approvalChain, signOffs })
      .when({ agree: true })
      .refuses('ZL-separation')
  })
  test('it is decided once', () => {
    given(approveObjective, { record: objective(), actor: head, chain: approvalChain })
      .when({ agree: true })
      .refuses('state')
  })
})

describe('assessing a quarter', () => {
  const standing = (more: Partial<Standing> = {}): Standing => ({
    quarter: '2026-07-01',
    period: wholeOf('quarter', 2026, 3, 'Asia/Shanghai'),
    count: 19,
    of: 20,
    value: 95,
    ...more,
  })
  const step = (found: Standing, record = objective()) => given(assessObjective, { record, found: { standing: found } })

  test('keeps the counted value; a target that is just reached is reached', () => {
    const { change } = step(standing()).when({}).accepts()
    expect(change.set).toMatchObject({ latestQuarter: '2026-07-01', latestValue: 95, latestMet: true })
    expect(change.set?.results).toMatchObject([{ count: 19, of: 20, met: true, reviewedAt: null }])
    expect(change.open).toEqual([{ deadline: 'review', key: '2026-07-01', from: NOON }])
  })
  test('a missed target asks for the cause and what is done', () => {
    const missed = step(standing({ count: 18, value: 90 }))
    missed.when({}).refuses('cause-missing', 'cause')
    missed.when({ cause: '人手不足' }).refuses('measure-missing', 'measure')
    const { change } = missed.when({ cause: '人手不足', measure: '增加备勤' }).accepts()
    expect(change.set?.results).toMatchObject([{ met: false, cause: '人手不足', measure: '增加备勤' }])
  })
  test('of a rate the target is the most', () => {
    const rate = objective({ measure: 'complaint-rate', target: 2 })
    step(standing({ value: 2.01 }), rate)
      .when({})
      .refuses('cause-missing', 'cause')
    step(standing({ value: 2 }), rate)
      .when({})
      .accepts()
  })
  test('a quarter without anything to count is not judged', () => {
    const { change } = step(standing({ count: 0, of: 0, value: null }))
      .when({})
      .accepts()
    expect(change.set).toMatchObject({ latestValue: null, latestMet: null })
  })
  test('a quarter that runs, or one before that waits for review, comes later', () => {
    step(standing(), objective({ startsOn: '2026-10-01' }))
      .when({})
      .refuses('quarter-running')
    step(standing(), objective({ results: [{ ...assessed, quarter: '2026-04-01' }], latestQuarter: '2026-04-01' }))
      .when({})
      .refuses('review-open')
  })
  test('is for quality management, on an objective in force', () => {
    given(assessObjective, { record: objective(), found: { standing: standing() }, actor: head })
      .when({})
      .refuses('role')
    step(standing(), objective({ state: 'ended' }))
      .when({})
      .refuses('state')
  })
})

describe('reviewing it', () => {
  const waiting = objective({ results: [assessed], latestQuarter: '2026-07-01', latestValue: 90, latestMet: false })
  test('the quality head says what follows', () => {
    const { change } = given(reviewObjective, { record: waiting, actor: head })
      .when({ opinion: '同意，下季度复查' })
      .accepts()
    expect(change.set?.results).toMatchObject([{ reviewedByName: head.name, opinion: '同意，下季度复查' }])
    expect(change.meet).toEqual([{ deadline: 'review', key: '2026-07-01' }])
  })
  test('there is something to review, and somebody else assessed it', () => {
    given(reviewObjective, { record: objective(), actor: head }).when({ opinion: '同意' }).refuses('nothing-to-review')
    const own = objective({ results: [{ ...assessed, assessedById: head.id }] })
    given(reviewObjective, { record: own, actor: head }).when({ opinion: '同意' }).refuses('ZL-separation')
    given(reviewObjective, { record: waiting, actor: head }).when({ opinion: '' }).refuses('bad-input', 'opinion')
    given(reviewObjective, { record: waiting, actor: proposer }).when({ opinion: '同意' }).refuses('role')
  })
})

describe('ending it', () => {
  test('keeps its results and says why', () => {
    const { change, to } = given(endObjective, { record: objective(), actor: head })
      .when({ reason: '改立更高的目标' })
      .accepts()
    expect(to).toBe('ended')
    expect(change.set).toEqual({ endReason: '改立更高的目标', endedByName: head.name })
  })
  test('not while an assessment waits for review', () => {
    given(endObjective, { record: objective({ results: [assessed] }), actor: head })
      .when({ reason: '改立更高的目标' })
      .refuses('review-open')
    given(endObjective, { record: objective(), actor: proposer }).when({ reason: '改立' }).refuses('role')
  })
})
