import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aConfirmedStop, aGoodStop, aLot, aMark, aStop, goods } from '../stop-sale.example.ts'
import { placeStopSale } from './place-stop-sale.ts'
import { widenStopSale } from './widen-stop-sale.ts'

const lot = { productId: idOf('set'), lotId: idOf('lot'), reason: '接头漏液' }
const system = { ...someone('service-desk'), via: 'system' as const }

describe('stopping goods', () => {
  const found = { goods: goods() }

  test('lists what lies where, what is on its way and what buyers have, and tells warehouse and sales', () => {
    const { change, to } = given(placeStopSale, { found }).when(lot).accepts()
    expect(to).toBe('placed')
    expect(change.set).toMatchObject({
      title: '一次性使用输液器 MC-SYQ-A 20260301',
      scope: 'lot',
      lotNos: '20260301',
      expectedInStock: 1000,
      expectedUnderWay: 20,
      expectedAtBuyers: 1300,
      buyers: 2,
      precautionary: true,
      placedAt: NOON,
    })
    const rows = (change.rows ?? []).map(row => [row.child, 'insert' in row ? row.insert : null] as const)
    expect(rows.filter(([child]) => child === 'mark').map(([, row]) => [row?.zone, row?.expected])).toEqual([
      ['qualified', 960],
      ['shipping', 40],
    ])
    expect(rows.filter(([child]) => child === 'transit').map(([, row]) => row?.number)).toEqual(['CK-2026-00031'])
    expect(rows.filter(([child]) => child === 'told').map(([, row]) => row?.audience)).toEqual(['warehouse', 'sales'])
    expect(change.open).toEqual([
      { deadline: 'marks', key: '', from: NOON },
      { deadline: 'sales', key: '', from: NOON },
      { deadline: 'recheck', from: NOON },
      { deadline: 'recheck-request', from: NOON },
    ])
    expect(change.start).toEqual([])
  })

  test('for a complaint keeps the complaint, and asks for no paper: the verification is the re-check', () => {
    const cause = { procedure: 'complaint', id: idOf('TS'), number: 'TS-2026-00042' }
    const { change } = given(placeStopSale, { found, actor: system })
      .when({ ...lot, source: 'complaint', cause })
      .accepts()
    expect(change.set).toMatchObject({ causeId: idOf('TS'), causeNumber: 'TS-2026-00042', source: 'complaint' })
    expect(change.open?.map(clock => clock.deadline)).toEqual(['marks', 'sales', 'recheck'])
    expect(change.rows?.at(-1)).toMatchObject({ child: 'cause', insert: { number: 'TS-2026-00042' } })
  })

  test('that were found bad already waits for the two signatures at once', () => {
    const { change, to } = given(placeStopSale, { found, actor: system })
      .when({
        ...lot,
        source: 'complaint',
        foundBad: true,
        cause: { procedure: 'complaint', id: idOf('TS'), number: 'TS-1' },
      })
      .accepts()
    expect(to).toBe('confirming')
    expect(change.set).toMatchObject({ finding: 'bad', precautionary: false })
    expect(change.open?.map(clock => clock.deadline)).toEqual(['marks', 'sales', 'head'])
    expect(change.rows?.at(-1)).toMatchObject({ insert: { verdict: 'bad' } })
  })

  test('by stock maintenance asks for the re-check in the same act, under the name of the company’s form', () => {
    const { change, to } = given(placeStopSale, {
      found,
      actor: someone('stock-maintenance'),
      policy: { 'recheck.form_variant': 'recheck-notice' },
    })
      .when({ ...lot, source: 'storage-check', problem: '包装鼓胀' })
      .accepts()
    expect(to).toBe('re-check')
    expect(change.set).toMatchObject({ problem: '包装鼓胀', formVariant: 'recheck-notice', recheckRequestedAt: NOON })
    expect(change.open?.map(clock => clock.deadline)).not.toContain('recheck-request')
  })

  test('on an authority’s word is confirmed at once and tells the buyers', () => {
    const { change, to } = given(placeStopSale, { found, actor: someone('quality') })
      .when({ ...lot, source: 'authority', document: '豫药监械告〔2026〕18 号' })
      .accepts()
    expect(to).toBe('confirmed')
    expect(change.set).toMatchObject({ confirmedAt: NOON, finding: 'bad', precautionary: false })
    expect(change.open?.map(clock => clock.deadline)).toEqual(['marks', 'sales', 'registrant', 'authority'])
    expect(change.start).toMatchObject([
      {
        command: 'notice.draft',
        link: 'notice',
        input: { kind: 'suspend', lotIds: [idOf('lot')], initiator: 'authority' },
      },
    ])
  })

  test('of a whole product or single devices', () => {
    const whole = given(placeStopSale, { found: { goods: goods({ buyers: 0 }) } })
      .when({ productId: idOf('set'), scope: 'product', reason: '禁售' })
      .accepts()
    expect(whole.change.set).toMatchObject({
      lotId: null,
      lotNos: null,
      serials: [],
      title: expect.stringContaining('整个产品'),
    })
    const single = given(placeStopSale, { found })
      .when({ ...lot, scope: 'serials', serials: ['A1', 'A2', 'A1'] })
      .accepts()
    expect(single.change.set).toMatchObject({ scope: 'serials', serials: ['A1', 'A2'] })
  })

  test('names goods that exist and belong together', () => {
    const nothing = goods({ product: null, lots: [], places: [], transit: [] })
    given(placeStopSale, { found: { goods: nothing } })
      .when(lot)
      .refuses('no-such-product', 'productId')
    given(placeStopSale, { found })
      .when({ productId: idOf('set'), reason: '漏液' })
      .refuses('lot-missing', 'lotId')
    given(placeStopSale, { found: { goods: goods({ lots: [] }) } })
      .when(lot)
      .refuses('no-such-lot', 'lotId')
    const other = goods({ lots: [{ id: idOf('lot'), productId: idOf('pump'), lotNo: 'B2601' }] })
    given(placeStopSale, { found: { goods: other } })
      .when(lot)
      .refuses('lot-of-another-product', 'lotId')
    given(placeStopSale, { found })
      .when({ ...lot, scope: 'serials' })
      .refuses('serials-missing', 'serials')
    given(placeStopSale, { found })
      .when({ lotId: idOf('lot') })
      .refuses('bad-input', 'productId')
  })

  test('that are held already is not done twice; what reaches further is', () => {
    const hold = {
      id: idOf('x'),
      number: 'TF-2026-00001',
      scope: 'lot' as const,
      source: 'own-finding' as const,
      lotId: idOf('lot'),
      serials: [],
    }
    const held = given(placeStopSale, { found: { goods: goods({ holds: [hold] }) } })
    expect(held.when(lot).refuses('already-held', 'lotId').sentence.en).toContain('TF-2026-00001')
    held.when({ productId: idOf('set'), scope: 'product', reason: '扩大' }).accepts()
    const single = { ...hold, scope: 'serials' as const, serials: ['A1'] }
    const some = given(placeStopSale, { found: { goods: goods({ holds: [single] }) } })
    some.when({ ...lot, scope: 'serials', serials: ['A1'] }).refuses('already-held', 'lotId')
    some.when({ ...lot, scope: 'serials', serials: ['A1', 'A2'] }).accepts()
    some.when(lot).accepts()
    const whole = { ...hold, scope: 'product' as const }
    given(placeStopSale, { found: { goods: goods({ holds: [whole] }) } })
      .when({ productId: idOf('set'), scope: 'product', reason: '禁售' })
      .refuses('already-held', 'productId')
  })

  test('for another reason stands beside the stop that is there; an authority’s word always does', () => {
    const hold = {
      id: idOf('x'),
      number: 'TF-2026-00001',
      scope: 'lot' as const,
      source: 'complaint' as const,
      lotId: idOf('lot'),
      serials: [],
    }
    const beside = given(placeStopSale, { found: { goods: goods({ holds: [hold] }) } })
    expect(beside.when({ ...lot, source: 'storage-check' }).accepts().to).toBe('placed')
    expect(beside.when({ ...lot, source: 'authority', document: '18 号' }).accepts().to).toBe('confirmed')
    const prohibited = goods({ holds: [{ ...hold, source: 'authority' }] })
    given(placeStopSale, { found: { goods: prohibited } })
      .when({ ...lot, source: 'authority', document: '25 号' })
      .accepts()
    const checked = goods({ holds: [{ ...hold, source: 'outbound-check' }] })
    const again = { ...lot, source: 'outbound-check' }
    given(placeStopSale, { found: { goods: checked } })
      .when(again)
      .refuses('already-held', 'lotId')
    given(placeStopSale, { found: { goods: checked }, actor: system })
      .when(again)
      .accepts()
  })

  test('one by one names units of the lot, however their letters were typed', () => {
    const { product } = goods()
    if (!product) throw new Error('no product')
    const tracked = { goods: goods({ product: { ...product, isSerialTracked: true }, units: ['A1', 'A3'] }) }
    const step = given(placeStopSale, { found: tracked })
    const single = { ...lot, scope: 'serials' }
    const refusal = step.when({ ...single, serials: ['A1', 'ZZZ'] }).refuses('no-such-serial', 'serials.1')
    expect(refusal.sentence.en).toContain('ZZZ')
    const { change } = step.when({ ...single, serials: [' a3', 'Ａ１', 'A3'] }).accepts()
    expect(change.set).toMatchObject({ serials: ['A3', 'A1'] })
    const hold = {
      id: idOf('x'),
      number: 'TF-2026-00001',
      scope: 'serials' as const,
      source: 'own-finding' as const,
      lotId: idOf('lot'),
      serials: ['A1'],
    }
    given(placeStopSale, { found: { goods: { ...tracked.goods, holds: [hold] } } })
      .when({ ...single, serials: ['a1'] })
      .refuses('already-held', 'lotId')
  })

  test('on an authority’s word is quality’s work and names the document', () => {
    given(placeStopSale, { found, actor: someone('warehouse') })
      .when({ ...lot, source: 'authority', document: '18 号' })
      .refuses('authority-by-quality', 'source')
    given(placeStopSale, { found, actor: someone('quality') })
      .when({ ...lot, source: 'authority' })
      .refuses('document-missing', 'document')
  })

  test('is nobody’s whim', () => {
    given(placeStopSale, { found, actor: someone('sales') })
      .when(lot)
      .refuses('role')
  })
})

describe('widening', () => {
  const second = { id: idOf('lot 2'), productId: idOf('set'), lotNo: '20260402' }
  const place = {
    lotId: second.id,
    lotNo: '20260402',
    warehouseId: idOf('main'),
    warehouseName: '主仓库',
    zone: 'qualified',
    quantity: 500,
  }
  const found = { goods: goods({ lots: [second], places: [place], transit: [], buyers: 1, atBuyers: 70 }) }
  const facts = { lots: [aLot()], marks: [aMark('qualified', 960)], transit: [] }
  const input = { scope: 'lot', lotId: second.id, reason: '同一模具' }

  test('to more lots hangs more marks and tells warehouse and sales again', () => {
    const { change, to } = given(widenStopSale, { record: aStop(), facts, found }).when(input).accepts()
    expect(to).toBe('placed')
    expect(change.set).toMatchObject({
      lotNos: '20260301、20260402',
      expectedInStock: 1500,
      widenCount: 1,
      marksAt: null,
    })
    expect(change.rows?.map(row => row.child)).toEqual(['lot', 'mark', 'told', 'told'])
    expect(change.open).toEqual([
      { deadline: 'marks', key: 'widened-1', from: NOON },
      { deadline: 'sales', key: 'widened-1', from: NOON },
    ])
  })
  test('to the product counts only places that have no mark yet', () => {
    const all = goods({ lots: [...goods().lots, second], places: [...goods().places, place] })
    const { change } = given(widenStopSale, { record: aStop(), facts, found: { goods: all } })
      .when({ scope: 'product', reason: '同一模具' })
      .accepts()
    expect(change.set).toMatchObject({ scope: 'product', lotId: null, lotNos: null, expectedInStock: 1540 })
    expect(change.rows?.filter(row => row.child === 'mark')).toHaveLength(2)
  })
  test('of a confirmed stop is signed anew; of a good finding ends the release', () => {
    const confirmed = given(widenStopSale, { record: aConfirmedStop(), facts, found }).when(input).accepts()
    expect(confirmed.to).toBe('confirming')
    expect(confirmed.change.set).toMatchObject({ confirmedAt: null, countersignedByName: null })
    expect(confirmed.change.open?.at(-1)).toEqual({ deadline: 'head', from: NOON })
    const good = given(widenStopSale, { record: aGoodStop(), facts, found }).when(input).accepts()
    expect(good.change.cancel).toMatchObject([{ deadline: 'release' }])
    expect(good.change.set).toMatchObject({ finding: null })
  })
  test('says what it reaches that is not held yet', () => {
    const step = given(widenStopSale, { record: aStop(), facts, found })
    step.when({ scope: 'lot', reason: '同一模具' }).refuses('lot-missing', 'lotId')
    given(widenStopSale, { record: aStop(), facts, found: { goods: goods() } })
      .when({ ...input, lotId: idOf('lot') })
      .refuses('already-held', 'lotId')
    const whole = aStop({ scope: 'product', lotId: null, lotNos: null })
    expect(given(widenStopSale, { record: whole, facts, found }).standsAgainst()).toEqual(['whole-product'])
    step.when({ scope: 'lot', lotId: second.id }).refuses('bad-input', 'reason')
  })
  test('is quality’s work, and not while signatures are under way', () => {
    given(widenStopSale, { record: aStop(), facts, found, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
    given(widenStopSale, { record: aStop({ state: 'confirming', finding: 'bad' }), facts, found })
      .when(input)
      .refuses('state')
  })
})
