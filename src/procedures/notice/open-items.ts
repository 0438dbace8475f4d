import { outstandingOf } from './balance.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLot } from './notice-rows.ts'
import { active, type Course, openUnits } from './reckon.ts'

/** A line or a recipient that keeps the notice open, in words. */
export interface OpenItem {
  readonly id: string
  readonly said: string
}

/** What keeps a notice from being closed: lines whose balance is not zero, recipients that never acknowledged. */
export function openItems(
  record: Pick<NoticeRow, 'kind'>,
  facts: Course & { readonly lots: readonly NoticeLot[] },
): { readonly lines: readonly OpenItem[]; readonly recipients: readonly OpenItem[] } {
  const { recipients, lines } = active(facts)
  const nameOf = (id: string): string => recipients.find(item => item.id === id)?.name ?? ''
  const lotOf = (id: string): string => facts.lots.find(item => item.lotId === id)?.lotNo ?? ''
  const withLines = new Set(lines.map(line => line.recipientId))
  const asksWord = record.kind !== 'resume' && record.kind !== 'refusal'
  return {
    lines: lines
      .filter(line => openUnits(line, record.kind) > 0)
      .map(line => ({
        id: line.id,
        said: `${nameOf(line.recipientId)} · ${lotOf(line.lotId)} · ${outstandingOf(line, record.kind)}`.slice(0, 200),
      })),
    recipients: recipients
      .filter(
        item =>
          asksWord &&
          (record.kind === 'advisory' || !withLines.has(item.id)) &&
          item.acknowledgedAt === null &&
          item.excusedReason === null,
      )
      .map(item => ({ id: item.id, said: item.name.slice(0, 200) })),
  }
}
