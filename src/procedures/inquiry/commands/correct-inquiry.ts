import { z } from 'zod'
import type { Asked } from '../../../kernel/command.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { joinText, type Text, text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { notAhead } from '../../../vocabulary/event-time.ts'
import { productTitle, unknownCustomer, unknownProduct } from '../customer.ts'
import { firstClocks } from '../deadlines.ts'
import { intake } from '../fields.ts'
import { type InquiryRow, OPEN } from '../inquiry.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import type { FoundParty, FoundProduct } from '../queries.ts'
import { INTAKE } from '../taxonomy.ts'

const input = z.object({
  reason: reasonField,
  receivedAt: intake.receivedAt.optional(),
  channel: intake.channel.optional(),
  kind: intake.kind.optional(),
  partyId: intake.partyId.optional(),
  partyName: intake.partyName.optional(),
  contactPerson: intake.contactPerson.nullable().optional(),
  phone: intake.phone.nullable().optional(),
  fax: intake.fax.nullable().optional(),
  email: intake.email.nullable().optional(),
  productId: intake.productId.optional(),
  productName: intake.productName.nullable().optional(),
  lotNo: intake.lotNo.nullable().optional(),
  title: intake.title.optional(),
  description: intake.description.optional(),
  request: intake.request.nullable().optional(),
  expectation: intake.expectation.nullable().optional(),
  urgency: intake.urgency.optional(),
})

type Found = { readonly party: FoundParty | null; readonly product: FoundProduct | null }
type Correcting = Asked<InquiryRow, unknown, z.infer<typeof input>, Found>

/** 划改: a wrong entry is struck through, never erased; the contact clock may move earlier by it, never later. */
export const correctInquiry = inquiryCommand('correct', {
  title: text('更正', 'Correct'),
  about: text(
    '改动处保留原值并划改留痕；时限只会提前，不会推后。',
    'The old value stays, struck through; clocks may move earlier, never later.',
  ),
  fulfils: ['S28-4.3a', 'S28-4.3c', 'S28-4.3e', 'S28-4.3f'],
  from: OPEN,
  by: INTAKE,
  input,
  find: ['party', 'product'],
  check: asked => [
    asked.input.partyId !== undefined &&
      asked.input.partyId !== asked.record.partyId &&
      unknownCustomer(asked.found.party),
    unknownProduct(asked.input.productId, asked.found.product),
    notAhead(asked.input.receivedAt, asked.now, 'receivedAt', text('接到时间', 'Received at')),
    asked.input.receivedAt !== undefined &&
      asked.input.receivedAt > asked.record.createdAt &&
      asked.input.receivedAt !== asked.record.receivedAt &&
      refuse(
        'received-after-registered',
        text('接到时间不能晚于登记时间。', 'The receipt cannot lie after the registration.'),
        {
          field: 'receivedAt',
        },
      ),
    refuseUnchanged(corrections(asked), text('咨询', 'the inquiry')),
  ],
  change: asked => {
    const { record, policy } = asked
    const correct = corrections(asked)
    const set = Object.fromEntries(correct.map(({ field, now }) => [field, now])) as Partial<InquiryRow>
    const sooner = set.receivedAt !== undefined || set.urgency !== undefined
    return {
      set,
      correct,
      open: sooner && !record.firstContactAt ? firstClocks(set.receivedAt ?? record.receivedAt, policy) : [],
    }
  },
  tell: ({ before, ...asked }) => {
    const names = joinText(corrections({ ...asked, record: before }).map(({ field }) => titleOf(field)))
    return text(`更正${names.zh}：${asked.input.reason}`, `corrected ${names.en}: ${asked.input.reason}`)
  },
  fill: ({ record }) =>
    Object.fromEntries(
      Object.keys(input.shape).flatMap(key => {
        const value = (record as unknown as Record<string, unknown>)[key]
        return value === undefined || value === null ? [] : [[key, value]]
      }),
    ),
  rank: 70,
  place: 'menu',
})

/** What differs; a customer or product chosen from the files brings its name along. */
function corrections({ record, input, found }: Correcting) {
  const { reason, ...given } = input
  const entered: Partial<InquiryRow> = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  )
  // A name that is typed over belongs to nobody in the files; one that is chosen brings its name along.
  if (input.partyId && input.partyId !== record.partyId && found.party) entered.partyName = found.party.name
  else if (input.partyName !== undefined && input.partyName !== record.partyName) entered.partyId = null
  if (input.productId && input.productId !== record.productId && found.product)
    entered.productName = productTitle(found.product)
  else if (input.productName !== undefined && input.productName !== record.productName) entered.productId = null
  return correctionsOf(record, entered, reason)
}

const titleOf = (key: string): Text => (intake as Readonly<Record<string, z.ZodType>>)[key]?.meta()?.['x-title'] as Text
