import type { Clause } from '../../kernel/procedure.ts'

const fileLaw = { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' } as const

const productLaw = { anchor: '医疗器械经营质量管理规范（2023年第153号）第54条', confidence: 'verified-text' } as const

/** What the procedure on first-time suppliers and products asks, in our own words. */
export const clauses = {
  'S20-1a': {
    zh: '采购协助质管机构建立、健全、更新“合格供货方”档案',
    en: 'Purchasing helps quality build, complete and update the file of qualified suppliers',
    source: 'S20 （一）1',
    law: fileLaw,
    control: null,
  },
  'S20-2a': {
    zh: '首营企业按管理制度审批',
    en: 'A first-time enterprise is approved by the rules',
    source: 'S20 （一）2',
    law: fileLaw,
    control: null,
  },
  'S20-3a': {
    zh: '拟购器械须查验注册证，了解供方质量保证与履约能力',
    en: 'For each device to buy, its registration is seen and supplier’s quality assurance and contract ability are learned',
    source: 'S20 （一）3',
    law: productLaw,
    control: null,
  },
  'S20-4a': {
    zh: '进口品：收集注册证书及进口检验报告复印件，须有供货方质管机构红章',
    en: 'For imports: foreign maker’s certificates, registration and import test report copies with the supplier quality body’s red seal',
    source: 'S20 （一）4',
    law: fileLaw,
    control: null,
  },
  'S20-5a': {
    zh: '按购货计划从合格供货方档案中选出供方',
    en: 'From the purchasing plan, the supplier is picked from the qualified file',
    source: 'S20 （一）5',
    law: fileLaw,
    control: null,
  },
  'S20-6a': {
    zh: '同品名规格择厂、择优、就近',
    en: 'Same name and specification: choose maker, better quality, nearer',
    source: 'S20 （一）6',
    control: null,
  },
  'S20-7a': {
    zh: '采购据用户需要和厂方资料提出申请，填首次经营品种审批表',
    en: 'Purchasing applies from user needs and maker’s data, fills the first-product approval form',
    source: 'S20 （一）7',
    law: productLaw,
    control: null,
  },
  'S20-7b': {
    zh: '首营资料七件：生产许可证、注册证、质量标准、法人委托书、业务员身份证明、税务登记、物价批文',
    en: 'Seven papers of a first product are collected: production licence, product registration, quality standard, authorisation of the legal person, representative’s ID, tax registration, price approval',
    source: 'S20 （一）7①',
    law: fileLaw,
    control: null,
  },
  'S20-7c': {
    zh: '收集：说明书、样品、首批到货出厂检验报告',
    en: 'Also collected: instructions, a sample, and the factory test report of the first batch delivered',
    source: 'S20 （一）7②',
    law: productLaw,
    control: null,
  },
  'S20-7d': {
    zh: '以上资料须盖生产企业红章',
    en: 'The above bear the maker’s red seal',
    source: 'S20 （一）7',
    law: productLaw,
    control: null,
  },
  'S20-8a': {
    zh: '审批表经采购、物价签署意见后连同资料报质管审核',
    en: 'The form, with opinions of purchasing and pricing, goes with the documents to quality for review',
    source: 'S20 （一）8',
    law: productLaw,
    control: null,
  },
  'S20-9a': {
    zh: '质管审核，必要时现场考察，签署同意',
    en: 'Quality reviews, visiting the site when needed, and signs agreement',
    source: 'S20 （一）9',
    law: productLaw,
    control: null,
  },
  'S20-10a': {
    zh: '最后由分管质量的经理签字批准',
    en: 'The manager for quality approves and signs',
    source: 'S20 （一）10',
    law: productLaw,
    control: null,
  },
  'S20-11a': {
    zh: '批准后按采购程序执行',
    en: 'Then the purchasing procedure runs',
    source: 'S20 （一）11',
    control: null,
  },
} as const satisfies Record<string, Clause>
