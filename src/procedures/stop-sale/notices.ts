import type { Start } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Instant } from '../../kernel/time.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { StopSaleTold } from './stop-sale-rows.ts'
import { RESUMES } from './wording.ts'

/** What a notice says of the stop; the number is not known yet while the stop is being placed. */
type Held = Pick<StopSaleRow, 'title' | 'serials' | 'source'> & { readonly number?: string }

/** So many lots go into one notice. */
const LOTS = 200

const drafts = (record: Held, lotIds: readonly string[], input: JsonObject): Start[] =>
  Array.from({ length: Math.ceil(lotIds.length / LOTS) }, (_, i) => ({
    command: 'notice.draft',
    link: 'notice',
    input: {
      ...input,
      lotIds: lotIds.slice(i * LOTS, (i + 1) * LOTS),
      serials: [...record.serials],
      initiator: record.source === 'authority' ? 'authority' : 'own',
      ...(record.number && { causeNumber: record.number }),
    },
  }))

/**
 * S01-4.7e: every buyer of the held lots is asked to stop, but those whom somebody has told already. Nothing is drafted
 * while nobody has bought any of it.
 */
export const suspendNotice = (
  record: Held,
  reason: string,
  soldLotIds: readonly string[],
  told: readonly StopSaleTold[],
  decidedAt: Instant,
): Start[] =>
  drafts(record, soldLotIds, {
    kind: 'suspend',
    reason,
    instructions: `请立即暂停销售和使用${record.title}，就地封存，并按本通知的链接回复现有数量。`,
    exceptPartyIds: told.flatMap(row => (row.audience === 'buyer' && row.partyId ? [row.partyId] : [])),
    decidedAt,
  })

/** S01-4.5a: the buyers whom a notice asked to stop are told that they may go on. */
export const resumeNotice = (
  record: Held,
  reason: string,
  soldLotIds: readonly string[],
  told: readonly StopSaleTold[],
  decidedAt: Instant,
): Start[] =>
  told.some(row => row.audience === 'buyers' && row.resumedAt === null)
    ? drafts(record, soldLotIds, {
        kind: 'resume',
        reason,
        instructions: `${record.title}经复查合格，可以恢复销售和使用。`,
        decidedAt,
      })
    : []

/** A suspend notice that nobody has got yet says what is no longer true: it is given up with the release. */
export const liftUnsent = (record: Pick<StopSaleRow, 'number'>, unsent: readonly { readonly id: string }[]): Start[] =>
  unsent.map(({ id }) => ({ command: 'notice.lift', on: id, input: { number: record.number } }))

/** Those who were told to stop and have not been told yet that it is over. */
export const stillWaiting = (told: readonly StopSaleTold[]): readonly StopSaleTold[] =>
  told.filter(row => RESUMES.includes(row.audience) && row.resumedAt === null)
