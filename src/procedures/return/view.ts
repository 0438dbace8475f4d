import { localTime } from '../../kernel/explain.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { RecordView, Section, Tone } from '../../kernel/view.ts'
import { departments } from '../../vocabulary/intake.ts'
import { coldTransports } from './cold-chain.ts'
import { whyLimits } from './exchange-rate.ts'
import type { ReturnRow } from './return.ts'
import { at, code, done, fact, line, money, number, paragraph, said, tag, wide } from './shown.ts'
import { states } from './states.ts'
import { arrivals, handovers, reasons, routes, sampleResults, ways, wishes } from './taxonomy.ts'
import { goods, noteTable, type ViewFacts, verdictTable } from './view-tables.ts'

/** Shows a return on its page. */
export function returnView(record: ReturnRow, facts: ViewFacts, { zone }: { zone: string }): RecordView {
  const state = states[record.state]
  const requested = localTime(record.requestedAt, zone)
  return {
    title: `${record.partyName} ${record.productNames}`,
    badges: [
      { text: reasons[record.reason], tone: 'plain' },
      ...(record.special ? [{ text: text('特殊情况', 'Special case'), tone: 'warn' as const }] : []),
      ...(record.goodwill ? [{ text: text('善意退货', 'Goodwill'), tone: 'warn' as const }] : []),
      ...(record.bulk ? [{ text: text('批量', 'Bulk'), tone: 'info' as const }] : []),
      { text: state.title, tone: 'tone' in state ? state.tone : 'plain' },
    ],
    subtitle: [
      [record.contactPerson, record.phone].filter(Boolean).join(' '),
      text(`${routes[record.route].zh}，${requested} 申请`, `${routes[record.route].en}, requested ${requested}`),
    ].filter(part => part !== ''),
    sections: [
      request(record),
      goods(facts),
      limits(record),
      decision(record),
      transport(record),
      inspection(record),
      verdictTable(facts),
      settlement(record),
      noteTable(facts),
    ].filter(section => ('facts' in section ? section.facts.length > 0 : section.rows.length > 0)),
    notices: notices(record, facts),
  }
}

const request = (record: ReturnRow): Section => ({
  title: text('申请', 'Request'),
  facts: [
    ...fact(text('退货原因', 'Reason'), said(reasons[record.reason])),
    ...fact(text('客户要求', 'Wish'), said(wishes[record.wish])),
    ...fact(text('数量合计', 'Quantity'), number(record.quantity)),
    ...fact(text('金额合计', 'Amount'), money(record.amount)),
    ...fact(text('客户说明', 'Remark of the customer'), paragraph(record.remark), wide),
    ...fact(text('登记人', 'Registered by'), line(record.requestedByName)),
    ...fact(text('传真登记号', 'Fax register no.'), code(record.faxRegisterNo)),
    ...done(text('传真登记', 'Fax registered'), record.faxRegisteredByName, record.faxReceivedAt),
    ...done(text('签收', 'Signed for'), record.signedForByName, record.signedForAt),
  ],
})

const limits = (record: ReturnRow): Section => {
  const { limits: result } = record
  return {
    title: text('调换比例与期限', 'Rate and period'),
    facts: result
      ? [
          ...fact(
            text('结论', 'Result'),
            record.withinLimits
              ? tag(text('未超', 'Within the limits'), 'ok')
              : tag(text('超限', 'Over the limits'), 'late'),
          ),
          ...fact(text('调换率', 'Rate'), number(result.ratePct, text('%', '%'))),
          ...fact(text('允许比例', 'Allowed'), number(result.limitPct, text('%', '%'))),
          ...fact(text('允许期限', 'Period'), number(result.periodDays, text('天', 'd'))),
          ...fact(text('为什么', 'Why'), said(whyLimits(result)), wide),
          ...fact(text('特殊情况', 'Special case'), paragraph(record.specialReason), wide),
        ]
      : [],
  }
}

const decision = (record: ReturnRow): Section => ({
  title: text('评审与审批', 'Decision'),
  facts: [
    ...fact(text('留样检测', 'Retained sample'), said(record.sampleResult && sampleResults[record.sampleResult])),
    ...fact(text('留样编号', 'Sample no.'), code(record.sampleNo)),
    ...fact(text('检测情况', 'Test'), paragraph(record.sampleTest), wide),
    ...done(text('检测', 'Tested'), record.sampleTestedByName, record.sampleTestedAt),
    ...fact(text('向客户解释', 'Explained to the customer'), paragraph(record.explanation), wide),
    ...fact(text('质量结论', 'Finding of quality'), paragraph(record.qualityFinding), wide),
    ...fact(text('批准', 'Approved'), at(record.approvedAt)),
    ...fact(text('不同意理由', 'Declined because'), paragraph(record.declinedReason), wide),
    ...fact(text('不同意人', 'Declined by'), line(record.declinedByName)),
    ...fact(text('运回与否', 'Ship back or not'), said(record.way && ways[record.way])),
    ...fact(text('理由', 'Reason'), paragraph(record.wayReason), wide),
    ...fact(text('预计运回费用', 'Cost of shipping'), money(record.shipCost)),
    ...fact(text('预计销毁费用', 'Cost of destruction'), money(record.destroyCost)),
    ...fact(text('监管部门文号', 'Reference of the regulator'), code(record.regulatorReference)),
    ...done(text('通知客户', 'Customer told'), record.toldByName, record.toldAt),
  ],
})

const transport = (record: ReturnRow): Section => {
  const cold = record.coldChain
  const degrees = text('℃', '°C')
  return {
    title: text('到货与运输', 'Arrival and transport'),
    facts: [
      ...fact(text('到货方式', 'How'), said(record.arrivalWay && arrivals[record.arrivalWay])),
      ...fact(text('地点', 'Place'), line(record.arrivalPlace)),
      ...fact(text('到货通知', 'Arrival notice'), at(record.arrivalNoticedAt)),
      ...done(text('下达运输单', 'Transport ordered'), record.transportOrderedByName, record.transportOrderedAt),
      ...fact(text('驾驶员', 'Driver'), line([record.driverName, record.vehicle].filter(Boolean).join(' ') || null)),
      ...done(text('提货', 'Collected'), record.collectedByName, record.collectedAt),
      ...fact(text('交接状况', 'Condition'), said(record.handover && handovers[record.handover])),
      ...fact(text('交接说明', 'Note'), paragraph(record.handoverNote), wide),
      ...fact(text('到库', 'Arrived'), at(record.arrivedAt)),
      ...done(text('清点', 'Counted'), record.countedByName, record.countedAt),
      ...fact(text('差异说明', 'Differences'), paragraph(record.differenceNote), wide),
      ...(cold
        ? [
            ...fact(text('冷链运输方式', 'Cold transport'), said(coldTransports[cold.transport])),
            ...fact(text('启运温度', 'At departure'), number(cold.departure, degrees)),
            ...fact(text('到货温度', 'On arrival'), number(cold.arrival, degrees)),
            ...fact(text('在途最低', 'Lowest'), number(cold.lowest, degrees)),
            ...fact(text('在途最高', 'Highest'), number(cold.highest, degrees)),
            ...fact(
              text('售出期间温度记录', 'Record since the sale'),
              cold.recordSinceSale ? tag(text('有', 'there'), 'ok') : tag(text('无', 'missing'), 'late'),
            ),
            ...fact(text('温控待验位置', 'Waits in'), line(cold.waitsIn)),
          ]
        : []),
    ],
  }
}

const inspection = (record: ReturnRow): Section => ({
  title: text('检验', 'Inspection'),
  facts: [
    ...done(text('检验', 'Inspected'), record.inspectorName, record.inspectedAt),
    ...fact(text('质量状态', 'Quality status'), line(record.qualityStatus), wide),
    ...fact(text('评定、分析与验证', 'Assessment'), paragraph(record.assessment), wide),
    ...fact(text('不合格事项及处置', 'Nonconformity and disposition'), paragraph(record.disposition), wide),
    ...fact(
      text('责任部门', 'Responsible department'),
      said(record.responsibleDepartment && departments[record.responsibleDepartment]),
    ),
    ...fact(text('责任人', 'Responsible person'), line(record.responsiblePerson)),
    ...fact(text('纠正预防措施要求', 'Corrective action asked'), paragraph(record.correctiveAction), wide),
    ...fact(text('措施落实', 'Corrective action taken'), paragraph(record.correctiveResult), wide),
    ...fact(text('拒签数量', 'Refused'), record.refusedQuantity > 0 ? number(record.refusedQuantity) : line(null)),
    ...fact(text('拒签书面说明', 'Statement of refusal'), paragraph(record.refusalStatement), wide),
    ...done(text('拒签答复', 'Refusal told'), record.refusalToldByName, record.refusalToldAt),
    ...fact(text('退还方式', 'How sent back'), paragraph(record.sentBackHow), wide),
    ...fact(text('特批理由', 'Goodwill because'), paragraph(record.goodwillReason), wide),
  ],
})

const settlement = (record: ReturnRow): Section => ({
  title: text('入库、换退与统计', 'Stock-in, settlement, statistics'),
  facts: [
    ...done(text('入库', 'Stocked in'), record.stockedInByName, record.stockedInAt),
    ...fact(text('货位', 'Location'), line(record.location)),
    ...fact(text('处理结果', 'Settled as'), said(record.settledAs && wishes[record.settledAs])),
    ...done(text('换退', 'Settled'), record.settledByName, record.settledAt),
    ...fact(text('换货单号', 'Replacement order'), code(record.replacementOrderNo)),
    ...fact(text('退款', 'Refund'), money(record.refundAmount)),
    ...fact(text('换退说明', 'Note'), paragraph(record.settlementNote), wide),
    ...done(text('统计', 'Totalled'), record.totalledByName, record.totalledAt),
    ...fact(text('统计数量', 'Total quantity'), number(record.totalQuantity)),
    ...fact(text('统计金额', 'Total amount'), money(record.totalAmount)),
    ...fact(text('客户调换率', 'Rate of the customer'), number(record.customerRatePct, text('%', '%'))),
    ...fact(text('财务预警', 'Alert'), paragraph(record.alert), wide),
    ...done(text('退货单审核', 'Note reviewed'), record.noteReviewedByName, record.noteReviewedAt),
    ...done(text('退货单发出', 'Note sent'), record.noteSentByName, record.noteSentAt),
    ...done(text('财务检查', 'Finance check'), record.financeCheckedByName, record.financeCheckedAt),
    ...fact(text('财务意见', 'Opinion of finance'), paragraph(record.financeNote), wide),
    ...done(text('关闭', 'Closed'), record.closedByName, record.closedAt),
    ...fact(text('结束说明', 'How it ended'), paragraph(record.endReason), wide),
  ],
})

function notices(record: ReturnRow, facts: ViewFacts): RecordView['notices'] {
  const list: { text: Text; tone: Tone }[] = []
  if (record.state === 'over-limits')
    list.push({
      text: text(
        '超出调换比例或期限：原则上一律驳回；确属特殊情况的报总经理。',
        'Over rate or period: the rule is refusal; a special case goes to the general manager.',
      ),
      tone: 'warn',
    })
  if (record.expiredLot)
    list.push({ text: text('含已过有效期的批次。', 'It holds a lot that is past its expiry date.'), tone: 'warn' })
  if (facts.lines.some(item => item.coldChainKept === false))
    list.push({
      text: text(
        '冷链温度不符合贮存条件，依法拒收或判不合格。',
        'The cold chain was not kept: refused or nonconforming.',
      ),
      tone: 'late',
    })
  if (record.alert) list.push({ text: text(record.alert, record.alert), tone: 'warn' })
  return list
}
