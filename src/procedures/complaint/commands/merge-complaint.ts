import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { keptOpen, screenedOrHarmless } from '../adverse-event-hold.ts'
import { CASE_HEADS } from '../case-roles.ts'
import { Complaint } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import { states } from '../complaint-states.ts'

const WANTED = text('合并', 'merge it')

/** Two entries about one thing are handled as one; this one stays in the ledger and points to the other. */
export const mergeComplaint = complaintCommand('merge', {
  title: text('合并到另一件投诉', 'Merge into another complaint'),
  fulfils: ['S01-4.4f'],
  from: ['registered', 'accepted'],
  to: 'merged',
  by: [...CASE_HEADS, 'service-desk'],
  input: z.object({
    into: field(z.uuid(), { title: text('并入', 'Into'), widget: 'record', of: 'complaint' }),
    reason: paragraph(text('合并原因', 'Reason')),
  }),
  find: ['target'],
  guard: ({ record }) => [keptOpen(record, WANTED), screenedOrHarmless(record, WANTED)],
  check: ({ record, input, found }) => {
    const { target } = found
    if (input.into === record.id)
      return [
        refuse(
          'merge-into-itself',
          text('不能并入自己，请选择另一件投诉。', 'It cannot be merged into itself: choose another complaint.'),
          { field: 'into' },
        ),
      ]
    if (!target)
      return [
        refuse(
          'no-such-complaint',
          text('找不到所选的投诉，请重新选择。', 'There is no such complaint: choose again.'),
          { field: 'into' },
        ),
      ]
    const sameCustomer = record.partyId ? record.partyId === target.partyId : record.partyName === target.partyName
    const sameProduct =
      record.productId !== null ? record.productId === target.productId : record.productName === target.productName
    return [
      Complaint.states[target.state].final &&
        refuse(
          'target-ended',
          text(
            `${target.number} 为“${states[target.state].title.zh}”，请选择还在办理的投诉。`,
            `${target.number} is "${states[target.state].title.en}": choose a complaint that is still open.`,
          ),
          { field: 'into' },
        ),
      !(sameCustomer || sameProduct) &&
        refuse(
          'unrelated',
          text(
            `${target.number} 的客户和产品都不同，不能合并。`,
            `${target.number} has another customer and another product: these are two complaints.`,
          ),
          { field: 'into' },
        ),
    ]
  },
  change: ({ input, found }) => ({
    set: {
      mergedInto: input.into,
      mergedIntoNumber: found.target?.number ?? null,
      endReason: input.reason,
    },
    link: [{ procedure: 'complaint', id: input.into, kind: 'merged-into' }],
  }),
  tell: ({ record, input }) =>
    text(`并入 ${record.mergedIntoNumber}：${input.reason}`, `merged into ${record.mergedIntoNumber}: ${input.reason}`),
  rank: 91,
  place: 'menu',
})
