import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { lotTitle } from '../../../vocabulary/lot.ts'
import { lotCommand } from '../lot-command.ts'
import { details, refuseLot } from '../lot-details.ts'

/** Corrects what the label of a lot says; the old values stay readable. */
export const changeLot = lotCommand('change', {
  title: text('更正批次', 'Correct'),
  fulfils: ['LT-trace', 'LT-label'],
  from: ['active', 'inactive'],
  by: BASE_DATA_KEEPERS,
  input: z.object({ ...details, reason: reasonField }),
  find: ['product', 'lotTaken'],
  check: ({ record, input: { reason, ...entered }, found, now, zone }) => [
    // twins from before the comparison was made may still be corrected otherwise
    ...refuseLot(entered, record.lotNo === entered.lotNo ? { ...found, lotTaken: null } : found, { now, zone }),
    refuseUnchanged(correctionsOf(record, entered, reason), text('该批次', 'this lot')),
  ],
  change: ({ record, input: { reason, ...entered }, found }) => ({
    set: { ...entered, title: found.product ? lotTitle(found.product, entered.lotNo) : record.title },
    correct: correctionsOf(record, entered, reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.number}：${input.reason}`, `corrected ${record.number}: ${input.reason}`),
  fill: ({ record: { lotNo, producedOn, expiresOn, sterilisationLot } }) => ({
    lotNo,
    producedOn,
    expiresOn,
    sterilisationLot,
  }),
  rank: 30,
})
