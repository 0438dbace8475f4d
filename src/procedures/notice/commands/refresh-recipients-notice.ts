import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { refreshed } from '../distribution.ts'
import { writeLetter } from '../letter.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { LISTERS } from '../roles.ts'

/** Reads the records of sale again: what was delivered meanwhile joins the list; when the notice runs, it is told at once. */
export const refreshRecipients = noticeCommand('refresh-recipients', {
  title: text('按销售记录更新名单', 'Read the records of sale again'),
  about: text(
    '新登记的出库会补进名单；已发出的通知会立即告知新增单位。',
    'Deliveries entered meanwhile join the list; once the notice runs, new recipients are told at once.',
  ),
  fulfils: ['TZ-trace', 'S01-4.7e'],
  from: ['draft', 'approved', 'running'],
  by: LISTERS,
  input: z.object({}),
  facts: ['recipients', 'lines', 'lots'],
  find: ['trace'],
  change: ({ record, facts, found, actor, now, newId }) => {
    const sent = record.state === 'running'
    const { patch } = refreshed(record.kind, sent, facts, found.trace, { now, actor, newId })
    const newRecipients = (patch.newRecipients ?? []).map(item =>
      sent ? { ...item, messageState: 'waiting' as const } : item,
    )
    const after = reckon(record, facts, { ...patch, newRecipients }, now)
    const expiresAt = record.linkUntil
    return {
      ...after,
      set: { ...after.set, ...(sent && newRecipients.length > 0 && { allToldAt: null, completedAt: null }) },
      start:
        sent && expiresAt
          ? newRecipients.map(item =>
              writeLetter({
                record,
                recipient: { ...item, noticeId: record.id },
                lines: (patch.newLines ?? [])
                  .filter(line => line.recipientId === item.id)
                  .map(line => ({ ...line, noticeId: record.id })),
                lots: facts.lots,
                expiresAt,
              }),
            )
          : [],
    }
  },
  tell: ({ record, before }) => {
    const more = record.recipients - before.recipients
    return more > 0
      ? text(
          `按销售记录更新名单：新增 ${more} 家，共 ${record.recipients} 家`,
          `read the records of sale again: ${more} more, ${record.recipients} in all`,
        )
      : text(
          `按销售记录更新名单：没有新增，共 ${record.recipients} 家`,
          `read the records of sale again: nobody new, ${record.recipients} in all`,
        )
  },
  rank: 63,
  place: 'menu',
})
