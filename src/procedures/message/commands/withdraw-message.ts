import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { messageCommand } from '../message-command.ts'
import { LETTERS } from '../taxonomy.ts'

/** A letter that nobody has received yet is taken back. */
export const withdraw = messageCommand('withdraw', {
  title: text('撤回', 'Withdraw'),
  about: text(
    '只能撤回尚未送达的函件；撤回后保留编号与原因。',
    'Before it was delivered only; number and reason stay.',
  ),
  fulfils: ['HJ-record'],
  from: ['waiting', 'to-print', 'failed'],
  to: 'withdrawn',
  by: LETTERS,
  input: reasonInput,
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ record, input }) =>
    text(`撤回 ${record.number}：${input.reason}`, `withdrew ${record.number}: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
