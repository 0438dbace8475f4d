import type { WrittenProcedure } from '../kernel/procedure.ts'
import { acceptance } from './acceptance/written.ts'
import { contractReview } from './contract-review/written.ts'
import { customerFeedback } from './customer-feedback/written.ts'
import { fieldService } from './field-service/written.ts'
import { licenceChange } from './licence-change/written.ts'
import { production } from './production/written.ts'
import { purchase } from './purchase/written.ts'
import { qualityInformation } from './quality-information/written.ts'
import { reward } from './reward/written.ts'
import { salesService } from './sales-service/written.ts'
import { stockMaintenance } from './stock-maintenance/written.ts'
import { supplierApproval } from './supplier-approval/written.ts'
import { vendorService } from './vendor-service/written.ts'

/** Every written procedure that does not run yet, in the order of the navigation. */
export const awaited: readonly WrittenProcedure[] = [
  customerFeedback,
  salesService,
  fieldService,
  vendorService,
  contractReview,
  supplierApproval,
  purchase,
  acceptance,
  stockMaintenance,
  qualityInformation,
  production,
  licenceChange,
  reward,
]
