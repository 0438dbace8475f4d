import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { deviceClasses } from '../../vocabulary/product.ts'

/** Register of products. */
export const productRegister = ledger({
  name: 'products',
  title: text('产品台账', 'Register of products'),
  fulfils: ['PD-registration', 'PD-udi'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'name', title: text('产品名称', 'Name'), kind: 'line', width: 28, onScreen: true },
    { key: 'model', title: text('型号', 'Model'), kind: 'code', width: 14, onScreen: true },
    { key: 'spec', title: text('规格', 'Specification'), kind: 'line', width: 22, onScreen: true },
    {
      key: 'deviceClass',
      title: text('类别', 'Class'),
      kind: 'choice',
      options: Object.fromEntries(Object.entries(deviceClasses).map(([key, title]) => [key, { title }])),
      width: 8,
      onScreen: true,
    },
    { key: 'registrationNo', title: text('注册证/备案编号', 'Registration'), kind: 'code', width: 24, onScreen: true },
    { key: 'udiDi', title: text('UDI-DI', 'UDI-DI'), kind: 'code', width: 26, onScreen: true },
    { key: 'manufacturerName', title: text('生产企业', 'Manufacturer'), kind: 'line', width: 28, onScreen: true },
    { key: 'unit', title: text('单位', 'Unit'), kind: 'line', width: 6, onScreen: false },
    { key: 'isImplant', title: text('植入', 'Implant'), kind: 'yes-no', width: 6, onScreen: false },
    { key: 'isSterile', title: text('无菌', 'Sterile'), kind: 'yes-no', width: 6, onScreen: false },
    {
      key: 'registrationValidUntil',
      title: text('注册证有效期至', 'Certificate until'),
      kind: 'day',
      width: 12,
      onScreen: false,
    },
    { key: 'isSerialTracked', title: text('序列号管理', 'By serial'), kind: 'yes-no', width: 8, onScreen: false },
    { key: 'isColdChain', title: text('冷链', 'Cold chain'), kind: 'yes-no', width: 6, onScreen: false },
    { key: 'storage', title: text('储存条件', 'Storage'), kind: 'line', width: 20, onScreen: false },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: standings, width: 8, onScreen: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state', 'deviceClass', 'isImplant', 'isSterile', 'isSerialTracked', 'isColdChain'],
  orderedBy: 'createdAt',
  views: [
    { name: 'active', title: text('在用', 'In use'), filter: { state: ['active'] } },
    { name: 'class-iii', title: text('第三类', 'Class III'), filter: { deviceClass: ['III'], state: ['active'] } },
    { name: 'implants', title: text('植入器械', 'Implants'), filter: { isImplant: ['true'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
