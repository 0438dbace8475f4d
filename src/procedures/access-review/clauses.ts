import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** What is asked of the regular review of accounts and permissions, in our own words. */
export const clauses = {
  'AR-review': {
    zh: '质量管理人员每半年对全部账号及其权限逐一复核，写明保留或变更的理由',
    en: 'Quality goes through all accounts and their permissions every half-year, one by one, and gives a reason for each change',
    source: '※5.51',
    law: { anchor: '国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  'AR-signatures': {
    zh: '复核结果由质量负责人和系统管理员两人签字，二人不得为同一人',
    en: 'The quality head and an administrator, two people, sign the result',
    source: '19(三)',
    law: { anchor: 'GSP153（2023年第153号）第十九条', confidence: 'verified-text' },
  },
  'AR-changes': {
    zh: '复核发现的差异当即办理收回或停用，并在人员记录中留痕',
    en: 'What the review finds wrong is revoked or deactivated at once, with its trace on the person’s record',
    source: '11.10(d)',
    law: { anchor: '21 CFR Part 11.10(d)', confidence: 'secondary' },
  },
  'AR-overview': {
    zh: '角色、权限和不相容职责可随时一览并打印，供审核',
    en: 'Roles, permissions and what keeps people apart can be seen and printed at any time',
    source: '11.10(g)',
    law: { anchor: '21 CFR Part 11.10(g)', confidence: 'secondary' },
    control: text('“权限一览”页面和报表', 'The page and report of permissions'),
  },
} as const satisfies Record<string, Clause>
