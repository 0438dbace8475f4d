import { sql } from 'kysely'
import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { languages, noticeClasses, paces } from '../../vocabulary/notification-plan.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** Who sets up the ways that many people share. */
export const CHANNEL_KEEPERS: readonly string[] = ['quality-head', 'administrator']

/** Ways in which notifications leave the product. */
export const kinds = {
  person: text('个人邮件', 'E-mail of a person'),
  email: text('公共邮箱', 'Shared mailbox'),
  'wecom-robot': text('企业微信群机器人', 'WeCom robot'),
  'dingtalk-robot': text('钉钉群机器人', 'DingTalk robot'),
  'feishu-robot': text('飞书群机器人', 'Feishu robot'),
  webhook: text('Webhook（Standard Webhooks 签名）', 'Webhook (Standard Webhooks)'),
} as const satisfies Record<string, Text>
export type ChannelKind = keyof typeof kinds

/** States of a channel and what they mean. */
export const states = {
  active: {
    title: text('启用', 'Active'),
    meaning: text('通知照常发送', 'Notifications go out'),
    tone: 'ok',
    resting: true,
  },
  failing: {
    title: text('发送失败', 'Failing'),
    meaning: text('最近的通知没有送到；新的通知仍会尝试', 'The latest did not arrive; new ones are still tried'),
    tone: 'late',
  },
  paused: {
    title: text('暂停', 'Paused'),
    meaning: text('暂不发送', 'Nothing goes out for now'),
    tone: 'warn',
    resting: true,
  },
  removed: {
    title: text('已移除', 'Removed'),
    meaning: text('不再使用，记录保留', 'No longer used; its record stays'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const pace = (title: Text) => field(z.enum(keysOf(paces)), { title, options: paces })

export const channelRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  kind: titled(z.enum(keysOf(kinds)), '类型', 'Kind', { options: kinds }),
  name: titled(z.string(), '名称', 'Name'),
  personId: titled(z.uuid().nullable(), '人员', 'Person'),
  email: titled(z.string().nullable(), '邮箱', 'E-mail', { personal: true }),
  /** Sealed; see {@link markOf}. */
  address: titled(z.string().nullable(), '地址（已加密）', 'Address (sealed)'),
  /** Sealed; see {@link markOf}. */
  secret: titled(z.string().nullable(), '密钥（已加密）', 'Secret (sealed)'),
  /** Whose notifications come this way; empty: those of every role. */
  roles: titled(z.array(z.string()), '岗位', 'Roles'),
  safety: pace(noticeClasses.safety),
  trouble: pace(noticeClasses.trouble),
  work: pace(noticeClasses.work),
  news: pace(noticeClasses.news),
  digestAt: titled(z.string(), '汇总发送时间', 'Digest at'),
  quietFrom: titled(z.string(), '免打扰开始', 'Quiet from'),
  quietUntil: titled(z.string(), '免打扰结束', 'Quiet until'),
  language: titled(z.enum(keysOf(languages)), '语言', 'Language', { options: languages }),
  testAskedAt: titled(instantSchema.nullable(), '测试发起时间', 'Test asked at'),
  testedAt: titled(instantSchema.nullable(), '测试时间', 'Tested at'),
  testOk: titled(z.boolean().nullable(), '测试结果', 'Test came through'),
  testAnswer: titled(z.string().nullable(), '测试答复', 'Answer to the test'),
  failedAt: titled(instantSchema.nullable(), '失败时间', 'Failing since'),
  failure: titled(z.string().nullable(), '失败原因', 'Why it fails'),
  endReason: titled(z.string().nullable(), '移除原因', 'Why it was removed'),
})

/** One way in which notifications leave the product. */
export type ChannelRow = z.infer<typeof channelRow>

/** The channel as the kernel knows it. Shared ones are seen by their keepers, a person's own by that person. */
export const Channel = recordType<ChannelRow, keyof typeof states>({
  name: 'channel',
  title: text('通知渠道', 'Notification channel'),
  table: 'channel',
  row: channelRow,
  states,
  series: { prefix: 'TD', digits: 5 },
  retention: retained('administrator'),
  searchText: row => [row.number, row.name, row.email].filter(Boolean).join(' '),
  seenBy: (row, actor: Actor) =>
    actor.via === 'system' || (row.kind === 'person' ? row.personId === actor.id : holds(actor, CHANNEL_KEEPERS)),
  seenRows: actor =>
    actor.via === 'system'
      ? sql<boolean>`true`
      : holds(actor, CHANNEL_KEEPERS)
        ? sql<boolean>`(person_id = ${actor.id} OR kind <> 'person')`
        : sql<boolean>`person_id = ${actor.id}`,
})
