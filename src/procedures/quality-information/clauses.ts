import type { Clause } from '../../kernel/procedure.ts'

const fileLaw = { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' } as const

const accidentLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第19条（七）',
  confidence: 'verified-text',
} as const

/** What the procedure on quality information and accidents asks, in our own words. */
export const clauses = {
  'S27-1a': {
    zh: '采购员收齐供购货单位及商品合法性证明初审后送质管复审',
    en: 'The buyer collects the legality proofs of a new partner (supplier or purchaser) and of goods to be bought, checks them first and passes them to QA for a second check',
    source: 'S27 （八）1',
    law: fileLaw,
    control: null,
  },
  'S27-2a': {
    zh: '质管按规定审核',
    en: 'QA reviews as required',
    source: 'S27 （八）2',
    law: fileLaw,
    control: null,
  },
  'S27-5a': {
    zh: '两部门档案定期归档保存',
    en: 'Both departments file regularly',
    source: 'S27 （八）5',
    law: fileLaw,
    control: null,
  },
  'S27-6.1a': {
    zh: '质量事故当日报质管部',
    en: 'Quality accident reported to quality the same day',
    source: 'S27 （八）事故1',
    law: accidentLaw,
    control: null,
  },
  'S27-6.1b': {
    zh: '重大事故同时报总经理',
    en: 'Serious accident also to the GM at the same time',
    source: 'S27 （八）事故1',
    law: accidentLaw,
    control: null,
  },
  'S27-6.6a': {
    zh: '质管接报立即赴现场查原因',
    en: 'QA goes to the scene at once and finds the cause',
    source: 'S27 （八）事故6',
    law: accidentLaw,
    control: null,
  },
  'S27-6.7a': {
    zh: '两天内向总经理书面汇报',
    en: 'Written report to the GM within two days',
    source: 'S27 （八）事故7',
    law: accidentLaw,
    control: null,
  },
  'S27-6.8a': {
    zh: '查明原因后制订整改与防范办法',
    en: 'Corrective and preventive measures are made',
    source: 'S27 （八）事故8',
    law: accidentLaw,
    control: null,
  },
  'S27-6.9a': {
    zh: '教育与处罚并重，按事故大小追究责任',
    en: 'Education and penalty together; responsibility by size of accident',
    source: 'S27 （八）事故9',
    law: accidentLaw,
    control: null,
  },
} as const satisfies Record<string, Clause>
