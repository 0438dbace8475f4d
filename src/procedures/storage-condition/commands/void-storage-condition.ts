import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { QUALITY } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** A reading that belongs to another store; its number stays, and its window is open again. */
export const voidStorageCondition = storageConditionCommand('void', {
  title: text('作废', 'Void'),
  about: text('记错库房等录入错误；编号保留。', 'For a reading of the wrong store and the like; the number stays.'),
  fulfils: ['S25-2.2b'],
  from: ['in-range', 'out-of-range'],
  to: 'voided',
  by: QUALITY,
  input: z.object({ reason: reasonField }),
  guard: ({ record }) => [
    record.kind !== 'reading' &&
      refuse(
        'no-reading',
        text('自动记录的数据不作废。', 'Data of a logger are not voided: judge and close the record.'),
      ),
  ],
  sign: { meaning: text('此读数录入有误，我予以作废', 'This reading was entered in error; I void it') },
  change: ({ input }) => ({ set: { note: input.reason } }),
  tell: ({ input }) => text(`作废：${input.reason}`, `voided: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
