import type { Clause } from '../../../kernel/procedure.ts'
import { law } from './law.ts'

/** Company after-sales service management procedure (3), consumer complaints, and the complaint part of S09, customer communication and feedback. `control: null` says that the product does not fulfil it yet. */
export const consumerClauses = {
  'S02-4.3.1a': {
    zh: '消费者投诉或来电须及时详细记入《顾客投诉记录表》',
    en: 'Consumer complaints and calls are promptly and fully recorded on the customer complaint record',
    source: 'S02 4.3.1',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S02-4.3.1b': { zh: '妥善解答顾客问题', en: "The customer's question is answered properly", source: 'S02 4.3.1' },
  'S02-4.3.1c': {
    zh: '判断投诉是否成立：理由是否充分、要求是否合理',
    en: 'Decide whether the complaint stands: is the ground sufficient, is the demand reasonable',
    source: 'S02 4.3.1',
  },
  'S02-4.3.1d': {
    zh: '不成立时温和婉转答复，求得谅解',
    en: 'If it does not stand, reply gently, win understanding, clear the misunderstanding',
    source: 'S02 4.3.1',
  },
  'S02-4.3.2a': {
    zh: '确为质量问题：先向顾客致歉',
    en: 'If it really is our quality problem, staff first apologise',
    source: 'S02 4.3.2',
  },
  'S02-4.3.2b': {
    zh: '按顾客要求协商：当地专卖店退、换、折价，或寄回公司调换',
    en: "Then negotiate by the customer's wish: refund, exchange or price concession at the local shop, or mail back for exchange",
    source: 'S02 4.3.2',
  },
  'S02-4.3.2c': {
    zh: '无法当场解决：留联系电话，经营部研究后答复',
    en: 'If it cannot be solved, take a contact number; the operating department works out an answer',
    source: 'S02 4.3.2',
  },
  'S02-4.3.2d': {
    zh: '全过程由售后服务科负责到底',
    en: 'After-sales stays responsible for the whole course of service',
    source: 'S02 4.3.2',
  },
  'S02-4.3.3a': {
    zh: '消费者质量投诉退回的货按4.2.6检验处理',
    en: 'Goods returned by consumers for quality follow 4.2.6',
    source: 'S02 4.3.3',
    control: null,
  },
  'S02-4.3.4a': {
    zh: '售后科负责人每月总结分析消费者投诉',
    en: 'Each month the after-sales head sums up and analyses consumer complaints',
    source: 'S02 4.3.4',
  },
  'S02-4.3.4b': {
    zh: '并提出改进办法与方案，以降低投诉率',
    en: 'And proposes improvements, aiming at a lower complaint rate',
    source: 'S02 4.3.4',
  },
  'S09-4.1a': {
    zh: '销售部获取、评价并处理客户信息',
    en: 'Sales obtains, judges and handles customer information',
    source: 'S09 4.1',
  },
  'S09-4.2a': {
    zh: '销售部判断投诉责任并参与处理',
    en: 'Sales judges who is responsible for a complaint and takes part in handling',
    source: 'S09 4.2',
  },
  'S09-4.2b': {
    zh: '忠告性通知由销售部发布',
    en: 'Sales publishes advisory notices',
    source: 'S09 4.2',
    law: law('医疗器械召回管理办法（29号令）第7条'),
    control: null,
  },
} as const satisfies Record<string, Clause>
