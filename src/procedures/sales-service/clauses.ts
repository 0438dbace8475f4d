import type { Clause } from '../../kernel/procedure.ts'

/** What the written procedures ask of service around a sale, in our own words. */
export const clauses = {
  'S07-1a': {
    zh: '覆盖售前、售中、售后服务以提升质量与信誉',
    en: 'Pre-sale, in-sale and after-sale service are all covered, to raise service quality and reputation',
    source: 'S07 1',
    control: null,
  },
  'S07-2a': {
    zh: '三个阶段的服务均受控',
    en: 'Service of all three phases is controlled',
    source: 'S07 2',
    control: null,
  },
  'S07-3.5a': {
    zh: '货款由销售员负责回收',
    en: 'The salesperson is responsible for collecting payment',
    source: 'S07 3.5',
    control: null,
  },
  'S07-4.5a': {
    zh: '销售部协调各部门满足特殊要求',
    en: 'Sales coordinates departments to meet special requirements',
    source: 'S07 4.5',
    control: null,
  },
  'S07-4.6a': {
    zh: '销售部监管交期',
    en: 'Sales monitors the delivery date',
    source: 'S07 4.6',
    control: null,
  },
  'S07-4.8a': {
    zh: '爱护顾客财产',
    en: 'Customer property is taken care of',
    source: 'S07 4.8',
    control: null,
  },
  'S07-4.8b': {
    zh: '顾客财产丢失、损坏或不适用时报告顾客并留记录',
    en: 'Loss, damage or unsuitability is reported to the customer and recorded',
    source: 'S07 4.8',
    control: null,
  },
  'S07-4.8c': {
    zh: '顾客财产分三类：来料或来料加工、包装商标、知识产权及图样',
    en: 'Customer property has three kinds: supplied material or material for processing; packaging and trade marks; intellectual property and drawings',
    source: 'S07 4.8 a-c',
    control: null,
  },
  'S07-4.9a': {
    zh: '货款由销售员收取',
    en: 'Payment is collected by the salesperson',
    source: 'S07 4.9',
    control: null,
  },
  'S07-6a': {
    zh: '保存销售记录QP07-02与顾客信息反馈单QP17-01，关联YH/QP-07、YH/QP-17',
    en: 'Records kept: QP07-02, QP17-01; linked documents YH/QP-07 and YH/QP-17',
    source: 'S07 5-6',
    control: null,
  },
  'S09-5.1a': {
    zh: '售后以销售部为主、质检部为辅',
    en: 'After-sales is run by sales with inspection assisting',
    source: 'S09 5.1',
    control: null,
  },
  'S09-5.1b': {
    zh: '服务按合同要求或按客户区分提供',
    en: 'Service follows the contract or differs by customer',
    source: 'S09 5.1',
    control: null,
  },
  'S09-5.1c': {
    zh: '服务内容可含产品说明、宣传、质量跟踪、反馈与抱怨处理',
    en: 'Service may include product explanation, publicity, quality tracking, handling feedback and complaints',
    source: 'S09 5.1',
    control: null,
  },
  'S12-5.6a': {
    zh: '业务内勤按合同备货',
    en: 'Internal sales staff prepare goods by the contract',
    source: 'S12 5.6',
    control: null,
  },
  'S12-5.6b': {
    zh: '生产部门按合同组织生产',
    en: 'Production departments produce by the contract',
    source: 'S12 5.6',
    control: null,
  },
  'S12-5.6c': {
    zh: '业务部按约定方式收款与发货',
    en: 'Business collects payment and delivers as agreed',
    source: 'S12 5.6',
    control: null,
  },
  'S12-5.7.1a': {
    zh: '发货后一周内业务员与客户确认收货、品质、数量并备案（国外按船期）',
    en: 'Within one week of dispatch the salesperson confirms receipt, quality and quantity with the customer and files it (foreign customers: by shipping schedule)',
    source: 'S12 5.7.1',
    control: null,
  },
  'S12-5.7.2a': {
    zh: '按周期走访客户，兑现售前承诺并维系长期合作',
    en: 'Sales staff visit customers regularly, keep pre-sale promises and long-term relations',
    source: 'S12 5.7.2',
    control: null,
  },
  'S12-5.7.3a': {
    zh: '执行前与执行中业务员确定顾客要求（规格、性能、交期）',
    en: 'Before and during performance the salesperson determines requirements (specification, performance, delivery)',
    source: 'S12 5.7.3',
    control: null,
  },
  'S12-5.7.3b': {
    zh: '交付后业务员与售后人员跟踪品质性能是否达标',
    en: 'After delivery salesperson and after-sales staff track whether quality and performance meet requirements',
    source: 'S12 5.7.3',
    control: null,
  },
  'S12-5.7.3c': {
    zh: '最终责任人为业务部与售后服务部负责人',
    en: 'Final responsibility lies with heads of business and after-sales',
    source: 'S12 5.7.3',
    control: null,
  },
  'S12-5.9.1a': {
    zh: '了解客户需求，提供技术与信息支持',
    en: 'Customer needs are learned in detail; technical and information support is given',
    source: 'S12 5.9.1',
    control: null,
  },
  'S12-5.9.2a': {
    zh: '产品特殊或客户提出时，可上门培训（讲解、用法、注意事项），但先要业务经理点头',
    en: 'For special products or on customer request, on-site training (explanation, use, cautions) is given with the business manager’s approval',
    source: 'S12 5.9.2',
    control: null,
  },
} as const satisfies Record<string, Clause>
