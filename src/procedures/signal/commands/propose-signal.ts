import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { notItsOwn } from '../investigation.ts'
import { PROPOSED } from '../sign-off-chain.ts'
import { decisions } from '../signal.ts'
import { signalCommand } from '../signal-command.ts'

/** Quality proposes what is done about the signal: nothing, with the reason; watch until a day; or investigate. */
export const proposeSignal = signalCommand('propose', {
  title: text('提出处理意见', 'Propose a decision'),
  fulfils: ['XH-decision'],
  from: ['open'],
  to: 'proposed',
  by: ['quality'],
  input: z.object({
    decision: choice(text('处理意见', 'Decision'), decisions),
    reason: paragraph(text('理由', 'Reason'), {
      hint: text('数据说明了什么，为什么这样处理', 'What the numbers say, and why this decision'),
    }),
    until: field(daySchema.optional(), {
      title: text('观察或调查至', 'Until'),
      widget: 'day',
      when: { field: 'decision', is: ['watch', 'investigate'] },
    }),
    responsibleName: line(text('负责人', 'Responsible'), {
      when: { field: 'decision', is: ['investigate'] },
    }).optional(),
    complaintId: field(z.uuid().optional(), {
      title: text('并入投诉的调查', 'Joins the investigation of a complaint'),
      hint: text('已有投诉正在查同一问题时选择', 'Where a complaint already looks into the same problem'),
      widget: 'record',
      of: 'signal.complaints',
      when: { field: 'decision', is: ['investigate'] },
    }),
  }),
  find: ['complaint'],
  check: ({ record, input, found, now, zone }) => [
    input.decision !== 'no-action' &&
      !input.until &&
      refuse('until-missing', text('请填写观察或调查的期限。', 'Say until when.'), {
        field: 'until',
        clause: 'XH-decision',
      }),
    input.until !== undefined &&
      input.until <= dayOf(now, zone) &&
      refuse('until-past', text('期限须在今天以后。', 'The day must be after today.'), { field: 'until' }),
    input.decision === 'investigate' &&
      !input.responsibleName &&
      refuse(
        'responsible-missing',
        text('调查须指定负责人。', 'An investigation has somebody responsible: enter the name.'),
        {
          field: 'responsibleName',
          clause: 'XH-decision',
        },
      ),
    input.complaintId !== undefined && notItsOwn(record, found.complaint),
  ],
  sign: { meaning: PROPOSED, chain: 'decision', step: 1 },
  change: ({ input, found, now, actor }) => ({
    set: {
      decision: input.decision,
      decisionReason: input.reason,
      until: input.decision === 'no-action' ? null : (input.until ?? null),
      responsibleName: input.decision === 'investigate' ? (input.responsibleName ?? null) : null,
      complaintId: input.decision === 'investigate' ? (found.complaint?.id ?? null) : null,
      complaintNumber: input.decision === 'investigate' ? (found.complaint?.number ?? null) : null,
      proposedAt: now,
      proposedById: actor.id,
      proposedByName: actor.name,
      returnedNote: null,
    },
    ...(input.decision === 'investigate' &&
      found.complaint && { link: [{ procedure: 'complaint', id: found.complaint.id, kind: 'investigated' }] }),
  }),
  tell: ({ input }) =>
    text(
      `提出“${decisions[input.decision].zh}”：${input.reason}`,
      `proposed "${decisions[input.decision].en}": ${input.reason}`,
    ),
  rank: 10,
})
