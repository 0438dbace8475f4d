import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { recipientId } from '../input.ts'
import { listChanged } from '../list-changed.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { LISTERS } from '../roles.ts'

/** A recipient is not told by this notice after all: it stays on the list, struck out, with the reason. */
export const removeRecipient = noticeCommand('remove-recipient', {
  title: text('移出接收单位', 'Take a recipient off'),
  fulfils: ['TZ-trace', 'S01-4.7e'],
  from: ['draft', 'approved'],
  by: LISTERS,
  input: z.object({ recipientId, reason: paragraph(text('移出的理由', 'Why it is taken off')) }),
  facts: ['recipients', 'lines'],
  check: ({ input, facts }) => {
    const recipient = facts.recipients.find(item => item.id === input.recipientId)
    const others = facts.recipients.filter(item => item.state !== 'removed' && item.id !== input.recipientId)
    return [
      (!recipient || recipient.state === 'removed') &&
        refuse('no-such-recipient', text('名单中没有这个单位。', 'The list has no such recipient.'), {
          field: 'recipientId',
        }),
      others.length === 0 &&
        refuse(
          'last-recipient',
          text(
            '这是最后一个接收单位。不再发出的，请取消通知。',
            'This is the last recipient: cancel the notice instead.',
          ),
          { field: 'recipientId' },
        ),
    ]
  },
  change: ({ record, input, facts, now }) => {
    const after = reckon(record, facts, { recipients: { [input.recipientId]: { removedReason: input.reason } } }, now)
    const listed = listChanged(record)
    return { ...after, ...listed, set: { ...after.set, ...listed.set } }
  },
  tell: ({ input, facts }) => {
    const name = facts.recipients.find(item => item.id === input.recipientId)?.name ?? ''
    return text(`从名单移出${name}：${input.reason}`, `took ${name} off the list: ${input.reason}`)
  },
  rank: 61,
  place: 'none',
})
