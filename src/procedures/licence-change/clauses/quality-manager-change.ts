import type { Clause } from '../../../kernel/procedure.ts'

const changeLaw = { anchor: '医疗器械经营监督管理办法（54号令）第15条', confidence: 'verified-text' } as const

const applicationLaw = { anchor: '医疗器械经营监督管理办法（54号令）第10条', confidence: 'verified-text' } as const

/** S15: what is in hand before another quality manager is filed. */
export const qualityManagerChangeClauses = {
  'S15-0a': {
    zh: '变更质量管理人属许可事项变更，须按目录备齐材料后申报',
    en: 'A change of quality manager is a licensed-matter change; the application goes in only with the list of material complete',
    source: 'S15 （一）1',
    law: changeLaw,
    control: null,
  },
  'S15-1.1a': {
    zh: '在网上填报《医疗器械经营企业许可证变更申请表》并上报、打印',
    en: 'The licence change form is filled in online, submitted and printed',
    source: 'S15 （一）1（1）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.2a': {
    zh: '许可证（正本）的复印件一份',
    en: 'Copy of the licence main document',
    source: 'S15 （一）1（2）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.2b': {
    zh: '许可证副本原件',
    en: 'Original of the licence duplicate',
    source: 'S15 （一）1（2）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.3a': {
    zh: '营业执照（副本）复印件，须带企业公章',
    en: 'Copy of the business licence duplicate stamped with the company seal',
    source: 'S15 （一）1（3）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.4a': {
    zh: '新任质量管理人身份证复印件',
    en: 'New quality manager’s identity card copy',
    source: 'S15 （一）1（4）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.4b': {
    zh: '学历证书或职称证书复印件（二者其一）',
    en: 'Copy of the degree OR professional title certificate',
    source: 'S15 （一）1（4）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.4c': {
    zh: '已与前雇主脱离劳务关系的凭证（或可替代证明）',
    en: 'Proof that employment with the former employer has ended, or other proof',
    source: 'S15 （一）1（4）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.4d': {
    zh: '个人简历',
    en: 'Curriculum vitae',
    source: 'S15 （一）1（4）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5a': {
    zh: '住宅性质的房屋不得充作经营或仓储场所',
    en: 'Business and warehouse premises may not be in residential buildings',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5b': {
    zh: '自有房产：房产证明',
    en: 'Own premises: title proof',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5c': {
    zh: '租赁：租赁协议、出租方房产证明、房管部门《房屋租赁证》原件及复印件',
    en: 'Rented premises: lease, landlord’s title proof, and the housing office’s lease certificate, original and copy',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5d': {
    zh: '《房屋租赁证》有效期至少一年',
    en: 'The lease certificate is valid for at least one year',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5e': {
    zh: '公司地理位置图',
    en: 'Location map of the company',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.5f': {
    zh: '经营和仓储场所平面布局图：注明面积、高度、各内设部门、仓库“五区”',
    en: 'Floor plan of business and storage: area and height, departments by organisation, the five zones of the warehouse',
    source: 'S15 （一）1（5）',
    law: applicationLaw,
    control: null,
  },
  'S15-1.6a': {
    zh: '材料真实性自我保证声明',
    en: 'Self-declaration that the material is true',
    source: 'S15 （一）1（6）',
    law: applicationLaw,
    control: null,
  },
} as const satisfies Record<string, Clause>
