import { type Reaction, reaction } from '../../kernel/procedure.ts'
import { writeLetter } from './letter.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

interface Letter {
  readonly procedure: string
  readonly recordId: string
  readonly sentAt: string | null
  readonly handedOverAt: string | null
}

/** The inquiry has its number only once it is written down; the letter follows in the same transaction. */
const letter = reaction<SupplierInquiryRow, unknown, undefined>({
  on: 'supplier-inquiry.send',
  clause: 'S01-4.6b',
  run: ({ record }) => [writeLetter(record, false)],
})

const delivered = (on: string, outcome: 'sent' | 'failed' | 'handed-over'): Reaction =>
  reaction<Letter, unknown, undefined>({
    on,
    clause: 'S01-4.6b',
    run: ({ record, now }) =>
      record.procedure === 'supplier-inquiry'
        ? [
            {
              command: 'supplier-inquiry.note-letter',
              on: record.recordId,
              input: { outcome, at: record.handedOverAt ?? record.sentAt ?? now },
            },
          ]
        : [],
  })

/** What happens elsewhere and makes this procedure act. */
export const reactions: readonly Reaction[] = [
  letter,
  delivered('message.mark-sent', 'sent'),
  delivered('message.mark-failed', 'failed'),
  delivered('message.hand-over', 'handed-over'),
]
