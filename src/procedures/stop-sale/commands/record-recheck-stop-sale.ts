import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { afterFinding } from '../finding.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { EXAMINERS } from '../stop-sale-roles.ts'
import { verdicts } from '../wording.ts'

/** S25-2.6a, S26-2.3a: quality re-checks and decides; the one finding that frees or confirms. */
export const recordRecheck = stopSaleCommand('record-recheck', {
  title: text('登记复查结论', 'Record the re-check'),
  about: text(
    '合格：24 小时内解除并通知各方；不合格：双签确认停售。',
    'Good: released and everybody told within 24 hours. Bad: confirmed by two signatures.',
  ),
  fulfils: ['S25-2.6a', 'S26-2.3a'],
  from: ['placed', 're-check', 'confirmed'],
  by: EXAMINERS,
  input: z.object({
    verdict: choice(text('复查结论', 'Finding'), verdicts),
    note: paragraph(text('复查情况', 'What was found')),
    attachments: attachmentIds.optional(),
  }),
  facts: ['causes'],
  check: ({ record, input, facts }) => [
    record.state === 'confirmed' &&
      input.verdict !== 'good' &&
      refuse(
        'confirmed-already',
        text(
          `${record.number} 已确认停售；只有复查合格才需再登记。`,
          `${record.number} is confirmed already: record another re-check only when it finds the goods good.`,
        ),
        { field: 'verdict' },
      ),
    input.verdict === 'good' &&
      facts.causes.some(cause => cause.verdict === 'bad') &&
      input.note.length < 10 &&
      refuse(
        'contradiction',
        text(
          `${facts.causes.find(cause => cause.verdict === 'bad')?.number} 核实为不合格；要判合格，请在复查情况中说明依据。`,
          `${facts.causes.find(cause => cause.verdict === 'bad')?.number} was found bad: to find the goods good, say in the note on what grounds.`,
        ),
        { field: 'note' },
      ),
  ],
  sign: { meaning: text('我已复查，所记结论属实', 'I checked the goods; what is recorded is what I found') },
  change: ({ record, input, now, actor }) => {
    const change = afterFinding(record, { verdict: input.verdict, note: input.note, by: actor.name, now })
    return {
      ...change,
      meet: [...(change.meet ?? []), { deadline: 'recheck-request' }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'recheck' })),
    }
  },
  tell: ({ input }) =>
    text(
      `复查：${verdicts[input.verdict].zh}。${input.note}`,
      `re-check: ${verdicts[input.verdict].en.toLowerCase()}. ${input.note}`,
    ),
  rank: 14,
})
