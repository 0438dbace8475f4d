/** Stops and notices on a real PostgreSQL: neither says what the other one denies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lots, parties } from '../../../test/world.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { openStockedCompany, type StockedCompany } from './company.example.ts'

let company: StockedCompany
const recalled = lots.infusionSet

beforeAll(async () => {
  company = await openStockedCompany()
  await company.openStock(recalled.id, 100)
  await company.openStock(lots.plate.id, 20)
}, 60_000)
afterAll(() => company?.drop())

const step = (who: string, verb: string, on: string, input: object = {}) =>
  company.does(who, `stop-sale.${verb}`, { on, input })
const codes = async (who: string, command: string, on: string | undefined, input: object) =>
  (await company.refused(who, command, { ...(on && { on }), input })).map(item => [item.code, item.field])
const draft = async (kind: string, lotId: string, more: object = {}) =>
  (
    await company.does('quality', 'notice.draft', {
      input: { kind, lotIds: [lotId], reason: '接头渗液', instructions: '请停用并封存', ...more },
    })
  ).record.id
/** The notices of this kind that a stop drafted, and how far they are. */
const noticesOf = async (stopId: string, kind: string) =>
  (await company.kernel.db
    .selectFrom('link')
    .innerJoin('notice', 'notice.id', 'link.toId')
    .select(['notice.id', 'notice.state'])
    .where('link.fromId', '=', stopId)
    .where('notice.kind', '=', kind)
    .execute()) as { id: string; state: string }[]
/** A lot that quality stops, finds bad, and confirms by two signatures. */
const confirmed = async (lot: { readonly id: string; readonly productId: string }, source = 'own-finding') => {
  const input = { productId: lot.productId, lotId: lot.id, reason: '抽检发现异常', source }
  const { record } = await company.does('quality', 'stop-sale.place', { input })
  await step('quality', 'record-recheck', record.id, { verdict: 'bad', note: '检验不合格，报告 J-17' })
  await step('quality', 'confirm', record.id, { note: '同意判定' })
  await step('quality-head', 'countersign', record.id, { agree: true })
  return record.id
}
const line = (lotId: string, serials: readonly string[] = []) => ({
  lotId,
  quantity: 1,
  serials,
  unitPrice: 320,
  reason: '客户指定',
})
const order = (lotId: string, serials: readonly string[] = []) => ({
  partyId: parties.dealer.id,
  orderNo: `XS-${lotId.slice(0, 6)}`,
  lines: [line(lotId, serials)],
})

describe('a recall that quality decides by itself', () => {
  let notice = ''

  test('stops what is left of the lot in the moment of the last signature', async () => {
    notice = await draft('recall', recalled.id, { recallClass: 2 })
    expect(await company.stopsOf({ lotId: recalled.id })).toEqual([])
    await company.approveNotice(notice)
    const [stop, ...others] = await company.stopsOf({ lotId: recalled.id })
    expect(others).toEqual([])
    expect(stop).toMatchObject({ source: 'recall', state: 'placed', causeId: notice, expectedInStock: 100 })
    expect(await codes('sales', 'shipment.order', undefined, order(recalled.id))).toEqual([['held', 'lines.0.lotId']])
  })

  test('a prohibition of the authority stands beside that stop, and both are named to who wants the goods', async () => {
    const input = {
      source: 'authority',
      productId: recalled.productId,
      lotId: recalled.id,
      reason: '监督抽检不合格',
      document: '豫药监械告〔2026〕18 号',
    }
    const { record } = await company.does('quality', 'stop-sale.place', { input })
    expect(record.state).toBe('confirmed')
    const refusals = await company.refused('sales', 'shipment.order', { input: order(recalled.id) })
    const stops = ['TF-2026-00001', 'TF-2026-00002']
    expect(refusals.map(item => item.detail)).toEqual(stops.map(number => ({ stopSale: number })))
  })

  test('nobody tells the buyers meanwhile that they may go on', async () => {
    const input = {
      kind: 'resume',
      lotIds: [recalled.id],
      reason: '合格',
      instructions: '恢复',
      decidedAt: company.clock.now(),
    }
    const refused = await codes('quality', 'notice.draft', undefined, input)
    expect(refused).toEqual([
      ['still-held', 'lotIds.0'],
      ['still-held', 'lotIds.0'],
    ])
  })

  test('a stop waits for the notice because of which it was placed', async () => {
    const [stop] = await company.stopsOf({ causeId: notice })
    const on = stop?.id ?? ''
    await step('quality', 'record-recheck', on, { verdict: 'bad', note: '留样复验不合格，报告 J-18' })
    await step('quality', 'confirm', on, { note: '同意判定' })
    await step('quality-head', 'countersign', on, { agree: true })
    expect(await noticesOf(on, 'suspend'), 'the recall tells the buyers').toEqual([])
    const refused = await codes('quality', 'stop-sale.close', on, { note: '完成' })
    expect(refused.map(([code]) => code)).toContain('follow-ups-open')
  })
})

describe('a suspend notice', () => {
  test('that was not sent is given up when the stop is released', async () => {
    const on = await confirmed(lots.plate)
    const [suspend] = await noticesOf(on, 'suspend')
    expect(suspend?.state).toBe('draft')
    await company.approveNotice(suspend?.id ?? '')
    await step('quality', 'record-recheck', on, { verdict: 'good', note: '第三方检测合格，原判有误' })
    await step('quality-head', 'release', on, { reason: '复检合格' })
    expect(await noticesOf(on, 'suspend')).toMatchObject([{ state: 'cancelled' }])
    expect(await noticesOf(on, 'resume'), 'nobody was told to stop').toEqual([])
    await step('warehouse', 'take-off-marks', on)
    expect((await step('sales', 'acknowledge', on)).record.state).toBe('released')
  })

  test('is taken back only when the last stop over the goods is released', async () => {
    const lot = lots.pressureMonitor
    const on = await confirmed(lot)
    const [suspend] = await noticesOf(on, 'suspend')
    await company.approveNotice(suspend?.id ?? '')
    await company.does('sales', 'notice.send', { on: suspend?.id, input: {} })
    const input = { productId: lot.productId, lotId: lot.id, reason: '包装鼓胀', source: 'storage-check' }
    const second = (await company.does('quality', 'stop-sale.place', { input })).record.id
    await step('quality', 'record-recheck', on, { verdict: 'good', note: '第三方检测合格，原判有误' })
    await step('quality-head', 'release', on, { reason: '复检合格' })
    const [resume] = await noticesOf(on, 'resume')
    const notice = resume?.id ?? ''
    await company.approveNotice(notice)
    expect(await codes('sales', 'notice.send', notice, {})).toEqual([['still-held', undefined]])
    await step('quality', 'record-recheck', second, { verdict: 'good', note: '包装完好，属运输褶皱' })
    await step('quality', 'release', second, { reason: '复检合格' })
    await company.does('sales', 'notice.send', { on: notice, input: {} })
  })
})

test('a confirmed stop is not closed over the heads of those who bought', async () => {
  const on = await confirmed(lots.pump)
  for (const audience of ['registrant', 'authority'])
    await step('quality', 'tell-outside', on, { audience, name: '有关单位', content: '已函告停售' })
  await step('quality', 'waive-inquiry', on, { reason: '供货者已停业' })
  expect(await codes('quality', 'stop-sale.close', on, { note: '库内已无货' })).toEqual([
    ['follow-ups-open', undefined],
  ])
  const [suspend] = await noticesOf(on, 'suspend')
  await company.does('quality', 'notice.cancel', { on: suspend?.id, input: { reason: '已逐家电话告知' } })
  expect(await codes('quality', 'stop-sale.close', on, { note: '库内已无货' })).toEqual([
    ['recall-undecided', 'outsideReason'],
  ])
  const outsideReason = '12 台均已拆机报废，两家医院出具证明'
  const closed = await step('quality', 'close', on, { note: '库内已无货', outsideReason })
  expect(closed.record).toMatchObject({ state: 'closed', outsideReason })
})

test('a single device is held however its number was typed; one that is not there is refused', async () => {
  const { productId } = lots.pump
  const input = { productId, lotNo: 'B2611', producedOn: '2026-11-01', expiresOn: null }
  const lot = (await company.does('warehouse', 'lot.register', { input })).record
  await company.openStock(lot.id, 3, ['SN-A1', 'SN-A2', 'SN-A3'])
  const single = { scope: 'serials', productId, lotId: lot.id, reason: '报警异常' }
  expect(await codes('quality', 'stop-sale.place', undefined, { ...single, serials: ['SN-A1', 'SN-A9'] })).toEqual([
    ['no-such-serial', 'serials.1'],
  ])
  await company.does('quality', 'stop-sale.place', { input: { ...single, serials: ['sn-a1'] } })
  for (const typed of ['SN-A1', 'sn-a1'])
    expect(await codes('sales', 'shipment.order', undefined, order(lot.id, [typed]))).toEqual([
      ['held', 'lines.0.lotId'],
    ])
  await company.does('sales', 'shipment.order', { input: order(lot.id, ['SN-A2']) })
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = company
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
