import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { OUTSIDE } from '../../../vocabulary/role.ts'
import { spokenFor, strangerRefusal, unknownRefusal } from '../guest.ts'
import { recipientId } from '../input.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

/** The recipient has read the notice and will act on it. */
export const acknowledgeNotice = noticeCommand('acknowledge', {
  title: text('确认收到', 'Acknowledge'),
  about: text('确认已收到本通知并将按要求办理。', 'Confirms that the notice was received and will be acted on.'),
  fulfils: ['S04-4.9b', 'CN-GSP-111'],
  from: ['running'],
  by: [OUTSIDE, ...FOLLOWERS],
  input: z.object({
    recipientId: recipientId.optional(),
    by: line(text('确认人姓名', 'Your name'), { personal: true }),
  }),
  facts: ['recipients', 'lines'],
  guard: ({ actor, facts }) => [
    strangerRefusal(actor, facts.recipients),
    actor.via === 'link' &&
      facts.recipients.some(item => item.id === actor.id && item.acknowledgedAt) &&
      refuse('acknowledged-already', text('已确认收到，无需重复。', 'Already acknowledged.')),
  ],
  check: ({ input, actor, facts }) => {
    const id = spokenFor(actor, input.recipientId)
    return [
      unknownRefusal(id, facts.recipients),
      facts.recipients.some(item => item.id === id && item.acknowledgedAt) &&
        refuse('acknowledged-already', text('该单位已确认收到。', 'This recipient has acknowledged already.')),
    ]
  },
  change: ({ record, input, actor, facts, now }) => {
    const id = spokenFor(actor, input.recipientId) ?? ''
    const known = facts.recipients.find(item => item.id === id)
    return reckon(
      record,
      facts,
      {
        recipients: {
          [id]: {
            acknowledgedAt: now,
            acknowledgedBy: input.by,
            ...(!known?.toldAt && { toldAt: now, toldHow: actor.via === 'link' ? '打开链接' : '回执' }),
          },
        },
      },
      now,
    )
  },
  tell: ({ input, actor, facts }) => {
    const name = facts.recipients.find(item => item.id === spokenFor(actor, input.recipientId))?.name ?? ''
    return text(`${name}确认收到（${input.by}）`, `${name} acknowledged (${input.by})`)
  },
  fill: ({ actor, facts }) => {
    const own = facts.recipients.find(item => item.id === actor.id)
    return own?.contactName ? { by: own.contactName } : {}
  },
  rank: 10,
  place: 'none',
})
