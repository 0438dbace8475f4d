import type { Procedure } from '../kernel/procedure.ts'
import { accessReview } from './access-review/procedure.ts'
import { archive } from './archive/procedure.ts'
import { awaited } from './awaited.ts'
import { calendarYear } from './calendar-year/procedure.ts'
import { channel } from './channel/procedure.ts'
import { compilation } from './compilation/procedure.ts'
import { complaint } from './complaint/procedure.ts'
import { dataImport } from './data-import/procedure.ts'
import { destruction } from './destruction/procedure.ts'
import { disposal } from './disposal/procedure.ts'
import { document } from './document/procedure.ts'
import { duty } from './duty/procedure.ts'
import { equipment } from './equipment/procedure.ts'
import { inquiry } from './inquiry/procedure.ts'
import { inspection } from './inspection/procedure.ts'
import { legalHold } from './legal-hold/procedure.ts'
import { lot } from './lot/procedure.ts'
import { message } from './message/procedure.ts'
import { nonconforming } from './nonconforming/procedure.ts'
import { notice } from './notice/procedure.ts'
import { party } from './party/procedure.ts'
import { patrol } from './patrol/procedure.ts'
import { periodicReport } from './periodic-report/procedure.ts'
import { person } from './person/procedure.ts'
import { policyChange } from './policy-change/procedure.ts'
import { product } from './product/procedure.ts'
import { qualityObjective } from './quality-objective/procedure.ts'
import { recordControl } from './record-control/procedure.ts'
import { returns } from './return/procedure.ts'
import { shipment } from './shipment/procedure.ts'
import { signal } from './signal/procedure.ts'
import { stopSale } from './stop-sale/procedure.ts'
import { storageCondition } from './storage-condition/procedure.ts'
import { supplierInquiry } from './supplier-inquiry/procedure.ts'
import { warehouse } from './warehouse/procedure.ts'

/** Every written procedure that runs, in the order of the navigation. */
export const procedures: readonly Procedure[] = [
  complaint,
  inquiry,
  returns,
  message,
  stopSale,
  notice,
  nonconforming,
  destruction,
  supplierInquiry,
  signal,
  shipment,
  lot,
  product,
  party,
  warehouse,
  storageCondition,
  person,
  accessReview(() => procedures),
  periodicReport(
    () => procedures,
    () => awaited,
  ),
  qualityObjective,
  recordControl(() => procedures),
  compilation(() => procedures),
  legalHold(() => procedures),
  disposal(() => procedures),
  archive,
  inspection(() => procedures),
  policyChange(() => [...procedures, ...awaited]),
  document(() => [...procedures, ...awaited]),
  calendarYear,
  duty(() => procedures),
  equipment,
  patrol,
  channel,
  dataImport,
]
