import { idOf, NOON } from '../../../test/given.ts'
import { type InquiryRow, inquiryRow } from './inquiry.ts'
import type { FoundParty, FoundProduct } from './queries.ts'

/** The morning on which the example came in. */
export const MORNING = '2026-11-20T00:42:00.000Z'

/** A customer in the files. */
export const hospital: FoundParty = {
  id: idOf('hospital'),
  name: '郑州金水河湾医院',
  isCustomer: true,
  state: 'active',
  phones: ['0371-10550101'],
  fax: '0371-10550102',
  email: null,
}

/** A product in the files. */
export const monitor: FoundProduct = { id: idOf('monitor'), name: '电子血压计', model: 'BP-3' }

const blank = Object.fromEntries(Object.keys(inquiryRow.shape).map(key => [key, null]))

/** A question about a cuff, for tests: registered, unless told otherwise. */
export const anInquiry = (over: Partial<InquiryRow> = {}): InquiryRow =>
  inquiryRow.parse({
    ...blank,
    id: idOf('inquiry'),
    number: 'ZX-2026-00007',
    state: 'registered',
    version: 1,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('desk'),
    updatedAt: MORNING,
    receivedAt: MORNING,
    channel: 'telephone',
    kind: 'enquiry',
    partyId: hospital.id,
    partyName: hospital.name,
    contactPerson: '刘慧敏',
    phone: '0371-10550101',
    productId: monitor.id,
    productName: '电子血压计 BP-3',
    title: '臂围 38 厘米能不能用',
    description: '臂围 38 厘米能不能用标配袖带，有没有大号袖带。',
    expectation: '给出型号和价格',
    urgency: 'general',
    receivedByName: '林小曼',
    planCount: 0,
    ...over,
  })

/** The inquiry with the sales department, which has planned it. */
export const aForwardedInquiry = (over: Partial<InquiryRow> = {}): InquiryRow =>
  anInquiry({
    state: 'forwarded',
    assignedDepartment: 'sales',
    handlerId: idOf('handler'),
    handlerName: '何佳怡',
    forwardedAt: MORNING,
    forwardedByName: '林小曼',
    understoodAt: MORNING,
    expectedAt: '2026-11-21T04:00:00.000Z',
    plannedMeasures: '查袖带规格并报价',
    planCount: 1,
    ...over,
  })

/** The inquiry with its record filled in and returned. */
export const aHandledInquiry = (over: Partial<InquiryRow> = {}): InquiryRow =>
  aForwardedInquiry({
    state: 'handled',
    handledAt: NOON,
    handledByName: '何佳怡',
    measures: '查袖带规格并报价',
    result: '请选配 32~45 cm 大号袖带',
    ...over,
  })

/** The inquiry with its customer told. */
export const anAnsweredInquiry = (over: Partial<InquiryRow> = {}): InquiryRow =>
  aHandledInquiry({
    state: 'answered',
    supervisedAt: NOON,
    supervisedByName: '林小曼',
    firstContactAt: NOON,
    lastContactAt: NOON,
    toldAt: NOON,
    toldByName: '林小曼',
    toldTo: '刘慧敏',
    toldHow: 'telephone',
    answer: '请选配 32~45 cm 大号袖带',
    ...over,
  })
