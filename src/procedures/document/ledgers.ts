import { column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { roleIds, roles } from '../../vocabulary/role.ts'
import { states } from './document.ts'
import { kinds } from './taxonomy.ts'

/** 受控文件清单: every controlled document with its newest approved version. */
export const documentLedger = ledger({
  name: 'documents',
  title: text('受控文件清单', 'Register of controlled documents'),
  fulfils: ['S06-0a', 'S08-3a', 'S06-4a'],
  columns: [
    column('code', text('文件编号', 'Number'), 'code', 14),
    column('title', text('文件名称', 'Title'), 'line', 34),
    column('kind', text('类别', 'Kind'), 'choice', 12, {
      options: Object.fromEntries(Object.entries(kinds).map(([key, title]) => [key, { title }])),
    }),
    column('approvedLabel', text('最新批准版本', 'Latest approved'), 'code', 12),
    column('approvedFrom', text('生效时间', 'Holds from'), 'instant', 16),
    column('ownerRole', text('归口部门', 'Owner'), 'choice', 16, {
      options: Object.fromEntries(roleIds.map(role => [role, { title: roles[role].title }])),
    }),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('differenceCount', text('差异', 'Differences'), 'number', 8),
    column('draftLabel', text('编制中', 'In work'), 'code', 8),
    column('number', text('登记号', 'Record'), 'code', 14, exported),
    column('procedure', text('对应程序', 'Procedure'), 'code', 16, exported),
    column('compiledByName', text('编制', 'Compiled by'), 'line', 10, exported),
    column('reviewedByName', text('审核', 'Reviewed by'), 'line', 10, exported),
    column('createdAt', text('登记时间', 'Registered'), 'instant', 16, exported),
  ],
  filters: ['state', 'kind', 'ownerRole'],
  orderedBy: 'createdAt',
  views: [
    { name: 'valid', title: text('有效', 'Valid'), filter: { state: ['valid'] } },
    {
      name: 'in-work',
      title: text('编制审批中', 'In work'),
      filter: { state: ['drafting', 'reviewing', 'approving'] },
    },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
