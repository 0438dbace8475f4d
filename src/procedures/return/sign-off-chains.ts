import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import { signatureHours } from './policies.ts'
import type { ReturnRow } from './return.ts'
import { AFTER_SALES, FINANCE } from './taxonomy.ts'

/** What the goods are that people sign for. */
const asked = (record: ReturnRow) => ({
  productNames: record.productNames,
  lotNos: record.lotNos,
  quantity: record.quantity,
  amount: record.amount,
  wish: record.wish,
})
const titles = {
  productNames: text('产品', 'Products'),
  lotNos: text('批号', 'Lots'),
  quantity: text('数量', 'Quantity'),
  amount: text('金额', 'Amount'),
  wish: text('客户要求', 'Wish'),
}

/** First half of SC01: after-sales and finance review an unsaleable request at the same time. */
export const reviewChain = signOffChain<ReturnRow>({
  name: 'review',
  title: text('不适销调换会审', 'Review of an unsaleable request'),
  rule: 'SC01',
  clause: 'S02-4.2.3a',
  covers: asked,
  titles,
  remindAfter: signatureHours.key,
  steps: [
    { key: 'after-sales', stage: 1, by: AFTER_SALES, meaning: text('售后已评审该申请', 'After-sales has reviewed it') },
    {
      key: 'finance',
      stage: 1,
      by: FINANCE,
      meaning: text('财务已核对比例与金额', 'Finance has checked rate and amounts'),
    },
  ],
})

/**
 * SC01 (second half), SC02, SC03, SC05 and the recall: one order of signatures, of which the policy
 * `return.approval_matrix` picks those that a route needs. A special case is the general manager's alone.
 */
export const approvalChain = signOffChain<ReturnRow>({
  name: 'approval',
  title: text('调退货审批', 'Approval of the return'),
  rule: 'SC01/SC02/SC03/SC05',
  clause: 'S02-4.2.3b',
  covers: record => ({ ...asked(record), specialReason: record.specialReason }),
  titles: { ...titles, specialReason: text('特殊情况理由', 'Reason of the special case') },
  remindAfter: signatureHours.key,
  steps: [
    {
      key: 'quality-head',
      by: ['quality-head'],
      meaning: text('我同意对已过有效期批次办理退货', 'I agree to take an expired lot back'),
    },
    { key: 'quality', by: ['quality'], meaning: text('质量结论属实', 'The finding of quality is true') },
    {
      key: 'after-sales',
      by: AFTER_SALES,
      meaning: text('售后确认符合调换规定', 'After-sales confirms it meets the rules'),
    },
    {
      key: 'after-sales-head',
      by: ['after-sales-head'],
      meaning: text('售后负责人评审同意', 'Reviewed and agreed by the head of after-sales'),
    },
    { key: 'sales-head', by: ['sales-head'], meaning: text('业务部负责人批准调退货', 'Approved by the head of sales') },
    { key: 'general-manager', by: ['general-manager'], meaning: text('总经理批准', 'Approved by the general manager') },
  ],
})

/** SC04: the three signatures of three people without which nothing is stocked in. */
export const stockInChain = signOffChain<ReturnRow>({
  name: 'stock-in',
  title: text('退货入库三方签字', 'Three signatures before stock-in'),
  rule: 'SC04',
  clause: 'S02-4.2.7a',
  covers: record => ({ qualityStatus: record.qualityStatus, refusedQuantity: record.refusedQuantity }),
  titles: {
    qualityStatus: text('质量状态', 'Quality status'),
    refusedQuantity: text('拒签数量', 'Quantity refused'),
  },
  remindAfter: signatureHours.key,
  steps: [
    {
      key: 'after-sales-head',
      stage: 1,
      by: ['after-sales-head'],
      meaning: text('售后负责人同意入库', 'Agreed by the head of after-sales'),
    },
    {
      key: 'sales-head',
      stage: 1,
      by: ['sales-head'],
      meaning: text('业务部负责人同意入库', 'Agreed by the head of sales'),
    },
    {
      key: 'quality',
      stage: 1,
      by: ['quality'],
      meaning: text('质管确认检验结论并同意入库', 'Quality confirms the findings'),
    },
  ],
})

/** S02-3.8c: an alert of finance is read by sales and by the company's leadership. */
export const alertChain = signOffChain<ReturnRow>({
  name: 'alert',
  title: text('财务预警签收', 'Alert of finance'),
  rule: 'S02-3.8c',
  clause: 'S02-3.8c',
  steps: [
    { key: 'sales-head', stage: 1, by: ['sales-head'], meaning: text('我已知悉该预警', 'I have read this alert') },
    {
      key: 'general-manager',
      stage: 1,
      by: ['general-manager'],
      meaning: text('我已知悉该预警', 'I have read this alert'),
    },
  ],
})
