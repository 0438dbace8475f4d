import { idOf, NOON, signOffsOf, someone } from '../../../test/given.ts'
import type { Actor } from '../../kernel/person.ts'
import type { SignOffRow } from '../../kernel/sign-off.ts'
import { newLine, newRecipient } from './distribution.ts'
import { newNotice } from './new-notice.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeLot, NoticeRecipient } from './notice-rows.ts'
import { countsOf } from './reckon.ts'
import { approvalChain } from './sign-off-chains.ts'
import type { Trace, TracedBuyer } from './trace.ts'

/** A made-up id in the shape that inputs ask for. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const LOT = uuid(1)

/** A buyer of the example lot. */
export const aBuyer = (n: number, over: Partial<TracedBuyer> = {}): TracedBuyer => ({
  lotId: LOT,
  partyId: uuid(100 + n),
  name: `第 ${n} 医院`,
  city: '郑州市',
  contactName: `联系人 ${n}`,
  phone: `0371-100000${n}`,
  email: n % 2 ? `hospital${n}@example.org` : null,
  delivered: 10,
  returned: 0,
  lastDeliveredOn: '2026-10-08',
  serials: [],
  ...over,
})

/** What the records of sale say of the example lot. */
export const aTrace = (buyers: readonly TracedBuyer[] = [aBuyer(1), aBuyer(2)], over: Partial<Trace> = {}): Trace => ({
  lots: [
    {
      lotId: LOT,
      productId: uuid(2),
      productName: '输液器',
      model: 'MC-A',
      spec: '0.7 mm',
      registrationNo: '国械注准20193141726',
      manufacturerName: '沐澄医疗',
      udiDi: '06999900010025',
      lotNo: '20260301',
      producedOn: '2026-03-01',
      expiresOn: '2029-02-28',
      unit: '支',
      isSerialTracked: false,
    },
  ],
  buyers,
  serials: {},
  toldToStop: [],
  ...over,
})

export const LOTS: readonly NoticeLot[] = aTrace().lots.map(lot => ({
  ...lot,
  id: uuid(3),
  noticeId: idOf('notice'),
  serials: [],
}))

/** A recall of the example lot, drafted by sales. */
export const aNotice = (over: Partial<NoticeRow> = {}): NoticeRow => ({
  id: idOf('notice'),
  number: 'TZ-2026-00001',
  state: 'draft',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('sales'),
  updatedAt: NOON,
  ...newNotice(aTrace(), {
    kind: 'recall',
    recallClass: 2,
    initiator: 'holder',
    standing: 'distributor',
    reason: '接头漏液',
    instructions: '停止使用并退回',
    measures: ['take-back'],
    planReference: null,
    causeNumber: null,
    decidedAt: NOON,
    preparedByName: '何佳怡',
  }),
  ...over,
})

/** A recall that was sent. */
export const aRunningNotice = (over: Partial<NoticeRow> = {}): NoticeRow => {
  const record = aNotice({
    state: 'running',
    approvedAt: NOON,
    sentAt: NOON,
    sentByName: '何佳怡',
    linkUntil: '2026-12-20T04:00:00.000Z',
    ...over,
  })
  const { recipients, lines } = aCourse()
  return { ...record, ...countsOf(record.kind, record.drill, { recipients, lines }), ...over }
}

/** Two recipients with ten units each. */
export function aCourse(
  recipient: Partial<NoticeRecipient> = {},
  line: Partial<NoticeLine> = {},
): { readonly recipients: readonly NoticeRecipient[]; readonly lines: readonly NoticeLine[] } {
  const noticeId = idOf('notice')
  const listing = { now: NOON, actor: someone('sales'), newId: () => idOf('unused') }
  const recipients = [1, 2].map((n): NoticeRecipient => {
    const { partyId, name, city, contactName, phone, email } = aBuyer(n)
    return {
      ...newRecipient(listing, { partyId, name, city, contactName, phone, email, origin: 'trace' }),
      id: uuid(10 + n),
      noticeId,
      ...recipient,
    }
  })
  const lines = [1, 2].map(
    (n): NoticeLine => ({ ...newLine(() => uuid(20 + n), uuid(10 + n), aBuyer(n)), noticeId, ...line }),
  )
  return { recipients, lines }
}

/** Both told, neither has answered. */
export const TOLD: Partial<NoticeRecipient> = {
  state: 'told',
  messageState: 'sent',
  toldAt: NOON,
  toldHow: '电子邮件',
}

/** The first recipient, let in by its link. */
export const theGuest = (n = 1): Actor => ({
  id: uuid(10 + n),
  name: `第 ${n} 医院 联系人 ${n}`,
  username: 'outside',
  roles: ['outside'],
  siteId: idOf('site'),
  via: 'link',
})

/** The round that approved a notice: quality, then the quality head. */
export const APPROVED: readonly SignOffRow[] = [
  ...signOffsOf(approvalChain, 'general-manager', { steps: ['quality', 'quality-head'] }),
]

/** Somebody on whose behalf the system acts. */
export const theSystem = (role = 'sales'): Actor => ({ ...someone(role), via: 'system' })
