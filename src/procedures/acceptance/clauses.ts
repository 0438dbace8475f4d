import { arrivalCheckClauses } from './clauses/arrival-check.ts'
import { hospitalDeviceClauses } from './clauses/hospital-devices.ts'
import { purchasedGoodsClauses } from './clauses/purchased-goods.ts'

/** What the acceptance procedures ask of goods that arrive and of devices that a hospital takes over, in our own words. */
export const clauses = { ...hospitalDeviceClauses, ...purchasedGoodsClauses, ...arrivalCheckClauses } as const
