import { type Text, text } from '../../kernel/text.ts'

/** Procedures that no inspector's account looks at: accounts, channels, what was loaded, and inspections themselves. */
const OWN_AFFAIRS: readonly string[] = ['person', 'access-review', 'channel', 'data-import', 'inspection']

/** Which of these procedures an inspector may be given to look at. */
export const inspectable = (procedures: readonly string[]): readonly string[] =>
  procedures.filter(name => !OWN_AFFAIRS.includes(name))

/** Procedures that can be chosen one by one. Others that run are shown when all are chosen. */
export const choosable = {
  complaint: text('投诉', 'Complaints'),
  inquiry: text('咨询', 'Inquiries'),
  'stop-sale': text('停售', 'Stop-sales'),
  'supplier-inquiry': text('质量查询（供货单位）', 'Supplier inquiries'),
  return: text('退货', 'Returns'),
  nonconforming: text('不合格品', 'Nonconforming goods'),
  destruction: text('销毁', 'Destructions'),
  signal: text('质量信号', 'Quality signals'),
  message: text('函件', 'Letters'),
  notice: text('通知与召回', 'Notices and recalls'),
  party: text('往来单位', 'Parties'),
  product: text('产品', 'Products'),
  lot: text('批号与库存', 'Lots and stock'),
  warehouse: text('库房', 'Warehouses'),
  'storage-condition': text('库房温湿度', 'Storage conditions'),
  shipment: text('出库复核', 'Shipments'),
  equipment: text('设备设施', 'Equipment'),
  patrol: text('每日巡查', 'Daily patrols'),
  'periodic-report': text('定期报告', 'Regular reports'),
  document: text('受控文件', 'Controlled documents'),
  'record-control': text('记录检查', 'Checks of records'),
  compilation: text('月度记录汇编', 'Monthly compilations'),
  disposal: text('记录处置', 'Disposal of records'),
  archive: text('备份介质', 'Archive media'),
  'policy-change': text('参数变更', 'Changes of policies'),
  'calendar-year': text('工作日历', 'Calendar'),
  duty: text('定期工作', 'Duties'),
} as const satisfies Record<string, Text>

/** One of the procedures that can be chosen. */
export type Choosable = keyof typeof choosable

/** What a procedure is called among those that can be chosen. */
export const coveredTitle = (name: string): Text =>
  (choosable as Readonly<Record<string, Text>>)[name] ?? text(name, name)
