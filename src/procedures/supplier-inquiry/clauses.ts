import type { Clause } from '../../kernel/procedure.ts'

const law = (anchor: string) => ({ anchor, confidence: 'verified-text' }) as const

/** What the written procedures ask for when a supplier is to answer for its goods, and the law behind it. */
export const clauses = {
  'S01-4.6b': {
    zh: '核实不合格的，视情况向供货企业发出质量查询',
    en: 'When goods are found bad, a quality inquiry goes to the supplier where circumstances call for it',
    source: 'S01 4.6',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'CN-RC-010': {
    zh: '发现可能存在缺陷的产品，及时通知生产企业或供货商',
    en: 'A possibly defective product: maker or supplier is told in time',
    source: 'CN-RC-010',
    law: law('医疗器械召回管理办法（总局令第29号）第7条'),
  },
} as const satisfies Record<string, Clause>
