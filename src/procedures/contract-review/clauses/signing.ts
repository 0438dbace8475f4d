import type { Clause } from '../../../kernel/procedure.ts'

const reviewLaw = { anchor: 'ISO 13485:2016 7.2.1–7.2.3', confidence: 'memory-to-verify' } as const

/** Signing, numbering, register and keeping of contracts. */
export const signingClauses = {
  'S04-4.3c': {
    zh: '保留评审记录并统一编号以便追溯',
    en: 'Review records are kept and numbered for traceability',
    source: 'S04 4.3',
    law: reviewLaw,
    control: null,
  },
  'S04-4.3d': {
    zh: '评审记录由销售部保管',
    en: 'Sales is custodian of the review records',
    source: 'S04 4.3',
    law: reviewLaw,
    control: null,
  },
  'S04-4.6a': {
    zh: '评审通过后才由销售部签合同或执行订单',
    en: 'Only after review does sales sign the contract or execute the order',
    source: 'S04 4.6',
    law: reviewLaw,
    control: null,
  },
  'S12-4.3a': {
    zh: '合同由总经理或副总经理签署',
    en: 'Contracts are signed by the general or deputy general manager',
    source: 'S12 4.3',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.1a': {
    zh: '评审满足要求后由总（副）经理与客户签正式合同',
    en: 'Once review shows the requirements can be met, the GM or deputy signs the formal contract',
    source: 'S12 5.4.1',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.1b': {
    zh: '合同签妥后，编号由业务部给出',
    en: 'Business numbers the formal contract',
    source: 'S12 5.4.1',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.1c': {
    zh: '登入《合同登记表》并按文件控制程序管理',
    en: 'It is entered in the contract register and controlled by the document control procedure',
    source: 'S12 5.4.1',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.1d': {
    zh: '复印件留业务部，原件交财务',
    en: 'Business keeps a copy, finance keeps the original',
    source: 'S12 5.4.1',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.1e': {
    zh: '签订后严格按条款执行',
    en: 'After signing the terms are strictly performed',
    source: 'S12 5.4.1',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.3a': {
    zh: '临时合同须由业务部协商补回正式合同',
    en: 'For temporary contracts business obtains the formal contract afterwards',
    source: 'S12 5.4.3',
    law: reviewLaw,
    control: null,
  },
  'S12-5.4.3b': {
    zh: '合同任务由PMC传递',
    en: 'PMC passes on contract tasks',
    source: 'S12 5.4.3',
    law: reviewLaw,
    control: null,
  },
  'S12-6a': {
    zh: '记录保存：常规合同评审表、销售订单、合同变更通知单5年',
    en: 'Retention: regular contract review form, sales order, contract change notice five years',
    source: 'S12 6.0/8.0',
    law: reviewLaw,
    control: null,
  },
  'S12-6b': {
    zh: '记录保存：退货单3年',
    en: 'Retention: return note three years',
    source: 'S12 6.0/8.0',
    law: reviewLaw,
    control: null,
  },
  'S12-6c': {
    zh: '合同登记表、客户登记表长期保存并持续更新',
    en: 'Contract register and customer register are kept long-term and continuously updated',
    source: 'S12 6.0/8.0',
    law: reviewLaw,
    control: null,
  },
} as const satisfies Record<string, Clause>
