import { idOf, NOON } from '../../../test/given.ts'
import { type DestructionRow, destructionRow } from './destruction.ts'
import { type DestructionLine, destructionLine } from './destruction-rows.ts'
import type { Waiting } from './queries.ts'

const blank = (schema: { readonly shape: object }) =>
  Object.fromEntries(Object.keys(schema.shape).map(key => [key, null]))

/** Twenty infusion sets that are written off and wait in the unqualified zone. */
export const waitingGoods = (over: Partial<Waiting> = {}): Waiting => ({
  nonconformingId: '44444444-4444-4444-8444-444444444444',
  nonconformingNumber: 'BH-2026-00007',
  lotId: idOf('lot'),
  productId: idOf('product'),
  productName: '一次性使用输液器 带针 MC-SYQ-A',
  lotNo: '20260301',
  expiresOn: '2029-02-28',
  unit: '支',
  quantity: 20,
  serials: [],
  value: 7_700,
  reason: '封口强度不合格',
  zone: 'unqualified',
  warehouseId: idOf('warehouse'),
  atCustomer: false,
  partyId: null,
  partyName: null,
  special: false,
  specialReason: null,
  ...over,
})

/** The same goods as a line of a list. */
export const aLine = (over: Partial<DestructionLine> = {}): DestructionLine =>
  destructionLine.parse({
    ...blank(destructionLine),
    ...waitingGoods(),
    id: idOf('line'),
    destructionId: idOf('destruction'),
    place: 1,
    ...over,
  })

/** A list of one line, unless told otherwise. */
export const aDestruction = (over: Partial<DestructionRow> = {}): DestructionRow =>
  destructionRow.parse({
    ...blank(destructionRow),
    id: idOf('destruction'),
    number: 'XH-2026-00001',
    state: 'listed',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('warehouse'),
    updatedAt: NOON,
    listedAt: NOON,
    listedByName: '蒋涛',
    lineCount: 1,
    quantity: 20,
    value: 7_700,
    goods: '一次性使用输液器 带针 MC-SYQ-A 20260301',
    special: false,
    onSite: false,
    photographs: 0,
    videos: 0,
    ...over,
  })

/** The list with its report, which waits for the deputy manager. */
export const aReportedDestruction = (over: Partial<DestructionRow> = {}): DestructionRow =>
  aDestruction({
    state: 'reported',
    reportReason: '已报损，无使用价值',
    plannedMethod: 'medical-waste',
    plannedPlace: '豫康医废处置厂',
    plannedOn: '2026-11-24',
    reportedAt: NOON,
    reportedById: idOf('quality quality 甲'),
    reportedByName: 'quality 甲',
    ...over,
  })

/** The list with all signatures. */
export const aCheckedDestruction = (over: Partial<DestructionRow> = {}): DestructionRow =>
  aReportedDestruction({
    state: 'checked',
    approvedAt: NOON,
    approvedByName: '方正',
    checkedAt: NOON,
    ...over,
  })
