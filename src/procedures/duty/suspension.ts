import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import { ANY_ROLE } from './who-may.ts'

/** What the one who asks signs. */
export const ASKED = text('我申请停做这项定期工作', 'I ask to suspend this work')
/** What the quality head signs. */
export const AGREED = text('我批准停做这项定期工作', 'I agree that this work is suspended')

/** Suspension: asked by whoever arranges the work, agreed to by the quality head. */
export const suspension = signOffChain({
  name: 'suspension',
  title: text('停做审批', 'Approval of a suspension'),
  rule: 'SG09',
  clause: 'DU-suspended',
  steps: [
    { by: ANY_ROLE, called: text('申请人', 'Applicant'), meaning: ASKED },
    { by: ['quality-head'], meaning: AGREED },
  ],
})
