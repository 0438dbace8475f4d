import type { Clause } from '../../kernel/procedure.ts'

/** What stands behind taking over data from another system, in our own words. */
export const clauses = {
  'DI-source': {
    zh: '批量导入的数据须留存原始文件、导入人和时间，可追溯到每一行的来源',
    en: 'Data taken over in bulk keep their file, who imported it and when, so that each line can be traced to its source',
    source: '51(三)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条；国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  'DI-identity': {
    zh: '导入与逐条录入遵守同样的权限与规则，任一行不符则整份不导入',
    en: 'An import obeys the same permissions and rules as entry line by line; one line that fails keeps the whole table out',
    source: '51(五)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
