import type { Clause } from '../../kernel/procedure.ts'

/** What the written procedures ask about learning what customers think, and what becomes of it, in our own words. */
export const clauses = {
  'S04-2a': {
    zh: '管控范围含产品要求及售后信息反馈',
    en: 'Both product requirements and post-sale feedback are under control of this process',
    source: 'S04 2',
    control: null,
  },
  'S04-6a': {
    zh: '保存：用户投诉及处理记录QP07-01、顾客信息反馈单QP17-01、销售记录QP07-02',
    en: 'Records kept: complaint and handling QP07-01, feedback slip QP17-01, sales record QP07-02',
    source: 'S04 6',
    control: null,
  },
  'S07-4.7a': {
    zh: '三个销售阶段都要调查顾客是否满意',
    en: 'Satisfaction before, during and after sale is surveyed',
    source: 'S07 4.7',
    control: null,
  },
  'S07-4.7b': {
    zh: '调查产品质量与使用情况',
    en: 'Product quality and use are surveyed',
    source: 'S07 4.7',
    control: null,
  },
  'S09-2a': {
    zh: '范围：反馈信息的获取、评价、处理，及交付后的忠告性通知',
    en: 'Scope: obtaining, judging and handling feedback, plus advisory notices after delivery',
    source: 'S09 2',
    control: null,
  },
  'S09-5.2a': {
    zh: '收集产品符合性、交付、交付后服务信息',
    en: 'Information on product conformity, delivery and post-delivery service is collected',
    source: 'S09 5.2 a)',
    control: null,
  },
  'S09-5.2b': {
    zh: '收集客户或法规要求变化引起的产品要求变化',
    en: 'Changes of product requirements from customer or legal changes are collected',
    source: 'S09 5.2 b)',
    control: null,
  },
  'S09-5.3a': {
    zh: '每年一次满意度问卷',
    en: 'A satisfaction questionnaire goes to customers once a year',
    source: 'S09 5.3 a)',
    control: null,
  },
  'S09-5.3b': {
    zh: '随产品与服务附征求意见表',
    en: 'An opinion form goes with product and service',
    source: 'S09 5.3 b)',
    control: null,
  },
  'S09-5.4a': {
    zh: '取样要科学有代表性；按客户数决定普查或抽样（原文到此截断）',
    en: 'Samples are to be sound and representative; full survey or sampling is chosen by number of customers (text cut after this)',
    source: 'S09 5.4',
    control: null,
  },
  'S12-5.10.4a': {
    zh: '按需向顾客反馈合同进展；要求更改须与内部部门及顾客协商一致',
    en: 'Contract progress is reported to the customer as needed; requirement changes are agreed with departments and the customer',
    source: 'S12 5.10.4',
    control: null,
  },
  'S13-5.2a': {
    zh: '定期或不定期开展满意度调查',
    en: 'Satisfaction is surveyed at regular or irregular times',
    source: 'S13 一（五）2',
    control: null,
  },
  'S13-5.2b': {
    zh: '评价维度含响应速度、专业能力、态度、解决效果',
    en: 'Dimensions include response speed, engineer skill, attitude, result',
    source: 'S13 一（五）2',
    control: null,
  },
  'S13-5.2c': {
    zh: '调查结束须出一份满意度分析',
    en: 'A satisfaction analysis report is written',
    source: 'S13 一（五）2',
    control: null,
  },
} as const satisfies Record<string, Clause>
