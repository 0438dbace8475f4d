import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { intakeClauses } from '../../vocabulary/intake-clauses.ts'

const ANCHOR = '医疗器械经营质量管理规范（2023年第153号）'
const law = (articles: string) => ({ anchor: `${ANCHOR}${articles}`, confidence: 'verified-text' }) as const

/** What S28 asks for normal requests and S01 for queries and reports, in our own words; complaints share most of it. */
export const clauses = {
  'S28-1a': intakeClauses['S28-1a'],
  'S28-2a': intakeClauses['S28-2a'],
  'S28-3.1a': intakeClauses['S28-3.1a'],
  'S28-3.1b': intakeClauses['S28-3.1b'],
  'S28-3.1c': intakeClauses['S28-3.1c'],
  'S28-3.1d': intakeClauses['S28-3.1d'],
  'S28-3.2a': intakeClauses['S28-3.2a'],
  'S28-4.1a': intakeClauses['S28-4.1a'],
  'S28-4.1b': intakeClauses['S28-4.1b'],
  'S28-4.2a': intakeClauses['S28-4.2a'],
  'S28-4.2b': intakeClauses['S28-4.2b'],
  'S28-4.2c': intakeClauses['S28-4.2c'],
  'S28-4.2d': intakeClauses['S28-4.2d'],
  'S28-4.3a': intakeClauses['S28-4.3a'],
  'S28-4.3b': intakeClauses['S28-4.3b'],
  'S28-4.3c': intakeClauses['S28-4.3c'],
  'S28-4.3d': intakeClauses['S28-4.3d'],
  'S28-4.3e': intakeClauses['S28-4.3e'],
  'S28-4.3f': intakeClauses['S28-4.3f'],
  'S28-4.4a': intakeClauses['S28-4.4a'],
  'S28-4.4b': intakeClauses['S28-4.4b'],
  'S28-4.4c': intakeClauses['S28-4.4c'],
  'S28-4.5j': {
    zh: '办结后受理专员了解满意情况',
    en: 'After closure the intake specialist learns satisfaction',
    source: 'S28 四5(4)',
    law: law('第100–105条'),
  },
  'S01-2a': {
    zh: '全部用户、客户的咨询与投诉都在本程序受理范围',
    en: 'Every enquiry and every complaint from any user or customer falls in scope; intake may refuse none as out of scope',
    source: 'S01 二',
    law: law('第100–105条'),
  },
  'S01-3a': {
    zh: '综合业务部采集用户服务信息',
    en: 'The general business department collects user-service information',
    source: 'S01 三',
    law: law('第105条'),
  },
  'S01-3b': intakeClauses['S01-3b'],
  'S01-3c': {
    zh: '用户提出的产品质量问题由质量管理部答复并处理',
    en: 'The quality department answers and handles quality questions raised by users',
    source: 'S01 三',
    law: law('第105条'),
  },
  'S01-4.2a': intakeClauses['S01-4.2a'],
  'S01-4.2b': {
    zh: '来源渠道不限（书面、电话、电邮等），须记下渠道',
    en: 'Any channel counts (letter, telephone, e-mail, others); the channel is recorded',
    source: 'S01 4.2',
    law: law('第100–105条'),
  },
  'S04-3.2b': {
    zh: '顾客反馈须及时转给相关部门',
    en: 'Customer feedback is passed promptly to the departments concerned',
    source: 'S04 3.2',
  },
  'S09-5.2c': {
    zh: '收集反馈、抱怨或其他建议',
    en: 'Feedback, complaints and other suggestions are collected',
    source: 'S09 5.2 c)',
  },
  'S12-5.10.3a': {
    zh: '售前售中多渠道介绍产品，答复咨询并记录',
    en: 'Before and during sale products are presented through several channels; enquiries are answered and recorded',
    source: 'S12 5.10.3',
    lacks: text(
      '咨询的登记和答复已执行，产品介绍尚未入程序',
      'Enquiries are recorded and answered; presenting products is no step yet',
    ),
  },
  'S04-4.8a': {
    zh: '售前售中用产品目录介绍产品并答复询问',
    en: 'Before and during sale, products are presented by catalogue and enquiries are answered',
    source: 'S04 4.8',
    lacks: text(
      '询问的登记和答复已执行，产品目录尚未入程序',
      'Enquiries are answered; the catalogue is not in the product yet',
    ),
  },
} as const satisfies Record<string, Clause>
