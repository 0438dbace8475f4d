import type { Actor } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { NoticeRecipient } from './notice-rows.ts'

/** Which recipient a step is about: a guest speaks for itself alone, our people name it. */
export const spokenFor = (actor: Actor, recipientId: string | undefined): string | undefined =>
  actor.via === 'link' ? actor.id : recipientId

/** A guest must be on the list, and not taken off it. */
export const strangerRefusal = (actor: Actor, recipients: readonly NoticeRecipient[]): Refusal | false =>
  actor.via === 'link' &&
  !recipients.some(item => item.id === actor.id && item.state !== 'removed') &&
  refuse(
    'not-a-recipient',
    text('本通知已不再发给贵单位，无需答复。', 'This notice no longer concerns you; no answer is needed.'),
    { kind: 'forbidden' },
  )

/** Our people name a recipient that is on the list. */
export const unknownRefusal = (
  recipientId: string | undefined,
  recipients: readonly NoticeRecipient[],
): Refusal | false =>
  !recipients.some(item => item.id === recipientId && item.state !== 'removed') &&
  refuse('no-such-recipient', text('请在名单中选择要登记的单位。', 'Choose the recipient on the list.'), {
    field: 'recipientId',
  })
