import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { kinds } from './equipment.ts'

/** Register of equipment. */
export const equipmentRegister = ledger({
  name: 'equipment',
  title: text('设备台账', 'Register of equipment'),
  fulfils: ['EQ-register', 'EQ-calibration'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'name', title: text('名称', 'Name'), kind: 'line', width: 24, onScreen: true },
    {
      key: 'kind',
      title: text('类别', 'Kind'),
      kind: 'choice',
      options: Object.fromEntries(Object.entries(kinds).map(([key, title]) => [key, { title }])),
      width: 14,
      onScreen: true,
    },
    { key: 'place', title: text('位置', 'Where'), kind: 'line', width: 22, onScreen: true },
    { key: 'model', title: text('型号', 'Model'), kind: 'line', width: 16, onScreen: false },
    { key: 'serial', title: text('出厂编号', 'Serial number'), kind: 'code', width: 16, onScreen: false },
    { key: 'supplierName', title: text('供应、安装商', 'Supplier'), kind: 'line', width: 26, onScreen: true },
    { key: 'calibrationDue', title: text('校准有效期至', 'Calibrated until'), kind: 'day', width: 13, onScreen: true },
    { key: 'certificate', title: text('证书号', 'Certificate'), kind: 'code', width: 18, onScreen: false },
    { key: 'inspectedAt', title: text('上次检查', 'Last inspected'), kind: 'instant', width: 18, onScreen: true },
    { key: 'openFindings', title: text('未处理', 'Open findings'), kind: 'number', width: 8, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: standings, width: 8, onScreen: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state', 'kind'],
  orderedBy: 'createdAt',
  views: [
    { name: 'active', title: text('在用', 'In use'), filter: { state: ['active'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
