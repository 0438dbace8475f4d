import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { CHANNEL_KEEPERS, kinds } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { contentFields, nameField, placeFields, refuseName, refusePlace, sharedKinds } from '../entered.ts'

const { person: _, ...sharedTitles } = kinds

/** A shared way of notification is set up. */
export const addChannel = channelCommand('add', {
  title: text('添加通知渠道', 'Add a channel'),
  about: text(
    '公共邮箱、群机器人或 Webhook；添加后请发送测试消息。',
    'A shared mailbox, a robot or a webhook; send a test message afterwards.',
  ),
  fulfils: ['CH-keepers', 'CH-private'],
  from: 'new',
  to: 'active',
  by: CHANNEL_KEEPERS,
  sign: { meaning: text('我确认通知发往此处', 'I confirm that notifications go there') },
  input: z.object({
    name: nameField,
    kind: field(z.enum(sharedKinds), { title: text('类型', 'Kind'), widget: 'choice', options: sharedTitles }),
    ...placeFields,
    ...contentFields,
  }),
  find: ['nameTaken'],
  check: ({ input, found }) => [refuseName(found.nameTaken), ...refusePlace(input.kind, input)],
  change: ({ input }) => ({
    set: {
      ...input,
      email: input.kind === 'email' ? input.email : null,
      address: input.kind === 'email' ? null : input.address,
      secret: input.kind === 'email' ? null : input.secret,
      personId: null,
    },
  }),
  tell: ({ input }) =>
    text(`添加${kinds[input.kind].zh}“${input.name}”`, `added ${kinds[input.kind].en} "${input.name}"`),
})
