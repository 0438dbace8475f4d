import type { Clause } from '../../../kernel/procedure.ts'

/** Articles of GSP153, read in full text. */
export const law = (articles: string): NonNullable<Clause['law']> => ({
  anchor: `医疗器械经营质量管理规范（2023年第153号）${articles}`,
  confidence: 'verified-text',
})

/** Duties that come from the law itself, beside what the written procedures say. */
export const lawClauses = {
  'CN-GSP-67': {
    zh: '销后退回的冷链产品须有售出期间的温度记录，没有记录或不符合温度要求的拒收',
    en: 'Cold-chain goods that come back have a temperature record of the time outside; without it, or out of range, they are refused',
    source: 'GSP153 67',
    law: law('第63、67条'),
  },
  'CN-GSP-106': {
    zh: '退回的医疗器械经验收人员验收，合格的方可入合格品区，不合格的入不合格品区',
    en: 'Returned devices are inspected by an inspector; only good ones enter the qualified zone, the others the unqualified zone',
    source: 'GSP153 106',
    law: law('第106条'),
  },
  'CN-GSP-107': {
    zh: '退货记录载明退货日期、原出库单号、退货单位、产品与注册信息、贮运条件、批号、效期、唯一标识、原因、质量状态、数量、验收人员、不合格事项及处置',
    en: 'The return record names date, original outbound number, party, device and registration, conditions, lot, expiry, UDI, reason, quality status, quantity, inspector, nonconformity and disposition',
    source: 'GSP153 107',
    law: law('第107条'),
  },
} as const satisfies Record<string, Clause>
