import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'
import { RECEIPT } from '../fields.ts'
import { contactWays } from '../taxonomy.ts'

const AT = text('通知时间', 'Told at')
const recipients = {
  registrant: text('注册人/备案人', 'Registrant'),
  supplier: text('供货者', 'Supplier'),
} as const

/** CN-CP-001, CN-AE-007, S01-3d: registrant and supplier hear of it; the manufacturer is asked for technical support. */
export const notifyHolder = complaintCommand('notify-holder', {
  title: text('登记通知注册人或供货者', 'Record a notice to registrant or supplier'),
  fulfils: ['CN-CP-001', 'CN-AE-007', 'CN-AE-013', 'S01-3d'],
  from: OPEN,
  by: [...QUALITY, 'sales', 'sales-head'],
  input: z.object({
    recipient: choice(text('通知对象', 'Recipient'), recipients).default('registrant'),
    recipientName: line(text('单位名称', 'Name')).optional(),
    supplierToo: yesNo(text('注册人同时是供货者', 'The registrant is also the supplier'), {
      when: { field: 'recipient', is: ['registrant'] },
    }).default(false),
    way: choice(text('方式', 'Way'), contactWays).default('e-mail'),
    toldAt: moment(AT).optional(),
    content: paragraph(text('通知内容', 'What was said')),
  }),
  check: ({ record, input, now }) => [
    notInFuture(input.toldAt, now, 'toldAt', AT),
    notBefore(input.toldAt, record.receivedAt, 'toldAt', AT, RECEIPT),
    !input.recipientName &&
      !(input.recipient === 'registrant' && record.manufacturerName) &&
      refuse('recipient-missing', text('请填写被通知单位的名称。', 'Enter who was told.'), { field: 'recipientName' }),
  ],
  change: ({ record, input, newId, now, actor }) => {
    const at = happened(input.toldAt, now)
    const registrant = input.recipient === 'registrant'
    const supplier = !registrant || input.supplierToo
    return {
      set: { ...(registrant && { holderToldAt: at }), ...(supplier && { supplierToldAt: at }) },
      rows: [
        {
          child: 'notice',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            recipient: input.recipient,
            recipientName: input.recipientName ?? record.manufacturerName ?? '',
            way: input.way,
            toldAt: at,
            content: input.content,
          },
        },
      ],
      meet: [
        ...(registrant
          ? [
              { deadline: 'holder-notice', key: 'registrant', at },
              { deadline: 'ae-holder-notice', at },
              { deadline: 'ae-cluster-notice', at },
            ]
          : []),
        ...(supplier ? [{ deadline: 'holder-notice', key: 'supplier', at }] : []),
      ],
    }
  },
  tell: ({ record, input }) => {
    const name = input.recipientName ?? record.manufacturerName ?? ''
    return text(
      `通知${recipients[input.recipient].zh}${name}：${input.content}`,
      `told the ${recipients[input.recipient].en.toLowerCase()} ${name}: ${input.content}`,
    )
  },
  fill: ({ record, now }) => ({
    toldAt: now,
    recipient: record.holderToldAt ? ('supplier' as const) : ('registrant' as const),
    ...(!record.holderToldAt && record.manufacturerName && { recipientName: record.manufacturerName }),
  }),
  rank: 25,
})
