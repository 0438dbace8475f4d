import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aColdLine, aLine, aReturn, MORNING } from '../return.example.ts'
import { collectReturn } from './collect-return.ts'
import { countReturn } from './count-return.ts'
import { decideWay } from './decide-way-return.ts'
import { notifyArrival } from './notify-arrival-return.ts'
import { orderTransport } from './order-transport-return.ts'
import { tellCustomer } from './tell-customer-return.ts'

const TOMORROW = '2026-11-21T04:00:00.000Z'
const facts = { lines: [aLine()] }
const contract = { route: 'contract', reason: 'quality', wish: 'refund' } as const

describe('shipping back or destroying on site', () => {
  const record = aReturn({ ...contract, state: 'approved', qualityFinding: '留样渗漏' })
  const classTwo = { lines: [aLine({ deviceClass: 'II' })] }
  const onSite = { way: 'on-site', reason: '运费高于货值', shipCost: 90_000, destroyCost: 12_000 }

  test('is decided by sales with a reason', () => {
    const { change, to } = given(decideWay, { record, facts })
      .when({ way: 'ship-back', reason: '数量多，运回分析' })
      .accepts()
    expect(to).toBe('approved')
    expect(change.set).toMatchObject({ way: 'ship-back', wayReason: '数量多，运回分析', wayDecidedAt: NOON })
    given(decideWay, { record, facts, actor: someone('after-sales') })
      .when(onSite)
      .refuses('role')
    given(decideWay, { record, facts }).when({ way: 'ship-back' }).refuses('bad-input', 'reason')
  })
  test('on site goes into the procedure for nonconforming goods, and the customer is told', () => {
    const { change, to } = given(decideWay, { record, facts: classTwo }).when(onSite).accepts()
    expect(to).toBe('on-site')
    expect(change.start?.map(item => item.command)).toEqual(['nonconforming.report', 'message.write'])
    expect(change.start?.[0]).toMatchObject({
      link: 'nonconforming',
      input: {
        lotId: idOf('lot'),
        quantity: 40,
        atCustomer: true,
        source: 'return',
        judgement: '留样渗漏',
        partyId: record.partyId,
        cause: { procedure: 'return', id: record.id, number: record.number },
      },
    })
    expect(change.meet).toEqual([{ deadline: 'tell-customer' }])
  })
  test('on site needs both costs', () => {
    given(decideWay, { record, facts: classTwo })
      .when({ ...onSite, shipCost: undefined })
      .refuses('costs-missing', 'shipCost')
    given(decideWay, { record, facts: classTwo })
      .when({ ...onSite, destroyCost: undefined })
      .refuses('costs-missing', 'destroyCost')
  })
  test('on site is closed to class III and implants without the regulator (X10)', () => {
    given(decideWay, { record, facts }).when(onSite).refuses('regulator-first', 'regulatorReference')
    const implant = { lines: [aLine({ deviceClass: 'II', isImplant: true })] }
    given(decideWay, { record, facts: implant }).when(onSite).refuses('regulator-first')
    given(decideWay, { record, facts })
      .when({ ...onSite, regulatorReference: '豫药监械销〔2026〕17号' })
      .accepts()
  })
  test('on site is closed to goods that are good', () => {
    given(decideWay, { record: aReturn({ state: 'approved' }), facts: classTwo })
      .when(onSite)
      .refuses('good-goods-come-back', 'way')
  })
})

describe('telling the customer', () => {
  const record = aReturn({ state: 'approved', approvedAt: MORNING })
  test('happens after the approval, in writing', () => {
    const { change, to } = given(tellCustomer, { record, facts }).when({ instructions: '请用原包装' }).accepts()
    expect(to).toBe('awaiting')
    expect(change).toMatchObject({ set: { toldAt: NOON, way: 'ship-back' }, meet: [{ deadline: 'tell-customer' }] })
    expect(change.start?.[0]?.input).toMatchObject({ body: expect.stringContaining('请用原包装') })
  })
  test('never before it (S02-4.2.3c)', () => {
    for (const state of ['reviewing', 'over-limits', 'approving', 'declined'] as const)
      expect(
        given(tellCustomer, { record: aReturn({ state }), facts })
          .when({})
          .refuses('not-approved').clause,
      ).toBe('S02-4.2.3c')
  })
  test('waits for the way where it is decided by cost', () => {
    given(tellCustomer, { record: aReturn({ ...contract, state: 'approved' }), facts })
      .when({})
      .refuses('way-open')
    given(tellCustomer, { record: aReturn({ ...contract, state: 'approved', way: 'ship-back' }), facts })
      .when({})
      .accepts()
  })
  test('is the work of sales on the quality route', () => {
    const quality = aReturn({ state: 'approved', reason: 'quality' })
    expect(given(tellCustomer, { record: quality, facts }).when({}).refuses('told-by-sales').kind).toBe('forbidden')
    given(tellCustomer, { record: quality, facts, actor: someone('sales') })
      .when({})
      .accepts()
    given(tellCustomer, { record, facts, actor: someone('warehouse') })
      .when({})
      .refuses('role')
  })
  test('asks for the temperature records of cold goods', () => {
    const { change } = given(tellCustomer, { record, facts: { lines: [aColdLine()] } })
      .when({})
      .accepts()
    expect(change.start?.[0]?.input).toMatchObject({ body: expect.stringContaining('温度记录') })
  })
})

describe('the arrival', () => {
  const record = aReturn({ state: 'awaiting', toldAt: MORNING })
  test('at the station asks for transport', () => {
    const { change, to } = given(notifyArrival, { record }).when({ place: '郑州东站 3 号库', packages: 2 }).accepts()
    expect(to).toBe('arrived')
    expect(change.open).toEqual([{ deadline: 'transport-order', from: NOON }])
  })
  test('at our door needs no driver', () => {
    const { change, to } = given(notifyArrival, { record }).when({ way: 'delivered' }).accepts()
    expect([to, change.open]).toEqual(['collected', undefined])
    expect(change.set).toMatchObject({ arrivedAt: NOON })
  })
  test('names the place and lies between the letter and now', () => {
    given(notifyArrival, { record }).when({}).refuses('place-missing', 'place')
    const input = { place: '东站' }
    given(notifyArrival, { record })
      .when({ ...input, noticedAt: TOMORROW })
      .refuses('in-future', 'noticedAt')
    given(notifyArrival, { record })
      .when({ ...input, noticedAt: '2026-11-01T00:00:00.000Z' })
      .refuses('too-early', 'noticedAt')
    given(notifyArrival, { record: aReturn({ state: 'approved' }) })
      .when(input)
      .refuses('state')
  })
})

describe('the transport order', () => {
  const record = aReturn({ state: 'arrived', arrivalPlace: '东站' })
  const driver = { id: idOf('driver'), name: '马力', state: 'active', roles: ['driver'] }
  const input = { driverId: driver.id, vehicle: '豫A·D5021' }
  test('is issued by the head of after-sales to a driver', () => {
    const { change, to } = given(orderTransport, { record, found: { driver } }).when(input).accepts()
    expect(to).toBe('ordered')
    expect(change).toMatchObject({
      set: { driverName: '马力', transportOrderedAt: NOON },
      meet: [{ deadline: 'transport-order' }],
    })
    given(orderTransport, { record, found: { driver }, actor: someone('after-sales') })
      .when(input)
      .refuses('role')
  })
  test('names a driver in service', () => {
    given(orderTransport, { record, found: { driver: null } })
      .when(input)
      .refuses('no-such-driver', 'driverId')
    given(orderTransport, { record, found: { driver: { ...driver, roles: ['sales'] } } })
      .when(input)
      .refuses('no-such-driver')
    given(orderTransport, { record, found: { driver: { ...driver, state: 'left' } } })
      .when(input)
      .refuses('no-such-driver')
  })
})

describe('collecting', () => {
  const actor = someone('driver')
  const record = aReturn({ state: 'ordered', driverId: actor.id, driverName: actor.name, transportOrderedAt: MORNING })
  const input = { handover: 'intact', packages: 2 }
  test('writes down the hand-over', () => {
    const { change, to } = given(collectReturn, { record, facts, actor }).when(input).accepts()
    expect(to).toBe('collected')
    expect(change.set).toMatchObject({ collectedAt: NOON, handover: 'intact', packages: 2 })
  })
  test('is refused without a transport order (SG01)', () => {
    for (const state of ['approved', 'awaiting', 'arrived'] as const) {
      const refusal = given(collectReturn, { record: aReturn({ state }), facts, actor })
        .when(input)
        .refuses('no-transport-order')
      expect(refusal.clause).toBe('S02-4.2.5b')
    }
  })
  test('is refused to a driver whom the order does not name', () => {
    given(collectReturn, { record, facts, actor: someone('driver', '另一位') })
      .when(input)
      .refuses('other-driver')
    given(collectReturn, { record, facts, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
  })
  test('says what is wrong with the packages', () => {
    given(collectReturn, { record, facts, actor })
      .when({ ...input, handover: 'damaged' })
      .refuses('note-missing', 'note')
    given(collectReturn, { record, facts, actor })
      .when({ ...input, handover: 'damaged', note: '一箱受潮' })
      .accepts()
  })
  test('takes the temperature of cold goods at departure', () => {
    const cold = { lines: [aColdLine()] }
    given(collectReturn, { record, facts: cold, actor })
      .when(input)
      .refuses('departure-temperature', 'departureCelsius')
    given(collectReturn, { record, facts: cold, actor })
      .when({ ...input, departureCelsius: 4.1 })
      .accepts()
  })
  test('lies between the order and now', () => {
    given(collectReturn, { record, facts, actor })
      .when({ ...input, collectedAt: TOMORROW })
      .refuses('in-future', 'collectedAt')
    given(collectReturn, { record, facts, actor })
      .when({ ...input, collectedAt: '2026-11-01T00:00:00.000Z' })
      .refuses('too-early')
  })
})

describe('counting', () => {
  const record = aReturn({ state: 'collected', collectedAt: MORNING, departureCelsius: 4.1 })
  const count = (counted: number, lineNo = 1) => ({ lineNo, counted })
  const counting = (input: Record<string, unknown>, lines = [aLine()]) =>
    given(countReturn, { record, facts: { lines } }).when(input)
  const cold = {
    transport: 'insulated-box',
    arrival: 5.2,
    lowest: 3,
    highest: 7,
    recordSinceSale: true,
    waitsIn: '冷库 2 号位',
  }

  test('puts the goods into the return zone and starts the clock of the inspection', () => {
    const { change, to } = counting({ lines: [count(40)] }).accepts()
    expect(to).toBe('inspecting')
    expect(change.rows).toEqual([{ child: 'line', id: idOf('line 1'), set: { counted: 40, coldChainKept: null } }])
    expect(change.open).toEqual([{ deadline: 'inspection', from: NOON }])
  })
  test('is done by the head of the warehouse, line by line', () => {
    given(countReturn, { record, facts, actor: someone('warehouse') })
      .when({ lines: [count(40)] })
      .refuses('role')
    counting({ lines: [] }).refuses('count-each-line', 'lines')
    counting({ lines: [count(20), count(20)] }).refuses('count-each-line', 'lines')
    counting({ lines: [count(40, 2)] }).refuses('count-each-line', 'lines')
  })
  test('explains what is missing, and takes nothing that was not approved', () => {
    counting({ lines: [count(38)] }).refuses('difference-unexplained', 'differenceNote')
    expect(counting({ lines: [count(38)], differenceNote: '客户漏装 2 支' }).accepts().change.set?.differenceNote).toBe(
      '客户漏装 2 支',
    )
    counting({ lines: [count(41)] }).refuses('more-than-approved', 'lines')
    counting({ lines: [count(0)], differenceNote: '空箱' }).refuses('nothing-arrived', 'lines')
  })
  test('lies between the collection and now', () => {
    counting({ lines: [count(40)], arrivedAt: TOMORROW }).refuses('in-future', 'arrivedAt')
    counting({ lines: [count(40)], arrivedAt: '2026-11-01T00:00:00.000Z' }).refuses('too-early', 'arrivedAt')
  })
  test('of cold goods needs the record, and judges it by the product’s own bounds', () => {
    const lines = [aColdLine()]
    counting({ lines: [count(10)] }, lines).refuses('cold-record-missing', 'coldChain')
    const kept = (over: object) => {
      const { change } = counting({ lines: [count(10)], coldChain: { ...cold, ...over } }, lines).accepts()
      const [row] = change.rows ?? []
      return row && 'set' in row && row.set.coldChainKept
    }
    expect(kept({})).toBe(true)
    expect(kept({ highest: 9.5 })).toBe(false)
    expect(kept({ recordSinceSale: false })).toBe(false)
    expect(kept({ lowest: undefined })).toBe(false)
  })
  test('takes the temperature at departure from the driver', () => {
    const { change } = counting({ lines: [count(10)], coldChain: cold }, [aColdLine()]).accepts()
    expect(change.set?.coldChain).toMatchObject({ departure: 4.1, departedAt: MORNING, arrivedAt: NOON })
  })
})
