import type { Clause } from '../../../kernel/procedure.ts'

const fileLaw = { anchor: '医疗器械经营质量管理规范（2023年第153号）第53、54条', confidence: 'verified-text' } as const

const inspectionLaw = {
  anchor: '医疗器械经营质量管理规范（2023年第153号）第65条',
  confidence: 'verified-text',
} as const

/** S18: evidence that is kept of goods that are bought, and their inspection. */
export const purchasedGoodsClauses = {
  'S18-1.0a': {
    zh: '采购器械须索取并留存销售凭证及国家规定资料',
    en: 'When buying devices, sales evidence and state-required documents are obtained and kept',
    source: 'S18 二1',
    law: fileLaw,
    control: null,
  },
  'S18-1.1a': {
    zh: '首次供货：盖章生产或经营许可证及营业执照复印件',
    en: 'First-time supplier: stamped copies of production or trading licence and business licence',
    source: 'S18 二1（1）',
    law: fileLaw,
    control: null,
  },
  'S18-1.2a': {
    zh: '首次供货：盖章注册证及注册登记表复印件',
    en: 'First-time supplier: stamped registration certificate and form',
    source: 'S18 二1（2）',
    law: fileLaw,
    control: null,
  },
  'S18-1.3a': {
    zh: '首次供货：产品出厂合格证',
    en: 'First-time supplier: product conformity certificate',
    source: 'S18 二1（3）',
    law: fileLaw,
    control: null,
  },
  'S18-1.4a': {
    zh: '首次供货：供货单位销售委托书',
    en: 'First-time supplier: sales authorisation letter',
    source: 'S18 二1（4）',
    law: fileLaw,
    control: null,
  },
  'S18-1.5a': {
    zh: '首次供货：销售人员身份证明复印件',
    en: 'First-time supplier: salesperson’s ID copy',
    source: 'S18 二1（5）',
    law: fileLaw,
    control: null,
  },
  'S18-3.1a': {
    zh: '检查外包装是否完好',
    en: 'Outer packing is checked',
    source: 'S18 二3（1）',
    law: inspectionLaw,
    control: null,
  },
  'S18-3.3a': {
    zh: '规格型号与制造认可表一致',
    en: 'Model agrees with the manufacturing approval form',
    source: 'S18 二3（3）',
    law: inspectionLaw,
    control: null,
  },
  'S18-3.3b': {
    zh: '说明书性能与适用范围一致，不夸大疗效、不隐瞒禁忌',
    en: 'Manual’s performance and scope agree; effect not exaggerated, contraindications not hidden',
    source: 'S18 二3（3）',
    law: inspectionLaw,
    control: null,
  },
  'S18-3.5a': {
    zh: '盖章发票八个项目（购货单位、名称、注册证号、规格型号、数量、价格、厂商、批号或编号）须逐一与实物对上',
    en: 'Stamped invoice (buyer, name, registration no., model, quantity, price, maker, batch or product no.) agrees with the goods',
    source: 'S18 二3（5）',
    law: inspectionLaw,
    control: null,
  },
  'S18-3.5b': {
    zh: '实物与发票不符应退货',
    en: 'Goods not matching invoice are returned',
    source: 'S18 二3（5）',
    law: inspectionLaw,
    control: null,
  },
  'S18-4.0a': {
    zh: '验收毕验收员签署结论并留记录，记录完整规范',
    en: 'After check the inspector signs the conclusion; records are complete and regular',
    source: 'S18 二4',
    law: inspectionLaw,
    control: null,
  },
  'S18-4.2a': {
    zh: '伪劣假冒不得入库',
    en: 'Fake or inferior devices may not be stocked',
    source: 'S18 二4（2）',
    control: null,
  },
  'S18-4.3a': {
    zh: '包装残缺、类别混乱、商标看不清或受污染而不能用的，禁止入库',
    en: 'Goods with damaged packing, unclear classification, blurred trade mark, or soiled beyond use may not be stocked',
    source: 'S18 二4（3）',
    control: null,
  },
  'S18-4.4a': {
    zh: '验收质量不达标不得入库',
    en: 'Goods whose quality fails acceptance may not be stocked',
    source: 'S18 二4（4）',
    control: null,
  },
  'S18-4.5a': {
    zh: '剩余效期不足或等于6个月的，拒绝入库',
    en: 'Devices with six months or less of remaining validity may not be stocked',
    source: 'S18 二4（5）',
    control: null,
  },
  'S18-5b': {
    zh: '不合格的通知采购部办退货',
    en: 'For failed goods purchasing is told to arrange the return',
    source: 'S18 二5',
    control: null,
  },
  'S18-6a': {
    zh: '装机使用至少两周后，再验收电气性能、运行状态与效果',
    en: 'Two weeks after installation and use, electrical performance, working state and effect are accepted',
    source: 'S18 二6',
    control: null,
  },
  'S18-6b': {
    zh: '填验收工作单',
    en: 'The acceptance work sheet is filled in',
    source: 'S18 二6',
    control: null,
  },
  'S18-6c': {
    zh: '据此通知财务按合同付款',
    en: 'Finance is then told to pay as the contract says',
    source: 'S18 二6',
    control: null,
  },
} as const satisfies Record<string, Clause>
