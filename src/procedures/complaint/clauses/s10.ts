import type { Clause } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { law } from './law.ts'

/** Customer feedback and complaint control procedure QP15. `control: null` says that the product does not fulfil it yet. */
export const feedbackClauses = {
  'S10-1a': {
    zh: '对反馈进行收集、评估、调查分析，并及时处置投诉',
    en: 'Feedback is collected, assessed, investigated and analysed; complaints are disposed of in time',
    source: 'S10 1',
  },
  'S10-2a': {
    zh: '范围：所有售出产品，口头与书面反馈都收',
    en: 'Scope: all products sold, oral and written feedback alike',
    source: 'S10 2',
  },
  'S10-3.1a': {
    zh: '反馈定义为衡量体系业绩的监视信息，须能区分于投诉',
    en: 'Feedback is information monitored to measure how well requirements are met; it is kept apart from complaints',
    source: 'S10 3.1',
  },
  'S10-3.2a': {
    zh: '投诉判定：已放行器械在标识、质量、耐用、可靠、可用、安全、性能方面的缺陷，或影响性能的服务不足；口头、书面、电子均算',
    en: 'A complaint is a written, electronic or oral statement that a released device is deficient in identity, quality, durability, reliability, usability, safety or performance, or that a service affecting performance is lacking',
    source: 'S10 3.2',
    law: law('YY/T 0287-2017 (ISO 13485:2016) 8.2.2', 'secondary'),
  },
  'S10-4a': {
    zh: '引用标准登记',
    en: 'Cited standards are registered',
    source: 'S10 4',
    control: text('条款表逐条列出引用的标准', 'the table of clauses names the standards'),
  },
  'S10-5.1a': {
    zh: '业务部接收、反馈并沟通特殊要求、投诉、退货信息（售前、售中、售后）',
    en: 'Business receives, relays and communicates special requirements, complaints and returns in all sale phases',
    source: 'S10 5.1',
  },
  'S10-5.1b': {
    zh: '业务部实施并管理满意度调查',
    en: 'Business carries out and manages satisfaction surveys',
    source: 'S10 5.1',
    control: null,
  },
  'S10-5.2a': {
    zh: '品保部处理顾客投诉',
    en: 'Quality assurance handles complaints',
    source: 'S10 5.2',
    law: law('YY/T 0287-2017 (ISO 13485:2016) 8.2.2', 'secondary'),
  },
  'S10-5.2b': {
    zh: '依据调查分析结果启动纠正预防，要求各部门改进',
    en: 'From the results of investigation, quality starts corrective and preventive action by departments',
    source: 'S10 5.2',
    law: law('YY/T 0287-2017 (ISO 13485:2016) 8.5.2, 8.5.3', 'memory-to-verify'),
  },
  'S10-5.2c': {
    zh: '品保部组织检讨满意度调查中的问题',
    en: 'Quality organises departments to discuss problems from the survey',
    source: 'S10 5.2',
    control: null,
  },
  'S10-5.2d': { zh: '并跟踪处理结果', en: 'And tracks the result', source: 'S10 5.2', control: null },
  'S10-5.3a': {
    zh: '各部门按投诉调查结果采取纠正预防措施',
    en: 'Departments take corrective and preventive action from complaint findings',
    source: 'S10 5.3',
  },
  'S10-5.3b': {
    zh: '各部门对满意度问题检讨对策并落实',
    en: 'Departments work out and carry out countermeasures for survey problems',
    source: 'S10 5.3',
    control: null,
  },
  'S10-6.1.1a': {
    zh: '来源：临床机构口头或书面反馈投诉',
    en: 'Source: clinical institutions, oral or written',
    source: 'S10 6.1.1 a)',
  },
  'S10-6.1.1b': {
    zh: '来源：分销商口头或书面反馈投诉',
    en: 'Source: distributors, oral or written',
    source: 'S10 6.1.1 b)',
  },
  'S10-6.1.1c': {
    zh: '来源：政府及监管机构的事故通知；来源列表可扩展',
    en: 'Source: accident notices of government and regulators; the list of sources is open',
    source: 'S10 6.1.1 c)',
  },
  'S10-6.1.2a': {
    zh: '业务部接到反馈后须按法规评价（原文到此截断）',
    en: 'On receiving feedback, business evaluates it by legal requirements (text cut after this)',
    source: 'S10 6.1.2',
    law: law('医疗器械不良事件监测和再评价管理办法（1号令）第17、25条'),
  },
} as const satisfies Record<string, Clause>
