import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { HOUR, millisecondsBetween } from '../../../kernel/time.ts'
import { choice, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { complaintKinds } from '../../../vocabulary/intake.ts'
import { unknownProduct } from '../customer.ts'
import { intake, RECEIPT } from '../fields.ts'
import { type InquiryRow, OPEN } from '../inquiry.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import type { FoundParty, FoundProduct } from '../queries.ts'
import { DESK, NEEDS_DEVICE } from '../taxonomy.ts'

const AT = text('投诉时间', 'Complained at')

const input = z.object({
  reason: paragraph(text('转为投诉的理由', 'Why it is a complaint')),
  kind: choice(text('投诉类别', 'Kind of complaint'), complaintKinds).default('quality'),
  receivedAt: field(intake.receivedAt, {
    title: AT,
    hint: text('投诉的时限由此起算；不填即接到咨询的时间', 'clocks count from it; empty: the receipt of the inquiry'),
    widget: 'instant',
  }).optional(),
  productId: intake.productId.optional(),
  productName: intake.productName.optional(),
  duplicateOf: field(z.uuid(), {
    title: text('与此投诉为同一件', 'Same as this complaint'),
    widget: 'record',
    of: 'complaint',
  }).optional(),
  notDuplicate: yesNo(text('已核对，不是重复投诉', 'Checked: no duplicate')).optional(),
})

type Found = { readonly party: FoundParty | null; readonly product: FoundProduct | null }
type Turning = Asked<InquiryRow, unknown, z.infer<typeof input>, Found>

/** S28-4.1a, S10-3.1a: what turns out to be a complaint is registered as one at once, with its clocks. */
export const turnIntoComplaint = inquiryCommand('turn-into-complaint', {
  title: text('转为投诉', 'Turn into a complaint'),
  about: text(
    '客户不满或产品有缺陷即属投诉；登记内容一并转入，时限从接到之时起算。',
    'Grievances and defects are complaints; what was written down goes along, clocks count from receipt.',
  ),
  fulfils: ['S28-4.1a', 'S28-4.3e', 'S01-4.2a'],
  from: OPEN,
  to: 'became-complaint',
  by: [...DESK, 'after-sales', 'after-sales-head', 'sales-head'],
  input,
  find: ['party', 'product'],
  check: asked => [
    notInFuture(asked.input.receivedAt, asked.now, 'receivedAt', AT),
    notBefore(asked.input.receivedAt, asked.record.receivedAt, 'receivedAt', AT, RECEIPT),
    unknownProduct(asked.input.productId, asked.found.product),
    NEEDS_DEVICE.includes(asked.input.kind) &&
      !deviceOf(asked) &&
      refuse(
        'product-missing',
        text(
          '此类投诉须写明产品，请选择产品或填写产品名称。',
          'This kind of complaint names a device: choose the product or enter its name.',
        ),
        { field: 'productId' },
      ),
    !customerId(asked) &&
      !(asked.record.phone || asked.record.email || asked.record.fax) &&
      refuse(
        'contact-unusable',
        text(
          `要把 ${asked.record.number} 转为投诉，请先更正补上联系电话（或邮箱、传真）。`,
          `To turn ${asked.record.number} into a complaint, first correct it: add a telephone number (or e-mail, fax).`,
        ),
        { clause: 'S28-4.3b' },
      ),
  ],
  change: asked => ({
    set: { endReason: asked.input.reason },
    start: [{ command: 'complaint.open', input: complaintFrom(asked), link: 'became-complaint' }],
  }),
  tell: ({ record, input }) =>
    text(
      `${record.number} 转为${complaintKinds[input.kind].zh}：${input.reason}`,
      `turned ${record.number} into a complaint (${complaintKinds[input.kind].en.toLowerCase()}): ${input.reason}`,
    ),
  fill: ({ record }) => ({
    ...(record.kind === 'query' || record.kind === 'situation-report' ? { kind: record.kind } : {}),
    receivedAt: record.receivedAt,
  }),
  rank: 60,
  place: 'menu',
})

/** The customer's file, unless it went out of use meanwhile; then name and telephone serve. */
const customerId = ({ found }: Turning): string | null =>
  found.party?.isCustomer && found.party.state === 'active' ? found.party.id : null

/** What names the device: what is entered now goes before what the inquiry says. */
function deviceOf({ record, input }: Turning): JsonObject | null {
  if (input.productId) return { productId: input.productId }
  if (input.productName) return { productName: input.productName }
  if (record.productId) return { productId: record.productId }
  return record.productName ? { productName: record.productName } : null
}

function complaintFrom(asked: Turning): JsonObject {
  const { record, input, now } = asked
  const receivedAt = happened(input.receivedAt ?? record.receivedAt, now)
  const entered: JsonObject = {
    partyId: customerId(asked),
    partyName: record.partyName,
    contactPerson: record.contactPerson,
    phone: record.phone,
    fax: record.fax,
    email: record.email,
    ...deviceOf(asked),
    lotNo: record.lotNo,
    title: record.title,
    description: record.description,
    request: record.request,
    expectation: record.expectation,
    channel: record.channel,
    kind: input.kind,
    urgency: record.urgency,
    receivedAt,
    duplicateOf: input.duplicateOf ?? null,
    notDuplicate: input.notDuplicate ?? null,
    // Complaint handling asks for a reason when it is told late; the reason is that it began as an inquiry.
    lateReason: millisecondsBetween(receivedAt, now) > HOUR ? `由咨询 ${record.number} 转来：${input.reason}` : null,
  }
  return Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== null))
}
