import { lots, parties, products, testId, warehouses } from '../../../test/world.ts'
import type { LeftGoods } from './left-goods.ts'
import type { FoundGoods, ShownLine } from './queries.ts'
import type { ShipmentRow } from './shipment.ts'

/** A shipment of infusion sets to the local hospital, as ordered. */
export const ordered: ShipmentRow = {
  id: testId('shipment'),
  number: 'CK-2026-00001',
  state: 'ordered',
  version: 1,
  siteId: testId('site'),
  createdAt: '2026-11-20T00:30:00.000Z',
  createdBy: testId('sales'),
  updatedAt: '2026-11-20T00:30:00.000Z',
  partyId: parties.localHospital.id,
  partyName: parties.localHospital.name,
  orderNo: 'XS-1',
  warehouseId: warehouses.main.id,
  warehouseName: warehouses.main.name,
  goods: lots.infusionSet.title,
  quantity: 40,
  address: '郑州市金水区河湾路19号',
  contact: '刘慧敏',
  phone: '14203710101',
  wantedOn: null,
  remark: null,
  orderedByName: '郑爽',
  pickedAt: null,
  pickedBy: null,
  pickedByName: null,
  pickReason: null,
  checkedAt: null,
  checkedBy: null,
  checkedByName: null,
  checkNote: null,
  pieces: null,
  shippedAt: null,
  shippedOn: null,
  shippedBy: null,
  shippedByName: null,
  driverName: null,
  carrier: null,
  vehicle: null,
  waybill: null,
  temperature: null,
  importPapers: null,
  signedBackAt: null,
  signedBackByName: null,
  receivedOn: null,
  receivedBy: null,
  receiptNote: null,
  problem: null,
  problemLot: null,
  finding: null,
  stoppedAt: null,
  stoppedByName: null,
  endReason: null,
}

/** Its only line. */
export const line: ShownLine = {
  id: testId('shipment line'),
  shipmentId: ordered.id,
  lotId: lots.infusionSet.id,
  productId: products.infusionSet.id,
  quantity: 40,
  serials: [],
  unitPrice: 385,
  reason: null,
  checkedQuantity: null,
  pieces: null,
  quality: null,
  problem: null,
  problemNote: null,
  lotNo: lots.infusionSet.lotNo,
  producedOn: lots.infusionSet.producedOn,
  expiresOn: lots.infusionSet.expiresOn,
  sterilisationLot: null,
  productName: products.infusionSet.name,
  model: products.infusionSet.model,
  spec: products.infusionSet.spec,
  unit: products.infusionSet.unit,
  registrationNo: products.infusionSet.registrationNo,
  manufacturerName: products.infusionSet.manufacturerName,
  isSerialTracked: false,
  isColdChain: false,
  temperatureFrom: null,
  temperatureTo: null,
}

/** Everything of the line is still where it was brought. */
export const left: LeftGoods = {
  lotId: line.lotId,
  free: line.quantity,
  claimed: 0,
  reported: 0,
  serials: [],
  reportedSerials: [],
}

/** The customer with an address on file, and the warehouse. */
export const hospital = { ...parties.localHospital, address: '郑州市金水区河湾路19号' }
export const warehouse = { id: warehouses.main.id, name: warehouses.main.name, state: 'active' as const }

const goodsOf = (lot: { id: string; lotNo: string; producedOn: string; expiresOn: string | null }, free: number) =>
  ({
    lotId: lot.id,
    productId: products.infusionSet.id,
    lotNo: lot.lotNo,
    producedOn: lot.producedOn,
    expiresOn: lot.expiresOn,
    free,
    lotState: 'active',
    productState: 'active',
    productName: products.infusionSet.name,
    model: products.infusionSet.model,
    unit: products.infusionSet.unit,
    isSerialTracked: false,
    registrationValidUntil: null,
  }) satisfies FoundGoods

/** What lies in the qualified zone: the lot of the order, and one of the same product that expires sooner. */
export const goods = goodsOf(lots.infusionSet, 100)
export const sooner = goodsOf(
  { ...lots.plate, lotNo: '20251101', producedOn: '2025-11-01', expiresOn: '2028-10-31' },
  20,
)
