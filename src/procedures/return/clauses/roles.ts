import type { Clause } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { law } from './law.ts'

/** S02 一 to 四1: purpose, scope, who does what, and the after-sales policy, in our own words. */
export const roleClauses = {
  'S02-1a': {
    zh: '售后问题要公平合理解决，减少双方损失，以满足顾客为目标',
    en: 'After-sales issues are settled fairly, keep losses low for company and customer, and aim at meeting the customer’s requirement',
    source: 'S02 一',
  },
  'S02-2a': {
    zh: '参与售后的营销、仓管、技术、质检等人员均受本程序约束',
    en: 'All staff taking part are bound: sales, warehouse, technology, quality inspectors',
    source: 'S02 二',
  },
  'S02-3.1a': {
    zh: '经营部负责人监督并审核客户调退货',
    en: 'The head of the operating department supervises and reviews customer exchanges and returns',
    source: 'S02 3.1',
  },
  'S02-3.1b': {
    zh: '经营部负责人协调各经销商之间货源调剂',
    en: 'The head of the operating department coordinates moving stock between dealers',
    source: 'S02 3.1',
  },
  'S02-3.2a': {
    zh: '获批换货的货品由质管部检验，确认达到入库标准',
    en: 'Goods of an approved exchange are inspected by quality and confirmed fit for stock',
    source: 'S02 3.2',
    law: law('第106条'),
  },
  'S02-3.2b': {
    zh: '质量原因的退货由质管部评定、分析、验证',
    en: 'Goods returned for quality reasons are assessed, analysed and verified by quality',
    source: 'S02 3.2',
  },
  'S02-3.3a': {
    zh: '售后服务科处理全部客户调退货',
    en: 'The after-sales section handles all customer exchanges and returns',
    source: 'S02 3.3',
  },
  'S02-3.3b': {
    zh: '售后服务科处理顾客投诉',
    en: 'The after-sales section handles customer complaints',
    source: 'S02 3.3',
    control: text(
      '由“投诉”程序受理和办理；与退货关联的投诉在退货办完前不能关闭',
      'The procedure "complaint" handles them; a complaint stays open while a return of it is open',
    ),
  },
  'S02-3.3c': {
    zh: '售后服务科收集、统计售后产品质量信息',
    en: 'The after-sales section collects and totals after-sales quality information',
    source: 'S02 3.3',
  },
  'S02-3.3d': {
    zh: '售后服务科分析后编写质量报告，送相关部门',
    en: 'The after-sales section analyses, writes a quality report and supplies quality data to the departments concerned',
    source: 'S02 3.3',
  },
  'S02-3.4a': {
    zh: '市场销售科配合并监督售后服务科办理调换与投诉',
    en: 'The market sales section supports and oversees the after-sales section in exchanges and complaints',
    source: 'S02 3.4',
  },
  'S02-3.5a': {
    zh: '仓库主管协同清点、检验调退货',
    en: 'The warehouse supervisor helps after-sales and quality count and inspect returned goods',
    source: 'S02 3.5',
  },
  'S02-3.5b': {
    zh: '仓库主管办理退货入库',
    en: 'The warehouse supervisor performs return stock-in',
    source: 'S02 3.5',
  },
  'S02-3.5c': {
    zh: '仓库主管开退货单，把货送相关部门返修或处理',
    en: 'The warehouse supervisor issues the return note that sends goods to the department concerned for rework or other handling',
    source: 'S02 3.5',
  },
  'S02-3.6a': {
    zh: '营销统计员统计调退货数量、金额并录入系统',
    en: 'The sales statistician totals quantity and amount of returned goods and enters them in the computer',
    source: 'S02 3.6',
  },
  'S02-3.7a': {
    zh: '营销文员审核《退货单》',
    en: 'The sales clerk reviews each return note',
    source: 'S02 3.7',
  },
  'S02-3.7b': {
    zh: '营销文员把《退货单》传给客户并归档',
    en: 'The sales clerk sends the return note to the customer by fax and files it',
    source: 'S02 3.7',
  },
  'S02-3.8a': {
    zh: '财务负责人汇总并监督各客户退货件数与金额',
    en: 'The finance head totals and monitors pieces and amounts returned by every customer',
    source: 'S02 3.8',
  },
  'S02-3.8b': {
    zh: '财务统计换货比例，监控各客户是否超出公司调换率',
    en: 'Finance computes the exchange ratio of each customer so that it stays within the allowed rate',
    source: 'S02 3.8',
  },
  'S02-3.8c': {
    zh: '发现问题立即告知经营部负责人并上报公司领导',
    en: 'A problem found is told at once to the operating head and reported to company leadership',
    source: 'S02 3.8',
  },
  'S02-3.9a': {
    zh: '驾驶员凭售后服务科授权运回退货',
    en: 'The driver fetches customer returns only on the after-sales section’s authority',
    source: 'S02 3.9',
  },
  'S02-3.9b': {
    zh: '驾驶员对运输途中货物安全负责',
    en: 'The driver answers for the safety of the goods on the way',
    source: 'S02 3.9',
  },
  'S02-4.1a': {
    zh: '经营部与质管部共同制定兼顾双方利益的售后政策',
    en: 'Operating and quality departments set an after-sales policy fair to both company and customer',
    source: 'S02 4.1',
    control: text(
      '售后政策即本程序的参数：调换比例与期限、审批路线、善意退货范围；变更由质量管理部提出、质量负责人批准，业务部的意见写在变更理由里',
      'The policy is the parameters of this procedure: limits, approval routes, goodwill. Quality proposes changes, the quality head approves; the opinion of sales stands in the reason',
    ),
  },
  'S02-4.1b': {
    zh: '政策须规定统一比例及按地区的不适销品调换比例',
    en: 'The policy fixes a uniform exchange ratio and ratios by region for goods that do not sell',
    source: 'S02 4.1',
    control: text(
      '参数 exchange.rate_pct 定统一比例，exchange.rules 定分地区、分客户、分类别的比例与期限',
      'The parameter exchange.rate_pct holds the general rate, exchange.rules those by region, customer and class',
    ),
  },
  'S02-4.1c': {
    zh: '售后政策要给质量问题定出服务标准',
    en: 'The policy fixes service standards for quality problems',
    source: 'S02 4.1',
    control: text(
      '质量退货的审批路线、各环节时限和留样检测规则都是参数，并逐条计时',
      'Routes, time targets and the rule of the sample test for quality returns are parameters, each with its clock',
    ),
  },
} as const satisfies Record<string, Clause>
