import type { Clause } from '../../kernel/procedure.ts'
import { baseDataClauses } from '../../vocabulary/base-data.ts'

/** What the rules ask of the files on customers, suppliers and manufacturers, in our own words. */
export const clauses = {
  'PT-keepers': baseDataClauses.keepers,
  'PT-customer-file': {
    zh: '只向合法的单位和个人销售，首次销售前建立购货者档案',
    en: 'Devices are sold to lawful customers alone, whose file is made before the first sale',
    source: '81–82',
    law: { anchor: 'GSP153（2023年第153号）第八十一、八十二条', confidence: 'verified-text' },
  },
  'PT-supplier-file': {
    zh: '只从合法的供货者采购，并保存其资质证照',
    en: 'Devices are bought from lawful suppliers alone, whose licences are kept',
    source: '53',
    law: { anchor: 'GSP153（2023年第153号）第五十三条', confidence: 'verified-text' },
  },
  'PT-locality': {
    zh: '投诉方是本地还是外地，决定核实和处理的时限',
    en: 'Whether the complainant is local or out of town decides the limits of verification and handling',
    source: 'S01 4.4',
  },
  'PT-lock': baseDataClauses.lock,
  'PT-trace': baseDataClauses.trace,
} as const satisfies Record<string, Clause>
