import type { Clause } from '../../kernel/procedure.ts'

const part11 = (article: string) => ({ anchor: `21 CFR Part ${article}`, confidence: 'secondary' }) as const
const gsp = (articles: string) => ({ anchor: `GSP153（2023年第153号）${articles}`, confidence: 'secondary' }) as const

/** What is asked of recurring work, whichever procedure demands it, in our own words. */
export const clauses = {
  'DU-planned': {
    zh: '程序规定的定期工作按时段或周期预先排定，每次都有责任岗位和截止时间',
    en: 'Recurring work that the procedures demand is planned ahead by window or period; each turn has a responsible role and an end',
    source: 'TL05–TL20',
    law: part11('11.10(f)'),
  },
  'DU-done': {
    zh: '只有完成规定的记录步骤，或由责任人签字，一次工作才算完成；未到时段不得提前，逾期完成的注明逾期',
    en: 'A turn is done only by the step that records it or by a signature; not before its window, and late work says that it was late',
    source: 'TL05–TL20',
    law: part11('11.10(f)'),
  },
  'DU-missed': {
    zh: '漏做的一次永久可见，并由责任岗位说明原因',
    en: 'A turn that was missed stays visible for ever, with the reason that its people give',
    source: 'TL05–TL20',
    law: part11('11.10(e)'),
  },
  'DU-people': {
    zh: '定期工作可指定到人、排定轮值和替班；人员不在岗时由其代理人承担',
    en: 'Recurring work may be given to a person, in rotation and with substitutes; who is away is replaced by the deputy',
    source: 'GSP 二十三',
    law: gsp('第二十三条'),
  },
  'DU-suspended': {
    zh: '定期工作的停做和恢复须说明原因，经质量负责人批准',
    en: 'Recurring work is suspended and resumed only with a reason and the approval of the quality head',
    source: '14–18',
    law: gsp('第十四至十八条'),
  },
} as const satisfies Record<string, Clause>
