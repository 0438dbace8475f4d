import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { paragraph, person } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { untilEndOf } from '../deadlines.ts'
import { inspectionCommand, WRITERS } from '../inspection-command.ts'
import { requestDays } from '../policies.ts'

/** JC-request: what the inspector asked for, who answers, by when. */
export const recordRequest = inspectionCommand('record-request', {
  title: text('登记检查员的要求', 'Write down a request'),
  fulfils: ['JC-request'],
  from: ['open', 'ended', 'expired'],
  by: WRITERS,
  facts: ['requests'],
  input: z.object({
    asked: paragraph(text('检查员要求的内容', 'What was asked for')),
    answererId: person(text('答复人', 'Who answers')),
    dueOn: field(daySchema, { title: text('答复期限', 'By when'), widget: 'day' }),
  }),
  find: ['answerer'],
  fill: ({ now, zone, policy }) => ({ dueOn: addDays(dayOf(now, zone), policy(requestDays)) }),
  check: ({ input, found, now, zone }) => [
    found.answerer?.state !== 'active' &&
      refuse('no-such-person', text('请选择一位在职人员答复。', 'Choose somebody who is active to answer.'), {
        field: 'answererId',
      }),
    found.answerer?.roles.includes('authority-inspector') &&
      refuse('no-such-person', text('答复人须是本公司人员。', 'Somebody of the company answers: choose one.'), {
        field: 'answererId',
      }),
    input.dueOn < dayOf(now, zone) &&
      refuse('day-past', text('答复期限不能早于今天，请更正。', 'It cannot be due before today: correct the day.'), {
        field: 'dueOn',
        clause: 'JC-request',
      }),
  ],
  change: ({ record, input, found, facts, now, zone, newId }) => {
    const place = facts.requests.length + 1
    return {
      set: { openRequests: record.openRequests + 1 },
      rows: [
        {
          child: 'request',
          insert: {
            id: newId(),
            place,
            asked: input.asked,
            answererId: input.answererId,
            answererName: found.answerer?.name ?? '',
            askedAt: now,
            dueOn: input.dueOn,
          },
        },
      ],
      open: [
        {
          deadline: 'answer',
          key: `request-${place}`,
          from: now,
          limit: untilEndOf(input.dueOn, now, zone),
          ownerId: input.answererId,
          note: text(`要求 ${place}`, `request ${place}`),
        },
      ],
    }
  },
  tell: ({ input, found }) =>
    text(
      `检查员要求：${input.asked}（由${found.answerer?.name}答复）`,
      `the inspector asked: ${input.asked} (${found.answerer?.name} answers)`,
    ),
  rank: 10,
})
