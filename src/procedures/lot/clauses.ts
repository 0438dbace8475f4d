import type { Clause } from '../../kernel/procedure.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of lots and of the record of what was delivered, in our own words. */
export const clauses = {
  'LT-label': {
    zh: '进货查验和销售记录须记明生产批号、生产日期和有效期',
    en: 'Records of receipt and sale name the lot, its production day and its last day of use',
    source: '45',
    law: { anchor: '医疗器械监督管理条例（739号令）第四十五条', confidence: 'verified-text' },
  },
  'LT-delivery': {
    zh: '销售记录和随货同行单记明购货者、批号、数量和日期，可逐批追溯到购货者',
    en: 'The record of sale names customer, lot, quantity and day, so that each lot can be traced to who got it',
    source: '84, 91–94',
    law: { anchor: 'GSP153（2023年第153号）第八十四、九十一至九十四条', confidence: 'verified-text' },
  },
  'LT-expiry': {
    zh: '超过有效期的医疗器械自动锁定，不得销售',
    en: 'Devices beyond their last day of use are locked and not sold',
    source: '51(六)',
    law: { anchor: 'GSP153（2023年第153号）第五十一条；国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  'LT-customer': {
    zh: '只向在用的购货者出库',
    en: 'Devices go to customers in use alone',
    source: '81',
    law: { anchor: 'GSP153（2023年第153号）第八十一条', confidence: 'verified-text' },
  },
  'LT-lock': baseDataClauses.lock,
  'LT-trace': baseDataClauses.trace,
} as const satisfies Record<string, Clause>
