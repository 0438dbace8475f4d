import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { escalations, initiators, kinds, standings } from './kinds.ts'
import { states } from './notice.ts'

/** 通知与召回台账: each notice with what was told, located and recovered (GSP art. 111). */
export const noticeLedger = ledger({
  name: 'notices',
  title: text('通知与召回台账', 'Notices and recalls'),
  fulfils: ['S01-4.7e', 'S26-2.3d', 'S04-4.9b', 'CN-GSP-111'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    choiceColumn('kind', text('类别', 'Kind'), kinds, 12, { recall: 'late', suspend: 'warn', resume: 'ok' }),
    column('recallClass', text('级别', 'Class'), 'number', 6),
    column('drill', text('演练', 'Drill'), 'yes-no', 6),
    column('productNames', text('产品', 'Products'), 'line', 22),
    column('lotNos', text('批号', 'Lots'), 'code', 14),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('recipients', text('单位', 'Recipients'), 'number', 7),
    column('told', text('已告知', 'Told'), 'number', 7),
    column('answered', text('已答复', 'Answered'), 'number', 7),
    column('shipped', text('应核数量', 'Shipped'), 'number', 9),
    column('recovered', text('已收回', 'Recovered'), 'number', 8),
    column('outstanding', text('未核平', 'Outstanding'), 'number', 8),
    column('createdAt', text('起草', 'Drafted'), 'instant', 16),
    column('located', text('已落实', 'Located'), 'number', 8, exported),
    choiceColumn('initiator', text('来源', 'Comes from'), initiators, 16, {}, exported),
    choiceColumn('standing', text('本公司身份', 'Standing'), standings, 16, {}, exported),
    column('planReference', text('召回计划', 'Recall plan'), 'line', 16, exported),
    column('causeNumber', text('起因', 'Comes from'), 'code', 15, exported),
    column('reason', text('原因', 'Reason'), 'line', 36, exported),
    column('decidedAt', text('决定时间', 'Decided'), 'instant', 16, exported),
    column('approvedAt', text('批准', 'Approved'), 'instant', 16, exported),
    column('sentAt', text('发出', 'Sent'), 'instant', 16, exported),
    column('allToldAt', text('全部告知', 'Everyone told'), 'instant', 16, exported),
    column('completedAt', text('核平', 'Reconciled'), 'instant', 16, exported),
    column('reminders', text('催复次数', 'Reminders'), 'number', 8, exported),
    choiceColumn('escalatedTo', text('升级至', 'Escalated to'), escalations, 12, {}, exported),
    column('remainderSignedByName', text('差额签批人', 'Remainder signed by'), 'line', 10, exported),
    column('drillLocatedPercent', text('演练落实率%', 'Drill: located %'), 'number', 10, exported),
    column('drillContactPercent', text('联系方式完整率%', 'Drill: contacts %'), 'number', 10, exported),
    column('preparedByName', text('起草人', 'Drafted by'), 'line', 10, exported),
    column('closedAt', text('关闭', 'Closed'), 'instant', 16, exported),
    column('closingNote', text('效果评价', 'Assessment'), 'line', 36, exported),
  ],
  filters: ['state', 'kind', 'recallClass', 'drill', 'initiator', 'standing'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'open',
      title: text('未关闭', 'Open'),
      filter: { state: ['draft', 'approved', 'running', 'drill', 'drill-running'] },
    },
    { name: 'to-send', title: text('待发出', 'To be sent'), filter: { state: ['approved'] } },
    { name: 'running', title: text('进行中', 'Running'), filter: { state: ['running'] } },
    { name: 'recalls', title: text('召回记录', 'Recalls'), filter: { kind: ['recall'], drill: ['false'] } },
    { name: 'drills', title: text('模拟召回演练', 'Drills'), filter: { drill: ['true'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('审批中', 'Being approved'), states: ['draft', 'drill'], tone: 'warn' },
      { title: text('待发出', 'To be sent'), states: ['approved'], tone: 'warn' },
      { title: text('进行中', 'Running'), states: ['running', 'drill-running'], tone: 'info' },
      { title: text('已结束', 'Over'), states: ['closed', 'cancelled', 'drill-finished'], tone: 'ok' },
    ],
    card: {
      title: 'productNames',
      quantity: 'outstanding',
      lines: ['kind', 'lotNos', 'recipients', 'answered'],
    },
  },
})
