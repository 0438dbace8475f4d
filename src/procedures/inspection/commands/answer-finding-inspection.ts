import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { inspectionCommand, WRITERS } from '../inspection-command.ts'

/** JC-finding: how a finding was put right. */
export const answerFinding = inspectionCommand('answer-finding', {
  title: text('整改完成', 'Put a finding right'),
  fulfils: ['JC-finding'],
  from: ['open', 'ended', 'expired'],
  by: WRITERS,
  facts: ['findings'],
  input: z.object({
    place: field(z.int().positive(), { title: text('缺陷序号', 'Number of the finding'), widget: 'number' }),
    answer: paragraph(text('原因和整改结果', 'Cause and what was done')),
    attachments: attachmentIds.optional(),
  }),
  sign: { meaning: text('该缺陷已整改并经我核实', 'This finding is put right; I verified it') },
  fill: ({ facts }) => {
    const open = facts.findings.find(item => !item.answeredAt)
    return open ? { place: open.place } : {}
  },
  guard: ({ facts }) => [
    facts.findings.every(item => item.answeredAt) &&
      refuse('nothing-found', text('没有待整改的缺陷。', 'No finding waits to be put right.'), {
        clause: 'JC-finding',
      }),
  ],
  check: ({ input, facts }) => [
    !facts.findings.some(item => item.place === input.place && !item.answeredAt) &&
      refuse(
        'no-such-finding',
        text('没有这个序号的待整改缺陷，请核对。', 'No open finding has that number: check it.'),
        { field: 'place' },
      ),
  ],
  change: ({ record, input, facts, now, actor }) => {
    const row = facts.findings.find(item => item.place === input.place)
    return {
      set: { openFindings: record.openFindings - 1 },
      rows: row
        ? [
            {
              child: 'finding',
              id: row.id,
              set: { answer: input.answer, answeredAt: now, answeredByName: actor.name },
            },
          ]
        : [],
      meet: [{ deadline: 'rectification', key: `finding-${input.place}` }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
    }
  },
  tell: ({ input }) =>
    text(`缺陷 ${input.place} 整改：${input.answer}`, `put finding ${input.place} right: ${input.answer}`),
  rank: 13,
})
