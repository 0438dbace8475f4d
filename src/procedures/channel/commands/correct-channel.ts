import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { CHANNEL_KEEPERS } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { contentFields, nameField, placeFields, refuseName, refusePlace, sharedKinds, toldRoles } from '../entered.ts'
import { onlyShared } from '../handled-by.ts'

const { email, address, secret } = placeFields
const input = z.object({
  name: nameField,
  /** What the record is; the form asks for address and secret by it. */
  kind: field(z.enum(sharedKinds).optional(), { title: text('类型', 'Kind'), widget: 'hidden' }),
  email,
  address,
  secret,
  ...contentFields,
  reason: reasonField,
})
type Entered = z.output<typeof input>

/** A shared channel is set up differently; an address or secret that is left empty stays as it is. */
export const correctChannel = channelCommand('correct', {
  title: text('更改设置', 'Change the settings'),
  about: text('地址和密钥不显示；留空即保持不变。', 'Address and secret are not shown; left empty they stay.'),
  fulfils: ['CH-keepers', 'CH-private'],
  from: ['active', 'failing', 'paused'],
  by: CHANNEL_KEEPERS,
  sign: { meaning: text('我确认通知发往此处', 'I confirm that notifications go there') },
  input,
  find: ['nameTaken'],
  guard: onlyShared,
  check: ({ record, input: given, found }) => {
    const entered = enteredOf(record, given)
    return [
      refuseName(found.nameTaken),
      ...refusePlace(record.kind, entered),
      refuseUnchanged(correctionsOf(record, entered, given.reason), text('渠道', 'the channel')),
    ]
  },
  change: ({ record, input: given }) => {
    const entered = enteredOf(record, given)
    return { set: entered, correct: correctionsOf(record, entered, given.reason) }
  },
  fill: ({ record }) => ({
    name: record.name,
    ...(record.kind !== 'person' && { kind: record.kind }),
    email: record.email,
    roles: toldRoles.filter(role => record.roles.includes(role)),
    safety: 'at-once' as const,
    trouble: record.trouble,
    work: record.work,
    news: record.news,
    digestAt: record.digestAt,
    quietFrom: record.quietFrom,
    quietUntil: record.quietUntil,
    language: record.language,
  }),
  tell: ({ record, input: given }) =>
    text(`更改 ${record.number} 的设置：${given.reason}`, `changed the settings of ${record.number}: ${given.reason}`),
  rank: 30,
})

/** What the channel is after the change. */
const enteredOf = (
  record: { readonly kind: string; readonly address: string | null; readonly secret: string | null },
  given: Entered,
) => {
  const { reason: _, kind: __, email: mail, address: place, secret: key, ...rest } = given
  const mailed = record.kind === 'email'
  return {
    ...rest,
    email: mailed ? mail : null,
    address: mailed ? null : (place ?? record.address),
    secret: mailed ? null : (key ?? record.secret),
  }
}
