import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { warehouseCommand } from '../warehouse-command.ts'

/** Another warehouse becomes the main one, to which goods go unless one is named. */
export const handOverMain = warehouseCommand('hand-over-main', {
  title: text('改设主仓库', 'Choose another main warehouse'),
  fulfils: ['WA-keepers'],
  from: ['active', 'inactive'],
  by: [...BASE_DATA_KEEPERS, 'warehouse-head'],
  input: z.object({
    warehouseId: field(z.uuid(), {
      title: text('新的主仓库', 'New main warehouse'),
      widget: 'record',
      of: 'warehouse',
    }),
  }),
  find: ['successor', 'main'],
  guard: ({ record }) => [
    !record.isMain &&
      refuse(
        'not-main',
        text(
          `${record.name} 不是主仓库，请在现任主仓库上办理。`,
          `${record.name} is not the main warehouse: take this step on the one that is.`,
        ),
      ),
  ],
  check: ({ record, found: { successor } }) => [
    (successor?.state !== 'active' || successor.id === record.id || successor.siteId !== record.siteId) &&
      refuse(
        'successor-unfit',
        text('请选择本机构另一个在用的仓库。', 'Choose another warehouse of this site that is in use.'),
        { field: 'warehouseId' },
      ),
  ],
  change: ({ input }) => ({
    set: { isMain: false },
    start: [{ command: 'warehouse.become-main', on: input.warehouseId, input: {}, link: 'successor' }],
  }),
  tell: ({ found }) =>
    text(`主仓库改为 ${found.successor?.name ?? ''}`, `made ${found.successor?.name ?? ''} the main warehouse`),
  rank: 60,
  place: 'menu',
})

/** The other half of the hand-over: this warehouse is the main one from now on. */
export const becomeMain = warehouseCommand('become-main', {
  title: text('成为主仓库', 'Become the main warehouse'),
  fulfils: ['WA-keepers'],
  from: ['active'],
  by: [...BASE_DATA_KEEPERS, 'warehouse-head'],
  input: z.object({}),
  find: ['main'],
  check: ({ record, found: { main } }) => [
    main !== null &&
      refuse(
        'main-there',
        text(
          `主仓库现为 ${main.name}，请在其页面上“改设主仓库”。`,
          `${main.name} is the main warehouse: hand the role over on its page.`,
        ),
        { kind: record.isMain ? 'unfit' : 'conflict' },
      ),
  ],
  change: () => ({ set: { isMain: true } }),
  tell: ({ record }) => text(`${record.name} 成为主仓库`, `${record.name} is the main warehouse now`),
  rank: 60,
  place: 'menu',
})
