import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { needsMark } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { confirmedAs } from '../progress.ts'
import { targets, verdicts } from '../taxonomy.ts'

/** S26-1b, 1c, 2.3: quality re-checks and says whether the goods conform. */
export const recordRecheck = nonconformingCommand('record-recheck', {
  title: text('质量复查', 'Re-check'),
  about: text(
    '质管部复查并作结论；拒收货物同时决定退回或报废。',
    'Quality re-checks and concludes; for refused arrivals it also says whether they go back or are scrapped.',
  ),
  fulfils: ['S26-1b', 'S26-1c', 'S26-2.3c', 'S22-6b', 'S26-3a', 'GMP-87', 'S22-6c'],
  from: ['reported'],
  to: 'cleared',
  by: ['quality', 'quality-head', 'quality-inspector'],
  input: z.object({
    result: choice(text('复查结论', 'Result'), verdicts),
    method: paragraph(text('复查方法', 'How it was re-checked'), {
      hint: text('外观、检测、留样比对、远程照片等', 'appearance, test, retained sample, photographs from afar'),
    }),
    note: paragraph(text('复查情况', 'What was found')),
    target: choice(text('拒收货物移往', 'Refused goods go to'), targets, {
      when: { field: 'result', is: ['nonconforming'] },
    }).optional(),
    attachments: attachmentIds.optional(),
  }),
  guard: ({ record }) => [
    needsMark(record) &&
      !record.markedAt &&
      refuse(
        'mark-missing',
        text(
          `要复查 ${record.number}，请先由仓储挂黄牌，货物才不会在复查中发出。`,
          `To re-check ${record.number}, first have the yellow mark hung, so that nothing is shipped meanwhile.`,
        ),
        { clause: 'S26-2.1a' },
      ),
  ],
  check: ({ record, input }) => [
    input.result === 'nonconforming' &&
      record.source === 'acceptance' &&
      !input.target &&
      refuse(
        'target-missing',
        text(
          '确认拒收：请决定移入退货区退回，还是移入不合格品区报废。',
          'The refusal stands: say whether the goods go back by the return zone or to the unqualified zone.',
        ),
        { field: 'target', clause: 'S26-1b' },
      ),
    input.target === 'return' &&
      (record.source !== 'acceptance' || record.atCustomer) &&
      refuse(
        'target-unqualified',
        text(
          '只有验收拒收的货物可移入退货区，其他不合格品移入不合格品区。',
          'Only refused arrivals go to the return zone; choose the unqualified zone.',
        ),
        { field: 'target', clause: 'S26-2.3c' },
      ),
  ],
  sign: { meaning: text('复查结论属实', 'The result of this re-check is mine') },
  change: ({ record, input, now, actor }) => ({
    set: {
      recheckResult: input.result,
      recheckMethod: input.method,
      recheckNote: input.note,
      recheckedAt: now,
      recheckedByName: actor.name,
      recheckedById: actor.id,
      ...(input.result === 'nonconforming' && {
        target: record.atCustomer ? null : (input.target ?? 'unqualified'),
        ...(record.atCustomer && { isolatedAt: now, isolatedByName: actor.name }),
      }),
    },
    ...(input.result === 'nonconforming' && confirmedAs(record)),
    meet: [{ deadline: 'recheck' }],
    ...(input.attachments && { attach: input.attachments.map(id => ({ id, purpose: 'recheck' })) }),
  }),
  tell: ({ input }) =>
    text(`复查：${verdicts[input.result].zh}。${input.note}`, `re-check: ${verdicts[input.result].en}. ${input.note}`),
  remark: ({ record }) => text(`“${record.finding}”`, `"${record.finding}"`),
  rank: 10,
})
