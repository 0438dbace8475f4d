import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, bringBackIntoUse, takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { productCommand } from '../product-command.ts'

/** A product is locked: no procedure offers it any more, and no lot of it is registered. */
export const deactivateProduct = productCommand('deactivate', {
  ...takeOutOfUse,
  about: text('注册证失效或不再经营时停用。', 'For a certificate that ended, or a device no longer sold.'),
  fulfils: ['PD-lock', 'PD-keepers'],
  by: BASE_DATA_KEEPERS,
})

/** A product is offered again after its certificate was reviewed. */
export const reactivateProduct = productCommand('reactivate', {
  ...bringBackIntoUse,
  fulfils: ['PD-lock', 'PD-keepers'],
  by: BASE_DATA_KEEPERS,
})
