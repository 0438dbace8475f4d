import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const law = { anchor: '医疗器械经营质量管理规范（2023年第153号）第22条', confidence: 'verified-text' } as const

/** The batch record of the written procedure on records; a trading company compiles its records of the month instead. */
export const clauses = {
  'S11-5.1.1h': {
    zh: '每批产品的记录列明生产数量、日期及相关过程活动',
    en: 'The records of each batch state quantity produced, date and the processes that belong to it',
    source: 'S11 5.1.1 f)',
    law,
    control: text(
      '经营环节：批号档案列明生产日期、入库数量和全部进出；可按批号追溯各项记录',
      'For trade: a lot states its production date, quantity received and every move; its records are traced by lot',
    ),
    lacks: text('生产环节的批记录待生产程序运行', 'Batch records of production wait for the production procedure'),
  },
  'S11-5.1.1i': {
    zh: '按月汇编成册（经营企业为月度记录汇编）',
    en: 'They are put together each month (for a trading company: the records of the month)',
    source: 'S11 5.1.1 f)',
    law,
  },
} as const satisfies Record<string, Clause>
