/** Stops that are freed on a real PostgreSQL: everybody who was told to stop knows it within the day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lots, parties } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { accept, clockOf, openStockedCompany, type StockedCompany } from './company.example.ts'
import { stopSale } from './procedure.ts'

let company: StockedCompany
const { dealer } = parties
const good = lots.plate

beforeAll(async () => {
  company = await openStockedCompany()
  await company.openStock(good.id, 20)
}, 60_000)
afterAll(() => company?.drop())

describe('a lot that is good after all', () => {
  let complaint = { id: '', number: '' }
  let on = ''
  const step = (who: string, verb: string, input: object = {}) => company.does(who, `stop-sale.${verb}`, { on, input })

  test('is held while nobody knows, and a buyer is asked to stop', async () => {
    complaint = await company.telephone(good, parties.remoteHospital.id, '接骨板表面有划痕')
    const [stop] = await company.stopsOf({ causeId: complaint.id })
    on = stop?.id ?? ''
    await step('service-desk', 'tell-outside', {
      audience: 'buyer',
      partyId: parties.remoteHospital.id,
      content: '请先停用',
    })
    const places = (await company.marks(on)).map(mark => ({ markId: mark.id, counted: mark.expected }))
    await step('warehouse', 'mark', { places })
  })

  test('the inspector finds no defect: the 24 hours begin', async () => {
    await company.does('quality', 'complaint.accept', { on: complaint.id, input: accept })
    company.clock.pass(30)
    await company.does('quality-inspector', 'complaint.verify', {
      on: complaint.id,
      input: { visitedAt: company.clock.now(), finding: 'no-defect', note: '为包装膜压痕，表面粗糙度合格' },
    })
    const { due, record } = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    expect(record).toMatchObject({ state: 're-check', finding: 'good' })
    expect(clockOf(due, 'release')).toMatchObject({
      dueAt: addMilliseconds(company.clock.now(), 24 * HOUR),
      policyKey: 'hold.release_notice_h',
      metAt: null,
    })
    const codes = await company.codes('sales', 'shipment.order', {
      input: {
        partyId: dealer.id,
        orderNo: 'XS-11',
        lines: [{ lotId: good.id, quantity: 1, unitPrice: 320, reason: '客户指定' }],
      },
    })
    expect(codes, 'held until quality releases it').toEqual(['held'])
  })

  test('quality releases it: free at once, but not done before everybody knows', async () => {
    company.clock.pass(2)
    const released = await step('quality', 'release', { reason: '核实合格' })
    expect(released.record.state).toBe('releasing')
    const shipment = await company.order(good.id, 2)
    await company.pick(shipment)
    const off = await step('warehouse', 'take-off-marks')
    expect([off.record.state, clockOf(off.due, 'release')?.metAt]).toEqual(['releasing', null])
    const sold = await step('sales', 'acknowledge')
    expect([sold.record.state, clockOf(sold.due, 'release')?.metAt]).toEqual(['releasing', null])
    expect((await company.marks(on)).every(mark => mark.unmarkedAt !== null)).toBe(true)
    company.clock.pass(1)
    const last = await step('quality', 'tell-released', {
      partyId: parties.remoteHospital.id,
      note: '核实合格，可恢复使用',
    })
    expect(last.record.state).toBe('released')
    expect(clockOf(last.due, 'release')?.metAt).toBe(company.clock.now())
  })

  test('a correction of the complaint does not stop it again', async () => {
    await company.does('service-desk', 'complaint.correct', {
      on: complaint.id,
      input: { reason: '补电话', phone: '0379-10550199' },
    })
    expect(await company.stopsOf({ lotId: good.id })).toHaveLength(1)
  })
})

describe('a confirmed stop that a later test frees', () => {
  let on = ''
  const lot = lots.pressureMonitor
  const step = (who: string, verb: string, input: object = {}) => company.does(who, `stop-sale.${verb}`, { on, input })
  const everyNotice = async (kind: string) => {
    const { links } = await recordPage(company.kernel, stopSale, on, company.as('quality'))
    const notice = company.kernel.registry.procedure('notice')
    for (const link of links.filter(item => item.procedure === 'notice')) {
      const { record } = await recordPage(company.kernel, notice, link.id, company.as('quality'))
      if ((record as unknown as { kind: string }).kind === kind) return record
    }
    throw new Error(`no ${kind} notice`)
  }
  const sent = async (id: string) => {
    await company.approveNotice(id)
    await company.does('quality', 'notice.send', { on: id, input: {} })
  }

  test('an authority prohibits it: confirmed at once, the buyers get their notice', async () => {
    const input = {
      source: 'authority',
      productId: lot.productId,
      lotId: lot.id,
      reason: '监督抽检不合格',
      document: '豫药监械告〔2026〕18 号',
    }
    const placed = await company.does('quality', 'stop-sale.place', { input })
    on = placed.record.id
    expect(placed.record.state).toBe('confirmed')
    const notice = await everyNotice('suspend')
    await sent(notice.id)
    expect((await company.told(on)).filter(row => row.audience === 'buyers')).toMatchObject([{ resumedAt: null }])
  })

  test('the second sample is good: the head releases with the authority’s document, and a resume notice goes out', async () => {
    await step('quality', 'record-recheck', { verdict: 'good', note: '省院复检合格，报告 2026-J-0388' })
    const foundAt = company.clock.now()
    company.clock.pass(2)
    const [byQuality] = await company.refused('quality', 'stop-sale.release', { on, input: { reason: '复检合格' } })
    expect(byQuality?.code).toBe('confirmed-by-head')
    await step('quality-head', 'release', { reason: '复检合格', document: '豫药监械告〔2026〕25 号' })
    await step('warehouse', 'take-off-marks')
    await step('sales', 'acknowledge')
    expect((await company.stop(on)).state).toBe('releasing')
    company.clock.pass(3)
    const resume = await everyNotice('resume')
    expect(resume, 'the hours count from the finding').toMatchObject({ decidedAt: foundAt })
    await sent(resume.id)
    expect((await company.stop(on)).state, 'written is not told').toBe('releasing')
    company.clock.pass(1)
    await company.lettersArrive(resume.id)
    expect(await company.stop(on)).toMatchObject({ state: 'released', everybodyToldAt: company.clock.now() })
  })
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = company
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
