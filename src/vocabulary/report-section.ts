import { text } from '../kernel/text.ts'

/** Parts of a regular report that somebody answers for: what was seen, why, and what is done. The second group are chapters of a self-inspection. */
export const reportSections = {
  situation: text('情况与趋势', 'What happened, and the trend'),
  causes: text('原因分析', 'Causes'),
  responsibility: text('责任划分', 'Responsibility'),
  measures: text('改进措施', 'Measures'),
  'quality-system': text('质量管理体系与职责', 'Quality system and duties'),
  people: text('人员与培训', 'People and training'),
  facilities: text('场所、设施与计算机系统', 'Premises, equipment and computer system'),
  purchase: text('采购、收货与验收', 'Purchase, receipt and acceptance'),
  storage: text('贮存、养护与不合格品', 'Storage, upkeep and nonconforming goods'),
  sales: text('销售、出库与运输', 'Sales, dispatch and transport'),
  'after-sales': text('售后、投诉、召回与不良事件', 'After-sales, complaints, recalls and adverse events'),
  online: text('网络销售（如有）', 'Online sales, if any'),
} as const
export type ReportSection = keyof typeof reportSections
