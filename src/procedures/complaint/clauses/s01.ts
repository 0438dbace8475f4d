import type { Clause } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { intakeClauses } from '../../../vocabulary/intake-clauses.ts'
import { law } from './law.ts'

/** Medical-device after-sales service management procedure. `control: null` says that the product does not fulfil it yet. */
export const afterSalesClauses = {
  'S01-1a': {
    zh: '公司须有成文的用户服务程序，并把所依据法规做成可维护的引用清单（650号令、局令8号、第58号公告）',
    en: 'The company keeps a written user-service procedure with a maintained list of its legal bases (State Council Order 650, Bureau Order 8, Announcement No. 58)',
    source: 'S01 一',
    control: text('条款表逐条列出出处和现行法规依据', 'the table of clauses names source and law in force of each'),
  },
  'S01-2a': {
    zh: '全部用户、客户的咨询与投诉都在本程序受理范围',
    en: 'Every enquiry and every complaint from any user or customer falls in scope; intake may refuse none as out of scope',
    source: 'S01 二',
    law: law('医疗器械经营质量管理规范（2023年第153号）第100–105条'),
  },
  'S01-3a': {
    zh: '综合业务部采集用户服务信息',
    en: 'The general business department collects user-service information',
    source: 'S01 三',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-3b': intakeClauses['S01-3b'],
  'S01-3c': {
    zh: '用户提出的产品质量问题由质量管理部答复并处理',
    en: 'The quality department answers and handles quality questions raised by users',
    source: 'S01 三',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-3d': {
    zh: '质量管理部应尽快联络生产单位取得技术支持',
    en: 'The quality department promptly contacts the manufacturer for technical support',
    source: 'S01 三',
    law: law('医疗器械经营监督管理办法（54号令）第40条；医疗器械经营质量管理规范第105条'),
  },
  'S01-4.1a': {
    zh: '售后质量问题必须及时暴露并处理，直至隐患消除才算结束',
    en: 'Post-sale quality problems are to be found early and handled until the hidden risk is removed; a case may not close while the risk stays open',
    source: 'S01 4.1',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-4.2a': intakeClauses['S01-4.2a'],
  'S01-4.2b': {
    zh: '来源渠道不限（书面、电话、电邮等），须记下渠道',
    en: 'Any channel counts (letter, telephone, e-mail, others); the channel is recorded',
    source: 'S01 4.2',
    law: law('医疗器械经营质量管理规范（2023年第153号）第100–105条'),
  },
  'S01-4.3a': {
    zh: '质量投诉归质量管理部统一负责',
    en: 'The quality department owns every quality complaint',
    source: 'S01 4.3',
  },
  'S01-4.4a': {
    zh: '接诉后立刻登记，填写投诉及处理记录',
    en: 'On receipt the complaint is recorded at once on the complaint and handling record',
    source: 'S01 4.4',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-4.4b': {
    zh: '按规定流程调查并尽快处理',
    en: 'The complaint is investigated by the set procedure and dealt with promptly',
    source: 'S01 4.4',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-4.4c': {
    zh: '投诉方在本地：24小时内派质检人员到场核实',
    en: 'Local complainant: a quality inspector is sent to verify on site within 24 hours',
    source: 'S01 4.4',
  },
  'S01-4.4d': {
    zh: '投诉方在外地：7天内到场核实并处理完',
    en: 'Out-of-town complainant: on-site verification and handling both finished within seven days',
    source: 'S01 4.4',
  },
  'S01-4.4e': {
    zh: '每起投诉均须在3天内给出处置意见',
    en: 'Every complaint has a disposition opinion within three days',
    source: 'S01 4.4',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条'),
  },
  'S01-4.4f': {
    zh: '逐件登入投诉台账，不得漏登',
    en: 'Each complaint is entered, one by one, in the complaint ledger',
    source: 'S01 4.4',
  },
  'S01-4.4g': {
    zh: '每季度把当季投诉情况汇成查询商品质量记录表',
    en: 'Each quarter the complaints of that quarter are compiled into the quality record sheet of complaints and queries',
    source: 'S01 4.4',
  },
  'S01-5a': {
    zh: '保存三种质量记录：投诉查询季度表、投诉台账、投诉及处理记录',
    en: 'Three quality records are kept: the quarterly sheet, the ledger, and the complaint and handling record',
    source: 'S01 五',
    law: law('医疗器械经营质量管理规范（2023年第153号）第21–23条'),
  },
} as const satisfies Record<string, Clause>
