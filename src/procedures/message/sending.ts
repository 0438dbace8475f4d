import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MessageAttempt, MessageRow } from './message.ts'

/** Refuses to say by hand what only the sending of the mail can know. */
export const onlyBySystem = ({ actor }: { readonly actor: { readonly via: string } }) => [
  actor.via !== 'system' &&
    refuse(
      'only-by-system',
      text(
        '邮件发送结果由系统记录。要登记人工送达，请办理“登记送达”。',
        'The system records how an e-mail came out. To enter that somebody brought the letter, use "Enter the hand-over".',
      ),
      { kind: 'forbidden' },
    ),
]

/** One more attempt on the letter: its row, and what the record keeps of the latest. */
export const attempted = (
  record: MessageRow,
  id: string,
  now: Instant,
  came: Pick<MessageAttempt, 'outcome' | 'answer'> & Partial<Pick<MessageAttempt, 'failure' | 'mailId'>>,
) => ({
  set: { attempts: record.attempts + 1, lastAttemptAt: now, answer: came.answer },
  rows: [
    {
      child: 'attempt',
      insert: { id, at: now, toEmail: record.toEmail, failure: null, mailId: null, ...came },
    },
  ],
})
