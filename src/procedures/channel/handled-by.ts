import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { ChannelRow } from './channel.ts'

/** Refuses to handle a person's own channel as a shared one. */
export const onlyShared = ({ record }: { readonly record: ChannelRow }) => [
  record.kind === 'person' &&
    refuse(
      'own-channel',
      text(
        '这是个人的通知设置，请在“我的账号”里更改。',
        'These are the settings of one person: they are changed on the page "My account".',
      ),
      { kind: 'forbidden' },
    ),
]

/** Refuses to say by hand what only the sending can know. */
export const onlyBySystem = ({ actor }: { readonly actor: { readonly via: string } }) => [
  actor.via !== 'system' &&
    refuse(
      'only-by-system',
      text(
        '发送结果由系统记录。要检查渠道，请办理“发送测试消息”。',
        'The system records how a message came out. To check the channel, use "Send a test message".',
      ),
      { kind: 'forbidden' },
    ),
]
