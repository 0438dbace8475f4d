import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, moment } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../roles.ts'
import { states } from '../supplier-inquiry.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'
import { letterStates } from '../wording.ts'

/** What became of the letter. */
export const noteLetter = supplierInquiryCommand('note-letter', {
  title: text('登记函件送达情况', 'Note what became of the letter'),
  fulfils: ['S01-4.6b'],
  // A letter may be delivered after the answer came by telephone.
  from: Object.keys(states),
  by: QUALITY,
  input: z.object({
    outcome: choice(text('送达情况', 'Outcome'), letterStates),
    at: moment(text('时间', 'When')),
  }),
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-from-letter',
        text('此步骤由函件自动进行，请在函件上登记送达。', 'The letter takes this step by itself: record it there.'),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ input }) => ({
    set: { letterState: input.outcome, ...(input.outcome !== 'failed' && { letterAt: input.at }) },
  }),
  tell: ({ input }) =>
    text(`查询函${letterStates[input.outcome].zh}`, `letter: ${letterStates[input.outcome].en.toLowerCase()}`),
  place: 'none',
})
