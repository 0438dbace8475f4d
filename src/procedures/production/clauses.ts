import type { Clause } from '../../kernel/procedure.ts'

const productionLaw = {
  anchor: '医疗器械生产质量管理规范（2025年第107号）第78–94条',
  confidence: 'verified-text',
} as const

/** What the procedure on production and service provision asks, in our own words. */
export const clauses = {
  'S08-1a': {
    zh: '影响质量的因素须处于受控状态',
    en: 'Factors that affect product and service quality are kept under control',
    source: 'S08 1',
    control: null,
  },
  'S08-2a': {
    zh: '凡生产与服务提供环节，全部受控，无一例外',
    en: 'All processes of production and service provision are covered',
    source: 'S08 2',
    control: null,
  },
  'S08-4.1a': {
    zh: '销售部评审客户合同或订单',
    en: 'Sales reviews customer contracts and orders',
    source: 'S08 4.1',
    law: productionLaw,
    control: null,
  },
  'S08-4.3a': {
    zh: '生产用监测量具准不准，由质检部负责',
    en: 'Inspection answers for the accuracy of monitoring and measuring equipment used in production',
    source: 'S08 4.3',
    law: productionLaw,
    control: null,
  },
  'S08-4.4a': {
    zh: '生产部控制生产全过程',
    en: 'Production controls the whole production process',
    source: 'S08 4.4',
    law: productionLaw,
    control: null,
  },
  'S08-5.1.1a': {
    zh: '生产部依合同订单综合编制《车间生产通知单》',
    en: 'Production compiles the workshop production notice from contracts and orders',
    source: 'S08 5.1.1',
    law: productionLaw,
    control: null,
  },
  'S08-5.1.2a': {
    zh: '车间按通知单安排作业计划',
    en: 'The workshop plans its work from that notice',
    source: 'S08 5.1.2',
    law: productionLaw,
    control: null,
  },
  'S08-5.1.2b': {
    zh: '生产主管跟踪监督生产进度',
    en: 'The production supervisor tracks and supervises progress',
    source: 'S08 5.1.2',
    law: productionLaw,
    control: null,
  },
  'S08-5.2.2.1a': {
    zh: '操作者逐工序自检并记录',
    en: 'The operator inspects each operation by the work instruction and records it',
    source: 'S08 5.2.2.1',
    law: productionLaw,
    control: null,
  },
  'S08-5.2.2.2a': {
    zh: '检验员监督各工序、检验并记录',
    en: 'The inspector supervises, inspects and records each operation',
    source: 'S08 5.2.2.2',
    law: productionLaw,
    control: null,
  },
  'S08-5.2.2.3a': {
    zh: '生产主管监督操作者按文件作业并检查确认',
    en: 'The production supervisor sees that operators follow the documents, checks and confirms',
    source: 'S08 5.2.2.3',
    law: productionLaw,
    control: null,
  },
  'S08-5.2.2.3b': {
    zh: '保证实现过程中的资源正常运作（原文到此截断）',
    en: 'Resources in product realisation are kept running (text cut after this)',
    source: 'S08 5.2.2.3',
    law: productionLaw,
    control: null,
  },
} as const satisfies Record<string, Clause>
