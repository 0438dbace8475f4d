import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { unknownRefusal } from '../guest.ts'
import { recipientId } from '../input.ts'
import { callOutcomes } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

const AT = text('通话时间', 'Called at')

/** A call to a recipient: reached, who, what was said; or not reached; or the number is wrong. */
export const recordCall = noticeCommand('record-call', {
  title: text('登记电话', 'Record a call'),
  about: text('接通并说明通知内容的，即视为已告知。', 'Reaching somebody and telling the content counts as told.'),
  fulfils: ['CN-GSP-111', 'CN-RC-001', 'US-RC-001'],
  from: ['running', 'drill-running'],
  by: FOLLOWERS,
  input: z.object({
    recipientId,
    outcome: choice(text('结果', 'Outcome'), callOutcomes),
    calledAt: moment(AT).optional(),
    spokenTo: line(text('接听人', 'Spoken to'), {
      personal: true,
      when: { field: 'outcome', is: ['reached'] },
    }).optional(),
    said: paragraph(text('对方说明', 'What was said')).optional(),
    acknowledged: yesNo(text('对方确认收到通知', 'It acknowledges the notice'), {
      when: { field: 'outcome', is: ['reached'] },
    }).default(false),
    newPhone: line(text('新的电话号码', 'New number'), {
      personal: true,
      when: { field: 'outcome', is: ['wrong-number'] },
    }).optional(),
  }),
  facts: ['recipients', 'lines'],
  check: ({ input, facts, now }) => [
    unknownRefusal(input.recipientId, facts.recipients),
    notInFuture(input.calledAt, now, 'calledAt', AT),
    input.outcome === 'reached' &&
      !input.spokenTo &&
      refuse('who-missing', text('请填写接听人。', 'Enter who was spoken to.'), { field: 'spokenTo' }),
    input.outcome === 'reached' &&
      !input.said &&
      refuse('said-missing', text('请填写对方说明。', 'Enter what was said.'), { field: 'said' }),
  ],
  change: ({ record, input, facts, actor, now, newId }) => {
    const at = happened(input.calledAt, now)
    const known = facts.recipients.find(item => item.id === input.recipientId)
    const reached = input.outcome === 'reached'
    const after = reckon(
      record,
      facts,
      {
        recipients: {
          [input.recipientId]: {
            calls: (known?.calls ?? 0) + 1,
            calledAt: at,
            callOutcome: input.outcome,
            callSaid: input.said ?? null,
            ...(input.newPhone && { phone: input.newPhone }),
            ...(reached && !record.drill && !known?.toldAt && { toldAt: at, toldHow: '电话' }),
            ...(reached &&
              input.acknowledged &&
              !known?.acknowledgedAt && { acknowledgedAt: at, acknowledgedBy: input.spokenTo ?? null }),
          },
        },
      },
      now,
    )
    return {
      ...after,
      rows: [
        ...after.rows,
        {
          child: 'contact',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            recipientId: input.recipientId,
            kind: 'call',
            contactedAt: at,
            outcome: input.outcome,
            spokenTo: input.spokenTo ?? null,
            said: input.said ?? null,
          },
        },
      ],
    }
  },
  tell: ({ input, facts }) => {
    const name = facts.recipients.find(item => item.id === input.recipientId)?.name ?? ''
    const { zh, en } = callOutcomes[input.outcome]
    const said = { zh: input.said ? `：${input.said}` : '', en: input.said ? `: ${input.said}` : '' }
    return text(`致电${name}，${zh}${said.zh}`, `called ${name}: ${en.toLowerCase()}${said.en}`)
  },
  fill: ({ now }) => ({ calledAt: now }),
  place: 'none',
})
