import type { Clause } from '../../kernel/procedure.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of a warehouse, in our own words. */
export const clauses = {
  'WA-zones': {
    zh: '库房按质量状态分待验、合格品、发货、不合格品、退货五区，各有明显色标：待验和退货黄色，合格品和发货绿色，不合格品红色',
    en: 'A store keeps five zones apart by the state of the goods, with coloured marks: waiting and return yellow, qualified and shipping green, unqualified red',
    source: '38–44',
    law: { anchor: 'GSP153（2023年第153号）第三十八至四十四条', confidence: 'verified-text' },
  },
  'WA-climate': {
    zh: '库房的温度条件与所存医疗器械说明书或标签的要求一致',
    en: 'A store is as warm or cold as the labels of the devices in it ask',
    source: '38–44',
    law: { anchor: 'GSP153（2023年第153号）第三十八至四十四条', confidence: 'verified-text' },
  },
  'WA-keepers': baseDataClauses.keepers,
  'WA-lock': baseDataClauses.lock,
  'WA-trace': baseDataClauses.trace,
  'S25-1.9a': {
    zh: '划分待验、合格、发货、不合格、退货五区并有明显标志',
    en: 'Five zones: waiting, qualified, shipping, unqualified, return, each clearly marked',
    source: 'S25 （六）1（9）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第34–52条', confidence: 'verified-text' },
  },
  'S23-5a': {
    zh: '按类别分区、按批号与效期远近分垛',
    en: 'By product class zone, stacked apart by batch and distance of expiry',
    source: 'S23 （四）5',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第69–77条', confidence: 'verified-text' },
    control: null,
  },
} as const satisfies Record<string, Clause>
