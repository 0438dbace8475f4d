import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { DestructionRow } from './destruction.ts'
import { signRemindHours } from './policies.ts'

/** SC30, S26-5b–c: quality reports, the deputy for business approves, warehouse and finance check at the same time. */
export const destructionChain = signOffChain<DestructionRow>({
  name: 'destruction',
  title: text('销毁审批', 'Destruction'),
  rule: 'SC30',
  clause: 'S26-5c',
  steps: [
    {
      key: 'report',
      stage: 1,
      by: ['quality', 'quality-head'],
      meaning: text('清单货物已办报损，建议销毁', 'The goods on the list are written off and should be destroyed'),
    },
    { key: 'approval', stage: 2, by: ['business-deputy'], meaning: text('批准销毁', 'I approve the destruction') },
    {
      key: 'warehouse',
      stage: 3,
      by: ['warehouse', 'warehouse-head'],
      meaning: text('仓储核对：实物与清单相符', 'Warehouse checked: the goods are as listed'),
    },
    {
      key: 'finance',
      stage: 3,
      by: ['finance', 'finance-head'],
      meaning: text('财务核对：金额与报损审批相符', 'Finance checked: the values are as written off'),
    },
  ],
  covers: row => ({
    goods: row.goods,
    lines: row.lineCount,
    quantity: row.quantity,
    value: (row.value / 100).toFixed(2),
    reason: row.reportReason,
  }),
  titles: {
    lines: text('清单行数', 'Lines'),
    quantity: text('数量', 'Quantity'),
    goods: text('货物', 'Goods'),
    value: text('金额（元）', 'Value (yuan)'),
    reason: text('销毁理由', 'Reason'),
  },
  remindAfter: signRemindHours.key,
})
