import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import { approvalRoute } from '../approval-route.ts'
import { initiators, measures, standings } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'
import { ANY_DRAFTER } from '../roles.ts'

/** Words of a draft are bettered; signatures that stood for the old ones are asked again. */
export const reviseNotice = noticeCommand('revise', {
  title: text('修改草稿', 'Revise the draft'),
  about: text('修改后，已签的签批作废并重新签批。', 'Signatures given for the old words are asked again.'),
  fulfils: ['S26-2.3d', 'S04-4.9a', 'CN-RC-005'],
  from: ['draft'],
  by: ANY_DRAFTER,
  input: z.object({
    recallClass: field(z.int().min(1).max(3), { title: text('召回级别', 'Recall class'), widget: 'number' }).optional(),
    reason: paragraph(text('原因', 'Reason')),
    instructions: paragraph(text('要求', 'What is to be done')),
    measures: field(z.array(z.enum(keysOf(measures))), {
      title: text('处理方式', 'Measures'),
      widget: 'choices',
      options: measures,
    }).default([]),
    initiator: choice(text('来源', 'Comes from'), initiators),
    standing: choice(text('本公司身份', 'Standing of the company'), standings),
    planReference: line(text('召回计划（文号）', 'Recall plan (number)')).optional(),
  }),
  check: ({ record, input }) => [
    record.kind === 'recall' &&
      !input.recallClass &&
      refuse('class-missing', text('请选择召回级别。', 'Choose the recall class.'), {
        field: 'recallClass',
        clause: 'CN-RC-001',
      }),
    record.kind !== 'recall' &&
      input.recallClass !== undefined &&
      refuse(
        'no-recall',
        text('只有产品收回通知才有召回级别，请删去。', 'Only a recall has a class: leave it empty.'),
        {
          field: 'recallClass',
        },
      ),
  ],
  change: ({ record, input, policy }) => {
    const set = {
      recallClass: input.recallClass ?? null,
      reason: input.reason,
      instructions: input.instructions,
      measures: input.measures,
      initiator: input.initiator,
      standing: input.standing,
      planReference: input.planReference ?? null,
    }
    return {
      set,
      // another class may ask for other signers: the round begins anew
      seek: [{ chain: 'approval', steps: approvalRoute(policy, { ...record, ...set }) }],
      // a graver class shortens the time that is left; a clock never moves later
      open: record.decidedAt && record.kind === 'recall' ? [{ deadline: 'tell-recall', from: record.decidedAt }] : [],
    }
  },
  tell: () => text('修改了通知草稿，重新签批', 'revised the draft; it is signed anew'),
  fill: ({ record }) => ({
    ...(record.recallClass && { recallClass: record.recallClass }),
    reason: record.reason,
    instructions: record.instructions,
    measures: record.measures,
    initiator: record.initiator,
    standing: record.standing,
    ...(record.planReference && { planReference: record.planReference }),
  }),
  place: 'menu',
})
