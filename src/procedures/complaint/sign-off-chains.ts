import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'

/** The disposition opinion: author, then reviewer (SC21); quality signs, the quality head countersigns. */
export const opinionChain = signOffChain({
  name: 'opinion',
  title: text('处置意见会签', 'Disposition opinion'),
  rule: 'SC21',
  clause: 'S01-4.4e',
  steps: [
    { by: ['quality', 'quality-head'], meaning: text('以上为我给出的处置意见', 'This is my disposition opinion') },
    { by: ['quality-head'], meaning: text('我已审阅该处置意见', 'I have reviewed this opinion') },
  ],
})
