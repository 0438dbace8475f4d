import { idOf, someone } from '../../../test/given.ts'
import { lots, parties, products, warehouses } from '../../../test/world.ts'
import type { Zone } from '../../vocabulary/stock.ts'
import type { Receipt, ZoneStock } from './stock-queries.ts'

/** Stock of one lot as the steps see it, for their tests. */
export const record = lots.infusionSet
export const product = { ...products.infusionSet, state: 'active' }
export const tracked = { ...products.pump, state: 'active', isSerialTracked: true }
export const house = warehouses.main
export const warehouse = { id: house.id, name: house.name, state: house.state, climate: house.climate }
export const hospital = { ...parties.localHospital, isSupplier: false }
export const supplier = { ...parties.pumpMaker, isSupplier: true, isCustomer: false }

export const there = (zone: Zone, quantity: number, warehouseId: string = house.id): ZoneStock => ({
  id: idOf(`stock ${zone} ${warehouseId}`),
  lotId: record.id,
  warehouseId,
  warehouseName: house.name,
  zone,
  quantity,
})
export const unit = (serial: string, place: Zone | 'customer' | 'counted', more: object = {}) => ({
  id: idOf(`unit ${serial}`),
  lotId: lots.pump.id,
  productId: products.pump.id,
  serial,
  place,
  warehouseId: place === 'customer' || place === 'counted' ? null : house.id,
  partyId: place === 'customer' ? hospital.id : null,
  ...more,
})
/** Somebody whose step another procedure has started. */
export const started = (role: string) => ({ ...someone(role), via: 'system' as const })
export const system = started('warehouse')
export const receipt = (byId: string, quantity: number): Receipt => ({
  lotId: record.id,
  warehouseId: house.id,
  byId,
  byName: '蒋涛',
  partyId: supplier.id,
  partyName: supplier.name,
  document: 'HZ-1',
  happenedOn: '2026-11-18',
  quantity,
})
export const moves = (rows: readonly object[] | undefined) =>
  (rows ?? [])
    .filter(row => 'child' in row && row.child === 'stock-move')
    .map(row => ('insert' in row ? row.insert : {}))
export const noted = {
  id: idOf('note'),
  lotId: record.id,
  warehouseId: house.id,
  number: 'RK-PH-2026-00002-1',
  quantity: 40,
  serials: [],
  supplierId: supplier.id,
  supplierName: supplier.name,
  document: 'HZ-1',
  receivedOn: '2026-11-18',
  verdict: '合格',
  acceptedAt: '2026-11-19T01:00:00.000Z',
  acceptedBy: someone('acceptance-inspector').id,
  acceptedByName: '谷雨',
  location: null,
  bookedAt: null,
  bookedBy: null,
  bookedByName: null,
}
