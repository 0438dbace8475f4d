import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { confirmationChain } from '../sign-off-chains.ts'
import { aBadStop, aConfirmedStop, aGoodStop, aReleasedStop, aStop, causeOf, toldOf } from '../stop-sale.example.ts'
import { confirmStopSale } from './confirm-stop-sale.ts'
import { countersignStopSale } from './countersign-stop-sale.ts'
import { hearFinding } from './hear-finding-stop-sale.ts'
import { recordRecheck } from './record-recheck-stop-sale.ts'
import { requestRecheck } from './request-recheck-stop-sale.ts'

const quality = someone('quality')
const head = someone('quality-head')

describe('asking for the re-check', () => {
  test('goes to quality under the name that is used', () => {
    const { change, to } = given(requestRecheck, {
      record: aStop({ source: 'storage-check' }),
      actor: someone('stock-maintenance'),
    })
      .when({ problem: '包装鼓胀', formVariant: 'recheck-notice', quantity: 5 })
      .accepts()
    expect(to).toBe('re-check')
    expect(change.set).toMatchObject({ formVariant: 'recheck-notice', recheckQuantity: 5, recheckRequestedAt: NOON })
    expect(change.meet).toEqual([{ deadline: 'recheck-request' }])
  })
  test('takes the company’s form where none is chosen', () => {
    const { change } = given(requestRecheck, { record: aStop() }).when({ problem: '漏液' }).accepts()
    expect(change.set).toMatchObject({ formVariant: 'recheck-report' })
  })
  test('says what is wrong, once, by who sees the goods', () => {
    given(requestRecheck, { record: aStop() }).when({}).refuses('bad-input', 'problem')
    given(requestRecheck, { record: aGoodStop() }).when({ problem: '漏液' }).refuses('state')
    given(requestRecheck, { record: aStop(), actor: someone('sales') })
      .when({ problem: '漏液' })
      .refuses('role')
  })
})

describe('the re-check', () => {
  const facts = { causes: [] }
  const step = given(recordRecheck, { record: aStop(), facts })

  test('that finds the goods good starts the 24 hours', () => {
    const { change, to } = step.when({ verdict: 'good', note: '抽检合格' }).accepts()
    expect(to).toBe('re-check')
    expect(change.set).toMatchObject({ finding: 'good', findingAt: NOON })
    expect(change.open).toEqual([{ deadline: 'release', from: NOON }])
    expect(change.meet).toEqual([{ deadline: 'recheck' }, { deadline: 'recheck-request' }])
  })
  test('that finds them bad asks for two signatures and tells the head', () => {
    const { change, to } = step.when({ verdict: 'bad', note: '接头尺寸超差' }).accepts()
    expect(to).toBe('confirming')
    expect(change.open).toEqual([{ deadline: 'head', from: NOON }])
  })
  test('that cannot tell keeps them held', () => {
    const { change, to } = step.when({ verdict: 'undetermined', note: '送检中' }).accepts()
    expect(to).toBe('re-check')
    expect(change.open).toBeUndefined()
  })
  test('of a confirmed stop matters only when it is good', () => {
    const confirmed = given(recordRecheck, { record: aConfirmedStop(), facts })
    confirmed.when({ verdict: 'bad', note: '仍不合格' }).refuses('confirmed-already', 'verdict')
    expect(confirmed.when({ verdict: 'good', note: '第三方检验合格，报告 A-17' }).accepts().to).toBe('confirmed')
  })
  test('against a bad finding of a complaint says on what grounds', () => {
    const against = given(recordRecheck, {
      record: aStop(),
      facts: { causes: [causeOf('TS-2026-00042', { verdict: 'bad' })] },
    })
    expect(against.when({ verdict: 'good', note: '合格' }).refuses('contradiction', 'note').sentence.en).toContain(
      'TS-2026-00042',
    )
    against.when({ verdict: 'good', note: '该支为运输挤压所致，同批抽检 20 支合格' }).accepts()
  })
  test('is quality’s work and not taken while signatures are under way', () => {
    given(recordRecheck, { record: aStop(), facts, actor: someone('warehouse') })
      .when({ verdict: 'good', note: '合格' })
      .refuses('role')
    given(recordRecheck, { record: aBadStop(), facts }).when({ verdict: 'good', note: '合格' }).refuses('state')
    step.when({ verdict: 'good' }).refuses('bad-input', 'note')
  })
})

describe('what a complaint found', () => {
  const cause = { procedure: 'complaint', id: idOf('TS-2026-00042'), number: 'TS-2026-00042' }
  const actor = { ...someone('quality-inspector'), via: 'system' as const }
  const mine = causeOf('TS-2026-00042')

  test('is the finding of the stop when it is the only one', () => {
    const good = given(hearFinding, { record: aStop(), facts: { causes: [mine] }, actor })
      .when({ cause, verdict: 'good', note: '未见漏液' })
      .accepts()
    expect(good.to).toBe('re-check')
    expect(good.change.set).toMatchObject({ finding: 'good', findingNote: 'TS-2026-00042：未见漏液' })
    expect(good.change.rows).toMatchObject([{ id: mine.id, set: { verdict: 'good' } }])
    const bad = given(hearFinding, { record: aStop(), facts: { causes: [mine] }, actor })
      .when({ cause, verdict: 'bad', note: '漏液' })
      .accepts()
    expect(bad.to).toBe('confirming')
  })
  test('does not free goods of which another complaint still speaks', () => {
    const facts = { causes: [mine, causeOf('TS-2026-00043')] }
    const { change, to } = given(hearFinding, { record: aStop(), facts, actor })
      .when({ cause, verdict: 'good', note: '未见漏液' })
      .accepts()
    expect(to).toBe('re-check')
    expect(change.set).toMatchObject({ finding: null })
  })
  test('takes an earlier good finding back when a new complaint comes in', () => {
    const next = { ...cause, id: idOf('TS-2026-00043'), number: 'TS-2026-00043' }
    const { change } = given(hearFinding, {
      record: aGoodStop(),
      facts: { causes: [{ ...mine, verdict: 'good' }] },
      actor,
    })
      .when({ cause: next, verdict: null, note: '又漏液' })
      .accepts()
    expect(change.rows).toMatchObject([{ insert: { number: 'TS-2026-00043' } }])
    expect(change.cancel).toMatchObject([{ deadline: 'release' }])
    expect(change.open).toEqual([{ deadline: 'recheck', from: NOON }])
  })
  test('takes the good re-check of a confirmed stop back, unless it is good itself', () => {
    const record = aConfirmedStop({ finding: 'good', findingNote: '第三方检测合格' })
    const next = { ...cause, id: idOf('TS-2026-00043'), number: 'TS-2026-00043' }
    const hears = (verdict: string | null) =>
      given(hearFinding, { record, facts: { causes: [mine] }, actor })
        .when({ cause: next, verdict, note: '又漏液' })
        .accepts()
    for (const verdict of [null, 'bad', 'undetermined']) {
      const { change, to } = hears(verdict)
      expect(to).toBe('confirmed')
      expect(change.set).toEqual({ finding: null, findingNote: null, findingAt: null, findingByName: null })
      expect(change.cancel).toMatchObject([{ deadline: 'release' }])
    }
    expect(hears('good').change.set).toBeUndefined()
  })
  test('is only kept once the stop is confirmed or released', () => {
    for (const record of [aConfirmedStop(), aReleasedStop()]) {
      const { change, to } = given(hearFinding, { record, facts: { causes: [mine] }, actor })
        .when({ cause, verdict: 'good', note: '未见漏液' })
        .accepts()
      expect([to, change.set]).toEqual([record.state, undefined])
    }
  })
  test('comes from the complaint alone', () => {
    expect(given(hearFinding, { record: aStop(), facts: { causes: [] }, actor: quality }).standsAgainst()).toEqual([
      'only-from-record',
    ])
    given(hearFinding, { record: aStop(), facts: { causes: [] }, actor: someone('sales') })
      .when({ cause, verdict: 'good', note: '好的' })
      .refuses('role')
    given(hearFinding, { record: aReleasedStop({ state: 'released' }), facts: { causes: [] }, actor })
      .when({ cause, verdict: 'good', note: '好的' })
      .refuses('state')
  })
})

describe('the two signatures', () => {
  const first = {
    id: idOf('s1'),
    procedure: 'stop-sale',
    recordId: idOf('stop'),
    chain: 'confirmation',
    round: 1,
    step: 1,
    byRoles: ['quality'],
    openedAt: NOON,
    signedAt: NOON,
    signedBy: quality.id,
    outcome: 'signed' as const,
  }
  const second = {
    ...first,
    id: idOf('s2'),
    step: 2,
    byRoles: ['quality-head'],
    signedAt: null,
    signedBy: null,
    outcome: 'pending' as const,
  }
  const signOffs = [first, second]
  const facts = { soldLotIds: [idOf('lot')], told: [toldOf('buyer', { partyId: idOf('hospital') })] }
  const around = { record: aBadStop(), chain: confirmationChain }

  test('are first quality’s, which tells the head', () => {
    const { change, to } = given(confirmStopSale, { ...around, actor: quality })
      .when({ note: '接头尺寸超差' })
      .accepts()
    expect(to).toBe('confirming')
    expect(change.set).toMatchObject({ headToldAt: NOON })
    expect(change.meet).toEqual([{ deadline: 'head' }])
    given(confirmStopSale, { ...around, actor: quality, signOffs })
      .when({ note: '再签' })
      .refuses('sign-off-open')
    given(confirmStopSale, { ...around, actor: head })
      .when({ note: '接头' })
      .refuses('role')
    given(confirmStopSale, { ...around, record: aStop(), actor: quality })
      .when({ note: '接头' })
      .refuses('state')
    given(confirmStopSale, { ...around, actor: quality })
      .when({})
      .refuses('bad-input', 'note')
  })
  test('then the head’s, which drafts the notice to the buyers who do not know yet', () => {
    const { change, to } = given(countersignStopSale, { ...around, facts, signOffs, actor: head })
      .when({ agree: true })
      .accepts()
    expect(to).toBe('confirmed')
    expect(change.set).toMatchObject({ confirmedAt: NOON, precautionary: false })
    expect(change.start).toMatchObject([
      {
        command: 'notice.draft',
        link: 'notice',
        input: {
          kind: 'suspend',
          lotIds: [idOf('lot')],
          exceptPartyIds: [idOf('hospital')],
          causeNumber: 'TF-2026-00003',
        },
      },
    ])
    expect(change.open?.map(clock => clock.deadline)).toEqual(['registrant', 'authority'])
  })
  test('draft nothing where a notice made the company stop: that one tells the buyers', () => {
    const record = aBadStop({ source: 'recall', causeId: idOf('notice'), causeNumber: 'TZ-2026-00001' })
    const signed = (over: object) =>
      given(countersignStopSale, { ...around, record: { ...record, ...over }, facts, signOffs, actor: head })
        .when({ agree: true })
        .accepts().change.start
    expect(signed({})).toEqual([])
    expect(signed({ widenCount: 1 })).toHaveLength(1)
    expect(signed({ causeId: null })).toHaveLength(1)
  })
  test('draft nothing when nobody bought any of it', () => {
    const { change } = given(countersignStopSale, {
      ...around,
      facts: { soldLotIds: [], told: [] },
      signOffs,
      actor: head,
    })
      .when({ agree: true })
      .accepts()
    expect(change.start).toEqual([])
  })
  test('may be refused with a reason; then the goods are checked again', () => {
    const step = given(countersignStopSale, { ...around, facts, signOffs, actor: head })
    step.when({ agree: false }).refuses('reason-missing', 'note')
    const { change, to } = step.when({ agree: false, note: '样本太少' }).accepts()
    expect([to, change.decline]).toEqual(['re-check', true])
    expect(change.set).toMatchObject({ finding: null })
  })
  test('come in their order and from two people', () => {
    given(countersignStopSale, { ...around, facts, actor: head })
      .when({ agree: true })
      .refuses('sign-off-order')
    const both = { ...head, id: quality.id }
    given(countersignStopSale, { ...around, facts, signOffs, actor: both })
      .when({ agree: true })
      .refuses('sign-off-same-person')
    given(countersignStopSale, { ...around, facts, signOffs, actor: quality })
      .when({ agree: true })
      .refuses('role')
    given(countersignStopSale, { ...around, record: aStop(), facts, signOffs, actor: head })
      .when({ agree: true })
      .refuses('state')
  })
})
