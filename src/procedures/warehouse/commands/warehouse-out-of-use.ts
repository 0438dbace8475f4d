import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, bringBackIntoUse, takeOutOfUse } from '../../../vocabulary/base-data.ts'
import { warehouseCommand } from '../warehouse-command.ts'

/** A warehouse is locked: nothing is brought into it any more. It must be empty and not the main one. */
export const deactivateWarehouse = warehouseCommand('deactivate', {
  ...takeOutOfUse,
  about: text('清空后才能停用；主仓库先改设。', 'Once it is empty; the main warehouse first hands its role over.'),
  fulfils: ['WA-lock', 'WA-keepers'],
  by: BASE_DATA_KEEPERS,
  facts: ['zoneSums'],
  guard: ({ record, facts }) => {
    const quantity = facts.zoneSums.reduce((sum, zone) => sum + zone.quantity, 0)
    return [
      record.isMain &&
        refuse(
          'is-main',
          text(
            `${record.name} 是主仓库，要停用请先改设另一个主仓库。`,
            `${record.name} is the main warehouse: to lock it, first choose another main one.`,
          ),
        ),
      quantity > 0 &&
        refuse(
          'not-empty',
          text(
            `${record.name} 还有库存 ${quantity}，要停用请先移出。`,
            `${quantity} units lie in ${record.name}: to lock it, first move them out.`,
          ),
        ),
    ]
  },
})

/** A warehouse is used again. */
export const reactivateWarehouse = warehouseCommand('reactivate', {
  ...bringBackIntoUse,
  fulfils: ['WA-lock', 'WA-keepers'],
  by: BASE_DATA_KEEPERS,
})
