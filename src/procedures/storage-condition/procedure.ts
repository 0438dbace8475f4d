import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { adjustStorageCondition } from './commands/adjust-storage-condition.ts'
import { assessGoods } from './commands/assess-goods-storage-condition.ts'
import { closeStorageCondition } from './commands/close-storage-condition.ts'
import { correctStorageCondition } from './commands/correct-storage-condition.ts'
import { extendExcursion, openExcursion } from './commands/excursion-storage-condition.ts'
import { noteMissed } from './commands/note-missed-storage-condition.ts'
import { recordStorageCondition } from './commands/record-storage-condition.ts'
import { rereadStorageCondition } from './commands/reread-storage-condition.ts'
import { setRange } from './commands/set-range-storage-condition.ts'
import { takeSeries } from './commands/take-series-storage-condition.ts'
import { voidStorageCondition } from './commands/void-storage-condition.ts'
import { deadlines } from './deadlines.ts'
import { duties } from './duties.ts'
import { monthSheet } from './forms/month-sheet.ts'
import { loggerSeries } from './imports/logger-series.ts'
import { storageConditionLedger } from './ledgers.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { monthSummary } from './reports/month-summary.ts'
import { StorageCondition } from './storage-condition.ts'
import { storageConditionView, viewFacts } from './view.ts'

/** Temperature and humidity of stores. */
export const storageCondition: Procedure = procedure({
  name: 'storage-condition',
  title: text('库房温湿度', 'Storage conditions'),
  noun: text('温湿度记录', 'storage condition'),
  nouns: text('库房温湿度', 'Storage conditions'),
  group: 'flow',
  source: [{ id: 'S25', title: text('在库养护程序 2(2)、2(3)', 'In-stock maintenance, 2(2) and 2(3)') }],
  record: StorageCondition,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: Object.values(policies),
  deadlines,
  duties,
  chains: [],
  commands: [
    recordStorageCondition,
    adjustStorageCondition,
    rereadStorageCondition,
    assessGoods,
    closeStorageCondition,
    correctStorageCondition,
    voidStorageCondition,
    noteMissed,
    setRange,
    takeSeries,
    openExcursion,
    extendExcursion,
  ],
  gates: [],
  on: [],
  queries,
  forms: [monthSheet],
  ledgers: [storageConditionLedger],
  imports: [loggerSeries],
  reports: [monthSummary],
  viewFacts,
  view: storageConditionView,
})
