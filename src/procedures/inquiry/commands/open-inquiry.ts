import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { channels } from '../../../vocabulary/intake.ts'
import { customerOf, customerRefusals, productTitle, unknownProduct } from '../customer.ts'
import { firstClocks } from '../deadlines.ts'
import { intake } from '../fields.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { INTAKE, kinds } from '../taxonomy.ts'

/** S28-4.3a: any request, by any channel, is written down with who asks and what is wanted. */
export const openInquiry = inquiryCommand('open', {
  title: text('登记咨询', 'Register an inquiry'),
  about: text(
    '产品咨询、培训、实施维护、服务请求，以及质量查询和反映情况；客户不满或产品有缺陷的，请登记投诉。',
    'Questions, training, implementation, service, quality queries and reports; defects and grievances are complaints.',
  ),
  fulfils: [
    'S28-1a',
    'S28-2a',
    'S28-3.1a',
    'S28-4.1a',
    'S28-4.1b',
    'S28-4.2a',
    'S28-4.2b',
    'S28-4.2c',
    'S28-4.2d',
    'S28-4.3a',
    'S28-4.3b',
    'S28-4.3d',
    'S28-4.3e',
    'S28-4.3f',
    'S01-2a',
    'S01-3a',
    'S01-4.2a',
    'S01-4.2b',
    'S09-5.2c',
    'S12-5.10.3a',
  ],
  from: 'new',
  to: 'registered',
  by: INTAKE,
  input: z.object({
    kind: intake.kind.default('enquiry'),
    partyId: intake.partyId.optional(),
    partyName: intake.partyName.optional(),
    contactPerson: intake.contactPerson.optional(),
    phone: intake.phone.optional(),
    fax: intake.fax.optional(),
    email: intake.email.optional(),
    productId: intake.productId.optional(),
    productName: intake.productName.optional(),
    lotNo: intake.lotNo.optional(),
    title: intake.title.optional(),
    description: intake.description,
    request: intake.request.optional(),
    expectation: intake.expectation.optional(),
    channel: intake.channel.default('telephone'),
    urgency: intake.urgency.default('general'),
    receivedAt: intake.receivedAt.optional(),
    attachments: attachmentIds.optional(),
  }),
  find: ['party', 'product'],
  check: ({ input, found, now }) => [
    ...customerRefusals(input, found.party),
    unknownProduct(input.productId, found.product),
    notInFuture(input.receivedAt, now, 'receivedAt', text('接到时间', 'Received at')),
  ],
  change: ({ input, found, policy, now, actor }) => {
    const receivedAt = happened(input.receivedAt, now)
    return {
      set: {
        receivedAt,
        channel: input.channel,
        kind: input.kind,
        ...customerOf(input, found.party),
        productId: found.product?.id ?? null,
        productName: found.product ? productTitle(found.product) : (input.productName ?? null),
        lotNo: input.lotNo ?? null,
        title: input.title ?? titleFrom(input.description),
        description: input.description,
        request: input.request ?? null,
        expectation: input.expectation ?? null,
        urgency: input.urgency,
        receivedByName: actor.name,
        planCount: 0,
      },
      open: firstClocks(receivedAt, policy),
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'intake' })),
    }
  },
  tell: ({ record, input }) =>
    text(
      `${channels[input.channel].zh}接到${record.partyName}的${kinds[input.kind].zh}：${record.title}，已登记`,
      `registered from ${record.partyName} (${channels[input.channel].en.toLowerCase()}), ${kinds[input.kind].en.toLowerCase()}: ${record.title}`,
    ),
  fill: ({ now }) => ({ receivedAt: now }),
  rank: 1,
  place: 'page',
})

/** A title for those who give none: how the description begins. */
export function titleFrom(description: string): string {
  const first = description.split(/[。；;？?！!\n]/)[0]?.trim() || description.trim()
  return first.length > 40 ? `${first.slice(0, 39)}…` : first
}
