import { idOf, NOON } from '../../../test/given.ts'
import type { FoundDevice, FoundSupplier } from './queries.ts'
import { type SupplierInquiryAnswer, type SupplierInquiryRow, supplierInquiryRow } from './supplier-inquiry.ts'

/** The morning on which the supplier was asked. */
export const MORNING = '2026-11-20T00:42:00.000Z'

/** A supplier in the files. */
export const maker: FoundSupplier = {
  id: idOf('maker'),
  name: '江苏沐澄医疗器械有限公司',
  state: 'active',
  isSupplier: true,
  isManufacturer: true,
  email: 'quality@mucheng.example',
  contacts: [{ name: '顾思齐', title: '质量经理', phone: '0519-10550000' }],
}

/** The goods that the question is about. */
export const device: FoundDevice = {
  product: { id: idOf('set'), name: '一次性使用输液器', model: 'MC-SYQ-A', registrationNo: '国械注准20193141726' },
  lot: { id: idOf('lot'), productId: idOf('set'), lotNo: '20260301' },
}

const blank = Object.fromEntries(Object.keys(supplierInquiryRow.shape).map(key => [key, null]))

/** An inquiry that waits for its answer, unless told otherwise. */
export const anInquiry = (over: Partial<SupplierInquiryRow> = {}): SupplierInquiryRow =>
  supplierInquiryRow.parse({
    ...blank,
    id: idOf('inquiry'),
    number: 'CX-2026-00004',
    state: 'sent',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('quality'),
    updatedAt: MORNING,
    title: '一次性使用输液器 MC-SYQ-A 20260301',
    partyId: maker.id,
    partyName: maker.name,
    contactPerson: '顾思齐',
    email: maker.email,
    productId: idOf('set'),
    productName: '一次性使用输液器',
    model: 'MC-SYQ-A',
    lotId: idOf('lot'),
    lotNo: '20260301',
    question: '接头漏液的原因？',
    dueOn: '2026-11-27',
    sentAt: MORNING,
    sentByName: '陈晓',
    letterState: 'sent',
    linkUntil: '2026-12-27T15:59:59.999Z',
    reminders: 0,
    round: 1,
    ...over,
  })

/** The inquiry with its answer. */
export const anAnsweredInquiry = (over: Partial<SupplierInquiryRow> = {}): SupplierInquiryRow =>
  anInquiry({
    state: 'answered',
    answeredAt: NOON,
    answeredBy: '顾思齐',
    answerWay: 'link',
    answer: '模具磨损',
    ...over,
  })

/** The answer as it stands among the answers. */
export const anAnswer = (over: Partial<SupplierInquiryAnswer> = {}): SupplierInquiryAnswer => ({
  id: idOf('answer'),
  supplierInquiryId: idOf('inquiry'),
  at: NOON,
  byId: idOf('inquiry'),
  byName: '江苏沐澄 顾思齐',
  round: 1,
  question: '接头漏液的原因？',
  answeredAt: NOON,
  answeredBy: '顾思齐',
  way: 'link',
  answer: '模具磨损',
  cause: null,
  measures: null,
  verdict: null,
  evaluation: null,
  ...over,
})
