import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { signalCommand } from '../signal-command.ts'

/** What the watch or the investigation showed; the quality head closes the signal with a signature. */
export const concludeSignal = signalCommand('conclude', {
  title: text('填写结论并关闭', 'Conclude and close'),
  fulfils: ['XH-decision', 'XH-once', 'XH-measure'],
  from: ['watching', 'investigating'],
  to: 'closed',
  by: ['quality-head'],
  input: z.object({
    conclusion: paragraph(text('结论', 'Conclusion'), {
      hint: text('原因、已采取的措施、投诉率是否回落', 'Cause, what was done, whether the rate came down'),
    }),
    noMeasure: paragraph(text('未采取措施的理由', 'Why no measure was taken'), {
      hint: text(
        '调查未引出纠正措施、停售或质量查询时填写',
        'Where the investigation led to no action, stop-sale or question to the supplier',
      ),
    }).optional(),
    attachments: attachmentIds.optional(),
  }),
  check: ({ record, input }) => [
    record.state === 'investigating' &&
      input.conclusion.length < 8 &&
      refuse('conclusion-short', text('调查结论请写明原因和措施。', 'Say the cause and what was done.'), {
        field: 'conclusion',
        clause: 'XH-decision',
      }),
    record.state === 'investigating' &&
      record.measures === 0 &&
      !record.complaintId &&
      !input.noMeasure &&
      refuse(
        'no-measure',
        text(
          '调查尚未引出措施：请先要求纠正措施、预防性停售或向供货者查询，确实不需要的写明理由。',
          'Nothing was started yet: first ask for action, stop the sale or ask the supplier, or say why none is needed.',
        ),
        { field: 'noMeasure', clause: 'XH-measure' },
      ),
  ],
  sign: { meaning: text('我确认此结论，关闭信号', 'I confirm this conclusion and close the signal') },
  change: ({ input, now, actor }) => ({
    set: { conclusion: input.conclusion, noMeasure: input.noMeasure ?? null, closedAt: now, closedByName: actor.name },
    meet: [{ deadline: 'review' }],
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'finding' })),
  }),
  tell: ({ input }) => text(`关闭：${input.conclusion}`, `closed: ${input.conclusion}`),
  rank: 10,
})
