import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { checkShipment } from './commands/check-shipment.ts'
import { orderShipment } from './commands/order-shipment.ts'
import { pickShipment } from './commands/pick-shipment.ts'
import { shipShipment } from './commands/ship-shipment.ts'
import { bringBackShipment, signBackShipment } from './commands/sign-back-shipment.ts'
import { cancelShipment, resumeShipment, stopShipment } from './commands/stop-shipment.ts'
import { signBack } from './deadlines.ts'
import { deliveryNote } from './forms/delivery-note.ts'
import { outboundCheckRecord } from './forms/outbound-check-record.ts'
import { salesRecord } from './forms/sales-record.ts'
import { shipments } from './ledgers.ts'
import { pickingOrder, sameDay, signBackDays } from './policies.ts'
import { queries } from './queries.ts'
import { Shipment } from './shipment.ts'
import { shipmentView } from './view.ts'

/** Goods that leave to a customer, checked twice. */
export const shipment: Procedure = procedure({
  name: 'shipment',
  title: text('出库复核', 'Outbound check'),
  noun: text('出库单', 'shipment'),
  nouns: text('出库单', 'Shipments'),
  group: 'flow',
  source: [
    sourceDocument('S24'),
    sourceDocument('S23'),
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Shipment,
  dependsOn: ['lot'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [pickingOrder, signBackDays, sameDay],
  deadlines: [signBack],
  duties: [],
  chains: [],
  commands: [
    orderShipment,
    pickShipment,
    checkShipment,
    shipShipment,
    signBackShipment,
    stopShipment,
    resumeShipment,
    bringBackShipment,
    cancelShipment,
  ],
  gates: [],
  on: [],
  queries,
  forms: [outboundCheckRecord, deliveryNote, salesRecord],
  ledgers: [shipments],
  reports: [],
  viewFacts: ['lines'],
  view: shipmentView,
})
