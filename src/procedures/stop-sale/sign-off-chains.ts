import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'

/** A confirmed stop has two signatures: quality management, then the quality head, who thereby knows of it (S01-4.7a). */
export const confirmationChain = signOffChain({
  name: 'confirmation',
  title: text('确认停售', 'Confirmation of the stop'),
  rule: 'S01-4.7a',
  clause: 'S01-4.7a',
  steps: [
    { by: ['quality'], meaning: text('复查不合格，我确认停售', 'The goods are bad; I confirm the stop') },
    { by: ['quality-head'], meaning: text('我已知悉并同意停售', 'I know of it and agree to the stop') },
  ],
})
