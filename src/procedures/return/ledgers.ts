import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { NOT_TAKEN, OPEN, states } from './states.ts'
import { reasons, routes, ways, wishes } from './taxonomy.ts'

/** 退货台账: every return note, with the fields of GSP153 art. 107. */
export const returnLedger = ledger({
  name: 'returns',
  title: text('退货台账', 'Return ledger'),
  fulfils: ['CN-GSP-107', 'S02-3.6a', 'S02-3.8a', 'S02-4.2.1a'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('requestedAt', text('申请日期', 'Requested'), 'instant', 16),
    column('partyName', text('退货单位名称', 'Returning party'), 'party', 22),
    choiceColumn('reason', text('退货原因', 'Reason'), reasons, 10),
    column('productNames', text('医疗器械名称', 'Device'), 'product', 22),
    column('lotNos', text('批号/序列号', 'Lot or serial'), 'code', 16),
    column('quantity', text('退货数量', 'Quantity'), 'number', 8),
    column('qualityStatus', text('产品质量状态', 'Quality status'), 'line', 18),
    column('state', text('状态', 'State'), 'state', 12, { options: states }),
    choiceColumn('settledAs', text('处理结果', 'Settled as'), wishes, 8),
    column('customerRatePct', text('调换率 %', 'Rate, %'), 'number', 8),
    column('stockedInAt', text('退货入库日期', 'Stocked in'), 'instant', 16, exported),
    column('deliveryNumbers', text('原出库单号', 'Original outbound no.'), 'code', 18, exported),
    column('models', text('型号', 'Model'), 'line', 14, exported),
    column('specs', text('规格', 'Specification'), 'line', 14, exported),
    column('registrants', text('注册人/备案人名称', 'Registrant'), 'line', 22, exported),
    column('contractManufacturers', text('受托生产企业名称', 'Contract manufacturer'), 'line', 22, exported),
    column('registrationNos', text('注册证编号或备案编号', 'Registration no.'), 'code', 20, exported),
    column('storages', text('运输及贮存条件', 'Transport and storage'), 'line', 14, exported),
    column('expiries', text('使用期限或失效日期', 'Expires'), 'line', 12, exported),
    column('udis', text('医疗器械唯一标识', 'UDI'), 'code', 18, exported),
    column('inspectorName', text('验收人员', 'Inspector'), 'line', 10, exported),
    column('disposition', text('不合格事项及处置措施', 'Nonconformity and disposition'), 'line', 30, exported),
    choiceColumn('route', text('路径', 'Route'), routes, 12, {}, exported),
    choiceColumn('wish', text('客户要求', 'Wish'), wishes, 8, {}, exported),
    choiceColumn('way', text('运回与否', 'Way'), ways, 10, {}, exported),
    column('amount', text('明细金额（分）', 'Amount (fen)'), 'number', 12, exported),
    column('totalQuantity', text('统计数量', 'Total quantity'), 'number', 8, exported),
    column('totalAmount', text('统计金额（分）', 'Total amount (fen)'), 'number', 12, exported),
    column('refundAmount', text('退款（分）', 'Refund (fen)'), 'number', 12, exported),
    column('replacementOrderNo', text('换货单号', 'Replacement order'), 'code', 16, exported),
    column('faxRegisterNo', text('传真登记号', 'Fax register no.'), 'code', 12, exported),
    column('signedForByName', text('签收人', 'Signed for by'), 'line', 10, exported),
    column('driverName', text('驾驶员', 'Driver'), 'line', 10, exported),
    column('refusedQuantity', text('拒签数量', 'Refused'), 'number', 8, exported),
    column('noteSentAt', text('退货单发出时间', 'Note sent'), 'instant', 16, exported),
    column('closedAt', text('关闭时间', 'Closed'), 'instant', 16, exported),
  ],
  filters: [
    'state',
    'route',
    'reason',
    'wish',
    'settledAs',
    'way',
    'partyId',
    'complaintId',
    'noticeId',
    'special',
    'goodwill',
  ],
  orderedBy: 'requestedAt',
  views: [
    { name: 'open', title: text('未办结', 'Open'), filter: { state: OPEN } },
    {
      name: 'deciding',
      title: text('评审与审批', 'Being decided'),
      filter: {
        state: ['requested', 'reviewing', 'over-limits', 'sample-test', 'explaining', 'approving', 'declined'],
      },
    },
    {
      name: 'coming',
      title: text('在途', 'On the way'),
      filter: { state: ['approved', 'awaiting', 'arrived', 'ordered', 'collected'] },
    },
    {
      name: 'inspection',
      title: text('检验与入库', 'Inspection and stock-in'),
      filter: { state: ['inspecting', 'signing', 'to-stock-in', 'refused-goods'] },
    },
    {
      name: 'settling',
      title: text('换退与统计', 'Settlement and statistics'),
      filter: { state: ['stocked-in', 'on-site', 'settled', 'totalled', 'note-reviewed', 'note-sent'] },
    },
    { name: 'not-taken', title: text('未接收', 'Not taken back'), filter: { state: NOT_TAKEN } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      {
        title: text('评审与审批', 'Being decided'),
        states: ['requested', 'reviewing', 'over-limits', 'sample-test', 'explaining', 'approving', 'declined'],
        tone: 'warn',
      },
      {
        title: text('运回', 'On the way'),
        states: ['approved', 'awaiting', 'arrived', 'ordered', 'collected', 'on-site'],
        tone: 'info',
      },
      { title: text('清点与检验', 'Counted, inspected'), states: ['inspecting', 'refused-goods'], tone: 'warn' },
      { title: text('签字与入库', 'Signed, stocked in'), states: ['signing', 'to-stock-in'], tone: 'warn' },
      {
        title: text('换退与退货单', 'Settled, note due'),
        states: ['stocked-in', 'settled', 'totalled', 'note-reviewed', 'note-sent'],
        tone: 'info',
      },
      {
        title: text('已办结', 'Done'),
        states: ['closed', 'refused', 'kept-in-use', 'sent-back', 'withdrawn'],
        tone: 'ok',
      },
    ],
    card: { title: 'productNames', party: 'partyName', quantity: 'quantity', lines: ['lotNos', 'reason'] },
  },
})
