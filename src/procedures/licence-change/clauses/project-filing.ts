import type { Clause } from '../../../kernel/procedure.ts'

/** S16: what is in hand before a project is filed. */
export const projectFilingClauses = {
  'S16-1a': {
    zh: '申请报告',
    en: 'Application report',
    source: 'S16 一',
    control: null,
  },
  'S16-1b': {
    zh: '营业执照复印件',
    en: 'Copy of business licence',
    source: 'S16 一',
    control: null,
  },
  'S16-2a': {
    zh: '项目建议书或可研报告，须纸质、电子两种介质各一份',
    en: 'Project proposal or feasibility study, on paper AND electronically',
    source: 'S16 二',
    control: null,
  },
  'S16-2b': {
    zh: '报告须含九项：投资方、规模、建设内容、产品方案、能耗、安全、产出效益、环境影响、用地需求',
    en: 'It covers nine items: investor, scale, construction, product plan, energy use, safety, output and benefit, environmental impact, land need',
    source: 'S16 二',
    control: null,
  },
  'S16-3a': {
    zh: '投资协议；如为招商项目可用引资合同代替',
    en: 'Investment agreement (or investment-attraction contract)',
    source: 'S16 三',
    control: null,
  },
  'S16-3b': {
    zh: '协议须含七项：投资总额、进度、环保、节能降耗、安全、产出效益、违约责任',
    en: 'It covers seven items: total investment, schedule, environment, energy saving, safety, output and benefit, liability for breach',
    source: 'S16 三',
    control: null,
  },
  'S16-4a': {
    zh: '原厂区内项目：土地证',
    en: 'Project inside the existing plant: land certificate',
    source: 'S16 四',
    control: null,
  },
  'S16-4b': {
    zh: '若为新建，附用地预审的意见',
    en: 'New project: preliminary opinion on land use',
    source: 'S16 四',
    control: null,
  },
  'S16-5a': {
    zh: '节能评估材料',
    en: 'Energy-saving assessment material',
    source: 'S16 五',
    control: null,
  },
  'S16-6a': {
    zh: '空间布局审查的申请表一份',
    en: 'Spatial layout review application form',
    source: 'S16 六',
    control: null,
  },
  'S16-7a': {
    zh: '其他相关材料',
    en: 'Other relevant material',
    source: 'S16 七',
    control: null,
  },
  'S16-8a': {
    zh: '第五、六项易遗漏，提交当天须重点提示随身携带',
    en: 'Items five and six are easily forgotten: on filing day they are flagged as must-take',
    source: 'S16 补充',
    control: null,
  },
} as const satisfies Record<string, Clause>
