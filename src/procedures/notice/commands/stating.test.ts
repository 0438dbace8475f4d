import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aCourse, aNotice, aRunningNotice, LOTS, TOLD, theGuest, theSystem, uuid } from '../notice.example.ts'
import { countMoved } from './count-moved-notice.ts'
import { stateQuantities } from './state-quantities-notice.ts'

const first = uuid(11)
const record = aRunningNotice()
const facts = { ...aCourse(TOLD), lots: LOTS }
const stated = { lotId: uuid(1), used: 4, comingBack: 6 }

describe('stated quantities', () => {
  const states = (around: object = {}) =>
    given(stateQuantities, {
      record,
      facts,
      found: { returnable: [{ lotId: uuid(1), room: 10 }] },
      actor: theGuest(),
      ...around,
    })

  test('come lot by lot; what will be returned becomes a return', () => {
    const { change } = states()
      .when({ lines: [stated], wish: 'exchange' })
      .accepts()
    expect(change.set).toMatchObject({ answered: 1, located: 10, outstanding: 16 })
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'statement',
        insert: expect.objectContaining({ way: 'link', comingBack: 6, used: 4 }),
      }),
    )
    expect(change.start).toEqual([
      {
        command: 'return.request',
        input: {
          route: 'recall',
          partyId: uuid(101),
          reason: 'recall',
          wish: 'exchange',
          lines: [{ lotId: uuid(1), quantity: 6 }],
          remark: '按通知 TZ-2026-00001 退回',
          noticeId: record.id,
          noticeRecipientId: first,
        },
        link: 'return',
      },
    ])
  })
  test('may be corrected; only what is returned beyond the first answer is asked back again', () => {
    const said = { ...aCourse(TOLD, { statedAt: NOON, used: 4, comingBack: 6 }), lots: LOTS }
    const more = states({ facts: said })
      .when({ lines: [{ ...stated, used: 2, comingBack: 8 }] })
      .accepts()
    expect(more.change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2 }])
    const less = states({ facts: said })
      .when({ lines: [{ ...stated, used: 6, comingBack: 4 }] })
      .accepts()
    expect(less.change.start).toEqual([])
  })
  test('add up to what was delivered and is not back, or say why they differ', () => {
    const refusal = states()
      .when({ lines: [{ ...stated, used: 3 }] })
      .refuses('sum-differs', 'lines.0.differenceReason')
    expect(refusal.sentence.zh).toContain('合计 9，应为 10')
    const { change } = states()
      .when({ lines: [{ ...stated, used: 3, differenceReason: '开箱少 1 支' }] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({ child: 'line', set: expect.objectContaining({ differenceReason: '开箱少 1 支' }) }),
    )
    const back = { ...aCourse(TOLD, { receivedBack: 3 }), lots: LOTS }
    states({ facts: back })
      .when({ lines: [stated] })
      .refuses('sum-differs')
    states({ facts: back })
      .when({ lines: [{ ...stated, used: 1 }] })
      .accepts()
  })
  test('ask back no more than other returns leave, and units by their serial numbers', () => {
    const less = states({ found: { returnable: [{ lotId: uuid(1), room: 2 }] } })
      .when({ lines: [stated] })
      .accepts()
    expect(less.change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2 }])
    expect(
      states({ found: { returnable: [] } })
        .when({ lines: [stated] })
        .accepts().change.start,
    ).toEqual([])
    const tracked = { ...facts, lots: LOTS.map(lot => ({ ...lot, isSerialTracked: true })) }
    const two = { lotId: uuid(1), used: 8, comingBack: 2 }
    states({ facts: tracked })
      .when({ lines: [two] })
      .refuses('serials-missing', 'lines.0.serials')
    const { change } = states({ facts: tracked })
      .when({ lines: [{ ...two, serials: ['A1', 'A2'] }] })
      .accepts()
    expect(change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2, serials: ['A1', 'A2'] }])
  })
  test('name customers to whom a dealer sold on', () => {
    const { change } = states()
      .when({ lines: [{ lotId: uuid(1), soldOn: 10 }], onward: [{ name: '城东诊所', quantity: 10 }] })
      .accepts()
    expect(change.rows?.at(-1)).toMatchObject({ child: 'onward', insert: { name: '城东诊所', quantity: 10 } })
  })
  test('may be entered for a recipient who answered by telephone', () => {
    const sales = { actor: someone('sales') }
    const { change } = states(sales)
      .when({ recipientId: first, way: 'telephone', saidBy: '刘慧敏', lines: [stated] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'statement',
        insert: expect.objectContaining({ way: 'telephone', saidBy: '刘慧敏' }),
      }),
    )
    states(sales)
      .when({ lines: [stated] })
      .refuses('no-such-recipient', 'recipientId')
  })
  test('are refused for other lots, twice, from strangers, and where none are asked', () => {
    states()
      .when({ lines: [{ ...stated, lotId: uuid(9) }] })
      .refuses('lot-not-bought')
    states()
      .when({ lines: [stated, stated] })
      .refuses('lot-twice', 'lines')
    states({ actor: theGuest(9) })
      .when({ lines: [stated] })
      .refuses('not-a-recipient')
    states({ record: aRunningNotice({ kind: 'resume', recallClass: null }) })
      .when({ lines: [stated] })
      .refuses('no-quantities')
    states({ record: aRunningNotice({ state: 'drill-running', drill: true, sentAt: null }) })
      .when({ lines: [stated] })
      .refuses('a-drill')
    states({ record: aNotice() })
      .when({ lines: [stated] })
      .refuses('state')
  })
  test('call no fewer destroyed than we destroyed there ourselves', () => {
    const proved = { ...aCourse(TOLD, { destroyed: 4, destroyedByUs: 4 }), lots: LOTS }
    states({ facts: proved })
      .when({ lines: [{ lotId: uuid(1), destroyed: 3, used: 7 }] })
      .refuses('destroyed-by-us', 'lines.0.destroyed')
    states({ facts: proved })
      .when({ lines: [{ lotId: uuid(1), destroyed: 4, used: 6 }] })
      .accepts()
  })
  test('are numbers that a register can hold', () => {
    const lines = [{ lotId: uuid(1), soldOn: 10 }]
    states()
      .when({ lines, onward: [{ name: '城东诊所', quantity: 3_000_000_000 }] })
      .refuses('bad-input', 'onward.0.quantity')
    states()
      .when({ lines: [{ lotId: uuid(1), used: 3_000_000_000 }] })
      .refuses('bad-input', 'lines.0.used')
  })
  test('take back a signature on the remainder that they change', () => {
    const signed = { ...aCourse(TOLD, { signedRemainder: 10, remainderReason: '无人应答' }), lots: LOTS }
    const { change } = states({ facts: signed })
      .when({ lines: [{ lotId: uuid(1), onHand: 10 }] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'line',
        set: expect.objectContaining({ signedRemainder: 0, remainderReason: null }),
      }),
    )
  })
})

describe('goods that come back', () => {
  const announced = { ...aCourse(TOLD, { statedAt: NOON, used: 4, comingBack: 6 }), lots: LOTS }
  const moved = { lineId: uuid(21), quantity: 6, to: 'receivedBack' }
  test('settle what was announced', () => {
    const { change } = given(countMoved, { record, facts: announced, actor: theSystem('warehouse') })
      .when(moved)
      .accepts()
    expect(change.set).toMatchObject({ recovered: 6, outstanding: 6 })
    expect(change.rows).toContainEqual(
      expect.objectContaining({ child: 'recipient', id: first, set: expect.objectContaining({ state: 'settled' }) }),
    )
  })
  test('and are destroyed at the buyer’s prove what it had said of them', () => {
    const said = { ...aCourse(TOLD, { statedAt: NOON, destroyed: 4, onHand: 6 }), lots: LOTS }
    const destroyed = { lineId: uuid(21), quantity: 4, to: 'destroyed' }
    const { change } = given(countMoved, { record, facts: said, actor: theSystem('quality') })
      .when(destroyed)
      .accepts()
    expect(change.set).toMatchObject({ outstanding: 12 })
    expect(change.rows).toContainEqual({ child: 'line', id: uuid(21), set: { destroyedByUs: 4 } })
  })
  test('and are destroyed there instead of coming back, are those that were announced', () => {
    const said = { ...aCourse(TOLD, { statedAt: NOON, destroyed: 4, comingBack: 6 }), lots: LOTS }
    const { change } = given(countMoved, { record, facts: said, actor: theSystem('quality') })
      .when({ lineId: uuid(21), quantity: 6, to: 'destroyed', announced: true })
      .accepts()
    expect(change.rows).toContainEqual({
      child: 'line',
      id: uuid(21),
      set: { comingBack: 0, destroyed: 10, destroyedByUs: 6 },
    })
  })
  test('are counted by the stock, and for a line of the list', () => {
    given(countMoved, { record, facts: announced, actor: someone('sales') })
      .when(moved)
      .refuses('only-by-stock')
    given(countMoved, { record, facts: announced, actor: theSystem() })
      .when({ ...moved, lineId: uuid(99) })
      .refuses('no-such-line')
    given(countMoved, { record: aNotice(), facts: announced, actor: theSystem() }).when(moved).refuses('state')
  })
})
