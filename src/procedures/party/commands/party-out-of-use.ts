import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, bringBackIntoUse, takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { partyCommand } from '../party-command.ts'

/** A party is locked: no procedure offers it any more. */
export const deactivateParty = partyCommand('deactivate', {
  ...takeOutOfUse,
  about: text('资质失效或不再往来时停用。', 'For licences that ended, or when there is no more business.'),
  fulfils: ['PT-lock', 'PT-keepers'],
  by: BASE_DATA_KEEPERS,
})

/** A party is offered again after its licences were reviewed. */
export const reactivateParty = partyCommand('reactivate', {
  ...bringBackIntoUse,
  fulfils: ['PT-lock', 'PT-keepers'],
  by: BASE_DATA_KEEPERS,
})
