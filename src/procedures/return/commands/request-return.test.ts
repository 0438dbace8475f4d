import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aLot, dealer } from '../return.example.ts'
import { requestReturn } from './request-return.ts'

const found = { party: dealer, goods: [aLot()], complaint: null }
const input = {
  partyId: dealer.id,
  reason: 'unsaleable',
  wish: 'exchange',
  lines: [{ lotId: idOf('lot'), quantity: 40, unitPrice: 150 }],
}
const asking = (over: object = {}, goods = [aLot()], more: object = {}) =>
  given(requestReturn, { found: { ...found, goods }, ...more }).when({ ...input, ...over })
const claim = { reason: 'quality', wish: 'refund' }

describe('a request', () => {
  test('keeps what the label says, and takes the latest delivery as the original one', () => {
    const { change, to } = asking().accepts()
    expect(to).toBe('requested')
    expect(change.set).toMatchObject({
      partyName: dealer.name,
      contactPerson: '赵经理',
      lotNos: '20260301',
      registrationNos: '国械注准20193141726',
      deliveryNumbers: 'SH20261002-002',
      quantity: 40,
      amount: 6000,
      bulk: false,
      expiredLot: false,
      requestedAt: NOON,
    })
    expect(change.rows).toMatchObject([
      {
        child: 'line',
        insert: { lineNo: 1, lotNo: '20260301', deliveryNumber: 'SH20261002-002', deliveredOn: '2026-10-02' },
      },
    ])
    expect(change.open).toEqual([{ deadline: 'sign-for', from: NOON }])
  })
  test('by fax waits for the computer room first', () => {
    expect(asking({ formWay: 'fax' }).accepts().change.open).toEqual([])
  })
  test('names the delivery and the serial numbers when the customer does', () => {
    const tracked = aLot({ isSerialTracked: true })
    const line = { lotId: idOf('lot'), quantity: 2, serials: ['A1', 'A2'], deliveryNumber: 'SH20260402-002' }
    const { change } = asking({ lines: [line] }, [tracked]).accepts()
    expect(change.set).toMatchObject({ lotNos: '20260301；A1；A2', deliveryNumbers: 'SH20260402-002', amount: null })
  })
  test('leaves out what is reported as nonconforming at the customer', () => {
    const partly = aLot({ reported: 970, reports: ['BH-2026-00003'] })
    const refusal = asking({}, [partly]).refuses('more-than-delivered', 'lines.0.quantity')
    expect(refusal.sentence.zh).toContain('在客户处列为不合格品 970（BH-2026-00003），最多还能退 30')
    asking({ lines: [{ lotId: idOf('lot'), quantity: 30 }] }, [partly]).accepts()
    const tracked = aLot({ isSerialTracked: true, reported: 1, reports: ['BH-2026-00003'], reportedSerials: ['A1'] })
    asking({ lines: [{ lotId: idOf('lot'), quantity: 2, serials: ['A2', 'A1'] }] }, [tracked]).refuses(
      'serial-nonconforming',
      'lines.0.serials',
    )
    asking({ lines: [{ lotId: idOf('lot'), quantity: 1, serials: ['A2'] }] }, [tracked]).accepts()
  })
  test('of many goods is bulk, by pieces or by amount', () => {
    const bulk = (line: object) => asking({ lines: [{ lotId: idOf('lot'), ...line }] }).accepts().change.set?.bulk
    expect(bulk({ quantity: 500 })).toBe(true)
    expect(bulk({ quantity: 499 })).toBe(false)
    expect(bulk({ quantity: 20, unitPrice: 100_000 })).toBe(true)
  })
  test('out of a complaint is linked to it; one out of a notice keeps both ids', () => {
    const complaint = { id: idOf('complaint'), number: 'TS-2026-00042', state: 'verified' }
    const { change } = asking({ complaintId: complaint.id }, [aLot()], { found: { ...found, complaint } }).accepts()
    expect(change.link).toEqual([{ procedure: 'complaint', id: complaint.id, kind: 'complaint' }])
    const ids = { noticeId: idOf('notice'), noticeRecipientId: idOf('recipient') }
    expect(asking({ route: 'recall', reason: 'recall', ...ids }).accepts().change.set).toMatchObject(ids)
  })
  test('is registered by after-sales, sales and the desk', () => {
    for (const role of ['sales-rep', 'service-desk']) asking({}, [aLot()], { actor: someone(role) }).accepts()
    asking({}, [aLot()], { actor: someone('finance') }).refuses('role')
  })
})

describe('is refused', () => {
  test('without an itemised list (S02-4.2.1a)', () => {
    expect(asking({ lines: [] }).refuses('no-lines', 'lines').clause).toBe('S02-4.2.1a')
  })
  test('for a customer who is not in the files', () => {
    asking({}, [aLot()], { found: { ...found, party: { ...dealer, state: 'inactive' } } }).refuses(
      'no-such-customer',
      'partyId',
    )
    asking({}, [aLot()], { found: { ...found, party: null } }).refuses('no-such-customer', 'partyId')
  })
  test('for a lot that is unknown, stands twice or never went there', () => {
    asking({}, []).refuses('no-such-lot', 'lines.0.lotId')
    asking({ lines: [input.lines[0], input.lines[0]] }).refuses('lot-twice', 'lines.1.lotId')
    asking({}, [aLot({ delivered: 0, deliveries: [] })]).refuses('never-delivered', 'lines.0.lotId')
  })
  test('beyond what was delivered, what came back and what is under way', () => {
    const left = aLot({ returned: 900, underWay: 70, openReturns: ['TH-2026-00003'] })
    const refusal = asking({}, [left]).refuses('more-than-delivered', 'lines.0.quantity')
    expect(refusal.sentence.zh).toBe(
      '批号 20260301 共发 1000 支，已退 900，在办 70（TH-2026-00003），最多还能退 30 支。',
    )
    asking({ lines: [{ lotId: idOf('lot'), quantity: 30 }] }, [left]).accepts()
  })
  test('beyond it also over two lines of one lot', () => {
    const lines = ['SH20261002-002', 'SH20260402-002'].map(deliveryNumber => ({
      lotId: idOf('lot'),
      quantity: 600,
      deliveryNumber,
    }))
    asking({ lines }).refuses('more-than-delivered', 'lines.1.quantity')
  })
  test('for a delivery that brought no such lot', () => {
    asking({ lines: [{ ...input.lines[0], deliveryNumber: 'SH-OTHER' }] }).refuses(
      'other-delivery',
      'lines.0.deliveryNumber',
    )
  })
  test('without the serial number of each unit', () => {
    const tracked = [aLot({ isSerialTracked: true })]
    asking({}, tracked).refuses('serials-missing', 'lines.0.serials')
    asking({ lines: [{ lotId: idOf('lot'), quantity: 2, serials: ['A1', 'A1'] }] }, tracked).refuses('serials-missing')
  })
  test('for an expired lot as unsaleable; as a quality return only where the company says so', () => {
    const expired = [aLot({ expiresOn: '2026-11-19' })]
    asking({}, expired).refuses('expired-unsaleable', 'lines.0.lotId')
    expect(asking(claim, expired).accepts().change.set?.expiredLot).toBe(true)
    const policy = { 'return.expired_batch': 'refuse' }
    expect(asking(claim, expired, { policy }).refuses('expired-quality', 'lines.0.lotId').clause).toBe('S01-4.6a')
    asking(claim, [aLot({ expiresOn: '2026-11-20' })], { policy }).accepts()
  })
  test('when a dealer wants money for unsaleable goods', () => {
    expect(asking({ wish: 'refund' }).refuses('unsaleable-is-exchanged', 'wish').clause).toBe('S02-4.2.7c')
    asking({ wish: 'refund', route: 'contract' }).accepts()
  })
  test('when route and reason do not agree about a recall', () => {
    asking({ route: 'recall' }).refuses('route-and-reason', 'reason')
    asking({ reason: 'recall' }).refuses('route-and-reason', 'reason')
  })
  test('for a complaint that is not there, and from the future', () => {
    asking({ complaintId: idOf('gone') }).refuses('no-such-complaint', 'complaintId')
    asking({ requestedAt: '2026-11-21T04:00:00.000Z' }).refuses('in-future', 'requestedAt')
  })
})
