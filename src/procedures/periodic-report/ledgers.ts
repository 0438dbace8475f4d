import { column } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'

/** 定期报表台账: every report of every period. */
export const periodicReportLedger = ledger({
  name: 'periodic-reports',
  title: text('定期报表台账', 'Register of regular reports'),
  fulfils: ['BB-calendar'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('title', text('报表', 'Report'), 'line', 36),
    column('state', text('状态', 'State'), 'state', 10),
    column('lastDay', text('期间截止', 'Period ends'), 'day', 12),
    column('dueOn', text('完成期限', 'Due on'), 'day', 12),
    column('drawnAt', text('数据时点', 'Data as of'), 'instant', 16),
    column('submittedByName', text('编制人', 'Author'), 'line', 10),
    column('submittedAt', text('提交', 'Submitted'), 'instant', 16),
    column('filedAt', text('归档', 'Filed'), 'instant', 16),
    column('handedInOn', text('报送', 'Handed in'), 'day', 12),
    column('supersedesNumber', text('替代', 'In place of'), 'code', 14, { onScreen: false }),
    column('supersededByNumber', text('被替代', 'Superseded by'), 'code', 14, { onScreen: false }),
    column('contentHash', text('数据指纹', 'Hash of the data'), 'code', 64, { onScreen: false }),
    column('pdfSha256', text('PDF 指纹', 'Hash of the PDF'), 'code', 64, { onScreen: false }),
  ],
  filters: ['state', 'procedure', 'report', 'year', 'every'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'open',
      title: text('未归档', 'Not filed'),
      filter: { state: ['drafted', 'commented', 'signing', 'signed'] },
    },
    { name: 'filed', title: text('已归档', 'Filed'), filter: { state: ['filed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
