import type { Start } from '../../kernel/command.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'

/** What a buyer announces as coming back, beyond what it announced before, becomes a return of the recall route. */
export function returnRequest(
  record: NoticeRow,
  recipient: NoticeRecipient | undefined,
  before: readonly NoticeLine[],
  stated: Readonly<Record<string, Partial<NoticeLine>>>,
  wish: 'refund' | 'exchange',
): Start[] {
  if (!recipient?.partyId) return []
  const lines = before.flatMap(line => {
    const more = (stated[line.id]?.comingBack ?? line.comingBack) - line.comingBack
    const room = line.expected - line.receivedBack
    const quantity = Math.min(more, room)
    return quantity > 0 ? [{ lotId: line.lotId, quantity }] : []
  })
  if (lines.length === 0) return []
  return [
    {
      command: 'return.request',
      input: {
        route: 'recall',
        partyId: recipient.partyId,
        reason: 'recall',
        wish,
        lines,
        remark: `按通知 ${record.number} 退回`,
      },
      link: 'return',
    },
  ]
}
