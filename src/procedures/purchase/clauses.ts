import type { Clause } from '../../kernel/procedure.ts'

const contractLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第55、56条',
  confidence: 'verified-text',
} as const

/** What the purchasing procedure asks, in our own words. */
export const clauses = {
  'S21-1a': {
    zh: '计划员按库存消耗编制季度或月度计划',
    en: 'The planner makes quarterly or monthly plans from stock consumption',
    source: 'S21 （二）1',
    control: null,
  },
  'S21-2a': {
    zh: '计划交采购小组（采购、营销、质管、财务）讨论修改审定',
    en: 'The plan goes to the purchasing group (purchasing, sales, quality, finance) to discuss, change and settle',
    source: 'S21 （二）2',
    control: null,
  },
  'S21-3a': {
    zh: '质管审核商品合法性及供货渠道的质量信誉、保证能力',
    en: 'Quality reviews legality of goods and the reputation and quality assurance of the source',
    source: 'S21 （二）3',
    control: null,
  },
  'S21-4a': {
    zh: '采购负责人批准后交采购员执行',
    en: 'After the head of purchasing approves, buyers execute',
    source: 'S21 （二）4',
    control: null,
  },
  'S21-5a': {
    zh: '临时调整按1—4条程序',
    en: 'Ad hoc changes run the same four steps',
    source: 'S21 （二）5',
    control: null,
  },
  'S21-6a': {
    zh: '每月召开采购与营销、质管、配送中心联合会议',
    en: 'Every month purchasing meets sales, quality and the distribution centre to exchange information and problems in selling, use, storage and transport',
    source: 'S21 （二）6',
    control: null,
  },
  'S21-6b': {
    zh: '会后若有必要，尽快修订购进计划',
    en: 'The plan is promptly changed from the meeting',
    source: 'S21 （二）6',
    control: null,
  },
  'S21-7a': {
    zh: '采购员严格执行业务质量制度',
    en: 'Buyers keep to the business quality rules',
    source: 'S21 （二）7',
    control: null,
  },
  'S21-8a': {
    zh: '标准合同写明质量条款：质量标准、合格证、包装、进口证件',
    en: 'Standard contracts state quality terms: standard, certificate, packaging, import documents',
    source: 'S21 （二）8',
    law: contractLaw,
    control: null,
  },
  'S21-9a': {
    zh: '与签质保协议供方以传真电话订货须做非标准合同采购记录，简约写明质量',
    en: 'Fax or phone orders with quality-agreement suppliers need a non-standard contract record with brief quality terms',
    source: 'S21 （二）9',
    law: contractLaw,
    control: null,
  },
  'S21-10a': {
    zh: '要求供方给质量标准，合同写批号、生产日期、有效期、负责期、包装标志与要求',
    en: 'The supplier gives the standard; the contract names batch, production date, validity, responsibility period, marking and packing',
    source: 'S21 （二）10',
    law: contractLaw,
    control: null,
  },
  'S21-11a': {
    zh: '一般条款按《经济合同法》（已废止）',
    en: 'General terms follow the Economic Contract Law (repealed)',
    source: 'S21 （二）11',
    law: contractLaw,
    control: null,
  },
} as const satisfies Record<string, Clause>
