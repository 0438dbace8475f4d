import type { Clause } from '../../kernel/procedure.ts'

/** What the after-sales quality system asks of its objectives, in our own words. */
export const clauses = {
  'S14-0a': {
    zh: '售后质量管理体系须融合ISO9001、器械法规与行业实践',
    en: 'The after-sales quality system merges ISO 9001, device law and good practice in the trade',
    source: 'S14 二',
    control: null,
  },
  'S14-1.2a': {
    zh: '质量目标须可量化、可考核（原文到此截断）',
    en: 'Quality objectives are quantified and can be assessed (text cut after this)',
    source: 'S14 二（一）2',
    control: null,
  },
} as const satisfies Record<string, Clause>
