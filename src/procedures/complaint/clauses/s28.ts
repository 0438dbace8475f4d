import type { Clause } from '../../../kernel/procedure.ts'
import { intakeClauses } from '../../../vocabulary/intake-clauses.ts'
import { law } from './law.ts'

/** Customer question and complaint procedure. `control: null` says that the product does not fulfil it yet. */
export const questionClauses = {
  'S28-1a': intakeClauses['S28-1a'],
  'S28-2a': intakeClauses['S28-2a'],
  'S28-3.1a': intakeClauses['S28-3.1a'],
  'S28-3.1b': intakeClauses['S28-3.1b'],
  'S28-3.1c': intakeClauses['S28-3.1c'],
  'S28-3.1d': intakeClauses['S28-3.1d'],
  'S28-3.2a': intakeClauses['S28-3.2a'],
  'S28-4.1a': intakeClauses['S28-4.1a'],
  'S28-4.1b': intakeClauses['S28-4.1b'],
  'S28-4.1c': {
    zh: '投诉分两类：产品维护、服务质量',
    en: 'Complaints have two kinds: product maintenance, service quality',
    source: 'S28 四1(2)',
  },
  'S28-4.2a': intakeClauses['S28-4.2a'],
  'S28-4.2b': intakeClauses['S28-4.2b'],
  'S28-4.2c': intakeClauses['S28-4.2c'],
  'S28-4.2d': intakeClauses['S28-4.2d'],
  'S28-4.3a': intakeClauses['S28-4.3a'],
  'S28-4.3b': intakeClauses['S28-4.3b'],
  'S28-4.3c': intakeClauses['S28-4.3c'],
  'S28-4.3d': intakeClauses['S28-4.3d'],
  'S28-4.3e': intakeClauses['S28-4.3e'],
  'S28-4.3f': intakeClauses['S28-4.3f'],
  'S28-4.4a': intakeClauses['S28-4.4a'],
  'S28-4.4b': intakeClauses['S28-4.4b'],
  'S28-4.4c': intakeClauses['S28-4.4c'],
  'S28-4.5a': {
    zh: '投诉交客服负责人，先代表公司致歉',
    en: 'Complaints go to the head, who first apologises for the company',
    source: 'S28 四5(1)',
  },
  'S28-4.5b': {
    zh: '问题办理专员填记录并交有关部门',
    en: 'The handling specialist fills the record and passes it to the department',
    source: 'S28 四5(1)',
  },
  'S28-4.5c': { zh: '负责人监督并协调各部门', en: 'The head supervises and coordinates', source: 'S28 四5(1)' },
  'S28-4.5d': {
    zh: '负责人亲自告知客户结果',
    en: 'The head personally tells the customer the result',
    source: 'S28 四5(1)',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S28-4.5e': {
    zh: '部门负责人写明预计时间与措施并返还受理专员',
    en: 'The department head writes expected time and measures, returns it to the intake specialist',
    source: 'S28 四5(2)',
  },
  'S28-4.5f': {
    zh: '一般问题：24小时内联系客户，确定并解决',
    en: 'General problem: the handler must contact the customer within 24 hours of intake, establish the problem and solve it',
    source: 'S28 四5(2)',
  },
  'S28-4.5g': {
    zh: '紧迫问题：8小时内联系、定方案、上报主管',
    en: 'Urgent problem: the handler must contact the customer within 8 hours, settle a solution plan with the customer, and report to the department head',
    source: 'S28 四5(2)',
  },
  'S28-4.5h': {
    zh: '紧迫问题每天至少联系1~2次通报进展',
    en: 'While an urgent problem is open the customer is contacted at least 1–2 times every day with progress',
    source: 'S28 四5(2)',
  },
  'S28-4.5i': {
    zh: '负责人按时间和措施监督，随时通告客户',
    en: 'The head supervises by time and measures and informs the customer as needed',
    source: 'S28 四5(3)',
  },
  'S28-4.5j': {
    zh: '办结后受理专员了解满意情况',
    en: 'After closure the intake specialist learns satisfaction',
    source: 'S28 四5(4)',
    law: law('医疗器械经营质量管理规范（2023年第153号）第100–105条'),
  },
} as const satisfies Record<string, Clause>
