/** Stops that come from elsewhere on a real PostgreSQL: an authority, a picker, a complaint under other policies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lots, parties, products } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { openStockedCompany, type StockedCompany } from './company.example.ts'
import { stopSale } from './procedure.ts'

let company: StockedCompany
const hospital = parties.localHospital

beforeAll(async () => {
  company = await openStockedCompany()
}, 60_000)
afterAll(() => company?.drop())

const accept = {
  kind: 'quality',
  urgency: 'general',
  harmHappened: 'no',
  couldHarm: 'no',
  treatmentAffected: 'no',
  functionLost: 'no',
  legalComplaint: false,
}

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
  const sent = async (id: string, signers: readonly string[]) => {
    for (const who of signers) await company.does(who, 'notice.approve', { on: id, input: { opinion: 'agree' } })
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
    await sent(notice.id, ['quality', 'quality-head'])
    expect((await company.told(on)).filter(row => row.audience === 'buyers')).toMatchObject([{ resumedAt: null }])
  })

  test('the second sample is good: the head releases with the authority’s document, and a resume notice goes out', async () => {
    await step('quality', 'record-recheck', { verdict: 'good', note: '省院复检合格，报告 2026-J-0388' })
    const [byQuality] = await company.refused('quality', 'stop-sale.release', { on, input: { reason: '复检合格' } })
    expect(byQuality?.code).toBe('confirmed-by-head')
    await step('quality-head', 'release', { reason: '复检合格', document: '豫药监械告〔2026〕25 号' })
    await step('warehouse', 'take-off-marks')
    await step('sales', 'acknowledge')
    expect((await company.stop(on)).state).toBe('releasing')
    company.clock.pass(3)
    const resume = await everyNotice('resume')
    const signers: string[] = []
    for (const row of await company.kernel.db
      .selectFrom('signOff')
      .select(['byRoles'])
      .where('recordId', '=', resume.id)
      .orderBy('step')
      .execute())
      signers.push((row.byRoles as string[])[0] ?? '')
    await sent(resume.id, signers)
    expect(await company.stop(on)).toMatchObject({ state: 'released', everybodyToldAt: company.clock.now() })
  })
})

describe('what the picker finds', () => {
  test('stops the shipment, hangs the yellow card and asks quality, in one act', async () => {
    const lot = await company.does('warehouse', 'lot.register', {
      input: {
        productId: products.infusionSet.id,
        lotNo: '20260515',
        producedOn: '2026-05-15',
        expiresOn: '2029-05-14',
      },
    })
    await company.openStock(lot.record.id, 100)
    const shipment = await company.order(lot.record.id, 10)
    await company.does('picker', 'shipment.stop', {
      on: shipment,
      input: { lotId: lot.record.id, problem: 'packing', finding: '三箱外包装破损' },
    })
    const [stop] = await company.stopsOf({ causeId: shipment })
    expect(stop).toMatchObject({
      state: 're-check',
      source: 'outbound-check',
      problem: '三箱外包装破损',
      placedByName: '石坚',
    })
    const found = await company.does('quality', 'stop-sale.record-recheck', {
      on: stop?.id,
      input: { verdict: 'good', note: '仅外箱破损，内包装完好' },
    })
    expect(found.record.state).toBe('re-check')
  })

  test('no step that another one starts frees goods for somebody who is not quality', async () => {
    const [stop] = (await company.stopsOf({})).filter(row => row.finding === 'good' && row.state === 're-check')
    const actor = { ...company.as('sales'), via: 'system' as const }
    await expect(
      execute(company.kernel, { command: 'stop-sale.release', on: stop?.id, input: { reason: '急用' } }, actor),
    ).rejects.toMatchObject({ refusals: [{ code: 'SG03' }] })
  })
})

test('the company may stop only at acceptance, or only what is found bad', async () => {
  const lot = await company.does('warehouse', 'lot.register', {
    input: { productId: products.infusionSet.id, lotNo: '20260616', producedOn: '2026-06-16', expiresOn: '2029-06-15' },
  })
  const set = async (value: string) => {
    const effectiveOn = addDays(dayOf(company.clock.now(), 'Asia/Shanghai'), 1)
    const { record } = await company.does('quality', 'policy-change.propose', {
      input: { key: 'complaint.precautionary_hold', value, reason: '试行', effectiveOn },
    })
    await company.does('quality-head', 'policy-change.approve', { on: record.id, input: {} })
    company.clock.pass(24)
  }
  const call = async () => {
    const input = {
      partyId: hospital.id,
      productId: products.infusionSet.id,
      lotNo: '20260616',
      description: `漏液 ${company.clock.now()}`,
      notDuplicate: true,
    }
    return (await company.does('service-desk', 'complaint.open', { input })).record
  }
  const stops = () => company.stopsOf({ lotId: lot.record.id })
  await set('on_acceptance')
  const first = await call()
  expect(await stops()).toHaveLength(0)
  await company.does('quality', 'complaint.accept', { on: first.id, input: accept })
  const [held] = await stops()
  expect(held).toMatchObject({ state: 'placed', causeNumber: first.number })
  await company.does('quality', 'stop-sale.record-recheck', {
    on: held?.id,
    input: { verdict: 'good', note: '抽检合格' },
  })
  await company.does('quality', 'stop-sale.release', { on: held?.id, input: { reason: '抽检合格' } })
  await set('off')
  const second = await call()
  await company.does('quality', 'complaint.accept', { on: second.id, input: accept })
  expect(await stops()).toHaveLength(1)
  await company.does('quality-inspector', 'complaint.verify', {
    on: second.id,
    input: { visitedAt: company.clock.now(), finding: 'defect', note: '漏液属实' },
  })
  expect((await stops()).at(-1)).toMatchObject({ state: 'confirming', finding: 'bad', causeNumber: second.number })
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = company
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
