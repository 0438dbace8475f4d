import { idOf, NOON } from '../../../test/given.ts'
import type { FoundGoods } from './goods.ts'
import { type NonconformingRow, nonconformingRow } from './nonconforming.ts'
import {
  type NonconformingDisposition,
  type NonconformingMeasure,
  nonconformingDisposition,
  nonconformingMeasure,
} from './nonconforming-rows.ts'
import type { FoundParty } from './queries.ts'

/** The morning on which the example was found. */
export const MORNING = '2026-11-20T00:42:00.000Z'

/** Who delivered the goods of the example. */
export const maker: FoundParty = {
  id: idOf('maker'),
  name: '河南衡泽医疗科技有限公司',
  isCustomer: false,
  isSupplier: true,
  state: 'active',
}

/** A customer who has goods of the example. */
export const hospital: FoundParty = {
  id: idOf('hospital'),
  name: '郑州金水河湾医院',
  isCustomer: true,
  isSupplier: false,
  state: 'active',
}

/** 600 infusion sets in the zone that is asked for, 100 of them reported. */
export const someGoods = (over: Partial<FoundGoods> = {}): FoundGoods => ({
  lotId: idOf('lot'),
  lotNo: '20260301',
  expiresOn: '2029-02-28',
  productId: idOf('product'),
  productName: '一次性使用输液器 带针 MC-SYQ-A',
  unit: '支',
  isSerialTracked: false,
  warehouseId: idOf('warehouse'),
  inZone: 600,
  marked: 100,
  serialsThere: [],
  atCustomer: 300,
  markedAtCustomer: 0,
  supplierId: maker.id,
  supplierName: maker.name,
  ...over,
})

const blank = (schema: { readonly shape: object }) =>
  Object.fromEntries(Object.keys(schema.shape).map(key => [key, null]))

/** Infusion sets with doubtful seals, found in store: reported, unless told otherwise. */
export const someNonconforming = (over: Partial<NonconformingRow> = {}): NonconformingRow =>
  nonconformingRow.parse({
    ...blank(nonconformingRow),
    id: idOf('nonconforming'),
    number: 'BH-2026-00007',
    state: 'reported',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('maintenance'),
    updatedAt: MORNING,
    source: 'storage',
    foundAt: MORNING,
    foundByName: '柳青',
    category: 'packaging',
    finding: '外箱受潮，部分内包装封口发白，疑似漏气。',
    lotId: idOf('lot'),
    productId: idOf('product'),
    productName: '一次性使用输液器 带针 MC-SYQ-A',
    lotNo: '20260301',
    expiresOn: '2029-02-28',
    unit: '支',
    quantity: 30,
    quantityHere: 30,
    serials: [],
    zone: 'qualified',
    foundZone: 'qualified',
    warehouseId: idOf('warehouse'),
    atCustomer: false,
    supplierId: maker.id,
    supplierName: maker.name,
    special: false,
    supplierQuantity: 0,
    writeOffQuantity: 0,
    ...over,
  })

/** The goods marked, found bad, moved and entered in the ledger. */
export const isolatedGoods = (over: Partial<NonconformingRow> = {}): NonconformingRow =>
  someNonconforming({
    state: 'isolated',
    markedAt: MORNING,
    markedByName: '蒋涛',
    markCount: 2,
    recheckResult: 'nonconforming',
    recheckMethod: '逐箱拆检，封口剥离试验',
    recheckNote: '封口强度不合格',
    recheckedAt: NOON,
    recheckedByName: '陈晓',
    target: 'unqualified',
    slipNo: 'BH-2026-00007-YK',
    slipAt: NOON,
    slipByName: '唐磊',
    zone: 'unqualified',
    isolatedAt: NOON,
    isolatedByName: '蒋涛',
    place: 'BHG-01',
    ...over,
  })

/** The goods with the opinion that all of them are written off. */
export const disposedGoods = (over: Partial<NonconformingRow> = {}): NonconformingRow =>
  isolatedGoods({
    state: 'disposing',
    liable: 'own',
    basis: '仓储受潮，超出供货者责任',
    opinion: '报损销毁',
    opinionAt: NOON,
    opinionByName: '陈晓',
    writeOffQuantity: 30,
    ...over,
  })

/** A part of the goods: thirty to be written off, unless told otherwise. */
export const aPart = (over: Partial<NonconformingDisposition> = {}): NonconformingDisposition =>
  nonconformingDisposition.parse({
    ...blank(nonconformingDisposition),
    id: idOf(`part ${over.kind ?? 'write-off'}`),
    nonconformingId: idOf('nonconforming'),
    at: NOON,
    byId: idOf('quality'),
    byName: '陈晓',
    kind: 'write-off',
    state: 'decided',
    quantity: 30,
    serials: [],
    ...over,
  })

/** A part that goes back to the supplier. */
export const aPartBack = (over: Partial<NonconformingDisposition> = {}): NonconformingDisposition =>
  aPart({ kind: 'supplier', partyId: maker.id, partyName: maker.name, ...over })

/** A measure of the warehouse, not done yet. */
export const aMeasure = (over: Partial<NonconformingMeasure> = {}): NonconformingMeasure =>
  nonconformingMeasure.parse({
    ...blank(nonconformingMeasure),
    id: '77777777-7777-4777-8777-777777777777',
    nonconformingId: idOf('nonconforming'),
    at: NOON,
    byId: idOf('warehouse-head'),
    byName: '田壮',
    department: 'warehouse',
    measure: '外箱离墙存放，雨季每日巡查',
    responsibleName: '田壮',
    dueOn: '2026-12-15',
    ...over,
  })
