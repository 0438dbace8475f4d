import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, moment } from '../../../vocabulary/entry-field.ts'
import { messageCommand } from '../message-command.ts'
import { LETTERS, printReasons, usableAddress } from '../taxonomy.ts'

const hidden = <S extends z.ZodType>(schema: S, zh: string, en: string) =>
  field(schema, { title: text(zh, en), widget: 'hidden' })
const subject = z.string().trim().min(1).max(200)
const body = z.string().trim().min(1).max(20_000)

/** What another procedure says when it writes to somebody outside. */
const letterInput = z.object({
  procedure: hidden(z.string().min(1).max(60), '所属程序', 'Procedure'),
  recordId: hidden(z.uuid(), '所属记录', 'Record'),
  recordNumber: hidden(z.string().max(60).nullish(), '所属记录编号', 'Number of the record'),
  guestId: hidden(z.uuid().nullable(), '收件方', 'Recipient'),
  partyId: hidden(z.uuid().nullable(), '收件单位', 'Addressee'),
  toName: line(text('收件单位', 'Addressee')),
  toContact: line(text('收件人', 'Attention of'), { personal: true }).nullish(),
  toEmail: field(z.string().max(320).nullable(), { title: text('电子邮箱', 'E-mail'), personal: true }),
  toAddress: line(text('地址', 'Address')).nullish(),
  toPhone: line(text('电话', 'Telephone'), { personal: true }).nullish(),
  subject: field(subject, { title: text('主题', 'Subject') }),
  body: field(body, { title: text('正文', 'Text'), widget: 'paragraph' }),
  english: z.object({ subject, body }).nullish(),
  expiresAt: moment(text('链接有效期至', 'Link valid until')).nullable(),
  form: z.object({ procedure: z.string().max(60), form: z.string().max(60), id: z.uuid() }).nullish(),
})

/** A letter to somebody outside is written: mailed where the files have an address, otherwise printed. */
export const writeMessage = messageCommand('write', {
  title: text('发出函件', 'Write a letter'),
  fulfils: ['S12-5.10.2a', 'HJ-record'],
  from: 'new',
  to: 'waiting',
  by: LETTERS,
  input: letterInput,
  find: ['reader'],
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-from-record',
        text(
          '函件由所属记录发出。要给客户或供货者发函，请在该通知、退货单或查询上办理发送。',
          'Letters are written by the record that they belong to. To write to somebody, send from that notice, return or inquiry.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: ({ input, now }) => [
    input.expiresAt === null &&
      `${input.body}${input.english?.body ?? ''}`.includes('{link}') &&
      refuse(
        'link-without-end',
        text('正文里有链接，请给出链接的有效期。', 'The text has a link: say until when the link is valid.'),
        { field: 'expiresAt' },
      ),
    input.expiresAt !== null &&
      input.expiresAt <= now &&
      refuse(
        'link-expired',
        text(
          '链接的有效期须在发出之后，请推后。',
          'The link must be valid after the letter is sent: take a later day.',
        ),
        { field: 'expiresAt' },
      ),
  ],
  change: ({ input, found, actor, now }) => {
    const { english, form, toEmail, ...said } = input
    const address = usableAddress(toEmail)
    const contact = found.reader?.contacts[0]
    return {
      ...(address === null && { to: 'to-print' }),
      set: {
        ...said,
        recordNumber: said.recordNumber ?? null,
        toContact: said.toContact ?? contact?.name ?? null,
        toEmail: toEmail?.trim() || null,
        toAddress: said.toAddress ?? found.reader?.address ?? null,
        toPhone: said.toPhone ?? contact?.phone ?? found.reader?.phones[0] ?? null,
        subjectEn: english?.subject ?? null,
        bodyEn: english?.body ?? null,
        formProcedure: form?.procedure ?? null,
        formName: form?.form ?? null,
        formId: form?.id ?? null,
        round: 1,
        attempts: 0,
        printReason: address === null ? (toEmail?.trim() ? 'bad-address' : 'no-address') : null,
        writtenByName: actor.name,
        keeper: actor.roles.find(role => (LETTERS as readonly string[]).includes(role)) ?? 'quality',
      },
      open: [{ deadline: 'delivery', from: now }],
    }
  },
  tell: ({ record }) =>
    record.printReason
      ? text(
          `致${record.toName}：${record.subject}（${printReasons[record.printReason].zh}，待打印送达）`,
          `to ${record.toName}: ${record.subject} (to be printed: ${printReasons[record.printReason].en.toLowerCase()})`,
        )
      : text(
          `致${record.toName}：${record.subject}（电子邮件 ${record.toEmail}）`,
          `to ${record.toName}: ${record.subject} (by e-mail to ${record.toEmail})`,
        ),
  rank: 1,
  place: 'none',
})
