import { idOf, NOON, someone } from '../../../test/given.ts'
import { type QualityObjectiveRow, qualityObjectiveRow, type Result } from './quality-objective.ts'

/** Who proposes, assesses and reviews in tests. */
export const proposer = someone('quality')
export const head = someone('quality-head')

/** A quarter that was assessed, not reviewed. */
export const assessed: Result = {
  quarter: '2026-07-01',
  count: 18,
  of: 20,
  value: 90,
  met: false,
  cause: '两名质检员同时外出',
  measure: '增加一名备勤，11 月底前',
  assessedAt: NOON,
  assessedById: proposer.id,
  assessedByName: proposer.name,
  reviewedAt: null,
  reviewedByName: null,
  opinion: null,
}

/** An objective in force since the third quarter of 2026, in all but what is given. */
export const objective = (given: Partial<QualityObjectiveRow> = {}): QualityObjectiveRow =>
  qualityObjectiveRow.parse({
    id: idOf('objective'),
    number: 'MB-2026-0001',
    state: 'in-force',
    version: 2,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: proposer.id,
    updatedAt: NOON,
    title: '投诉首次联系及时率 ≥ 95%',
    measure: 'first-contact',
    target: 95,
    basis: '上年完成 93 %，质量方针要求及时响应',
    startsOn: '2026-07-01',
    proposedById: proposer.id,
    proposedByName: proposer.name,
    approvedAt: NOON,
    approvedByName: head.name,
    declinedNote: null,
    results: [],
    latestQuarter: null,
    latestValue: null,
    latestMet: null,
    endReason: null,
    endedByName: null,
    ...given,
  })
