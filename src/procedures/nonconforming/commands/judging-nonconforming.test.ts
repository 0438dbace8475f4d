import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { disposedGoods, hospital, isolatedGoods, MORNING, someNonconforming } from '../nonconforming.example.ts'
import { confirmNonconforming } from './confirm-nonconforming.ts'
import { followGoods } from './follow-goods-nonconforming.ts'
import { recordRecheck } from './record-recheck-nonconforming.ts'
import { releaseNonconforming } from './release-nonconforming.ts'
import { storeNonconforming } from './store-nonconforming.ts'
import { voidNonconforming } from './void-nonconforming.ts'

describe('the re-check', () => {
  const record = someNonconforming({ markedAt: MORNING })
  const bad = { result: 'nonconforming', method: '封口剥离试验', note: '封口强度不合格' } as const

  test('that finds nothing wrong waits for the release', () => {
    const { change, to } = given(recordRecheck, { record })
      .when({ ...bad, result: 'conforming' })
      .accepts()
    expect(to).toBe('cleared')
    expect(change.set?.target).toBeUndefined()
    expect(change.meet).toEqual([{ deadline: 'recheck' }])
  })
  test('that confirms the fault sends the goods to the unqualified zone by a slip', () => {
    const { change, to } = given(recordRecheck, { record }).when(bad).accepts()
    expect(to).toBe('confirmed')
    expect(change.set).toMatchObject({ target: 'unqualified', recheckedAt: NOON })
  })
  test('waits for the mark', () => {
    expect(given(recordRecheck, { record: someNonconforming() }).standsAgainst()).toEqual(['mark-missing'])
  })
  test('of a refused arrival says where the goods go, and needs no slip', () => {
    const refusal = someNonconforming({ source: 'acceptance', zone: 'waiting', foundZone: 'waiting' })
    given(recordRecheck, { record: refusal }).when(bad).refuses('target-missing', 'target')
    const { change, to } = given(recordRecheck, { record: refusal })
      .when({ ...bad, target: 'return' })
      .accepts()
    expect(to).toBe('to-move')
    expect(change.set?.target).toBe('return')
  })
  test('sends nothing else to the return zone', () => {
    given(recordRecheck, { record })
      .when({ ...bad, target: 'return' })
      .refuses('target-unqualified', 'target')
  })
  test('of goods at a customer leaves them there, ready for the opinion', () => {
    const there = someNonconforming({
      atCustomer: true,
      zone: null,
      foundZone: null,
      partyId: hospital.id,
      quantityHere: 0,
    })
    const { change, to } = given(recordRecheck, { record: there }).when(bad).accepts()
    expect(to).toBe('isolated')
    expect(change.set).toMatchObject({ target: null, isolatedAt: NOON })
  })
  test('is the work of quality', () => {
    given(recordRecheck, { record, actor: someone('stock-maintenance') })
      .when(bad)
      .refuses('role')
  })
})

describe('the release', () => {
  const record = someNonconforming({ state: 'cleared', markedAt: MORNING, recheckResult: 'conforming' })

  test('lets the goods go where they are', () => {
    const { change, to } = given(releaseNonconforming, { record }).when({ note: '复查合格' }).accepts()
    expect(to).toBe('released')
    expect(change.set).toMatchObject({ quantityHere: 0 })
    expect(change.start).toBeUndefined()
  })
  test('moves goods that waited aside back to the qualified zone', () => {
    const aside = someNonconforming({ ...record, zone: 'unqualified', foundZone: 'unqualified' })
    given(releaseNonconforming, { record: aside }).when({ note: '复查合格' }).refuses('good-among-bad', 'moveBack')
    const { change } = given(releaseNonconforming, { record: aside })
      .when({ note: '复查合格', moveBack: true })
      .accepts()
    expect(change.start).toMatchObject([
      {
        command: 'lot.transfer',
        on: aside.lotId,
        input: { from: 'unqualified', to: 'qualified', quantity: 30, cause: { number: aside.number } },
      },
    ])
  })
  test('moves nothing that needs no move', () => {
    given(releaseNonconforming, { record })
      .when({ note: '复查合格', moveBack: true })
      .refuses('nothing-to-move', 'moveBack')
  })
  test('is for quality alone', () => {
    for (const role of ['warehouse', 'sales', 'quality-inspector'])
      given(releaseNonconforming, { record, actor: someone(role) })
        .when({ note: '发货' })
        .refuses('role')
  })
})

describe('the move to the unqualified store', () => {
  const confirmed = someNonconforming({
    state: 'confirmed',
    markedAt: MORNING,
    target: 'unqualified',
    recheckNote: '封口强度不合格',
  })
  const toMove = someNonconforming({ ...confirmed, state: 'to-move' })

  test('begins with the slip of the salesperson', () => {
    const { change, to } = given(confirmNonconforming, { record: confirmed }).when({}).accepts()
    expect(to).toBe('to-move')
    expect(change.set).toMatchObject({ slipNo: 'BH-2026-00007-YK', slipAt: NOON })
    given(confirmNonconforming, { record: confirmed, actor: someone('warehouse') })
      .when({})
      .refuses('role')
  })
  test('is counted, carried out and entered by the keeper', () => {
    const { change, to } = given(storeNonconforming, { record: toMove })
      .when({ counted: 30, place: 'BHG-01' })
      .accepts()
    expect(to).toBe('isolated')
    expect(change.set).toMatchObject({ zone: 'unqualified', place: 'BHG-01' })
    expect(change.start).toMatchObject([
      { command: 'lot.transfer', input: { from: 'qualified', to: 'unqualified', quantity: 30 } },
    ])
  })
  test('stops when the count differs', () => {
    given(storeNonconforming, { record: toMove })
      .when({ counted: 29, place: 'BHG-01' })
      .refuses('count-differs', 'counted')
  })
  test('of refused arrivals goes to the return zone and starts the clock of their return', () => {
    const refused = someNonconforming({ ...toMove, source: 'acceptance', zone: 'waiting', target: 'return' })
    const { change } = given(storeNonconforming, { record: refused }).when({ counted: 30, place: 'TH-1' }).accepts()
    expect(change.open).toEqual([{ deadline: 'refused-return', from: NOON }])
  })
  test('moves nothing that lies there already', () => {
    const there = someNonconforming({ ...toMove, zone: 'unqualified' })
    expect(
      given(storeNonconforming, { record: there }).when({ counted: 30, place: 'BHG-01' }).accepts().change.start,
    ).toEqual([])
  })
})

test('a report made in error is voided before anything is decided, by a head of quality who did not judge it', () => {
  const { change, to } = given(voidNonconforming, { record: someNonconforming() })
    .when({ reason: '批号选错' })
    .accepts()
  expect(to).toBe('voided')
  expect(change.set).toMatchObject({ quantityHere: 0, endReason: '批号选错' })
  given(voidNonconforming, { record: isolatedGoods() }).when({ reason: '改为运回' }).accepts()
  given(voidNonconforming, { record: disposedGoods() }).when({ reason: '批号选错' }).refuses('state')
  for (const state of ['confirmed', 'to-move', 'isolated'] as const)
    given(voidNonconforming, { record: isolatedGoods({ state, recheckedById: someone('quality-head').id }) })
      .when({ reason: '批号选错' })
      .refuses('judged-by-same-person')
  given(voidNonconforming, { record: someNonconforming(), actor: someone('quality') })
    .when({ reason: '批号选错' })
    .refuses('role')
})

test('a report follows its goods when a stopped shipment is put back, and only then', () => {
  const record = someNonconforming({ zone: 'shipping', foundZone: 'shipping' })
  const actor = { ...someone('checker'), via: 'system' as const }
  const { change, to } = given(followGoods, { record, actor }).when({ zone: 'qualified' }).accepts()
  expect(change.set).toEqual({ zone: 'qualified' })
  expect(to).toBe('reported')
  given(followGoods, { record }).when({ zone: 'qualified' }).refuses('by-stock')
})
