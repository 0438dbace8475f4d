import { idOf, NOON } from '../../../test/given.ts'
import { type ComplaintRow, complaintRow } from './complaint.ts'

/** The morning on which the example came in. */
export const MORNING = '2026-11-20T00:42:00.000Z'

const blank = Object.fromEntries(Object.keys(complaintRow.shape).map(key => [key, null]))

/** A complaint about an infusion pump of a local hospital, for tests: accepted, not yet contacted, unless told otherwise. */
export const aComplaint = (over: Partial<ComplaintRow> = {}): ComplaintRow =>
  complaintRow.parse({
    ...blank,
    id: idOf('complaint'),
    number: 'TS-2026-00042',
    state: 'accepted',
    version: 2,
    siteId: idOf('site'),
    createdAt: MORNING,
    createdBy: idOf('desk'),
    updatedAt: MORNING,
    receivedAt: MORNING,
    channel: 'telephone',
    kind: 'quality',
    partyId: idOf('hospital'),
    partyName: '郑州市第七人民医院',
    partyKind: 'hospital',
    locality: 'local',
    province: '河南省',
    city: '郑州市',
    customerDepartment: 'ICU',
    contactPerson: '张敏',
    phone: '13800002210',
    productId: idOf('pump'),
    productName: '输液泵',
    model: 'SP-5',
    registrationNo: '国械注准20223140512',
    deviceClass: 'III',
    unit: '台',
    manufacturerName: '苏州瑞泽医疗科技有限公司',
    lotNo: 'L20260318',
    serial: 'SP5-081144',
    udiDi: '06912345678905',
    stillInUse: 'no',
    title: '输液泵开机报警 E21，无法输液',
    description: '开机自检后报警 E21，更换电源仍报警，已停用并换备机，患者无伤害。',
    urgency: 'general',
    harmHappened: 'no',
    couldHarm: 'no',
    treatmentAffected: 'yes',
    functionLost: 'no',
    severity: 'S2',
    severityProvisional: false,
    legalComplaint: true,
    legalDefects: ['performance'],
    ownerRole: 'quality',
    investigated: true,
    receivedByName: '林小曼',
    acceptedAt: MORNING,
    acceptedByName: '陈思远',
    planCount: 0,
    reopenCount: 0,
    aeState: 'unscreened',
    ...over,
  })

/** A complaint that is ready to be closed. */
export const anAnsweredComplaint = (over: Partial<ComplaintRow> = {}): ComplaintRow =>
  aComplaint({
    state: 'answered',
    firstContactAt: '2026-11-20T01:54:00.000Z',
    lastContactAt: '2026-11-20T01:54:00.000Z',
    visitedAt: '2026-11-20T02:30:00.000Z',
    verifiedAt: '2026-11-20T02:40:00.000Z',
    finding: 'defect',
    aeState: 'not-reportable',
    decidedResponsibility: 'manufacturer',
    opinionStage: 'final',
    opinionState: 'countersigned',
    solvedAt: '2026-11-20T03:00:00.000Z',
    repliedAt: NOON,
    reply: '已告知原因与更换安排',
    satisfaction: 'satisfied',
    ...over,
  })

/** A complaint about a service engineer: belongs to customer service, needs no visit. */
export const aServiceComplaint = (over: Partial<ComplaintRow> = {}): ComplaintRow =>
  aComplaint({
    kind: 'service',
    ownerRole: 'service-head',
    investigated: false,
    title: '维修人员三天未回电',
    legalComplaint: false,
    legalDefects: [],
    severity: 'S4',
    treatmentAffected: 'no',
    ...over,
  })

/** A consumer who wants to return a blood pressure monitor. */
export const aConsumerComplaint = (over: Partial<ComplaintRow> = {}): ComplaintRow =>
  aServiceComplaint({
    kind: 'consumer-return',
    ownerRole: 'after-sales',
    partyKind: 'consumer',
    title: '血压计要求退货',
    ...over,
  })
