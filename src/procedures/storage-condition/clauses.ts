import type { Clause } from '../../kernel/procedure.ts'

/** What S25 在库养护程序 asks about the conditions in which goods are kept, and the law behind it. */
export const clauses = {
  'S25-1.6a': {
    zh: '按储存要求设不同温湿度库，相对湿度保持45—75%',
    en: 'Stores of different temperature and humidity as needed; relative humidity 45–75 %',
    source: 'S25 （六）1（6）',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第34–52条', confidence: 'verified-text' },
  },
  'S25-2.2a': {
    zh: '检查库房储存条件，并配合做好温湿度监测',
    en: 'The conditions of storage are checked and the monitoring of temperature and humidity is supported',
    source: '(六)2(2)',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第三十八至四十四条', confidence: 'secondary' },
  },
  'S25-2.2b': {
    zh: '每日上午、下午各在规定时段内记录一次库房温湿度；时段外的记录为迟记',
    en: 'Each day temperature and humidity of a store are written down once in the morning and once in the afternoon window; outside them an entry is late',
    source: '(六)2(2)',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第六十九至七十七条', confidence: 'secondary' },
  },
  'S25-2.3a': {
    zh: '温湿度超出规定范围，及时采取调控措施并记录',
    en: 'Out of range: conditions are adjusted in time, and the adjustment is written down',
    source: '(六)2(3)',
    law: { anchor: '医疗器械经营质量管理规范（2023年第153号）第六十九至七十七条', confidence: 'secondary' },
  },
} as const satisfies Record<string, Clause>
