import type { Clause } from '../../../kernel/procedure.ts'

const changeLaw = { anchor: '医疗器械经营监督管理办法（54号令）第15条', confidence: 'verified-text' } as const

/** S19: what is in hand before a change of the licence is filed. */
export const licenceChangeClauses = {
  'S19-0a': {
    zh: '未取得经营许可证不得经营',
    en: 'No trading before the licence is held',
    source: 'S19 引言',
    law: { anchor: '医疗器械监督管理条例（739号令）第40–42条', confidence: 'verified-text' },
    control: null,
  },
  'S19-1.1a': {
    zh: '变更法定代表人：身份证明、学历或职称证明、工作简历1份、已变更营业执照副本原件',
    en: 'Change of legal representative: ID, degree or title proof, one CV, changed business licence duplicate original',
    source: 'S19 （1）',
    law: changeLaw,
    control: null,
  },
  'S19-1.2a': {
    zh: '变更企业负责人：身份、学历/职称、任命文件复印件、工作简历',
    en: 'Change of person in charge: ID, degree/title, copy of appointment, CV',
    source: 'S19 （2）',
    law: changeLaw,
    control: null,
  },
  'S19-1.3a': {
    zh: '变更企业名称：《企业名称变更核准通知书》及已变更营业执照副本原件',
    en: 'Change of name: name change approval notice and changed business licence duplicate original',
    source: 'S19 （3）',
    law: changeLaw,
    control: null,
  },
  'S19-1.4a': {
    zh: '变更注册（经营）地址：平面图、产权或使用证明、位置图',
    en: 'Change of registered (business) address: floor plan, title or use proof, location map',
    source: 'S19 （4）',
    law: changeLaw,
    control: null,
  },
  'S19-1.5a': {
    zh: '变更仓库：平面图、产权或使用证明、位置图、设施设备目录',
    en: 'Change of warehouse: floor plan, title/use proof, map, list of facilities',
    source: 'S19 （5）',
    law: changeLaw,
    control: null,
  },
  'S19-1.5b': {
    zh: '经营体外诊断试剂的另附冷链设施证明（备用发电或制冷、温控仪、报警、冷藏车发票及冷库安装合同、运行合格证）',
    en: 'In-vitro diagnostics also need cold-chain proof (back-up power or cooling, temperature controller, alarm, cooled vehicle invoices; cold-store contract, operation certificate)',
    source: 'S19 （5）',
    law: changeLaw,
    control: null,
  },
  'S19-1.6a': {
    zh: '变更经营范围：仓库平面图、产权或使用证明、设施设备目录及储存条件',
    en: 'Change of scope: floor plan, title/use proof, facilities list with storage conditions',
    source: 'S19 （6）',
    law: changeLaw,
    control: null,
  },
  'S19-1.6b': {
    zh: '范围变更附质量管理人学历或职称证书复印件',
    en: 'Scope change adds quality manager’s degree or title certificate copy',
    source: 'S19 （6）',
    law: changeLaw,
    control: null,
  },
  'S19-1.6c': {
    zh: '范围变更附专业技术人员一览表及其学历、职称、身份证复印件',
    en: 'Scope change adds list of technical staff with degree, title and ID copies',
    source: 'S19 （6）',
    law: changeLaw,
    control: null,
  },
  'S19-1.6d': {
    zh: '范围变更附拟经营产品注册证复印件与储存条件说明',
    en: 'Scope change adds registration copies of products to be sold with storage conditions',
    source: 'S19 （6）',
    law: changeLaw,
    control: null,
  },
  'S19-1.7a': {
    zh: '换质量管理人：需其学历与职称证书、身份证的复印件，并附《企业质量管理人员简历表》',
    en: 'Change of quality manager: degree, title certificate, ID copy and the quality staff CV form',
    source: 'S19 （7）',
    law: changeLaw,
    control: null,
  },
  'S19-2.6a': {
    zh: '质量管理人员本人在岗的书面保证',
    en: 'Self-declaration that quality staff are on duty',
    source: 'S19 资料编号6',
    control: null,
  },
  'S19-2.6b': {
    zh: '材料真实性声明：含材料目录及虚假承担法律责任的承诺',
    en: 'Truth declaration: includes list of material and promise of legal liability for falsehood',
    source: 'S19 资料编号6',
    control: null,
  },
  'S19-2.7a': {
    zh: '办理人非法定代表人或负责人本人的，须有《授权委托书》',
    en: 'If the person filing is not the legal representative or head, a power of attorney is required',
    source: 'S19 资料编号7',
    control: null,
  },
  'S19-2.8a': {
    zh: '变更确认书',
    en: 'Licence change confirmation',
    source: 'S19 资料编号8',
    control: null,
  },
} as const satisfies Record<string, Clause>
