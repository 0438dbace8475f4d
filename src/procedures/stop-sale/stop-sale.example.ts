import { idOf, NOON } from '../../../test/given.ts'
import type { HeldGoods } from './held-goods.ts'
import { type StopSaleRow, stopSaleRow } from './stop-sale.ts'
import type { StopSaleCause, StopSaleLot, StopSaleMark, StopSaleTold } from './stop-sale-rows.ts'
import type { Audience } from './wording.ts'

/** The morning on which the goods were stopped. */
export const MORNING = '2026-11-20T00:42:00.000Z'

/** The goods as a stop finds them: 1000 in stock at two places, 20 on the way, 1300 sold to two buyers. */
export const goods = (over: Partial<HeldGoods> = {}): HeldGoods => ({
  product: {
    id: idOf('set'),
    name: '一次性使用输液器',
    model: 'MC-SYQ-A',
    registrationNo: '国械注准20193141726',
    manufacturerId: idOf('maker'),
    manufacturerName: '江苏沐澄医疗器械有限公司',
    isSerialTracked: false,
  },
  lots: [{ id: idOf('lot'), productId: idOf('set'), lotNo: '20260301' }],
  places: [
    {
      lotId: idOf('lot'),
      lotNo: '20260301',
      warehouseId: idOf('main'),
      warehouseName: '主仓库',
      zone: 'qualified',
      quantity: 960,
    },
    {
      lotId: idOf('lot'),
      lotNo: '20260301',
      warehouseId: idOf('main'),
      warehouseName: '主仓库',
      zone: 'shipping',
      quantity: 40,
    },
  ],
  transit: [
    {
      lotId: idOf('lot'),
      lotNo: '20260301',
      number: 'CK-2026-00031',
      partyId: idOf('dealer'),
      partyName: '郑州朴禾医疗器械销售有限公司',
      quantity: 20,
      shippedAt: MORNING,
    },
  ],
  buyers: 2,
  atBuyers: 1300,
  soldLotIds: [idOf('lot')],
  holds: [],
  units: [],
  ...over,
})

const written = { at: MORNING, byId: idOf('quality'), byName: '陈晓' }

/** A lot of the stop. */
export const aLot = (over: Partial<StopSaleLot> = {}): StopSaleLot => ({
  ...written,
  id: idOf('row lot'),
  stopSaleId: idOf('stop'),
  lotId: idOf('lot'),
  lotNo: '20260301',
  ...over,
})

/** A place that waits for its mark. */
export const aMark = (name: string, expected: number, over: Partial<StopSaleMark> = {}): StopSaleMark => ({
  ...written,
  id: idOf(`mark ${name}`),
  stopSaleId: idOf('stop'),
  lotId: idOf('lot'),
  lotNo: '20260301',
  warehouseId: idOf('main'),
  warehouseName: '主仓库',
  zone: name,
  expected,
  counted: null,
  difference: null,
  markedAt: null,
  markedByName: null,
  unmarkedAt: null,
  unmarkedByName: null,
  ...over,
})

/** Somebody who was told to stop. */
export const toldOf = (audience: Audience, over: Partial<StopSaleTold> = {}): StopSaleTold => ({
  ...written,
  id: idOf(`told ${audience} ${over.partyId ?? ''}`),
  stopSaleId: idOf('stop'),
  audience,
  partyId: null,
  name: audience,
  way: 'system',
  toldAt: MORNING,
  content: null,
  receipt: null,
  noticeId: null,
  acknowledgedAt: null,
  acknowledgedByName: null,
  resumedAt: null,
  resumedByName: null,
  resumedNote: null,
  ...over,
})

/** A complaint behind the stop. */
export const causeOf = (number: string, over: Partial<StopSaleCause> = {}): StopSaleCause => ({
  ...written,
  id: idOf(`cause ${number}`),
  stopSaleId: idOf('stop'),
  procedure: 'complaint',
  causeId: idOf(number),
  number,
  verdict: null,
  note: null,
  decidedAt: null,
  ...over,
})

const blank = Object.fromEntries(Object.keys(stopSaleRow.shape).map(key => [key, null]))

/** A lot that is held because of a complaint, unless told otherwise. */
export const aStop = (over: Partial<StopSaleRow> = {}): StopSaleRow =>
  stopSaleRow.parse({
    ...blank,
    id: idOf('stop'),
    number: 'TF-2026-00003',
    state: 'placed',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('desk'),
    updatedAt: MORNING,
    title: '一次性使用输液器 MC-SYQ-A 20260301',
    scope: 'lot',
    productId: idOf('set'),
    productName: '一次性使用输液器',
    model: 'MC-SYQ-A',
    registrationNo: '国械注准20193141726',
    manufacturerId: idOf('maker'),
    manufacturerName: '江苏沐澄医疗器械有限公司',
    lotId: idOf('lot'),
    lotNos: '20260301',
    serials: [],
    source: 'complaint',
    precautionary: true,
    causeId: idOf('TS-2026-00042'),
    causeNumber: 'TS-2026-00042',
    reason: 'TS-2026-00042 接头漏液',
    placedAt: MORNING,
    placedByName: '赵倩',
    expectedInStock: 1000,
    expectedUnderWay: 20,
    expectedAtBuyers: 1300,
    buyers: 2,
    widenCount: 0,
    ...over,
  })

/** The stop with a good finding. */
export const aGoodStop = (over: Partial<StopSaleRow> = {}): StopSaleRow =>
  aStop({
    state: 're-check',
    finding: 'good',
    findingNote: '抽检 20 支均不漏液',
    findingAt: NOON,
    findingByName: '王磊',
    ...over,
  })

/** The stop with a bad finding that waits for two signatures. */
export const aBadStop = (over: Partial<StopSaleRow> = {}): StopSaleRow =>
  aStop({
    state: 'confirming',
    finding: 'bad',
    findingNote: '接头尺寸超差',
    findingAt: NOON,
    findingByName: '王磊',
    ...over,
  })

/** The confirmed stop. */
export const aConfirmedStop = (over: Partial<StopSaleRow> = {}): StopSaleRow =>
  aBadStop({
    state: 'confirmed',
    confirmedAt: NOON,
    confirmedByName: '陈晓',
    countersignedByName: '李红梅',
    headToldAt: NOON,
    ...over,
  })

/** The released stop of which not everybody knows yet. */
export const aReleasedStop = (over: Partial<StopSaleRow> = {}): StopSaleRow =>
  aGoodStop({ state: 'releasing', releasedAt: NOON, releasedByName: '陈晓', releaseReason: '复查合格', ...over })
