import type { CaseClass, Department, Kind } from '../procedures/complaint/taxonomy.ts'
import type { Chance } from './world/chance.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'

/** Outcomes of the adverse-event screen that the stories know. */
export type Screened = 'not-reportable' | 'could-be-serious' | 'serious' | 'undecided'

/** Why nothing is reported. */
export const RATIONALES = [
  '未发生伤害，核对说明书与风险分析，再次发生也不会导致死亡或严重伤害，不需上报。',
  '问题在使用前即被发现，未用于患者；失效模式不会造成严重伤害，不需上报。',
  '属包装、标识类问题，未影响患者，经评估再次发生不会导致严重伤害，不需上报。',
  '客户确认无人受到伤害，问题与器械安全性无关，不需上报。',
] as const

/** Plan that the first contact of an urgent case settles. */
export const BACK_UP = '先送备用机保障临床使用，当日安排工程师检测，明日中午前给出结论'

/** Answers of the adverse-event screen by what comes out. */
export const SCREENS = {
  'not-reportable': answersOf({ suspected: 'yes' }),
  'could-be-serious': answersOf({ suspected: 'yes', harmOrPotential: 'yes', couldRecur: 'yes' }),
  serious: answersOf({ suspected: 'yes', harmOrPotential: 'yes', intervention: 'yes', couldRecur: 'yes' }),
  undecided: answersOf({ suspected: 'yes', harmOrPotential: 'unknown', couldRecur: 'unknown' }),
} as const

function answersOf(given: Readonly<Record<string, string>>) {
  const questions = [
    'suspected',
    'harmOrPotential',
    'death',
    'lifeThreatening',
    'permanentDamage',
    'intervention',
    'couldRecur',
    'cluster',
  ]
  return Object.fromEntries(questions.map(question => [question, given[question] ?? 'no']))
}

/** What the test of the retained sample says. */
export const SAMPLE_NOTES = {
  conforming: '同批留样按产品技术要求复验，各项合格。',
  nonconforming: '同批留样复验，出现与客户反映一致的不合格项。',
  none: '设备类产品不留样，以在库同型号产品比对检测代替。',
} as const

/** Actions: department, who answers for it, what is asked, what was done. */
export const CAPAS = [
  ['warehouse', 'warehouse', '同批在库产品隔离并逐件复核外观和包装', '已隔离复核完毕，记录交质量管理部。'],
  ['technology', 'technician', '同型号在用设备逐台巡检并留存检测数据', '巡检完成，未见同类问题，检测数据已归档。'],
  [
    'after-sales',
    'after-sales-head',
    '修订交付培训清单，增加报警处置演示并签字确认',
    '清单已修订，两名工程师已按新清单执行。',
  ],
  ['sales', 'sales-head', '运输包装增加缓冲与防潮要求，并写入承运协议', '承运协议补充条款已签，首车按新要求装运。'],
] as const

/** Who answers for a complaint of a class: screens, replies and closes it. */
export const headOf = (caseClass: CaseClass, quality: string): string =>
  caseClass === 'service' ? 'service-head' : caseClass === 'consumer' ? 'after-sales-head' : quality

/** Who handles a kind of complaint. */
export function handlerOf(kind: Kind, luck: Chance): string {
  if (kind === 'maintenance' || kind === 'training') return 'technician'
  if (kind === 'consumer-return') return 'after-sales'
  return luck.pick(['case-handler', 'case-handler-2'])
}

/** The department to which a complaint goes, and its head. */
export function departmentOf(kind: Kind, text: ComplaintText, luck: Chance): readonly [Department, string] {
  if (kind === 'maintenance' || kind === 'training') return ['technology', 'department-head']
  if (/发票|发错货|效期|随货|送货/.test(text.title)) return ['sales', 'sales-head']
  if (kind === 'consumer-return') return ['after-sales', 'after-sales-head']
  return luck.pick([
    ['service', 'service-head'],
    ['after-sales', 'after-sales-head'],
  ] as const)
}

/** Suppliers that are told of a problem where the maker does not deliver himself. */
export const SUPPLIERS = [
  '河南豫通械配供应链有限公司',
  '上海浦澄国际贸易有限公司',
  '北京京禾医疗器械贸易有限公司',
] as const
