import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { untilEndOf } from '../deadlines.ts'
import { severities } from '../inspection.ts'
import { inspectionCommand, WRITERS } from '../inspection-command.ts'
import { findingDays } from '../policies.ts'

/** JC-finding: what the inspector found, how grave it is, by when it is put right. */
export const recordFinding = inspectionCommand('record-finding', {
  title: text('登记缺陷', 'Write down a finding'),
  fulfils: ['JC-finding'],
  from: ['open', 'ended', 'expired'],
  by: WRITERS,
  facts: ['findings'],
  input: z.object({
    clause: line(text('条款', 'Clause'), { hint: text('法规或程序的条款', 'of the law or the procedure') }),
    severity: choice(text('严重程度', 'Severity'), severities),
    finding: paragraph(text('缺陷描述', 'Finding')),
    dueOn: field(daySchema, { title: text('整改期限', 'Put right by'), widget: 'day' }),
    matter: line(text('整改记录编号', 'Record in which it is put right'), {
      hint: text(
        '如有：投诉、不合格品等记录的编号',
        'if there is one: number of a complaint, of nonconforming goods …',
      ),
    }).optional(),
  }),
  find: ['matter'],
  fill: ({ now, zone, policy }) => ({ dueOn: addDays(dayOf(now, zone), policy(findingDays)) }),
  check: ({ input, found, now, zone }) => [
    input.matter !== undefined &&
      !found.matter &&
      refuse(
        'no-such-record',
        text('没有这个编号的记录，请核对或留空。', 'No record has that number: check it or leave it empty.'),
        { field: 'matter' },
      ),
    input.dueOn < dayOf(now, zone) &&
      refuse('day-past', text('整改期限不能早于今天，请更正。', 'It cannot be due before today: correct the day.'), {
        field: 'dueOn',
        clause: 'JC-finding',
      }),
  ],
  change: ({ record, input, found, now, zone, newId }) => {
    const place = record.findingCount + 1
    return {
      set: { openFindings: record.openFindings + 1, findingCount: place },
      rows: [
        {
          child: 'finding',
          insert: {
            id: newId(),
            place,
            clause: input.clause,
            severity: input.severity,
            finding: input.finding,
            dueOn: input.dueOn,
            recordedAt: now,
            matter: found.matter?.number ?? null,
          },
        },
      ],
      open: [
        {
          deadline: 'rectification',
          key: `finding-${place}`,
          from: now,
          limit: untilEndOf(input.dueOn, now, zone),
          note: text(`缺陷 ${place}`, `finding ${place}`),
        },
      ],
      link: found.matter ? [{ procedure: found.matter.procedure, id: found.matter.id, kind: 'finding' }] : [],
    }
  },
  tell: ({ input }) =>
    text(
      `${severities[input.severity].zh}（${input.clause}）：${input.finding}`,
      `${severities[input.severity].en} (${input.clause}): ${input.finding}`,
    ),
  rank: 12,
})
