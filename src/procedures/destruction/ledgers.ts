import { column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './destruction.ts'
import { methods } from './taxonomy.ts'

/** 销毁台账: every list and what became of it (S26-5, 7). */
export const destructionLedger = ledger({
  name: 'destruction',
  title: text('销毁台账', 'Ledger of destructions'),
  fulfils: ['S26-5a', 'S26-5d', 'S26-7a'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('listedAt', text('列清单时间', 'Listed'), 'instant', 16),
    column('goods', text('货物', 'Goods'), 'line', 40),
    column('lineCount', text('项数', 'Lines'), 'number', 6),
    column('quantity', text('数量', 'Quantity'), 'number', 8),
    column('special', text('特殊管理', 'Special'), 'yes-no', 8),
    column('onSite', text('就地', 'On site'), 'yes-no', 6),
    column('partyName', text('客户', 'Customer'), 'party', 20),
    column('state', text('状态', 'State'), 'state', 12, { options: states }),
    column('destroyedAt', text('销毁时间', 'Destroyed'), 'instant', 16),
    column('destroyedPlace', text('销毁地点', 'Place'), 'line', 18),
    column('method', text('方法', 'Method'), 'choice', 14, {
      options: Object.fromEntries(Object.entries(methods).map(([key, title]) => [key, { title }])),
    }),
    column('listedByName', text('列清单人', 'Listed by'), 'line', 10, exported),
    column('reportedAt', text('报告时间', 'Reported'), 'instant', 16, exported),
    column('reportedByName', text('报告人', 'Reported by'), 'line', 10, exported),
    column('approvedAt', text('批准时间', 'Approved'), 'instant', 16, exported),
    column('approvedByName', text('批准人', 'Approved by'), 'line', 10, exported),
    column('checkedAt', text('核对时间', 'Checked'), 'instant', 16, exported),
    column('destroyedByName', text('组织人', 'Organised by'), 'line', 10, exported),
    column('regulatorUnit', text('监毁部门', 'Regulator'), 'line', 20, exported),
    column('regulatorName', text('监毁人员', 'Its officer'), 'line', 10, exported),
    column('photographs', text('照片', 'Photographs'), 'number', 6, exported),
    column('fileNo', text('档案号', 'File no.'), 'line', 12, exported),
    column('filedAt', text('归档时间', 'Filed'), 'instant', 16, exported),
  ],
  filters: ['state', 'special', 'onSite', 'partyId', 'method'],
  orderedBy: 'listedAt',
  views: [
    {
      name: 'open',
      title: text('办理中', 'Open'),
      filter: { state: ['listed', 'reported', 'approved', 'checked', 'destroyed'] },
    },
    { name: 'to-destroy', title: text('待销毁', 'To be destroyed'), filter: { state: ['checked'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('已列清单', 'Listed'), states: ['listed'], tone: 'info' },
      { title: text('审批核对', 'Being signed'), states: ['reported', 'approved'], tone: 'info' },
      { title: text('待销毁', 'To be destroyed'), states: ['checked'], tone: 'warn' },
      { title: text('待归档', 'To be filed'), states: ['destroyed'], tone: 'info' },
      { title: text('已办结', 'Done'), states: ['filed', 'voided'], tone: 'ok' },
    ],
    card: { title: 'goods', party: 'partyName', quantity: 'quantity', lines: ['destroyedPlace'] },
  },
})
