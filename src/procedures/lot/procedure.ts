import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { acceptLot, bookInLot } from './commands/accept-lot.ts'
import { changeLot } from './commands/change-lot.ts'
import { countLot } from './commands/count-lot.ts'
import { deactivateLot, reactivateLot } from './commands/lot-out-of-use.ts'
import { openStock } from './commands/open-stock.ts'
import { pickLot, putBackLot } from './commands/pick-lot.ts'
import { receiveLot } from './commands/receive-lot.ts'
import { recordDeliveries } from './commands/record-deliveries.ts'
import { registerLot } from './commands/register-lot.ts'
import { shipLot } from './commands/ship-lot.ts'
import { destroyAtCustomer, takeBackLot } from './commands/take-back-lot.ts'
import { leaveLot, transferLot } from './commands/transfer-lot.ts'
import { stockInNote } from './forms/stock-in-note.ts'
import { stocktakeRecord } from './forms/stocktake-record.ts'
import { deliveryImport } from './imports/deliveries.ts'
import { lotImport } from './imports/lots.ts'
import { openingStockImport } from './imports/opening-stock.ts'
import { receiptImport } from './imports/receipts.ts'
import { lots } from './ledgers.ts'
import { Lot } from './lot.ts'
import { queries } from './queries.ts'
import { lotView } from './view.ts'

/** Lots, their stock and where they went. */
export const lot: Procedure = procedure({
  name: 'lot',
  title: text('批次与库存', 'Lots and stock'),
  noun: text('批次', 'lot'),
  nouns: text('批次', 'Lots'),
  group: 'flow',
  source: [
    { id: '739号令', title: text('医疗器械监督管理条例', 'Regulation on the supervision of medical devices') },
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
    sourceDocument('S22'),
    sourceDocument('S23'),
  ],
  record: Lot,
  dependsOn: ['product', 'warehouse'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [
    registerLot,
    changeLot,
    receiveLot,
    acceptLot,
    bookInLot,
    openStock,
    pickLot,
    putBackLot,
    shipLot,
    takeBackLot,
    destroyAtCustomer,
    transferLot,
    leaveLot,
    countLot,
    recordDeliveries,
    deactivateLot,
    reactivateLot,
  ],
  gates: [],
  on: [],
  queries,
  forms: [stockInNote, stocktakeRecord],
  ledgers: [lots],
  imports: [lotImport, openingStockImport, receiptImport, deliveryImport],
  reports: [],
  viewFacts: ['product', 'stock', 'moves', 'holders', 'deliveries', 'stockIns', 'stockCounts'],
  view: lotView,
})
