import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, endOfDay } from '../../../kernel/time.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { untilEndOf } from '../deadlines.ts'
import { answerDays, linkGraceDays } from '../policies.ts'
import { QUALITY } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

/** S01-4.6b, CN-RC-010: the supplier is asked in writing, with evidence and a day for the answer. */
export const sendSupplierInquiry = supplierInquiryCommand('send', {
  title: text('发出质量查询', 'Ask a supplier'),
  about: text(
    '向供货单位发函查询，附证据和答复期限；有邮箱的发电子邮件，没有的打印送达，均可凭链接答复。',
    'A letter with evidence and a day for the answer: by e-mail where there is an address, else printed; answered through a link.',
  ),
  fulfils: ['S01-4.6b', 'CN-RC-010'],
  from: 'new',
  to: 'sent',
  by: QUALITY,
  input: z.object({
    partyId: field(z.uuid(), { title: text('供货单位', 'Supplier'), widget: 'party', of: 'supplier' }),
    productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
    lotId: field(z.uuid(), { title: text('批号', 'Lot'), widget: 'lot' }).optional(),
    question: paragraph(text('查询内容', 'Question'), {
      hint: text('发现的问题、证据、希望对方说明的事项', 'what was found, the evidence, what the supplier should say'),
    }),
    dueOn: field(daySchema, { title: text('答复期限', 'Answer due on'), widget: 'day' }),
    attachments: attachmentIds.optional(),
    cause: field(z.object({ procedure: z.string().max(60), id: z.uuid(), number: z.string().max(60) }), {
      title: text('来源记录', 'Came from'),
      widget: 'hidden',
    }).optional(),
  }),
  find: ['supplier', 'device'],
  check: ({ input, found, now, zone }) => [
    (!(found.supplier?.isSupplier || found.supplier?.isManufacturer) || found.supplier.state !== 'active') &&
      refuse(
        'no-such-supplier',
        text(
          '所选单位不是在用的供货单位或生产企业，请重新选择。',
          'That company is no supplier or maker in use: choose again.',
        ),
        { field: 'partyId' },
      ),
    !found.device.product &&
      refuse(
        'no-such-product',
        text('产品档案中没有所选产品，请重新选择。', 'There is no such product: choose again.'),
        {
          field: 'productId',
        },
      ),
    input.lotId &&
      found.device.lot?.productId !== input.productId &&
      refuse(
        'lot-of-another-product',
        text('所选批号不属于该产品，请核对。', 'That lot does not belong to the product: check both.'),
        { field: 'lotId' },
      ),
    input.dueOn < dayOf(now, zone) &&
      refuse('day-past', text('答复期限不能早于今天。', 'The answer cannot be due before today: choose a later day.'), {
        field: 'dueOn',
      }),
  ],
  change: ({ input, found, policy, now, zone, actor }) => {
    const { product, lot } = found.device
    const supplier = found.supplier
    return {
      set: {
        title: [product?.name, product?.model, lot?.lotNo].filter(Boolean).join(' '),
        partyId: input.partyId,
        partyName: supplier?.name ?? '',
        contactPerson: supplier?.contacts[0]?.name ?? null,
        email: supplier?.email ?? null,
        productId: input.productId,
        productName: product?.name ?? '',
        model: product?.model || null,
        registrationNo: product?.registrationNo ?? null,
        lotId: lot?.id ?? null,
        lotNo: lot?.lotNo ?? null,
        causeId: input.cause?.id ?? null,
        causeNumber: input.cause?.number ?? null,
        question: input.question,
        dueOn: input.dueOn,
        sentAt: now,
        sentByName: actor.name,
        letterState: 'waiting' as const,
        linkUntil: endOfDay(addDays(input.dueOn, policy(linkGraceDays)), zone),
        reminders: 0,
        round: 1,
      },
      open: [{ deadline: 'answer', from: now, limit: untilEndOf(input.dueOn, now, zone) }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
    }
  },
  tell: ({ record }) =>
    text(
      `向${record.partyName}发出质量查询，请于 ${record.dueOn} 前答复：${record.question}`,
      `asked ${record.partyName} for an answer by ${record.dueOn}: ${record.question}`,
    ),
  fill: ({ policy, now, zone }) => ({ dueOn: addDays(dayOf(now, zone), policy(answerDays)) }),
  rank: 1,
  place: 'page',
})
