import type { NoticeKind } from '../kinds.ts'
import type { NoticeLine, NoticeLot, NoticeOnward, NoticeRecipient } from '../notice-rows.ts'

/** Answer of the read `notice.balance`. */
export interface BalanceAnswer {
  readonly recipients: readonly NoticeRecipient[]
  readonly lines: readonly NoticeLine[]
  readonly lots: readonly NoticeLot[]
  readonly onward: readonly NoticeOnward[]
}

/** A recipient together with its lines. */
export interface Listed {
  readonly recipient: NoticeRecipient
  readonly lines: readonly NoticeLine[]
}

/** Which recipients are listed. */
export type Shown = 'all' | 'untold' | 'unanswered' | 'open' | 'removed'

/** Whether the recipient has said what its kind of notice asks for. */
export const hasSaid = ({ recipient, lines }: Listed, asksQuantities: boolean): boolean =>
  asksQuantities && lines.length > 0 ? lines.every(line => line.statedAt !== null) : recipient.acknowledgedAt !== null

/** Whether a recipient belongs to a list. */
export function belongs(item: Listed, shown: Shown, kind: NoticeKind, drill: boolean): boolean {
  const { recipient } = item
  if (shown === 'removed') return recipient.state === 'removed'
  if (recipient.state === 'removed') return false
  switch (shown) {
    case 'untold':
      return !drill && recipient.toldAt === null
    case 'unanswered':
      return !hasSaid(item, kind === 'suspend' || kind === 'recall')
    case 'open':
      return recipient.state !== 'settled'
    default:
      return true
  }
}

/** Recipients with their lines, in the order of the answer; narrowed by name, place, person or number. */
export function listed(answer: BalanceAnswer, search: string): readonly Listed[] {
  const ofRecipient = Map.groupBy(answer.lines, line => line.recipientId)
  const wanted = search.trim().toLowerCase()
  return answer.recipients
    .filter(item =>
      [item.name, item.city, item.contactName, item.phone].some(value => value?.toLowerCase().includes(wanted)),
    )
    .map(recipient => ({ recipient, lines: ofRecipient.get(recipient.id) ?? [] }))
}
