import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { planFields } from '../../vocabulary/notification-plan.ts'
import { roleIds, roles } from '../../vocabulary/role.ts'
import type { ChannelKind, ChannelRow } from './channel.ts'
import { addressOf, markOf } from './sealed.ts'

/** Kinds that many people share. */
export const sharedKinds = ['email', 'wecom-robot', 'dingtalk-robot', 'feishu-robot', 'webhook'] as const

/** An inspector of the authority is told nothing. */
export const toldRoles = roleIds.filter(role => role !== 'authority-inspector')

/** Where the robots of each service live; anything else is no robot of it. */
const HOSTS: Partial<Record<ChannelKind, readonly string[]>> = {
  'wecom-robot': ['qyapi.weixin.qq.com'],
  'dingtalk-robot': ['oapi.dingtalk.com'],
  'feishu-robot': ['open.feishu.cn', 'open.larksuite.com'],
}

const roleTitles = Object.fromEntries(toldRoles.map(role => [role, roles[role].title]))
const webKinds = ['wecom-robot', 'dingtalk-robot', 'feishu-robot', 'webhook']

const sealed = z.string().trim().min(1).max(4_000)

const KEPT = text('仅更改设置时可不填', 'only a change of settings may leave it empty')

/** What is entered of where a shared channel leads; an address or secret that is left empty later stays as it is. */
export const placeFields = {
  email: field(z.string().trim().max(254).nullable().default(null), {
    title: text('邮箱', 'E-mail'),
    widget: 'line',
    personal: true,
    emptyWhere: KEPT,
    when: { field: 'kind', is: ['email'] },
  }),
  address: field(sealed.nullable().default(null), {
    title: text('地址', 'Address'),
    widget: 'line',
    hint: text(
      '机器人或接收系统的完整网址，含密钥；加密保存，不再显示',
      'The whole address of the robot or receiving system; kept sealed and never shown again',
    ),
    emptyWhere: KEPT,
    when: { field: 'kind', is: webKinds },
    secret: true,
  }),
  secret: field(sealed.nullable().default(null), {
    title: text('签名密钥', 'Signing secret'),
    widget: 'line',
    hint: text(
      'Webhook 必填，形如 whsec_…；钉钉、飞书启用“加签/签名校验”时填写',
      'Needed for a webhook, such as whsec_…; for DingTalk and Feishu where signing is switched on',
    ),
    when: { field: 'kind', is: ['dingtalk-robot', 'feishu-robot', 'webhook'] },
    secret: true,
  }),
}

/** What is entered of whom a shared channel is for. */
export const contentFields = {
  roles: field(z.array(z.enum(toldRoles)).max(toldRoles.length).default([]), {
    title: text('只收这些岗位的通知', 'Notifications of these roles alone'),
    widget: 'choices',
    options: roleTitles,
    hint: text('不选即全部岗位', 'None chosen: every role'),
  }),
  ...planFields,
}

/** The name of a shared channel. */
export const nameField = field(z.string().trim().min(1).max(60), { title: text('名称', 'Name'), widget: 'line' })

const EMAIL = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/

/** Why the place cannot be used: each kind has its own hosts, and everything travels encrypted. */
export function refusePlace(
  kind: ChannelKind,
  { email, address, secret }: Pick<ChannelRow, 'email' | 'address' | 'secret'>,
) {
  if (kind === 'email')
    return [
      !EMAIL.test(email ?? '') &&
        refuse(
          'bad-email',
          text('请填写完整的邮箱，例如 quality@example.cn。', 'Enter a whole address such as quality@example.cn.'),
          { field: 'email' },
        ),
    ]
  const place = addressOf(address)
  const hosts = HOSTS[kind]
  return [
    !address &&
      refuse('address-missing', text('请填写机器人或接收系统的网址。', 'Enter the address of the robot or system.'), {
        field: 'address',
      }),
    (address !== null && place === null) || (secret !== null && markOf(secret) === null)
      ? refuse(
          'not-sealed',
          text(
            '地址和密钥须经系统加密后保存，请从页面或接口提交。',
            'Address and secret are sealed by the server: send them to it.',
          ),
          { field: place === null ? 'address' : 'secret' },
        )
      : null,
    place?.origin === '' &&
      refuse(
        'bad-address',
        text('请填写以 https:// 开头的完整网址。', 'Enter a whole address that begins with https://.'),
        {
          field: 'address',
        },
      ),
    place && place.origin !== '' && !place.https && !place.own
      ? refuse(
          'not-https',
          text(
            '网址须以 https:// 开头；只有本公司网络（BIHUAN_OWN_NETWORKS）内的地址可用 http。',
            'The address begins with https://; http is for the company’s own networks (BIHUAN_OWN_NETWORKS) alone.',
          ),
          { field: 'address', clause: 'CH-private' },
        )
      : null,
    place && place.origin !== '' && hosts && !place.own && !hosts.includes(place.host)
      ? refuse(
          'wrong-host',
          text(
            `这类机器人的网址应在 ${hosts.join(' 或 ')}，现为 ${place.host}。`,
            `Robots of this kind live at ${hosts.join(' or ')}, not at ${place.host}.`,
          ),
          { field: 'address' },
        )
      : null,
    kind === 'webhook' &&
      markOf(secret) !== 'whsec' &&
      refuse(
        'bad-secret',
        text(
          '请填写 whsec_ 开头的签名密钥（Base64，24 至 64 字节），接收方用它核对签名。',
          'Enter a signing secret that begins with whsec_ (Base64, 24 to 64 bytes); the receiver checks signatures with it.',
        ),
        { field: 'secret' },
      ),
  ]
}

/** Another channel has the name. */
export const refuseName = (taken: string | null) =>
  taken !== null &&
  refuse('name-taken', text(`${taken} 已用此名称，请换一个。`, `${taken} has this name: choose another.`), {
    field: 'name',
  })
