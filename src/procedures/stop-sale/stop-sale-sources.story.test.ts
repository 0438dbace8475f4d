/** Stops that come from elsewhere on a real PostgreSQL: a picker, a complaint under other policies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parties, products } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { accept, openStockedCompany, type StockedCompany } from './company.example.ts'

let company: StockedCompany
const hospital = parties.localHospital

beforeAll(async () => {
  company = await openStockedCompany()
}, 60_000)
afterAll(() => company?.drop())

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
