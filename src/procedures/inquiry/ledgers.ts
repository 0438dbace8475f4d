import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { channels, contactWays, departments, satisfactions, urgencies } from '../../vocabulary/intake.ts'
import { OPEN, states } from './inquiry.ts'
import { kinds } from './taxonomy.ts'

/** 咨询台账: every inquiry, one line each (S01-3b). */
export const inquiryLedger = ledger({
  name: 'inquiries',
  title: text('咨询台账', 'Inquiry ledger'),
  fulfils: ['S01-3a', 'S01-3b', 'S28-4.4a'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('receivedAt', text('接到时间', 'Received'), 'instant', 16),
    choiceColumn('kind', text('类别', 'Kind'), kinds, 10),
    column('partyName', text('客户', 'Customer'), 'party', 22),
    column('title', text('标题', 'Title'), 'line', 28),
    column('productName', text('产品', 'Product'), 'product', 18),
    choiceColumn('urgency', text('急迫', 'Urgency'), urgencies, 8, { urgent: 'late' }),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    choiceColumn('assignedDepartment', text('办理部门', 'Department'), departments, 14),
    column('handlerName', text('办理人', 'Handler'), 'line', 10),
    column('originNumber', text('源自', 'Came from'), 'code', 15),
    choiceColumn('channel', text('渠道', 'Channel'), channels, 8, {}, exported),
    column('contactPerson', text('联系人', 'Contact'), 'line', 10, { onScreen: false, personal: true }),
    column('phone', text('电话', 'Telephone'), 'line', 14, { onScreen: false, personal: true }),
    column('lotNo', text('批号', 'Lot'), 'code', 12, exported),
    column('description', text('咨询内容', 'What is asked'), 'line', 40, exported),
    column('request', text('客户请求', 'Request'), 'line', 30, exported),
    column('expectation', text('客户期望', 'Expectation'), 'line', 30, exported),
    column('receivedByName', text('受理人', 'Received by'), 'line', 10, exported),
    column('firstContactAt', text('首次联系', 'First contact'), 'instant', 16, exported),
    column('expectedAt', text('预计办结', 'Expected'), 'instant', 16, exported),
    column('plannedMeasures', text('拟采取措施', 'Planned measures'), 'line', 30, exported),
    column('handledAt', text('办理时间', 'Handled'), 'instant', 16, exported),
    column('measures', text('办理措施', 'Measures taken'), 'line', 30, exported),
    column('result', text('办理结果', 'Result'), 'line', 30, exported),
    column('supervisedByName', text('监督人', 'Supervised by'), 'line', 10, exported),
    column('answer', text('答复内容', 'Answer'), 'line', 40, exported),
    choiceColumn('toldHow', text('告知方式', 'Told how'), contactWays, 10, {}, exported),
    column('toldAt', text('告知时间', 'Told'), 'instant', 16, exported),
    choiceColumn('satisfaction', text('满意度', 'Satisfaction'), satisfactions, 10, { dissatisfied: 'late' }, exported),
    column('closedAt', text('关闭时间', 'Closed'), 'instant', 16, exported),
  ],
  filters: ['state', 'kind', 'urgency', 'channel', 'assignedDepartment', 'partyId', 'productId', 'satisfaction'],
  orderedBy: 'receivedAt',
  views: [
    { name: 'open', title: text('未关闭', 'Open'), filter: { state: OPEN } },
    { name: 'to-forward', title: text('待转交', 'To be forwarded'), filter: { state: ['registered'] } },
    { name: 'to-answer', title: text('待答复', 'To be answered'), filter: { state: ['handled'] } },
    { name: 'queries', title: text('质量查询', 'Quality queries'), filter: { kind: ['query', 'situation-report'] } },
    { name: 'closed', title: text('已关闭', 'Closed'), filter: { state: ['closed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
