import type { Clause } from '../../../kernel/procedure.ts'
import { law } from './law.ts'

/** S02 四2 and 四4: the course of exchanges and returns, in our own words. */
export const courseClauses = {
  'S02-4.2.1a': {
    zh: '客户要求调退先填《调退货明细表》，注明不适销或质量原因',
    en: 'A customer who wants to return or exchange first fills in the itemised request, for reason unsaleable or quality',
    source: 'S02 4.2.1',
    law: law('第107条'),
  },
  'S02-4.2.1b': {
    zh: '明细表当面交或传真给售后服务科审核',
    en: 'The form is handed over or faxed to the after-sales section for review',
    source: 'S02 4.2.1',
  },
  'S02-4.2.2a': {
    zh: '传真来的明细表由电脑室统一收集并登记',
    en: 'Forms arriving by fax are collected and registered centrally by the computer room',
    source: 'S02 4.2.2',
  },
  'S02-4.2.2b': {
    zh: '电脑室及时转交，售后服务科人员确认签收',
    en: 'The computer room passes the form on promptly and after-sales staff sign for it',
    source: 'S02 4.2.2',
  },
  'S02-4.2.3a': {
    zh: '不适销调换：售后服务科会同财务部评审',
    en: 'Unsaleable-goods exchange: after-sales reviews the request together with finance',
    source: 'S02 4.2.3',
  },
  'S02-4.2.3b': {
    zh: '比例与期限均未超出合同或公司规定的：售后科先签，经营部负责人再批',
    en: 'Inside the rate AND the time limit of contract or company rule: after-sales confirms and signs, then the operating head approves',
    source: 'S02 4.2.3',
  },
  'S02-4.2.3c': {
    zh: '一经批准，尽快让客户把货退来',
    en: 'After approval the customer is told promptly to send the goods',
    source: 'S02 4.2.3',
  },
  'S02-4.2.3d': {
    zh: '超率或超期一律驳回，并向客户耐心说明',
    en: 'Beyond the rate or the period: refused without exception, with a patient explanation to the customer',
    source: 'S02 4.2.3',
  },
  'S02-4.2.3e': {
    zh: '确属特殊情况的，须报公司领导批准方可调退',
    en: 'A special case may still be accepted only with approval of company leadership',
    source: 'S02 4.2.3',
  },
  'S02-4.2.4a': {
    zh: '质量原因：售后科负责人评审签字，报经营部，由经营部通知客户退货',
    en: 'Quality reason: the head of after-sales reviews and signs, reports to the operating department, which tells the customer to return the goods',
    source: 'S02 4.2.4',
  },
  'S02-4.2.5a': {
    zh: '货运站到货通知后，售后科负责人及时下达《退货运输单》派驾驶员提货',
    en: 'On the freight station’s arrival notice the after-sales head promptly issues a return transport order to the driver',
    source: 'S02 4.2.5',
  },
  'S02-4.2.5b': {
    zh: '没有《退货运输单》驾驶员不得提货',
    en: 'Without a return transport order the driver may not collect goods',
    source: 'S02 4.2.5',
  },
  'S02-4.2.6a': {
    zh: '全部调退货须经质管部检验',
    en: 'Quality inspects all returned and exchanged goods',
    source: 'S02 4.2.6',
    law: law('第106条'),
  },
  'S02-4.2.6b': {
    zh: '不适销退货：检验原质量有无受损并签字',
    en: 'Unsaleable returns: quality checks whether original quality is impaired and signs',
    source: 'S02 4.2.6',
  },
  'S02-4.2.6c': {
    zh: '质量退货：及时评定、分析、验证',
    en: 'Quality returns: prompt assessment, analysis and verification',
    source: 'S02 4.2.6',
  },
  'S02-4.2.6d': {
    zh: '确为本公司责任：质管部签字，按《产品实现过程控制程序》定责任部门与责任人',
    en: 'If truly our defect: quality signs and names the responsible department and person under the product-realisation procedure',
    source: 'S02 4.2.6',
  },
  'S02-4.2.6e': {
    zh: '责任方及时采取纠正和预防措施',
    en: 'Corrective and preventive action follows promptly',
    source: 'S02 4.2.6',
  },
  'S02-4.2.6f': {
    zh: '客户造成的损坏：质管部可拒签',
    en: 'If the customer caused the damage, quality may refuse to sign',
    source: 'S02 4.2.6',
  },
  'S02-4.2.6g': {
    zh: '拒签须附详细书面说明，供售后答复客户，作为不予调退的依据',
    en: 'A refusal carries a detailed written statement that after-sales passes to the customer as the ground for refusing',
    source: 'S02 4.2.6',
  },
  'S02-4.2.7a': {
    zh: '仓库主管凭三方签字的明细单入库：售后科负责人、经营部负责人、质管部',
    en: 'The warehouse supervisor books returns in on an itemised slip signed by after-sales head, operating head and quality',
    source: 'S02 4.2.7',
  },
  'S02-4.2.7b': {
    zh: '缺任一签字一律不得入库',
    en: 'If any of those signatures is missing, stock-in is refused',
    source: 'S02 4.2.7',
    law: law('第106条'),
  },
  'S02-4.2.7c': {
    zh: '不适销品按公司规定以原品种换货',
    en: 'Unsaleable returns are exchanged like for like under company rules',
    source: 'S02 4.2.7',
  },
  'S02-4.2.7d': {
    zh: '质量退货可按客户意愿或实际情况换货或退货',
    en: 'Quality returns may be exchanged or refunded/returned, by customer wish or circumstances',
    source: 'S02 4.2.7',
  },
  'S02-4.2.8a': {
    zh: '仓库开出退货入库单',
    en: 'The warehouse issues a return stock-in note',
    source: 'S02 4.2.8',
  },
  'S02-4.2.8b': {
    zh: '统计员随后及时统计数量金额并录入，保证财务账准确',
    en: 'The statistician then promptly totals quantity and amount and enters them so the accounts agree',
    source: 'S02 4.2.8',
  },
  'S02-4.2.9a': {
    zh: '统计完成后文员及时审核退货单',
    en: 'After statistics the clerk promptly reviews the return note',
    source: 'S02 4.2.9',
  },
  'S02-4.2.9b': {
    zh: '统计完成的次日中午12点以前，退货单须送达客户',
    en: 'The return note goes to the customer before 12:00 noon the next day',
    source: 'S02 4.2.9',
  },
  'S02-4.2.10a': {
    zh: '销售科人员协助办理本片区的客户调退货',
    en: 'Market sales staff help with exchanges and returns of customers in their own territory',
    source: 'S02 4.2.10',
  },
  'S02-4.2.11a': {
    zh: '财务主管可随时检查监督市场销售科退货情况',
    en: 'The finance head may inspect the return situation of market sales at any time',
    source: 'S02 4.2.11',
  },
  'S02-4.2.11b': {
    zh: '财务统计换货占总进货之比并核对是否合规',
    en: 'Finance computes exchanges as a share of total purchases and checks it against the rule',
    source: 'S02 4.2.11',
  },
  'S02-4.4a': {
    zh: '每月定期汇总售后客户信息，交经营部负责人',
    en: 'Each month customer information from after-sales is collected, totalled and given to the operating head',
    source: 'S02 4.4',
  },
} as const satisfies Record<string, Clause>
