import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { CHANNEL_KEEPERS } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { onlyBySystem } from '../handled-by.ts'

const answer = field(z.string().max(1_000), { title: text('答复', 'Answer') })

/** A message was given up after its last attempt. */
export const markFailing = channelCommand('mark-failing', {
  title: text('标记发送失败', 'Mark as failing'),
  fulfils: ['CH-failing'],
  from: ['active'],
  to: 'failing',
  by: CHANNEL_KEEPERS,
  input: z.object({ answer }),
  guard: onlyBySystem,
  change: ({ input, now }) => ({ set: { failedAt: now, failure: input.answer } }),
  tell: ({ record, input }) =>
    text(`${record.number} 多次发送失败：${input.answer}`, `${record.number} failed time and again: ${input.answer}`),
  place: 'none',
})

/** A message arrived after others had failed. */
export const markWorking = channelCommand('mark-working', {
  title: text('恢复正常', 'Works again'),
  fulfils: ['CH-failing'],
  from: ['failing'],
  to: 'active',
  by: CHANNEL_KEEPERS,
  input: z.object({}),
  guard: onlyBySystem,
  change: () => ({ set: { failedAt: null, failure: null } }),
  tell: ({ record }) => text(`${record.number} 恢复正常`, `${record.number} works again`),
  place: 'none',
})
