/** The life of a stop on a real PostgreSQL: a telephone call, a lot stopped everywhere, found bad, its buyers told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lots, parties } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { workbench } from '../../kernel/workbench.ts'
import { accept, clockOf, openStockedCompany, type StockedCompany, secondLot } from './company.example.ts'
import { stopSale } from './procedure.ts'

let company: StockedCompany
const hospital = parties.localHospital
const { dealer } = parties
const bad = lots.infusionSet

beforeAll(async () => {
  company = await openStockedCompany()
  await company.openStock(bad.id, 1000)
  await company.openStock(secondLot.id, 500)
}, 60_000)
afterAll(() => company?.drop())

describe('a lot that leaks', () => {
  const shipments = { gone: '', checked: '', ordered: '' }
  let complaint = { id: '', number: '' }
  let on = ''
  const step = (who: string, verb: string, input: object = {}) => company.does(who, `stop-sale.${verb}`, { on, input })
  const refused = async (who: string, verb: string, input: object = {}) =>
    (await company.refused(who, `stop-sale.${verb}`, { on, input })).map(item => item.code)

  test('before the call one shipment is on its way, one is checked, one is ordered', async () => {
    shipments.gone = await company.order(bad.id, 60)
    shipments.checked = await company.order(bad.id, 40)
    for (const id of [shipments.gone, shipments.checked]) {
      await company.pick(id)
      await company.check(id, bad.id, id === shipments.gone ? 60 : 40)
    }
    await company.ship(shipments.gone)
    shipments.ordered = await company.order(bad.id, 25)
    expect(await company.delivered(bad.id)).toBe(1360)
  })

  test('the call is written down, and in the same act the lot is stopped everywhere', async () => {
    complaint = await company.telephone(bad, hospital.id, '输液器接头漏液，已停用')
    const [stop] = await company.stopsOf({ causeId: complaint.id })
    on = stop?.id ?? ''
    expect(stop).toMatchObject({
      number: 'TF-2026-00001',
      state: 'placed',
      precautionary: true,
      lotNos: '20260301',
      expectedInStock: 940,
      expectedUnderWay: 60,
      expectedAtBuyers: 1360,
      buyers: 2,
    })
    expect((await company.marks(on)).map(mark => [mark.zone, mark.expected])).toEqual(
      expect.arrayContaining([
        ['qualified', 900],
        ['shipping', 40],
      ]),
    )
    expect(await company.transit(on)).toMatchObject([{ partyName: dealer.name, quantity: 60 }])
    const page = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    expect(page.links).toMatchObject([{ procedure: 'complaint', number: complaint.number, kind: 'hold' }])
    expect(page.due.map(item => item.name).sort()).toEqual(['marks', 'recheck', 'sales'])
    const shelf = await workbench(company.kernel, company.as('warehouse'))
    expect(JSON.stringify(shelf)).toContain('TF-2026-00001')
  })

  test('nothing of it is ordered, picked, checked, shipped or received; each refusal names the stop and the way out', async () => {
    const line = { lotId: bad.id, quantity: 5, unitPrice: 320 }
    const [order] = await company.refused('sales', 'shipment.order', {
      input: { partyId: dealer.id, orderNo: 'XS-9', lines: [line] },
    })
    expect(order).toMatchObject({ code: 'held', field: 'lines.0.lotId', clause: 'S01-4.7d' })
    expect(order?.sentence.zh).toContain('请先由质量管理部复查合格并解除 TF-2026-00001')
    const refusals = [
      await company.refused('picker', 'shipment.pick', { on: shipments.ordered, input: {} }),
      await company.refused('driver', 'shipment.ship', { on: shipments.checked, input: {} }),
      await company.refused('warehouse', 'lot.receive', {
        on: bad.id,
        input: { supplierId: parties.pumpMaker.id, document: 'GH-1', quantity: 10, receivedOn: '2026-11-20' },
      }),
    ]
    for (const [first] of refusals) {
      expect(first?.code).toBe('held')
      expect(first?.sentence.en).toContain('TF-2026-00001')
    }
    const { can } = await recordPage(
      company.kernel,
      company.kernel.registry.procedure('lot'),
      bad.id,
      company.as('warehouse'),
    )
    expect(can['lot.receive']).toMatchObject({ code: 'held' })
    expect(await company.delivered(bad.id)).toBe(1360)
  })

  test('a delivery from before the stop may still be written down, one from after it may not', async () => {
    const row = { number: 'SH-LATE-1', partyId: hospital.id, quantity: 3 }
    const record = (who: string, deliveredOn: string) =>
      company.does(who, 'lot.record-deliveries', { on: bad.id, input: { deliveries: [{ ...row, deliveredOn }] } })
    const today = await company.refused('warehouse', 'lot.record-deliveries', {
      on: bad.id,
      input: { deliveries: [{ ...row, deliveredOn: '2026-11-20' }] },
    })
    expect(today).toContainEqual(expect.objectContaining({ code: 'held', field: 'deliveries.0.deliveredOn' }))
    await record('warehouse', '2026-11-18')
  })

  test('the warehouse hangs its marks and explains what is missing; sales confirms', async () => {
    const places = (await company.marks(on)).map(mark => ({
      markId: mark.id,
      counted: mark.zone === 'qualified' ? 898 : mark.expected,
    }))
    expect(await refused('warehouse', 'mark', { places })).toEqual(['difference-unexplained'])
    const explained = places.map(place =>
      place.counted === 898 ? { ...place, difference: '留样 2 支在质检室' } : place,
    )
    const marked = await step('warehouse', 'mark', { places: explained })
    expect(clockOf(marked.due, 'marks')?.metAt).toBe(company.clock.now())
    const confirmed = await step('sales', 'acknowledge', { note: '未发订单已通知客户' })
    expect(clockOf(confirmed.due, 'sales')?.metAt).toBe(company.clock.now())
    expect(await company.stop(on)).toMatchObject({ countedInStock: 938, expectedInStock: 940 })
  })

  test('a second customer’s complaint joins the stop that is there', async () => {
    const again = await company.telephone(bad, dealer.id, '同批接头渗液')
    expect(await company.stopsOf({ lotId: bad.id })).toHaveLength(1)
    const page = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    expect(page.links.map(link => link.number)).toContain(again.number)
  })

  test('nobody frees it without a good finding, and never sales or warehouse', async () => {
    expect(await refused('quality', 'release', { reason: '先放一部分' })).toEqual(['no-good-finding'])
    expect(await refused('sales-head', 'release', { reason: '客户急用' })).toEqual(['role'])
    expect(await refused('warehouse', 'release', { reason: '占库位' })).toEqual(['role'])
    expect(
      (await company.refused('quality-head', 'complaint.void', { on: complaint.id, input: { reason: '误登' } })).map(
        item => item.code,
      ),
    ).toContain('stop-sale-open')
  })

  test('the buyer who called is told by telephone at once', async () => {
    await step('quality', 'tell-outside', { audience: 'buyer', partyId: hospital.id, content: '请封存剩余输液器' })
  })

  test('verified on site as a defect: two people sign, the head thereby knows', async () => {
    await company.does('quality', 'complaint.accept', { on: complaint.id, input: accept })
    company.clock.pass(20)
    await company.does('quality-inspector', 'complaint.verify', {
      on: complaint.id,
      input: { visitedAt: company.clock.now(), finding: 'defect', note: '接头锥度超差，漏液' },
    })
    expect(await company.stop(on)).toMatchObject({
      state: 'confirming',
      finding: 'bad',
      findingNote: `${complaint.number}：接头锥度超差，漏液`,
    })
    const signed = await step('quality', 'confirm', { note: '同意判定' })
    expect(clockOf(signed.due, 'head')?.metAt).toBe(company.clock.now())
    expect(JSON.stringify(await workbench(company.kernel, company.as('quality-head')))).toContain('TF-2026-00001')
    const confirmed = await step('quality-head', 'countersign', { agree: true })
    expect(confirmed.record.state).toBe('confirmed')
  })

  test('a suspend notice to all other buyers is drafted from the records of sale', async () => {
    const { links } = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    const link = links.find(item => item.procedure === 'notice')
    const notice = company.kernel.registry.procedure('notice')
    const { record } = await recordPage(company.kernel, notice, link?.id ?? '', company.as('quality'))
    expect(record).toMatchObject({ kind: 'suspend', causeNumber: 'TF-2026-00001', state: 'draft' })
    const names = await company.kernel.db
      .selectFrom('noticeRecipient')
      .select(['name', 'state'])
      .where('noticeId', '=', link?.id ?? '')
      .execute()
    const asked = names.filter(row => row.state !== 'removed').map(row => row.name)
    expect(asked).toEqual([dealer.name])
  })

  test('registrant, regulator and supplier hear of it; it cannot be closed while goods are left', async () => {
    await step('quality', 'tell-outside', {
      audience: 'registrant',
      partyId: parties.goodsMaker.id,
      content: '已函告',
      way: 'e-mail',
    })
    const told = await step('quality', 'tell-outside', {
      audience: 'authority',
      name: '金水区市场监督管理局',
      content: '电话报告',
    })
    expect(clockOf(told.due, 'registrant')?.metAt).toBe(company.clock.now())
    expect(clockOf(told.due, 'authority')?.metAt).toBe(company.clock.now())
    const question = '同批留样检验情况、原因和纠正措施？'
    await step('quality', 'ask-supplier', { partyId: parties.pumpMaker.id, question, dueOn: '2026-11-28' })
    expect(await refused('quality', 'close', { note: '完成' })).toEqual(['goods-left', 'follow-ups-open'])
    const { links } = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    expect(links.map(item => item.procedure)).toContain('supplier-inquiry')
  })

  test('another lot from the same mould is taken in; the wider stop is signed anew', async () => {
    const widened = await step('quality', 'widen', { scope: 'lot', lotId: secondLot.id, reason: '同一模具' })
    expect(widened.record.state).toBe('confirming')
    expect((await company.marks(on)).filter(mark => mark.lotId === secondLot.id)).toMatchObject([{ expected: 500 }])
    const codes = await company.codes('sales', 'shipment.order', {
      input: {
        partyId: dealer.id,
        orderNo: 'XS-10',
        lines: [{ lotId: secondLot.id, quantity: 1, unitPrice: 320, reason: '客户指定' }],
      },
    })
    expect(codes).toEqual(['held'])
  })
})

test('the ledger finds a stop by its lot and by the complaint behind it', async () => {
  const [ledger] = stopSale.ledgers
  if (!ledger) throw new Error('no ledger')
  const byLot = await readLedger(company.kernel, stopSale, ledger, { search: '20260402' }, company.as('sales'))
  expect(byLot.rows.map(row => row.number)).toEqual(['TF-2026-00001'])
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = company
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
