import type { Start } from '../../kernel/command.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'

/** How many units of a lot a buyer may still be asked back: delivered, less what is back or on other returns. */
export interface Returnable {
  readonly lotId: string
  readonly room: number
}

/**
 * What a buyer announces as coming back, beyond what it announced before, becomes a return of the recall route. What other
 * returns ask back already is left to them.
 */
export function returnRequest(
  record: NoticeRow,
  recipient: NoticeRecipient | undefined,
  before: readonly NoticeLine[],
  stated: Readonly<Record<string, Partial<NoticeLine>>>,
  returnable: readonly Returnable[],
  wish: 'refund' | 'exchange',
): Start[] {
  if (!recipient?.partyId) return []
  const lines = before.flatMap(line => {
    const now = stated[line.id]
    const room = returnable.find(item => item.lotId === line.lotId)?.room ?? 0
    const more = Math.min((now?.comingBack ?? line.comingBack) - line.comingBack, room)
    if (more <= 0) return []
    const serials = (now?.announced ?? []).filter(serial => !line.announced.includes(serial)).slice(0, more)
    return [{ lotId: line.lotId, quantity: more, ...(serials.length > 0 && { serials }) }]
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
        noticeId: record.id,
        noticeRecipientId: recipient.id,
      },
      link: 'return',
    },
  ]
}
