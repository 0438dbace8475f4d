import { column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './inspection.ts'

/** 监督检查台账. */
export const inspections = ledger({
  name: 'inspections',
  title: text('监督检查台账', 'Register of inspections'),
  fulfils: ['JC-access', 'JC-finding'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('开通时间', 'Opened'), 'instant', 16),
    column('authority', text('检查机关', 'Authority'), 'line', 22),
    column('inspectorNames', text('检查员', 'Inspectors'), 'line', 16),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('validUntil', text('有效至', 'Valid until'), 'instant', 16),
    column('openRequests', text('未答复要求', 'Open requests'), 'number', 8),
    column('findingCount', text('缺陷数', 'Findings'), 'number', 8),
    column('openFindings', text('未整改', 'Not yet put right'), 'number', 8),
    column('noticeNo', text('通知书编号', 'Notice'), 'line', 18, exported),
    column('purpose', text('检查目的', 'Purpose'), 'line', 40, exported),
    column('accountName', text('账号', 'Account'), 'line', 12, exported),
    column('periodFrom', text('查看期间（起）', 'Records from'), 'day', 12, exported),
    column('periodTo', text('查看期间（止）', 'Records to'), 'day', 12, exported),
    column('openedByName', text('开通人', 'Opened by'), 'line', 10, exported),
    column('endedAt', text('结束时间', 'Ended'), 'instant', 16, exported),
    column('conclusion', text('检查结论', 'Conclusion'), 'line', 40, exported),
  ],
  filters: ['state'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('未关闭', 'Not closed'), filter: { state: ['open', 'ended', 'expired'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
