import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Shown } from '../../kernel/view.ts'
import { languages, paces, SAFETY_AT_ONCE } from '../../vocabulary/notification-plan.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { type ChannelRow, kinds } from './channel.ts'
import { addressOf } from './sealed.ts'

const said = (value: Text): Shown => ({ kind: 'text', value })
const line = (value: string | null): Shown => ({ kind: 'line', value })

/** Shows a channel: where it leads as far as that is no secret, what goes there, and what came of the latest test. */
export const channelView = (record: ChannelRow): RecordView => ({
  title: record.name,
  badges: [],
  subtitle: [kinds[record.kind]],
  sections: [
    ...(record.kind === 'person' ? [] : [{ title: text('去向', 'Where it leads'), facts: place(record) }]),
    {
      title: text('发送内容', 'What goes there'),
      facts: [
        { label: text('安全事项', 'Safety'), shown: said(paces['at-once']), note: SAFETY_AT_ONCE },
        { label: text('系统故障', 'System trouble'), shown: said(paces[record.trouble]), field: 'trouble' },
        { label: text('待办事项', 'Work'), shown: said(paces[record.work]), field: 'work' },
        { label: text('动态', 'News'), shown: said(paces[record.news]), field: 'news' },
        { label: text('汇总发送时间', 'Digest at'), shown: line(record.digestAt), field: 'digestAt' },
        {
          label: text('免打扰', 'Quiet hours'),
          shown: line(record.quietFrom === record.quietUntil ? null : `${record.quietFrom}–${record.quietUntil}`),
          ...(record.quietFrom !== record.quietUntil && { note: text('安全事项除外', 'except safety') }),
        },
        { label: text('语言', 'Language'), shown: said(languages[record.language]), field: 'language' },
        ...(record.kind === 'person' ? [] : [{ label: text('岗位', 'Roles'), shown: roles(record), wide: true }]),
      ],
    },
    ...(record.kind === 'person' ? [] : [{ title: text('测试', 'Test'), facts: tested(record) }]),
  ],
  notices: notices(record),
})

const roles = ({ roles: chosen }: ChannelRow): Shown =>
  said(
    chosen.length === 0
      ? text('全部岗位', 'Every role')
      : text(chosen.map(role => roleTitle(role).zh).join('、'), chosen.map(role => roleTitle(role).en).join(', ')),
  )

const place = (record: ChannelRow): Fact[] => [
  { label: text('类型', 'Kind'), shown: said(kinds[record.kind]) },
  record.kind === 'email'
    ? { label: text('邮箱', 'E-mail'), shown: line(record.email), field: 'email' }
    : {
        label: text('地址', 'Address'),
        shown: line(`${addressOf(record.address)?.origin ?? ''}/…`),
        note: text('其余已加密', 'the rest is sealed'),
      },
  ...(record.secret === null
    ? []
    : [{ label: text('签名密钥', 'Signing secret'), shown: said(text('已设置', 'Set')) }]),
]

const tested = (record: ChannelRow): Fact[] => [
  { label: text('发起时间', 'Asked at'), shown: { kind: 'instant', value: record.testAskedAt } },
  {
    label: text('结果', 'Result'),
    shown:
      record.testOk === null
        ? said(record.testAskedAt ? text('等待答复', 'Waiting for the answer') : text('尚未测试', 'Not tested yet'))
        : {
            kind: 'tag',
            value: record.testOk ? text('已送达', 'Arrived') : text('未送达', 'Did not arrive'),
            tone: record.testOk ? 'ok' : 'late',
          },
  },
  { label: text('答复', 'Answer'), shown: line(record.testAnswer), wide: true },
]

const notices = (record: ChannelRow): NonNullable<RecordView['notices']> => [
  ...(record.state === 'failing'
    ? [
        {
          text: text(
            `发送失败：${record.failure ?? ''}。请检查地址和密钥（“更改设置”），再“发送测试消息”。`,
            `Messages fail: ${record.failure ?? ''}. Check address and secret ("Change the settings"), then send a test message.`,
          ),
          tone: 'late' as const,
        },
      ]
    : []),
]
