import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { causeField } from '../fields.ts'
import { afterFinding } from '../finding.ts'
import { written } from '../placement.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'
import { verdicts } from '../wording.ts'

/** An earlier good finding is taken back: another record speaks against the goods, or may do so. */
const goodNoMore = (number: string) => ({
  set: { finding: null, findingNote: null, findingAt: null, findingByName: null },
  cancel: [
    {
      deadline: 'release',
      reason: text(`${number} 未判合格`, `${number} was not found good`),
    },
  ],
})

/**
 * A complaint because of which the goods are held became known, was verified, or ended. One bad finding is enough; the goods
 * count as good only when every complaint behind the stop was found good.
 */
export const hearFinding = stopSaleCommand('hear-finding', {
  title: text('接收来源记录的结论', 'Hear what a record found'),
  fulfils: ['S26-2.3a', 'S01-4.7a'],
  from: [...AT_WORK, 'releasing'],
  by: QUALITY,
  input: z.object({
    cause: causeField,
    verdict: choice(text('结论', 'Finding'), verdicts).nullable(),
    note: paragraph(text('情况', 'What was found')),
  }),
  facts: ['causes'],
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-from-record',
        text(
          '此步骤由投诉等来源记录自动进行；自行复查请用“登记复查结论”。',
          'Complaints take this step by themselves: record a re-check of your own instead.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ record, input, facts, newId, now, actor }) => {
    const known = facts.causes.find(cause => cause.causeId === input.cause.id)
    const decided = { verdict: input.verdict, note: input.note, decidedAt: input.verdict ? now : null }
    const row = known
      ? { child: 'cause', id: known.id, set: decided }
      : {
          child: 'cause',
          insert: {
            ...written({ newId, now, actor }),
            procedure: input.cause.procedure,
            causeId: input.cause.id,
            number: input.cause.number,
            ...decided,
          },
        }
    const others = facts.causes.filter(cause => cause.causeId !== input.cause.id)
    const judged = { note: `${input.cause.number}：${input.note}`, by: actor.name, now }
    if (record.state === 'confirmed' && record.finding === 'good' && input.verdict !== 'good')
      return { rows: [row], ...goodNoMore(input.cause.number) }
    if (record.state !== 'placed' && record.state !== 're-check') return { rows: [row] }
    if (input.verdict === 'bad') return { ...afterFinding(record, { ...judged, verdict: 'bad' }), rows: [row] }
    if (input.verdict === 'good' && others.every(cause => cause.verdict === 'good'))
      return { ...afterFinding(record, { ...judged, verdict: 'good' }), rows: [row] }
    // A complaint that is not settled takes an earlier good finding back: it may be about the same fault.
    return {
      rows: [row],
      to: 're-check',
      ...goodNoMore(input.cause.number),
      open: [{ deadline: 'recheck', from: now }],
    }
  },
  tell: ({ input }) =>
    input.verdict
      ? text(
          `${input.cause.number} 结论：${verdicts[input.verdict].zh}。${input.note}`,
          `${input.cause.number} found: ${verdicts[input.verdict].en.toLowerCase()}. ${input.note}`,
        )
      : text(
          `${input.cause.number} 亦涉及此货：${input.note}`,
          `${input.cause.number} is about these goods too: ${input.note}`,
        ),
  place: 'none',
})
