import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { partIn, partWrite, progressOf, withPart, yuan } from '../progress.ts'
import { backTo, writeOffChain } from '../sign-off-chains.ts'

const opinions = {
  agree: text('同意', 'Agree'),
  'send-back': text('退回前面环节', 'Send back to an earlier step'),
  refuse: text('不同意报损', 'Refuse'),
} as const

/** Places of the steps in their chain. */
const ORDER = writeOffChain.steps.map(step => step.key)

/** S26-4c, SG08: sales, quality and finance review in turn, the general manager alone approves. */
export const signWriteOff = nonconformingCommand('sign-write-off', {
  title: text('审批报损', 'Sign the write-off'),
  fulfils: ['S26-4c'],
  from: ['disposing'],
  by: ['sales', 'sales-head', 'quality', 'quality-head', 'finance', 'finance-head', 'general-manager'],
  input: z.object({
    opinion: choice(text('意见', 'Opinion'), opinions).default('agree'),
    backTo: choice(text('退回到', 'Send back to'), backTo, {
      when: { field: 'opinion', is: ['send-back'] },
    }).optional(),
    note: paragraph(text('审核意见', 'Remark')).optional(),
  }),
  facts: ['dispositions'],
  check: ({ input, signing }) => [
    input.opinion !== 'agree' &&
      !input.note &&
      refuse('note-missing', text('退回或不同意时请写明理由。', 'Say why you send it back or refuse it.'), {
        field: 'note',
      }),
    input.opinion === 'send-back' &&
      !(input.backTo && signing && ORDER.indexOf(input.backTo) < ORDER.indexOf(signing.key)) &&
      refuse('not-earlier', text('请选择在您之前的环节退回。', 'Choose a step before your own to send it back to.'), {
        field: 'backTo',
      }),
  ],
  sign: { chain: 'write-off', step: 'waiting' },
  change: ({ record, input, facts, signing, now }) => {
    const part = partIn(facts.dispositions, 'write-off', 'requested')
    if (!part) throw new Error('a write-off that is signed was requested')
    const note = input.note ? { note: input.note } : {}
    // the keeper fills the form anew, which opens a round of its own
    if (input.opinion === 'refuse' || input.backTo === 'warehouse')
      return {
        ...note,
        decline: true,
        rows: [partWrite(part.id, { state: 'decided', declinedNote: input.note ?? null })],
      }
    if (input.opinion === 'send-back' && input.backTo)
      return { ...note, sendBack: { chain: 'write-off', to: input.backTo } }
    if (!signing?.last) return note
    return {
      ...note,
      ...progressOf(withPart(facts.dispositions, part.id, 'approved')),
      set: { writeOffApprovedAt: now },
      rows: [partWrite(part.id, { state: 'approved', approvedAt: now })],
      open: record.destructionNumber ? [] : [{ deadline: 'destruction-list', from: now }],
    }
  },
  tell: ({ record, input, before }) => {
    const said = input.note ? `：${input.note}` : ''
    const saidEn = input.note ? `: ${input.note}` : ''
    if (input.opinion === 'refuse') return text(`不同意报损${said}`, `refused the write-off${saidEn}`)
    if (input.opinion === 'send-back' && input.backTo)
      return text(
        `退回${backTo[input.backTo].zh}${said}`,
        `sent back to ${backTo[input.backTo].en.toLowerCase()}${saidEn}`,
      )
    if (record.writeOffApprovedAt !== before.writeOffApprovedAt)
      return text(
        `批准报损，金额 ${yuan(record.writeOffValue)} 元${said}`,
        `approved the write-off of ${yuan(record.writeOffValue)} yuan${saidEn}`,
      )
    return text(`同意报损${said}`, `agreed to the write-off${saidEn}`)
  },
  remark: ({ record }) =>
    text(
      `报损 ${record.writeOffAsked} ${record.unit}，金额 ${yuan(record.writeOffValue)} 元：“${record.writeOffReason}”`,
      `${record.writeOffAsked} ${record.unit}, ${yuan(record.writeOffValue)} yuan: "${record.writeOffReason}"`,
    ),
  rank: 12,
})
