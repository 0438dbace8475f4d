import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../../test/kernel.ts'
import { parties, products } from '../../../../test/world.ts'
import { text } from '../../../kernel/text.ts'
import { SITE_ZONE } from '../../../kernel/time.ts'
import { monthlyCounts } from '../../../vocabulary/quality-rates.ts'
import { monthsFrom, type Period } from '../../../vocabulary/report-period.ts'
import { at, openCompany } from '../company.example.ts'
import { foundByMonth } from './overview-figures.ts'

let company: TestKernel
const whole = monthsFrom(2026, 10, 4, SITE_ZONE, text('', ''))

/** One comes in the last moment of November at the site, two in the first of December; goods go out on the days on both sides. */
beforeAll(async () => {
  company = await openCompany(at(16, '09:00'))
  const comes = async (now: string, description: string, of: object) => {
    company.clock.set(now)
    const input = { partyId: parties.localHospital.id, urgency: 'urgent', description, ...of }
    await company.does('service-desk', 'complaint.open', { input })
  }
  await comes('2026-11-30T15:59:59.999Z', '开机报警', { productId: products.pump.id })
  await comes('2026-11-30T16:00:00.000Z', '按键失灵', {
    productId: products.pump.id,
    partyId: parties.remoteHospital.id,
  })
  await comes('2026-11-30T16:00:00.000Z', '漏液', { productId: products.infusionSet.id })
  await company.kernel.pool.query(
    `INSERT INTO delivery (id, number, party_id, product_id, lot_id, delivered_on, quantity)
     SELECT gen_random_uuid(), 'B-' || day, party_id, product_id, lot_id, day::date, units
     FROM (SELECT * FROM delivery WHERE product_id = $1 LIMIT 1) AS one
     CROSS JOIN (VALUES ('2026-10-01', 1), ('2026-11-30', 20), ('2026-12-01', 300), ('2027-01-31', 4000)) AS day (day, units)`,
    [products.pump.id],
  )
}, 60_000)
afterAll(() => company?.drop())

const rates = async (period: Period, by: 'all' | 'product', filter = {}) =>
  (await monthlyCounts(company.kernel.db, period, SITE_ZONE, by, filter)).map(({ id, month, count, units }) => [
    ...(by === 'product' ? [id] : []),
    month,
    count,
    units,
  ])

test('a complaint and a delivery belong to the month of their day at the site', async () => {
  expect(await rates(whole, 'all')).toEqual([
    ['2026-10-01', 0, 1],
    ['2026-11-01', 1, 20],
    ['2026-12-01', 2, 300],
    ['2027-01-01', 0, 4000],
  ])
  expect(await rates(whole, 'product')).toEqual(
    expect.arrayContaining([
      [products.pump.id, '2026-12-01', 1, 300],
      [products.infusionSet.id, '2026-12-01', 1, 0],
    ]),
  )
  expect(await rates(whole, 'all', { productId: products.infusionSet.id })).toEqual([['2026-12-01', 1, 0]])
})

test('a period that ends within a month ends there', async () => {
  const part = { ...whole, firstDay: '2026-11-30', lastDay: '2026-11-30' }
  expect(await rates(part, 'all')).toEqual([['2026-11-01', 1, 20]])
})

test('what was found stands in the same months', async () => {
  const found = await foundByMonth(company.kernel.db, whole, {}, SITE_ZONE)
  expect([...found.values()].map(({ month, open }) => [month, open])).toEqual([
    ['2026-11-01', 1],
    ['2026-12-01', 2],
  ])
})
