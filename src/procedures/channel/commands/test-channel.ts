import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { CHANNEL_KEEPERS } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { onlyBySystem, onlyShared } from '../handled-by.ts'

/** A message goes out to see whether it arrives. */
export const testChannel = channelCommand('test', {
  title: text('发送测试消息', 'Send a test message'),
  about: text('答复几秒后显示在本页。', 'The answer shows on this page within seconds.'),
  fulfils: ['CH-failing'],
  from: ['active', 'failing', 'paused'],
  by: CHANNEL_KEEPERS,
  input: z.object({}),
  guard: onlyShared,
  change: ({ now }) => ({ set: { testAskedAt: now, testedAt: null, testOk: null, testAnswer: null } }),
  tell: ({ record }) => text(`向 ${record.number} 发送测试消息`, `sent a test message to ${record.number}`),
  rank: 10,
})

/** What came of the test. */
export const noteTest = channelCommand('note-test', {
  title: text('记录测试结果', 'Note the result of the test'),
  fulfils: ['CH-failing'],
  from: ['active', 'failing', 'paused', 'removed'],
  by: CHANNEL_KEEPERS,
  input: z.object({
    ok: field(z.boolean(), { title: text('成功', 'Came through') }),
    answer: field(z.string().max(1_000), { title: text('答复', 'Answer') }),
  }),
  guard: onlyBySystem,
  change: ({ record, input, now }) => ({
    set: {
      testedAt: now,
      testOk: input.ok,
      testAnswer: input.answer,
      ...(input.ok && record.state === 'failing' && { failedAt: null, failure: null }),
    },
    to: input.ok && record.state === 'failing' ? 'active' : record.state,
  }),
  tell: ({ input }) =>
    input.ok
      ? text(`测试消息已送达：${input.answer}`, `the test message arrived: ${input.answer}`)
      : text(`测试消息未送达：${input.answer}`, `the test message did not arrive: ${input.answer}`),
  place: 'none',
})
