import type { Clause } from '../../kernel/procedure.ts'

/** What is asked of signals in quality figures, in our own words. */
export const clauses = {
  'XH-watch': {
    zh: '按月分析投诉率，产品或供货者的投诉率失控时及时发现',
    en: 'Complaint rates are analysed every month; a product or supplier out of control is noticed in time',
    source: 'S02 4.3.4、S10 5.2b',
  },
  'XH-decision': {
    zh: '失控信号在规定时间内评价，决定不采取措施、继续观察或调查，并说明理由',
    en: 'A signal is judged in time: no action, watched or investigated, with the reason',
    source: 'S10 5.2b',
    law: { anchor: '21 CFR Part 820.100(a)', confidence: 'secondary' },
  },
  'XH-separation': {
    zh: '处理决定由质量负责人批准，提出人不得批准自己的意见',
    en: 'The quality head approves the decision; nobody approves a proposal of his own',
    source: 'S20 (一)9–10',
  },
  'XH-measure': {
    zh: '调查引出实际措施：纠正措施、预防性停售或向供货者质量查询；不采取措施的说明理由',
    en: 'An investigation leads to something real: corrective action, a precautionary stop-sale or a question to the supplier; where it does not, the reason is stated',
    source: 'S10 5.2b、5.3a',
    law: { anchor: '21 CFR Part 820.100(a)(3)', confidence: 'secondary' },
  },
  'XH-once': {
    zh: '同一数据点的同一失控只处理一次，处理过程和结论留有记录',
    en: 'One point breaking one rule is handled once, and what was decided stays on record',
    source: '11.10(e)',
  },
} as const satisfies Record<string, Clause>
