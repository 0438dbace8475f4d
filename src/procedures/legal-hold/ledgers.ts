import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { scopes, states } from './legal-hold.ts'

/** 记录保留台账. */
export const holdLedger = ledger({
  name: 'holds',
  title: text('记录保留台账', 'Register of legal holds'),
  fulfils: ['LH-place', 'LH-lift'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('作出时间', 'Placed at'), 'instant', 16),
    choiceColumn('scope', text('范围', 'Scope'), scopes, 18),
    column('subjectName', text('对象', 'Subject'), 'line', 28),
    column('authority', text('依据', 'Authority'), 'line', 20),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('placedByName', text('作出人', 'Placed by'), 'line', 10),
    column('liftedAt', text('解除时间', 'Lifted at'), 'instant', 16),
    column('liftedByName', text('解除人', 'Lifted by'), 'line', 10, exported),
    column('reason', text('理由', 'Reason'), 'line', 40, exported),
    column('liftReason', text('解除理由', 'Why lifted'), 'line', 40, exported),
  ],
  filters: ['state', 'scope'],
  orderedBy: 'createdAt',
  views: [
    { name: 'placed', title: text('保留中', 'In force'), filter: { state: ['placed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
