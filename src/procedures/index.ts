import type { Procedure } from '../kernel/procedure.ts'
import { awaited } from './awaited.ts'
import { calendarYear } from './calendar-year/procedure.ts'
import { channel } from './channel/procedure.ts'
import { complaint } from './complaint/procedure.ts'
import { dataImport } from './data-import/procedure.ts'
import { destruction } from './destruction/procedure.ts'
import { inquiry } from './inquiry/procedure.ts'
import { lot } from './lot/procedure.ts'
import { message } from './message/procedure.ts'
import { nonconforming } from './nonconforming/procedure.ts'
import { notice } from './notice/procedure.ts'
import { party } from './party/procedure.ts'
import { person } from './person/procedure.ts'
import { policyChange } from './policy-change/procedure.ts'
import { product } from './product/procedure.ts'
import { returns } from './return/procedure.ts'
import { shipment } from './shipment/procedure.ts'
import { stopSale } from './stop-sale/procedure.ts'
import { storageCondition } from './storage-condition/procedure.ts'
import { supplierInquiry } from './supplier-inquiry/procedure.ts'
import { warehouse } from './warehouse/procedure.ts'

/** Every written procedure that runs, in the order of the navigation. */
export const procedures: readonly Procedure[] = [
  complaint,
  inquiry,
  stopSale,
  supplierInquiry,
  returns,
  nonconforming,
  destruction,
  message,
  notice,
  party,
  product,
  lot,
  warehouse,
  storageCondition,
  shipment,
  person,
  policyChange(() => [...procedures, ...awaited]),
  calendarYear,
  channel,
  dataImport,
]
