import type { Clause } from '../../kernel/procedure.ts'

/** What the rules ask of letters that leave the company, in our own words. */
export const clauses = {
  'S09-5.3c': {
    zh: '电子邮件是与客户往来的渠道之一，往来邮件须存档',
    en: 'E-mail is one of the ways to customers; what was exchanged is kept on file',
    source: 'S09 5.3 c)',
    law: { anchor: 'GSP153（2023年第153号）第二十二、二十三条', confidence: 'verified-text' },
  },
  'S12-5.10.2a': {
    zh: '与客户沟通产品信息、问询与合同、反馈与投诉、忠告性通知，均留有记录',
    en: 'What is told to customers (product, enquiry and contract, feedback and complaint, advisory notice) is on record',
    source: 'S12 5.10.2',
    law: { anchor: 'GSP153（2023年第153号）第一百至一百零五条', confidence: 'verified-text' },
  },
  'HJ-reached': {
    zh: '通知须送达：发不出去或被退回的，另行送达并留下凭证，不得视为已通知',
    en: 'Who must be told is told: what cannot be sent or comes back is delivered in another way, with proof of it',
    source: '15',
    law: { anchor: '医疗器械召回管理办法（29号令）第十五条', confidence: 'verified-text' },
  },
  'HJ-record': {
    zh: '每次发送的时间、对象、内容和结果都如实记录，不得事后改写',
    en: 'Time, addressee, content and result of each sending are recorded truly and cannot be rewritten',
    source: '22–23',
    law: { anchor: 'GSP153（2023年第153号）第二十二、二十三条', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
