import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { failures, handOverWays, outcomes, printReasons } from './taxonomy.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  titled(z.string().nullable(), zh, en, more)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of a letter and what they mean. */
export const states = {
  waiting: {
    title: text('待发送', 'To be sent'),
    meaning: text('正由系统以电子邮件发送', 'The system sends it by e-mail'),
    tone: 'info',
  },
  'to-print': {
    title: text('待打印送达', 'To be printed'),
    meaning: text('请打印并送达，再登记送达方式', 'To be printed and brought, then entered how'),
    tone: 'warn',
  },
  failed: {
    title: text('未送达', 'Not delivered'),
    meaning: text('发送失败或被退回：更正邮箱重发，或打印送达', 'Refused or came back: mend the address or print it'),
    tone: 'late',
  },
  sent: {
    title: text('已发送', 'Sent'),
    meaning: text('对方邮件服务器已收下', 'The mail server took it'),
    final: true,
    tone: 'ok',
  },
  'handed-over': {
    title: text('已送达', 'Handed over'),
    meaning: text('已由人员送达并登记', 'A person brought it and entered how'),
    final: true,
    tone: 'ok',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('未送达前撤回，已说明原因', 'Taken back before it was delivered, with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

export const messageRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  procedure: titled(z.string(), '所属程序', 'Procedure'),
  recordId: titled(z.uuid(), '所属记录', 'Record'),
  recordNumber: words('所属记录', 'Record'),
  guestId: titled(z.uuid().nullable(), '收件方', 'Recipient'),
  partyId: titled(z.uuid().nullable(), '收件单位', 'Addressee'),
  toName: titled(z.string(), '收件单位', 'Addressee'),
  toContact: words('收件人', 'Attention of', { personal: true }),
  toEmail: words('电子邮箱', 'E-mail', { personal: true }),
  toAddress: words('地址', 'Address'),
  toPhone: words('电话', 'Telephone', { personal: true }),
  subject: titled(z.string(), '主题', 'Subject'),
  body: titled(z.string(), '正文', 'Text'),
  subjectEn: words('英文主题', 'English subject'),
  bodyEn: words('英文正文', 'English text'),
  expiresAt: at('链接有效期至', 'Link valid until'),
  formProcedure: words('随附表单所属程序', 'Procedure of the form'),
  formName: words('随附表单', 'Form that goes along'),
  formId: titled(z.uuid().nullable(), '随附表单的记录', 'Record of the form'),
  /** Counts the times that it was given to the mail: 1, and one more for each sending anew. Part of the Message-ID. */
  round: titled(z.int().positive(), '第几次发出', 'Round'),
  attempts: titled(z.int().nonnegative(), '发送次数', 'Attempts'),
  lastAttemptAt: at('最近发送时间', 'Latest attempt'),
  answer: words('服务器答复', 'Answer of the mail server'),
  failure: oneOf(failures, '未送达原因', 'Why it was not delivered'),
  printReason: oneOf(printReasons, '打印原因', 'Why it is printed'),
  mailId: words('邮件编号', 'Message id'),
  sentAt: at('发送时间', 'Sent at'),
  handedOverAt: at('送达时间', 'Handed over at'),
  handedOverHow: oneOf(handOverWays, '送达方式', 'How'),
  handedOverTo: words('签收人', 'Taken by', { personal: true }),
  handedOverDocument: words('单号', 'Number of the slip'),
  handedOverNote: words('送达说明', 'Note'),
  handedOverByName: words('送达登记人', 'Entered by'),
  writtenByName: words('发起人', 'Written by'),
  keeper: titled(z.string(), '责任岗位', 'Whose work it is'),
  endReason: words('撤回原因', 'Why it was withdrawn'),
})

/** One letter to one reader. */
export type MessageRow = z.infer<typeof messageRow>

/** One attempt to send, or what became of it later; none is ever changed. */
const messageAttempt = z.object({
  id: z.uuid(),
  messageId: z.uuid(),
  at: instantSchema,
  toEmail: z.string().nullable(),
  outcome: z.enum(keysOf(outcomes)),
  failure: z.enum(keysOf(failures)).nullable(),
  mailId: z.string().nullable(),
  answer: z.string(),
})
export type MessageAttempt = z.infer<typeof messageAttempt>

/** The letter as the kernel knows it; the number of the record that it speaks of finds it too. */
export const Message = recordType<MessageRow, keyof typeof states>({
  name: 'message',
  title: text('函件', 'Letter'),
  table: 'message',
  row: messageRow,
  states,
  series: { prefix: 'HJ', digits: 5 },
  retention: retained('quality'),
  called: row => [row.toName, row.subject].filter(Boolean).join(' '),
  searchText: row =>
    [row.number, row.recordNumber, row.subject, row.toName, row.toContact, row.toEmail, row.handedOverDocument]
      .filter(Boolean)
      .join(' '),
  traced: [{ table: 'message', record: 'id', party: 'party_id' }],
  children: { attempt: { table: 'message_attempt', row: messageAttempt, parent: 'messageId' } },
})
