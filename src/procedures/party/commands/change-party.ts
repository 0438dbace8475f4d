import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { derivedPartyColumns, type PartyRow } from '../../../vocabulary/party.ts'
import { details, type PartyDetails } from '../party.ts'
import { refuseParty } from '../party-check.ts'
import { partyCommand } from '../party-command.ts'

const enteredOf = (record: PartyRow): PartyDetails =>
  Object.fromEntries(Object.keys(details).map(key => [key, record[key as keyof PartyDetails]])) as PartyDetails

/** Corrects what is written about a party; the old values stay readable. A decided locality stays decided. */
export const changeParty = partyCommand('change', {
  title: text('更正资料', 'Correct'),
  fulfils: ['PT-keepers', 'PT-trace', 'PT-locality'],
  from: ['active', 'inactive'],
  by: BASE_DATA_KEEPERS,
  input: z.object({ ...details, reason: reasonField }),
  find: ['site', 'nameTaken'],
  check: ({ record, input: { reason, ...entered }, found }) => [
    ...refuseParty(entered, found.nameTaken),
    refuseUnchanged(correctionsOf(record, entered, reason), text('该单位', 'this party')),
  ],
  change: ({ record, input: { reason, ...entered }, found }) => {
    const decided = record.localityFrom === 'decision' ? record.locality : undefined
    const derived = derivedPartyColumns(entered, found.site, decided)
    return {
      set: { ...entered, ...derived },
      correct: correctionsOf(record, { ...entered, locality: derived.locality }, reason),
    }
  },
  tell: ({ record, input }) =>
    text(`更正 ${record.number}：${input.reason}`, `corrected ${record.number}: ${input.reason}`),
  fill: ({ record }) => enteredOf(record),
  rank: 20,
})
