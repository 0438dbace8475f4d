import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { recipientId } from '../input.ts'
import { writeLetter } from '../letter.ts'
import { listChanged } from '../list-changed.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { LISTERS } from '../roles.ts'

/** A recipient that was taken off the list is told after all. */
export const restoreRecipient = noticeCommand('restore-recipient', {
  title: text('恢复接收单位', 'Put a recipient back'),
  fulfils: ['TZ-trace', 'S01-4.7e'],
  from: ['draft', 'approved', 'running'],
  by: LISTERS,
  input: z.object({ recipientId, reason: paragraph(text('恢复的理由', 'Why it is put back')) }),
  facts: ['recipients', 'lines', 'lots'],
  check: ({ input, facts }) => [
    !facts.recipients.some(item => item.id === input.recipientId && item.state === 'removed') &&
      refuse('not-removed', text('该单位没有被移出名单。', 'The recipient was not taken off the list.'), {
        field: 'recipientId',
      }),
  ],
  change: ({ record, input, facts, now }) => {
    const recipient = facts.recipients.find(item => item.id === input.recipientId)
    const sends = record.state === 'running' && record.linkUntil !== null
    const patch = {
      removedReason: null,
      origin: 'added' as const,
      originReason: input.reason,
      ...(sends && { messageState: 'waiting' as const }),
    }
    const after = reckon(record, facts, { recipients: { [input.recipientId]: patch } }, now)
    const listed = listChanged(record)
    return {
      ...after,
      ...listed,
      set: {
        ...after.set,
        ...listed.set,
        ...(sends && { allToldAt: null, completedAt: null }),
      },
      start:
        sends && record.linkUntil && recipient
          ? [
              writeLetter({
                record,
                recipient,
                lines: facts.lines.filter(line => line.recipientId === recipient.id),
                lots: facts.lots,
                expiresAt: record.linkUntil,
              }),
            ]
          : [],
    }
  },
  tell: ({ input, facts }) => {
    const name = facts.recipients.find(item => item.id === input.recipientId)?.name ?? ''
    return text(`${name}恢复到名单：${input.reason}`, `put ${name} back on the list: ${input.reason}`)
  },
  rank: 62,
  place: 'none',
})
