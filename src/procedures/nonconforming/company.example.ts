import { randomUUID } from 'node:crypto'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { complaint } from '../complaint/procedure.ts'
import { destruction } from '../destruction/procedure.ts'
import { lot } from '../lot/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { nonconforming } from './procedure.ts'

/** The lot of which goods are bad in the stories: 600 infusion sets in the qualified zone. */
export const set = lots.infusionSet
/** Who delivered them. */
export const supplier = parties.pumpMaker
/** Who has some of them. */
export const hospital = parties.localHospital

/** What the maintenance keeper reports. */
export const doubtful = {
  source: 'storage',
  lotId: set.id,
  zone: 'qualified',
  category: 'packaging',
  finding: '外箱受潮，部分内包装封口发白，疑似漏气。',
} as const

/** What quality concludes. */
export const bad = {
  result: 'nonconforming',
  method: '逐箱拆检，封口剥离试验',
  note: '封口强度不合格，判定不合格。',
} as const

/** The test company with goods in its main warehouse, and what its people often do with bad ones. */
export interface Company {
  readonly world: TestKernel
  /** Units of the lot in each zone where some lie. */
  stock(): Promise<Readonly<Record<string, number>>>
  stateOf(id: string): Promise<string>
  /** A photograph that this person uploaded. */
  photograph(by: string): Promise<string>
  /** Goods found in store, confirmed and isolated; answers the record's id. */
  isolated(quantity: number, more?: object): Promise<string>
  /** Writes the open part off with all five signatures. */
  writtenOff(on: string): Promise<void>
}

/** Opens the company. */
export async function company(): Promise<Company> {
  const world = await testKernel([complaint, lot, warehouse, nonconforming, destruction])
  const { siteId, does, database } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here({ ...products, pump: { ...products.pump, isSerialTracked: true } }),
    lots: here(lots),
    deliveries,
    warehouses: here(warehouses),
  })
  await does('warehouse', 'lot.open-stock', {
    on: set.id,
    input: { zone: 'qualified', quantity: 600, countedOn: '2026-11-18' },
  })
  return {
    world,
    stock: async () => {
      const { rows } = await database.adminPool.query<{ zone: string; quantity: number }>(
        'SELECT zone, quantity FROM stock WHERE lot_id = $1 AND quantity > 0 ORDER BY zone',
        [set.id],
      )
      return Object.fromEntries(rows.map(row => [row.zone, row.quantity]))
    },
    stateOf: async id =>
      (await database.adminPool.query('SELECT state FROM nonconforming WHERE id = $1', [id])).rows[0].state,
    photograph: async by => {
      const id = randomUUID()
      await database.adminPool.query(
        `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
         VALUES ($1, $2, '现场照片.jpg', 'image/jpeg', 1000, $3, $4)`,
        [id, 'c'.repeat(64), world.as(by).id, world.clock.now()],
      )
      return id
    },
    isolated: async (quantity, more = {}) => {
      const { record } = await does('stock-maintenance', 'nonconforming.report', {
        input: { ...doubtful, quantity, marked: true, ...more },
      })
      const on = record.id
      await does('quality', 'nonconforming.record-recheck', { on, input: bad })
      await does('sales-rep', 'nonconforming.confirm', { on, input: {} })
      await does('warehouse', 'nonconforming.store', { on, input: { counted: quantity, place: 'BHG-01' } })
      return on
    },
    writtenOff: async on => {
      const asked = { unitPrice: 3.85, reason: '封口不合格' }
      await does('warehouse', 'nonconforming.request-write-off', { on, input: asked })
      for (const signer of ['sales', 'quality', 'finance', 'general-manager'])
        await does(signer, 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
    },
  }
}
