import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { inspectionCommand } from '../inspection-command.ts'

/** JC-limit: the time of the account is over; taken by the server itself. */
export const expireInspection = inspectionCommand('expire', {
  title: text('到期停止查看', 'Stop at the end of its time'),
  fulfils: ['JC-limit'],
  from: ['open'],
  to: 'expired',
  by: [],
  input: z.object({}),
  guard: ({ record, now }) => [
    record.validUntil > now &&
      refuse(
        'not-over',
        text('有效期未到；要提前停止，请结束检查。', 'Its time is not over: to stop earlier, end the inspection.'),
        { clause: 'JC-limit' },
      ),
  ],
  change: ({ now }) => ({ set: { endedAt: now } }),
  tell: () => text('有效期已到，停止查看', 'its time was over; nothing more is seen'),
  place: 'none',
})
