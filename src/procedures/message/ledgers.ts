import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './message.ts'
import { failures, handOverWays, printReasons } from './taxonomy.ts'

const titles = <K extends string>(options: Readonly<Record<K, ReturnType<typeof text>>>) =>
  Object.fromEntries(Object.entries(options).map(([key, title]) => [key, { title: title as ReturnType<typeof text> }]))

/** 函件台账: every letter that left or is to leave, one line each. */
export const messageLedger = ledger({
  name: 'messages',
  title: text('函件台账', 'Register of letters'),
  fulfils: ['S09-5.3c', 'S12-5.10.2a', 'HJ-record'],
  columns: [
    { key: 'number', title: text('编号', 'No.'), kind: 'code', width: 15, onScreen: true },
    { key: 'createdAt', title: text('发出时间', 'Written'), kind: 'instant', width: 16, onScreen: true },
    { key: 'recordNumber', title: text('所属记录', 'Record'), kind: 'code', width: 15, onScreen: true },
    { key: 'toName', title: text('收件单位', 'Addressee'), kind: 'line', width: 24, onScreen: true },
    { key: 'subject', title: text('主题', 'Subject'), kind: 'line', width: 30, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    { key: 'sentAt', title: text('发送时间', 'Sent'), kind: 'instant', width: 16, onScreen: true },
    { key: 'handedOverAt', title: text('送达时间', 'Handed over'), kind: 'instant', width: 16, onScreen: true },
    {
      key: 'handedOverHow',
      title: text('送达方式', 'How'),
      kind: 'choice',
      options: titles(handOverWays),
      width: 10,
      onScreen: true,
    },
    {
      key: 'failure',
      title: text('未送达原因', 'Why not'),
      kind: 'choice',
      options: titles(failures),
      width: 16,
      onScreen: true,
    },
    {
      key: 'printReason',
      title: text('打印原因', 'Why on paper'),
      kind: 'choice',
      options: titles(printReasons),
      width: 16,
      onScreen: false,
    },
    {
      key: 'toContact',
      title: text('收件人', 'Attention of'),
      kind: 'line',
      width: 10,
      onScreen: false,
      personal: true,
    },
    { key: 'toEmail', title: text('电子邮箱', 'E-mail'), kind: 'line', width: 22, onScreen: false, personal: true },
    { key: 'attempts', title: text('发送次数', 'Attempts'), kind: 'number', width: 8, onScreen: false },
    { key: 'mailId', title: text('邮件编号', 'Message id'), kind: 'code', width: 24, onScreen: false },
    { key: 'answer', title: text('服务器答复', 'Answer'), kind: 'line', width: 30, onScreen: false },
    {
      key: 'handedOverTo',
      title: text('签收人', 'Taken by'),
      kind: 'line',
      width: 10,
      onScreen: false,
      personal: true,
    },
    { key: 'handedOverDocument', title: text('单号', 'Slip'), kind: 'code', width: 16, onScreen: false },
    { key: 'handedOverByName', title: text('送达登记人', 'Entered by'), kind: 'line', width: 10, onScreen: false },
    { key: 'writtenByName', title: text('发起人', 'Written by'), kind: 'line', width: 10, onScreen: false },
    { key: 'expiresAt', title: text('链接有效期至', 'Link until'), kind: 'instant', width: 16, onScreen: false },
  ],
  filters: ['state', 'failure', 'handedOverHow', 'partyId', 'recordId', 'procedure'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'open',
      title: text('待送达', 'To be delivered'),
      filter: { state: ['waiting', 'to-print', 'failed'] },
    },
    { name: 'to-print', title: text('待打印', 'To be printed'), filter: { state: ['to-print'] } },
    { name: 'failed', title: text('未送达', 'Not delivered'), filter: { state: ['failed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
