import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, bringBackIntoUse, takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { lotCommand } from '../lot-command.ts'

/** A lot is locked: it is offered no more and nothing of it goes out. */
export const deactivateLot = lotCommand('deactivate', {
  ...takeOutOfUse,
  about: text(
    '登记有误或不再流通时停用；暂停销售由停售程序办理。',
    'For an error or a lot gone; stopping sales is a procedure of its own.',
  ),
  fulfils: ['LT-lock'],
  by: BASE_DATA_KEEPERS,
})

/** A lot is offered again. */
export const reactivateLot = lotCommand('reactivate', {
  ...bringBackIntoUse,
  fulfils: ['LT-lock'],
  by: BASE_DATA_KEEPERS,
})
