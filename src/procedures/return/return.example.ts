import { idOf, NOON } from '../../../test/given.ts'
import type { ColdChainRecord } from './cold-chain.ts'
import type { FoundLot } from './goods.ts'
import type { FoundParty, FoundTrade } from './queries.ts'
import { type ReturnRow, returnRow } from './return.ts'
import { type ReturnLine, type ReturnVerdict, returnLine, returnVerdict } from './return-rows.ts'

/** The morning on which the example came in. */
export const MORNING = '2026-11-20T00:42:00.000Z'

/** A dealer in the files. */
export const dealer: FoundParty = {
  id: idOf('dealer'),
  name: '郑州朴禾医疗器械销售有限公司',
  isCustomer: true,
  state: 'active',
  customerKind: 'dealer',
  phones: ['0371-10550104'],
  email: 'puhe@example.cn',
  province: '河南省',
  city: '郑州市',
  contacts: [{ name: '赵经理', phone: '14203710104' }],
}

/** A lot of infusion sets of which the dealer got 1000 in April. */
export const aLot = (over: Partial<FoundLot> = {}): FoundLot => ({
  lotId: idOf('lot'),
  lotNo: '20260301',
  expiresOn: '2029-02-28',
  productId: idOf('set'),
  productName: '一次性使用输液器 带针',
  model: 'MC-SYQ-A',
  spec: '0.7×25 mm',
  registrant: '江苏沐澄医疗器械有限公司',
  contractManufacturer: null,
  registrationNo: '国械注准20193141726',
  storage: '常温干燥',
  deviceClass: 'III',
  isImplant: false,
  isColdChain: false,
  isSerialTracked: false,
  temperatureFrom: null,
  temperatureTo: null,
  udi: '06999900010026',
  unit: '支',
  deliveries: [
    { number: 'SH20261002-002', deliveredOn: '2026-10-02', quantity: 400 },
    { number: 'SH20260402-002', deliveredOn: '2026-04-02', quantity: 600 },
  ],
  delivered: 1000,
  returned: 0,
  underWay: 0,
  openReturns: [],
  reported: 0,
  reports: [],
  reportedSerials: [],
  ...over,
})

/** A line of the example's note: 40 infusion sets. */
export const aLine = (over: Partial<ReturnLine> = {}): ReturnLine =>
  returnLine.parse({
    id: idOf('line 1'),
    returnId: idOf('return'),
    lineNo: 1,
    lotId: idOf('lot'),
    productId: idOf('set'),
    productName: '一次性使用输液器 带针',
    model: 'MC-SYQ-A',
    spec: '0.7×25 mm',
    registrant: '江苏沐澄医疗器械有限公司',
    contractManufacturer: null,
    registrationNo: '国械注准20193141726',
    storage: '常温干燥',
    deviceClass: 'III',
    isImplant: false,
    isColdChain: false,
    temperatureFrom: null,
    temperatureTo: null,
    lotNo: '20260301',
    serials: [],
    expiresOn: '2029-02-28',
    udi: '06999900010026',
    unit: '支',
    quantity: 40,
    unitPrice: 150,
    deliveryNumber: 'SH20261002-002',
    deliveredOn: '2026-10-02',
    counted: null,
    coldChainKept: null,
    ...over,
  })

/** A line of reagents that must stay between 2 and 8 °C. */
export const aColdLine = (over: Partial<ReturnLine> = {}): ReturnLine =>
  aLine({
    productName: '糖化血红蛋白检测试剂盒',
    model: '20 人份/盒',
    spec: '',
    unit: '盒',
    deviceClass: 'II',
    storage: '2–8 ℃ 避光',
    isColdChain: true,
    temperatureFrom: 2,
    temperatureTo: 8,
    quantity: 10,
    unitPrice: 26_000,
    ...over,
  })

/** A cold-chain record without a fault. */
export const aColdRecord = (over: Partial<ColdChainRecord> = {}): ColdChainRecord => ({
  transport: 'insulated-box',
  departedAt: MORNING,
  arrivedAt: NOON,
  departure: 4.1,
  arrival: 5.2,
  lowest: 3.4,
  highest: 6.8,
  recordSinceSale: true,
  waitsIn: '冷库 2 号退货位',
  ...over,
})

/** What the inspection said of the line. */
export const aVerdict = (over: Partial<ReturnVerdict> = {}): ReturnVerdict =>
  returnVerdict.parse({
    id: idOf('verdict 1'),
    returnId: idOf('return'),
    lineId: idOf('line 1'),
    at: NOON,
    byId: idOf('inspector'),
    byName: '韩立冬',
    verdict: 'good',
    quantity: 40,
    serials: [],
    finding: '包装完好，外观与标识清晰',
    takenIn: true,
    superseded: false,
    ...over,
  })

/** Purchases and exchanges of the customer, the same for every period. */
export const aTrade = (pieces: { purchased: number; exchanged: number }): FoundTrade => ({
  from: () => '2025-11-20',
  within: () => ({
    purchasedPieces: pieces.purchased,
    purchasedAmount: null,
    exchangedPieces: pieces.exchanged,
    exchangedAmount: 0,
  }),
})

const blank = Object.fromEntries(Object.keys(returnRow.shape).map(key => [key, null]))

/** A dealer wants to exchange 40 unsaleable infusion sets; just registered, unless told otherwise. */
export const aReturn = (over: Partial<ReturnRow> = {}): ReturnRow =>
  returnRow.parse({
    ...blank,
    id: idOf('return'),
    number: 'TH-2026-00007',
    state: 'requested',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('after-sales'),
    updatedAt: MORNING,
    route: 'dealer',
    reason: 'unsaleable',
    wish: 'exchange',
    formWay: 'handed-over',
    requestedAt: MORNING,
    requestedByName: '蒋丽娜',
    partyId: dealer.id,
    partyName: dealer.name,
    partyKind: 'dealer',
    province: '河南省',
    city: '郑州市',
    contactPerson: '赵经理',
    phone: '14203710104',
    email: 'puhe@example.cn',
    productNames: '一次性使用输液器 带针',
    models: 'MC-SYQ-A',
    specs: '0.7×25 mm',
    registrants: '江苏沐澄医疗器械有限公司',
    registrationNos: '国械注准20193141726',
    storages: '常温干燥',
    lotNos: '20260301',
    expiries: '2029-02-28',
    udis: '06999900010026',
    deliveryNumbers: 'SH20261002-002',
    quantity: 40,
    amount: 6000,
    expiredLot: false,
    bulk: false,
    special: false,
    goodwill: false,
    refusedQuantity: 0,
    ...over,
  })
