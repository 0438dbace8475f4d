import type { Clause } from '../../kernel/procedure.ts'

/** What the written procedure on records asks of copies on media, and the law behind it. */
export const clauses = {
  'S11-5c': {
    zh: '必要时电子数据刻录光盘等介质备份，并登记介质',
    en: 'Where necessary electronic data is burned to disc or another medium, and the medium registered',
    source: 'S11 5 b)',
    law: {
      anchor: '医疗器械经营质量管理规范（2023年第153号）第23条（电子记录安全存储、定期备份）',
      confidence: 'verified-text',
    },
  },
} as const satisfies Record<string, Clause>
