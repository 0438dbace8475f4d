import type { Clause } from '../../../kernel/procedure.ts'

/** The law behind a clause; read in its full text unless said otherwise. */
export const law = (
  anchor: string,
  confidence: NonNullable<Clause['law']>['confidence'] = 'verified-text',
): NonNullable<Clause['law']> => ({ anchor, confidence })

const ORDER_1 = '医疗器械不良事件监测和再评价管理办法（1号令）'

/** Duties that come from the law itself, beside what the written procedures say. */
export const lawClauses = {
  'CN-CP-001': {
    zh: '接到质量安全投诉后查明原因、及时处理反馈并记录，及时通知注册人/备案人和供货者',
    en: 'On a complaint about quality or safety: find the cause, handle it, answer, record it, and tell registrant and supplier without delay',
    source: 'CN-CP-001',
    law: law('医疗器械经营质量管理规范（2023年第153号）第105条；医疗器械经营监督管理办法（54号令）第40条'),
  },
  'CN-AE-003': {
    zh: '获知可疑不良事件导致死亡，自获知之日起 7 日内经国家系统上报',
    en: 'A suspected event that led to death is reported through the national system within 7 days of the day of knowledge',
    source: 'CN-AE-003',
    law: law(`${ORDER_1}第25条第2款`),
  },
  'CN-AE-004': {
    zh: '导致严重伤害、可能导致严重伤害或死亡的，自获知之日起 20 日内上报；遵循可疑即报',
    en: 'An event that led to serious injury, or could lead to serious injury or death, is reported within 20 days; suspicion is enough',
    source: 'CN-AE-004',
    law: law(`${ORDER_1}第17、18、25条第2款`),
  },
  'CN-AE-007': {
    zh: '发现或获知可疑不良事件，及时告知持有人',
    en: 'The holder is told of every suspected event without delay',
    source: 'CN-AE-007',
    law: law(`${ORDER_1}第20、25条第2款`),
  },
  'CN-AE-011': {
    zh: '群体不良事件 12 小时内电话或传真报告省级药监和卫生部门，并在系统报基本信息',
    en: 'A cluster is reported by telephone or fax to the provincial drug and health authorities within 12 hours, with basic data in the system',
    source: 'CN-AE-011',
    law: law(`${ORDER_1}第31条`),
  },
  'CN-AE-012': {
    zh: '群体不良事件中的每一事件 24 小时内按个例上报',
    en: 'Each single case of a cluster is reported within 24 hours',
    source: 'CN-AE-012',
    law: law(`${ORDER_1}第31条`),
  },
  'CN-AE-013': {
    zh: '群体不良事件 12 小时内告知持有人，并迅速自查',
    en: 'The holder is told of a cluster within 12 hours, and one’s own stock and sales are checked',
    source: 'CN-AE-013',
    law: law(`${ORDER_1}第33条`),
  },
} as const satisfies Record<string, Clause>
