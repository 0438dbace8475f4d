import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { CHANNEL_KEEPERS } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { onlyShared } from '../handled-by.ts'

const meaning = text('我确认此更改', 'I confirm this change')

/** Nothing goes out this way for now; what falls due meanwhile is not sent later. */
export const pauseChannel = channelCommand('pause', {
  title: text('暂停', 'Pause'),
  about: text(
    '暂停期间的通知不会补发；站内通知不受影响。',
    'What falls due meanwhile is not sent later; the product itself still tells.',
  ),
  fulfils: ['CH-keepers'],
  from: ['active', 'failing'],
  to: 'paused',
  by: CHANNEL_KEEPERS,
  sign: { meaning },
  input: reasonInput,
  guard: onlyShared,
  change: () => ({ set: { failedAt: null, failure: null } }),
  tell: ({ record, input }) =>
    text(`暂停 ${record.number}：${input.reason}`, `paused ${record.number}: ${input.reason}`),
  rank: 60,
  place: 'menu',
})

/** Notifications go out this way again. */
export const resumeChannel = channelCommand('resume', {
  title: text('恢复发送', 'Resume'),
  fulfils: ['CH-keepers'],
  from: ['paused'],
  to: 'active',
  by: CHANNEL_KEEPERS,
  sign: { meaning },
  input: z.object({}),
  guard: onlyShared,
  change: () => ({}),
  tell: ({ record }) => text(`恢复 ${record.number}`, `resumed ${record.number}`),
  rank: 20,
})

/** The channel is no longer used; its secrets are forgotten. */
export const removeChannel = channelCommand('remove', {
  title: text('移除', 'Remove'),
  about: text('不再向此处发送；记录保留。', 'Nothing goes there any more; the record stays.'),
  fulfils: ['CH-keepers'],
  from: ['active', 'failing', 'paused'],
  to: 'removed',
  by: CHANNEL_KEEPERS,
  sign: { meaning },
  input: reasonInput,
  guard: onlyShared,
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ record, input }) =>
    text(`移除 ${record.number}：${input.reason}`, `removed ${record.number}: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
