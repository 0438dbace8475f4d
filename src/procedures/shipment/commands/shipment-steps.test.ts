import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { lots } from '../../../../test/world.ts'
import type { FoundGoods } from '../queries.ts'
import { goods, left, line, ordered, sooner } from '../shipment.example.ts'
import { checkedItems } from '../wording.ts'
import { checkShipment } from './check-shipment.ts'
import { pickShipment } from './pick-shipment.ts'
import { shipShipment } from './ship-shipment.ts'
import { bringBackShipment, signBackShipment } from './sign-back-shipment.ts'
import { cancelShipment, resumeShipment, stopShipment } from './stop-shipment.ts'

const lotId = lots.infusionSet.id

describe('pickShipment', () => {
  const pick = (
    input: object = {},
    lines: readonly (typeof line)[] = [line],
    goodsNow: readonly FoundGoods[] = [goods],
  ) => given(pickShipment, { record: ordered, facts: { lines }, found: { goodsNow } }).when({ ...input })
  const pump = { ...line, isSerialTracked: true, quantity: 2 }

  test('is signed and takes the goods out of the qualified zone', () => {
    const { change, to } = pick().accepts()
    expect(to).toBe('picked')
    expect(change.set).toMatchObject({ pickedBy: someone('picker').id })
    expect(change.start).toMatchObject([
      { command: 'lot.pick', on: lotId, input: { quantity: 40, warehouseId: ordered.warehouseId } },
    ])
  })

  test('locks the lots in the order of their ids', () => {
    const ids = ['c', 'a', 'b'].map(letter => ({ ...line, id: `line ${letter}`, lotId: letter }))
    const { change } = pick({}, ids, []).accepts()
    expect(change.start?.map(item => item.on)).toEqual(['a', 'b', 'c'])
  })

  test('refuses what was not ordered, and units without serial number', () => {
    pick({ lines: [{ lotId: lots.plate.id, serials: ['A'] }] }).refuses('not-ordered', 'lines.0.lotId')
    pick({}, [pump]).refuses('serials-needed', 'lines')
    pick({ lines: [{ lotId, serials: ['A'] }] }, [pump]).refuses('serials-needed', 'lines.0.serials')
    const { change } = pick({ lines: [{ lotId, serials: ['A', 'B'] }] }, [pump]).accepts()
    expect(change.rows).toMatchObject([{ set: { serials: ['A', 'B'] } }])
    pick({}, [{ ...pump, serials: ['A', 'B'] }]).accepts()
  })

  test('asks for the reason when another lot has become due first', () => {
    pick({}, [line], [goods, sooner]).refuses('out-of-order', 'reason')
    pick({ reason: '客户指定批号' }, [line], [goods, sooner]).accepts()
    pick({}, [{ ...line, reason: '客户指定批号' }], [goods, sooner]).accepts()
  })

  test('happens once, by a picker', () => {
    given(pickShipment, { record: { ...ordered, state: 'picked' } })
      .when({})
      .refuses('state')
    given(pickShipment, { record: ordered, actor: someone('sales') })
      .when({})
      .refuses('role')
  })
})

describe('checkShipment', () => {
  const record = { ...ordered, state: 'picked' as const, pickedBy: someone('picker').id }
  const items = Object.keys(checkedItems)
  const input = { items, lines: [{ lotId, quantity: 40, pieces: 2 }], inShippingZone: true }
  const check = (more: object = {}, around: object = {}) =>
    given(checkShipment, { record, facts: { lines: [line] }, ...around }).when({ ...input, ...more })

  test('makes the record of the check', () => {
    const { change, to } = check().accepts()
    expect(to).toBe('checked')
    expect(change.set).toMatchObject({ checkedBy: someone('checker').id, pieces: 2 })
    expect(change.rows).toMatchObject([{ set: { checkedQuantity: 40, pieces: 2, quality: '合格' } }])
  })

  test('is not for the person who picked', () => {
    const both = { ...someone('checker'), id: someone('picker').id }
    check({}, { actor: both }).refuses('SG05')
  })

  test('refuses what was not compared, counted or put into the shipping zone', () => {
    const refusal = check({ items: items.filter(item => item !== 'expiry') }).refuses('not-compared', 'items')
    expect(refusal.sentence.zh).toContain('有效期')
    check({ lines: [] }).refuses('line-missing', 'lines')
    check({ lines: [{ lotId, quantity: 39 }] }).refuses('count-differs', 'lines.0.quantity')
    check({ lines: [...input.lines, { lotId: lots.plate.id, quantity: 1 }] }).refuses('not-ordered', 'lines.1.lotId')
    check({ inShippingZone: false }).refuses('not-in-zone', 'inShippingZone')
  })

  test('refuses a lot that expired meanwhile', () => {
    check({}, { facts: { lines: [{ ...line, expiresOn: '2026-11-19' }] } }).refuses('lot-expired')
  })
})

describe('shipShipment', () => {
  const record = { ...ordered, state: 'checked' as const }
  const ship = (input: object = {}, of: object = {}, actor = someone('driver')) =>
    given(shipShipment, {
      record,
      facts: { lines: [{ ...line, ...of }] },
      found: { leftInShipping: [left] },
      actor,
    }).when({ ...input })

  test('takes the goods out of stock under the number of the note, and waits for the signed papers', () => {
    const { change, to } = ship().accepts()
    expect(to).toBe('shipped')
    expect(change.set).toMatchObject({
      driverName: someone('driver').name,
      shippedOn: '2026-11-20',
      importPapers: null,
    })
    expect(change.open).toMatchObject([{ deadline: 'sign-back' }])
    expect(change.start).toMatchObject([
      { command: 'lot.ship', input: { number: 'CK-2026-00001', partyId: ordered.partyId, deliveredOn: '2026-11-20' } },
    ])
  })

  test('names the driver', () => {
    ship({}, {}, someone('picker')).refuses('driver-needed', 'driverName')
    ship({ carrier: 'contracted', driverName: '顺达物流' }, {}, someone('picker')).accepts()
  })

  test('lets imports go with their stamped approvals alone', () => {
    const imported = { registrationNo: '国械注进20203660123' }
    ship({}, imported).refuses('import-papers-needed', 'importPapers')
    expect(ship({ importPapers: true }, imported).accepts().change.set).toMatchObject({ importPapers: true })
  })

  test('lets the cold chain go within its bounds alone', () => {
    const cold = { isColdChain: true, temperatureFrom: 2, temperatureTo: 8 }
    ship({}, cold).refuses('temperature-needed', 'temperature')
    ship({ temperature: 8.4 }, cold).refuses('temperature-outside', 'temperature')
    ship({ temperature: 1.9 }, cold).refuses('temperature-outside')
    ship({ temperature: 5 }, cold).accepts()
  })

  test('is refused when some of the goods were reported or moved away since the check', () => {
    const leftInShipping = [{ ...left, free: 30, reported: 10 }]
    const missing = given(shipShipment, { record, facts: { lines: [line] }, found: { leftInShipping } })
      .when({})
      .refuses('goods-missing')
    expect(missing.sentence.zh).toContain('请停发或取消 CK-2026-00001')
    given(shipShipment, { record, facts: { lines: [line] }, found: { leftInShipping: [] } })
      .when({})
      .refuses('goods-missing')
  })

  test('never happens unchecked', () => {
    given(shipShipment, { record: { ...ordered, state: 'picked' } })
      .when({})
      .refuses('state')
  })
})

describe('signBackShipment and bringBackShipment', () => {
  const record = { ...ordered, state: 'shipped' as const, shippedOn: '2026-11-18' }
  const input = { receivedOn: '2026-11-19', receivedBy: '刘慧敏' }

  test('end the way of the goods', () => {
    const signed = given(signBackShipment, { record }).when(input).accepts()
    expect(signed.to).toBe('signed-back')
    expect(signed.change.meet).toEqual([{ deadline: 'sign-back' }])
    const { change, to } = given(bringBackShipment, {
      record,
      facts: { lines: [line] },
      found: { leftAtCustomer: [left] },
    })
      .when({ reason: '无人签收' })
      .accepts()
    expect(to).toBe('brought-back')
    expect(change.start).toMatchObject([
      { command: 'lot.take-back', input: { partyId: ordered.partyId, quantity: 40 } },
    ])
  })

  test('bring back what the customer still has, and nothing when there is nothing left', () => {
    const bring = (free: number) =>
      given(bringBackShipment, {
        record,
        facts: { lines: [line] },
        found: { leftAtCustomer: [{ ...left, free }] },
      }).when({ reason: '无人签收' })
    expect(bring(25).accepts().change.start).toMatchObject([{ input: { quantity: 25 } }])
    expect(bring(100).accepts().change.start).toMatchObject([{ input: { quantity: 40 } }])
    expect(bring(0).refuses('nothing-left').sentence.zh).toContain('单据签回')
  })

  test('refuse impossible days, and goods that have not left', () => {
    given(signBackShipment, { record })
      .when({ ...input, receivedOn: '2026-11-17' })
      .refuses('day-impossible', 'receivedOn')
    given(signBackShipment, { record })
      .when({ ...input, receivedOn: '2026-11-21' })
      .refuses('day-impossible')
    given(bringBackShipment, { record: ordered, facts: { lines: [line] } })
      .when({ reason: '无人签收' })
      .refuses('state')
  })
})

describe('stopShipment, resumeShipment and cancelShipment', () => {
  const input = { lotId, problem: 'packing', finding: '封条断裂' }
  const stop = (record: object, more: object = {}) =>
    given(stopShipment, {
      record: { ...ordered, ...record },
      facts: { lines: [line] },
      found: { leftInShipping: [left] },
    }).when({ ...input, ...more })

  test('a stop names the lot and puts picked goods back', () => {
    const { change, to } = stop({ state: 'checked', pickedBy: someone('picker').id }).accepts()
    expect(to).toBe('stopped')
    expect(change.set).toMatchObject({ problem: 'packing', problemLot: line.lotNo, pickedBy: null })
    expect(change.rows).toMatchObject([{ set: { problem: 'packing', problemNote: '封条断裂', checkedQuantity: null } }])
    expect(change.start).toMatchObject([{ command: 'lot.put-back' }])
    expect(stop({}).accepts().change.start).toEqual([])
  })

  test('both put back what is left: not what was reported or moved away, nor what others picked', () => {
    const picked = { ...ordered, state: 'picked' as const }
    const back = (lines: readonly (typeof line)[], leftInShipping: readonly (typeof left)[]) => {
      const around = { record: picked, facts: { lines }, found: { leftInShipping } }
      const cancelled = given(cancelShipment, around).when({ reason: '客户取消' }).accepts().change.start
      expect(given(stopShipment, around).when(input).accepts().change.start).toEqual(cancelled)
      return cancelled?.map(item => item.input)
    }
    expect(back([line], [{ ...left, free: 0, reported: 40 }])).toEqual([])
    expect(back([line], [])).toEqual([])
    expect(back([line], [{ ...left, free: 30, reported: 10 }])).toMatchObject([{ quantity: 30 }])
    expect(back([line], [{ ...left, free: 90, claimed: 60, reported: 10 }])).toMatchObject([{ quantity: 30 }])
    const two = { ...line, quantity: 2, serials: ['A', 'B'] }
    expect(back([{ ...two, isSerialTracked: true }], [{ ...left, free: 1, serials: ['B', 'C'] }])).toMatchObject([
      { quantity: 1, serials: ['B'] },
    ])
    expect(back([two], [{ ...left, free: 1, reported: 1, reportedSerials: ['A'] }])).toMatchObject([
      { quantity: 1, serials: ['B'] },
    ])
    expect(back([two], [{ ...left, free: 1, reported: 1 }])).toMatchObject([{ quantity: 1, serials: [] }])
  })

  test('a stop refuses a lot that is not there, and goods that left', () => {
    stop({}, { lotId: lots.plate.id }).refuses('not-ordered', 'lotId')
    stop({ state: 'shipped' }).refuses('state')
  })

  test('quality alone resumes, and never what has expired', () => {
    const stopped = { ...ordered, state: 'stopped' as const, problem: 'packing' as const }
    const facts = { lines: [{ ...line, problem: 'packing' as const }] }
    const resumed = given(resumeShipment, { record: stopped, facts }).when({ reason: '更换包装' }).accepts()
    expect(resumed.to).toBe('ordered')
    expect(resumed.change.rows).toMatchObject([{ set: { problem: null } }])
    given(resumeShipment, { record: stopped, facts, actor: someone('picker') })
      .when({ reason: '更换包装' })
      .refuses('role')
    given(resumeShipment, { record: { ...stopped, problem: 'expired' }, facts })
      .when({ reason: '更换包装' })
      .refuses('lot-expired')
  })

  test('a cancelled order puts its goods back', () => {
    const cancel = (state: 'ordered' | 'picked' | 'shipped') =>
      given(cancelShipment, {
        record: { ...ordered, state },
        facts: { lines: [line] },
        found: { leftInShipping: [left] },
      }).when({ reason: '客户取消' })
    expect(cancel('picked').accepts().change.start).toMatchObject([{ command: 'lot.put-back' }])
    expect(cancel('ordered').accepts().change.start).toEqual([])
    cancel('shipped').refuses('state')
  })
})
