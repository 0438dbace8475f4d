import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { writeOffRemindHours } from './policies.ts'
import { yuan } from './progress.ts'

/** SC29, S26-4c: the keeper fills the form, sales, quality and finance review it, the general manager alone approves. */
export const writeOffChain = signOffChain<NonconformingRow>({
  name: 'write-off',
  title: text('报损审批', 'Write-off'),
  rule: 'SC29',
  clause: 'S26-4c',
  steps: [
    {
      key: 'warehouse',
      by: ['warehouse', 'warehouse-head'],
      meaning: text('报损货物与数量属实', 'Goods and quantity of this write-off are as stated'),
    },
    { key: 'sales', by: ['sales', 'sales-head'], meaning: text('业务部门同意报损', 'Sales agrees to the write-off') },
    {
      key: 'quality',
      by: ['quality', 'quality-head'],
      meaning: text('质管部门同意报损', 'Quality agrees to the write-off'),
    },
    {
      key: 'finance',
      by: ['finance', 'finance-head'],
      meaning: text('财会部门同意报损金额', 'Finance agrees to the value written off'),
    },
    { key: 'general-manager', by: ['general-manager'], meaning: text('批准报损', 'I approve the write-off') },
  ],
  covers: row => ({
    goods: `${row.productName} ${row.lotNo}`,
    quantity: row.writeOffAsked === null ? null : `${row.writeOffAsked} ${row.unit}`,
    value: yuan(row.writeOffValue),
    reason: row.writeOffReason,
  }),
  titles: {
    quantity: text('报损数量', 'Quantity'),
    goods: text('货物', 'Goods'),
    value: text('报损金额（元）', 'Value (yuan)'),
    reason: text('报损原因', 'Reason'),
  },
  remindAfter: writeOffRemindHours.key,
})

/** Keys of the steps to which a signer may send the form back. */
export const backTo = {
  warehouse: text('仓储（重新填表）', 'Warehouse (fill it again)'),
  sales: text('业务部门', 'Sales'),
  quality: text('质管部门', 'Quality'),
  finance: text('财会部门', 'Finance'),
} as const
