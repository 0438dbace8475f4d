import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aBadStop, aConfirmedStop, aGoodStop, aReleasedStop, aStop, MORNING, toldOf } from '../stop-sale.example.ts'
import { closeStopSale } from './close-stop-sale.ts'
import { releaseStopSale } from './release-stop-sale.ts'

const quality = someone('quality')
const head = someone('quality-head')

describe('the release', () => {
  const facts = { told: [toldOf('warehouse'), toldOf('sales')], soldLotIds: [idOf('lot')], unsentSuspends: [] }
  const step = given(releaseStopSale, { record: aGoodStop(), facts })

  test('frees the goods after a good finding; what nobody was told needs no taking back', () => {
    const { change, to } = step.when({ reason: '复查合格' }).accepts()
    expect(to).toBe('releasing')
    expect(change.set).toMatchObject({ releasedAt: NOON, releaseReason: '复查合格' })
    expect(change.start).toEqual([])
    expect(change.meet).toBeUndefined()
  })
  test('tells the buyers whom a notice had stopped', () => {
    const notified = { ...facts, told: [...facts.told, toldOf('buyers', { noticeId: idOf('notice') })] }
    const { change } = given(releaseStopSale, { record: aGoodStop(), facts: notified })
      .when({ reason: '复查合格' })
      .accepts()
    expect(change.start).toMatchObject([{ command: 'notice.draft', link: 'notice', input: { kind: 'resume' } }])
  })
  test('counts the hours for the buyers from the finding, not from the release', () => {
    const record = aGoodStop({ findingAt: MORNING })
    const { change } = given(releaseStopSale, {
      record,
      facts: { ...facts, told: [toldOf('buyers', { noticeId: idOf('notice') })] },
    })
      .when({ reason: '复查合格' })
      .accepts()
    expect(change.start).toMatchObject([{ input: { kind: 'resume', decidedAt: MORNING } }])
  })
  test('gives up a suspend notice that was not sent', () => {
    const { change } = given(releaseStopSale, {
      record: aConfirmedStop({ finding: 'good' }),
      facts: { ...facts, unsentSuspends: [{ id: idOf('notice') }] },
      actor: head,
    })
      .when({ reason: '复查合格' })
      .accepts()
    expect(change.start).toEqual([{ command: 'notice.lift', on: idOf('notice'), input: { number: 'TF-2026-00003' } }])
  })
  test('never comes before a good finding', () => {
    for (const finding of [null, 'undetermined'] as const)
      expect(given(releaseStopSale, { record: aStop({ finding }), facts }).standsAgainst()).toEqual(['no-good-finding'])
    given(releaseStopSale, { record: aConfirmedStop(), facts, actor: head })
      .when({ reason: '放行' })
      .refuses('no-good-finding')
  })
  test('is quality’s alone, also when another step starts it', () => {
    for (const role of ['sales', 'sales-head', 'warehouse', 'warehouse-head', 'general-manager'])
      given(releaseStopSale, { record: aGoodStop(), facts, actor: someone(role) })
        .when({ reason: '急用' })
        .refuses('role')
    const started = { ...someone('sales'), via: 'system' as const }
    given(releaseStopSale, { record: aGoodStop(), facts, actor: started }).when({ reason: '急用' }).refuses('SG03')
  })
  test('of a stop with two signatures is the head’s', () => {
    const record = aConfirmedStop({ finding: 'good' })
    given(releaseStopSale, { record, facts, actor: quality }).when({ reason: '复查合格' }).refuses('confirmed-by-head')
    given(releaseStopSale, { record, facts, actor: head }).when({ reason: '复查合格' }).accepts()
  })
  test('of what an authority prohibited names its document', () => {
    const record = aConfirmedStop({ finding: 'good', source: 'authority', document: '18 号' })
    given(releaseStopSale, { record, facts, actor: head })
      .when({ reason: '复检合格' })
      .refuses('document-missing', 'document')
    given(releaseStopSale, { record, facts, actor: head }).when({ reason: '复检合格', document: '25 号' }).accepts()
  })
  test('happens once and says why', () => {
    given(releaseStopSale, { record: aReleasedStop(), facts }).when({ reason: '复查合格' }).refuses('state')
    step.when({}).refuses('bad-input', 'reason')
  })
})

describe('the end of a confirmed stop', () => {
  const told = [toldOf('registrant'), toldOf('authority')]
  const facts = { left: 0, marks: [], told, openAfter: [], outside: 0 }
  const record = aConfirmedStop({ inquiryState: 'sent' })

  test('comes when the goods are gone', () => {
    const { change, to } = given(closeStopSale, { record, facts }).when({ note: '已全部退供' }).accepts()
    expect(to).toBe('closed')
    expect(change.set).toMatchObject({ closedAt: NOON, closingNote: '已全部退供' })
  })
  test('waits for the goods, the supplier, the marks, registrant and regulator, and what came out of it', () => {
    const open = { id: idOf('q'), number: 'CX-2026-00001', state: 'sent' }
    const cases = [
      ['goods-left', record, { ...facts, left: 12 }],
      ['inquiry-undecided', aConfirmedStop(), facts],
      ['registrant-untold', record, { ...facts, told: [toldOf('authority')] }],
      ['authority-untold', record, { ...facts, told: [toldOf('registrant')] }],
      ['follow-ups-open', record, { ...facts, openAfter: [open] }],
    ] as const
    for (const [code, row, around] of cases)
      expect(given(closeStopSale, { record: row, facts: around }).standsAgainst()).toEqual([code])
  })
  test('says why nothing is recalled when buyers still have some', () => {
    const step = given(closeStopSale, { record, facts: { ...facts, outside: 30 } })
    const refusal = step.when({ note: '已全部退供' }).refuses('recall-undecided', 'outsideReason')
    expect(refusal.sentence.zh).toContain('30 件')
    const { change } = step.when({ note: '已全部退供', outsideReason: '均已使用完毕，逐家核实' }).accepts()
    expect(change.set).toMatchObject({ outsideReason: '均已使用完毕，逐家核实' })
  })
  test('is quality’s and follows the confirmation', () => {
    given(closeStopSale, { record, facts, actor: someone('warehouse') })
      .when({ note: '完' })
      .refuses('role')
    given(closeStopSale, { record: aBadStop(), facts }).when({ note: '完成' }).refuses('state')
  })
})
