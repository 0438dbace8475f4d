import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { LotRow } from '../../vocabulary/lot.ts'

/** Refuses to let a lot go out on a day after its last day of use. */
export const refuseExpired = (lot: LotRow, day: Day, field?: string): Refusal | false =>
  lot.expiresOn !== null &&
  day > lot.expiresOn &&
  refuse(
    'lot-expired',
    text(
      `批号 ${lot.lotNo} 有效期至 ${lot.expiresOn}，已锁定，不能在 ${day} 出库。`,
      `Lot ${lot.lotNo} was usable until ${lot.expiresOn} and is locked: it cannot go out on ${day}.`,
    ),
    { ...(field && { field }), clause: 'LT-expiry' },
  )
