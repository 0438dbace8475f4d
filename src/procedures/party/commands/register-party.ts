import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { derivedPartyColumns } from '../../../vocabulary/party.ts'
import { details } from '../party.ts'
import { refuseParty } from '../party-check.ts'
import { partyCommand } from '../party-command.ts'

/** A customer, supplier or manufacturer becomes base data. */
export const registerParty = partyCommand('register', {
  title: text('登记往来单位', 'Register a party'),
  about: text(
    '由质量管理部审核资质后登记，此后各程序可选用。',
    'Entered by quality after review of the licences; then offered everywhere.',
  ),
  fulfils: ['PT-keepers', 'PT-customer-file', 'PT-supplier-file', 'PT-locality', 'S12-5.10.1a', 'S27-3b', 'S27-4a'],
  from: 'new',
  to: 'active',
  by: BASE_DATA_KEEPERS,
  input: z.object(details),
  find: ['site', 'nameTaken'],
  check: ({ input, found }) => refuseParty(input, found.nameTaken),
  change: ({ input, found }) => ({ set: { ...input, ...derivedPartyColumns(input, found.site) } }),
  tell: ({ record, input }) => text(`登记 ${record.number} ${input.name}`, `registered ${record.number} ${input.name}`),
})
