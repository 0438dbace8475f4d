import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { roleIds } from '../../../vocabulary/role.ts'
import { inspectionCommand, WRITERS } from '../inspection-command.ts'

/** JC-request: what was handed over or answered. */
export const answerRequest = inspectionCommand('answer-request', {
  title: text('答复要求', 'Answer a request'),
  fulfils: ['JC-request'],
  from: ['open', 'ended', 'expired'],
  by: roleIds.filter(role => role !== 'authority-inspector'),
  facts: ['requests'],
  input: z.object({
    place: field(z.int().positive(), { title: text('要求序号', 'Number of the request'), widget: 'number' }),
    answer: paragraph(text('答复内容', 'Answer')),
    attachments: attachmentIds.optional(),
  }),
  fill: ({ facts, actor }) => {
    const open = facts.requests.filter(item => !item.answeredAt)
    const own = open.find(item => item.answererId === actor.id) ?? open[0]
    return own ? { place: own.place } : {}
  },
  guard: ({ facts, actor }) => [
    facts.requests.every(item => item.answeredAt) &&
      refuse('nothing-asked', text('没有待答复的要求。', 'No request waits for an answer.'), { clause: 'JC-request' }),
    !holds(actor, WRITERS) &&
      facts.requests.every(item => item.answererId !== actor.id) &&
      refuse(
        'not-asked',
        text(
          '答复人不是您，请由指定的答复人或质量部门答复。',
          'You were not asked: who was named, or quality, answers.',
        ),
        { kind: 'forbidden', clause: 'JC-request' },
      ),
  ],
  check: ({ input, facts, actor }) => {
    const row = facts.requests.find(item => item.place === input.place)
    return [
      (!row || row.answeredAt !== null) &&
        refuse(
          'no-such-request',
          text('没有这个序号的待答复要求，请核对。', 'No open request has that number: check it.'),
          { field: 'place' },
        ),
      row &&
        row.answererId !== actor.id &&
        !holds(actor, WRITERS) &&
        refuse(
          'not-asked',
          text(`该要求由${row.answererName}答复，请转交。`, `${row.answererName} answers that one: hand it over.`),
          { field: 'place', clause: 'JC-request' },
        ),
    ]
  },
  change: ({ record, input, facts, now, actor }) => {
    const row = facts.requests.find(item => item.place === input.place)
    return {
      set: { openRequests: record.openRequests - 1 },
      rows: row
        ? [
            {
              child: 'request',
              id: row.id,
              set: { answer: input.answer, answeredAt: now, answeredByName: actor.name },
            },
          ]
        : [],
      meet: [{ deadline: 'answer', key: `request-${input.place}` }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
    }
  },
  tell: ({ input }) =>
    text(`答复要求 ${input.place}：${input.answer}`, `answered request ${input.place}: ${input.answer}`),
  rank: 11,
})
