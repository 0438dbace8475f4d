import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

type Law = NonNullable<Clause['law']>
const law = (anchor: string, confidence: Law['confidence'] = 'verified-text'): Law => ({ anchor, confidence })

const ORDER_29 = '医疗器械召回管理办法（29号令）'
const GSP = '医疗器械经营质量管理规范（2023年第153号）'

/**
 * What the written procedures ask of notices, and the duties that the law adds. The law of recalls speaks to the registrant,
 * the filer or the domestic agent of a foreign one; a trading company passes on, assists and takes back.
 */
export const clauses = {
  'S01-4.5a': {
    zh: '核实产品合格后 24 小时内告知购货方可以恢复销售；质量管理部确认合格之前不得发出',
    en: 'Within 24 hours of finding the product good, the buyer is told that it may sell again; not before quality management has found so',
    source: 'S01 4.5',
    law: law(`${GSP}第104、105条`),
  },
  'S01-4.7e': {
    zh: '确有质量问题的，购买过同一器械的其他购货方全部收到暂停销售的通知',
    en: 'When the problem is real, all other buyers of the device are told to suspend its sale',
    source: 'S01 4.7',
    law: law(`${GSP}第110条`),
  },
  'S26-2.3d': {
    zh: '已售出的不合格品，由业务部门发产品收回通知单收回',
    en: 'Nonconforming goods that were already shipped are recovered by the recall notice of sales',
    source: 'S26 (七)2(3)',
    law: law(`${ORDER_29}第15条；${GSP}第111条`),
  },
  'S04-4.9a': {
    zh: '产品发生变化，或者隐患可能致伤、致死时，管理者代表尽快起草书面的忠告性通知',
    en: 'When a product changes, or a hazard could injure or kill, the management representative promptly drafts an advisory notice',
    source: 'S04 4.9',
    law: law(`${ORDER_29}第3条`),
  },
  'S04-4.9b': {
    zh: '忠告性通知同时送达用户和公告机构，并留送达记录',
    en: 'The advisory notice goes to users and the notified body alike, and its delivery is recorded',
    source: 'S04 4.9',
    law: law(`${ORDER_29}第15条`),
  },
  'S09-1b': {
    zh: '已售产品需要补充信息或建议时发出忠告性通知',
    en: 'An advisory notice is issued where sold products need more information or advice',
    source: 'S09 1',
  },
  'S09-4.2b': {
    zh: '忠告性通知由销售部门发布',
    en: 'Sales publishes advisory notices',
    source: 'S09 4.2',
  },
  'S06-5.3a': {
    zh: '质量部门依照法规与监管机构沟通并留记录',
    en: 'Quality speaks with the authorities as the law demands, on record',
    source: 'S06 5.3',
    law: law(`${ORDER_29}第7、16条`),
  },
  'CN-RC-001': {
    zh: '作出召回决定后，一级 1 日、二级 3 日、三级 7 日内通知到有关经营企业、使用单位或者使用者（义务人为注册人、备案人；经营企业按同一时限协助传达）',
    en: 'After the decision to recall, traders and users are told within 1, 3 or 7 days by class (the duty of the registrant; a trading company passes on in the same time)',
    source: 'CN-RC-001–003, 015–017',
    law: law(`${ORDER_29}第15、26条`),
  },
  'CN-RC-004': {
    zh: '作出召回决定后立即提交召回事件报告表（注册人、备案人）',
    en: 'The event is reported at once after the decision to recall (registrant)',
    source: 'CN-RC-004',
    law: law(`${ORDER_29}第16条`),
  },
  'CN-RC-005': {
    zh: '作出召回决定后 5 个工作日内提交调查评估报告和召回计划（注册人、备案人）',
    en: 'Evaluation report and recall plan are filed within 5 working days of the decision (registrant)',
    source: 'CN-RC-005, 018',
    law: law(`${ORDER_29}第16、17、26条`),
  },
  'CN-RC-007': {
    zh: '召回期间按计划定期提交实施情况报告（注册人、备案人）',
    en: 'Progress is reported as the plan says (registrant)',
    source: 'CN-RC-007',
    law: law(`${ORDER_29}第20条`),
  },
  'CN-RC-008': {
    zh: '召回完成后 10 个工作日内评估效果并提交总结评估报告（注册人、备案人）',
    en: 'The effect is evaluated and reported within 10 working days of completion (registrant)',
    source: 'CN-RC-008',
    law: law(`${ORDER_29}第22条`),
  },
  'CN-RC-010': {
    zh: '经营企业发现可能的缺陷产品，立即暂停销售，及时通知注册人或供货者，并报告所在地监管部门',
    en: 'A trader who finds a possible defect stops selling at once, tells registrant or supplier, and reports to the authority',
    source: 'CN-RC-010, 013, 014',
    law: law(`${ORDER_29}第7条；${GSP}第110条；医疗器械监督管理条例第67条`),
  },
  'CN-RC-011': {
    zh: '召回处理有记录：处理方式、数量、地点；保存至注册证失效后 5 年，第一类 5 年',
    en: 'What is done with recalled goods is recorded: measure, quantity, place; kept 5 years past the certificate, class I 5 years',
    source: 'CN-RC-011, 012',
    law: law(`${ORDER_29}第21条`),
  },
  'CN-GSP-111': {
    zh: '经营企业协助召回：按召回计划传达和反馈信息，控制和收回产品，并建立召回记录',
    en: 'A trader assists a recall: passes information on and back as the plan says, controls and takes back the goods, and keeps a recall record',
    source: 'R-CN-25',
    law: law(`${GSP}第111条；${ORDER_29}第6条`),
  },
  'US-RC-001': {
    zh: '召回状态报告：通知、回应、未回应的收货方数，各方退回数量，有效性检查，预计完成时间（出口美国时适用）',
    en: 'Status report: consignees told, responding and not, quantities returned, effectiveness checks, estimated completion (for goods sold in the US)',
    source: 'R-US-09',
    law: law('21 CFR 7.53(b)', 'secondary'),
  },
  'TZ-trace': {
    zh: '通知名单来自销售记录，不凭记忆；增减须写明理由（出库记录无联系方式的，从客户档案取得）',
    en: 'The list comes from the records of sale and not from memory; adding or leaving out somebody needs a reason (contacts come from the customer file)',
    source: 'X48, X36',
    law: law(`${GSP}第101、102条`),
  },
  'TZ-drill': {
    zh: '定期以真实批号做模拟召回，计时、核对数量、评分，不对外发送',
    en: 'A mock recall of a real lot is run regularly: timed, reconciled, scored; nothing leaves the company',
    source: '公司要求',
    control: text('“开始模拟召回”及演练记录', 'The step that starts a mock recall, and its record'),
  },
} as const satisfies Record<string, Clause>
