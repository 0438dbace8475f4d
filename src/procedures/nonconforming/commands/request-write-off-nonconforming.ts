import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { noPart, partIn, partWrite, yuan } from '../progress.ts'
import { KEEPERS } from '../taxonomy.ts'

/** S26-4c, SC29: the keeper fills the write-off form and signs first. */
export const requestWriteOff = nonconformingCommand('request-write-off', {
  title: text('填报损审批表', 'Fill the write-off form'),
  about: text(
    '填写价值和原因；随后由业务、质管、财会审核，总经理审批。',
    'Value and reason; then sales, quality and finance review, and the general manager approves.',
  ),
  fulfils: ['S26-4c'],
  from: ['disposing'],
  by: KEEPERS,
  input: z.object({
    unitPrice: field(z.number().min(0).max(10_000_000).multipleOf(0.01), {
      title: text('单价（元）', 'Unit price (yuan)'),
      hint: text('按账面进价', 'cost as in the books'),
    }),
    reason: paragraph(text('报损原因', 'Reason')),
  }),
  facts: ['dispositions'],
  guard: ({ record, facts }) => [
    noPart(
      partIn(facts.dispositions, 'write-off', 'decided'),
      text(
        `${record.number} 没有待报损的货物；要报损，请先由质管部给出处理意见。`,
        `Nothing of ${record.number} is to be written off: first have quality give that opinion.`,
      ),
    ),
  ],
  sign: {
    meaning: text('报损货物与数量属实', 'Goods and quantity of this write-off are as stated'),
    chain: 'write-off',
    step: 1,
  },
  change: ({ facts, input, now, actor }) => {
    const part = partIn(facts.dispositions, 'write-off', 'decided')
    if (!part) throw new Error('guarded above')
    const unitValue = Math.round(input.unitPrice * 100)
    const value = unitValue * part.quantity
    return {
      set: { writeOffAsked: part.quantity, writeOffValue: value, writeOffReason: input.reason },
      rows: [
        partWrite(part.id, {
          state: 'requested',
          unitValue,
          value,
          reason: input.reason,
          requestedAt: now,
          requestedByName: actor.name,
          declinedNote: null,
        }),
      ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `申请报损 ${record.writeOffAsked} ${record.unit}，金额 ${yuan(record.writeOffValue)} 元：${input.reason}`,
      `asked to write off ${record.writeOffAsked} ${record.unit}, ${yuan(record.writeOffValue)} yuan: ${input.reason}`,
    ),
  fill: ({ record, facts }) => ({
    reason: record.recheckNote ?? record.finding,
    ...unitPriceOf(partIn(facts.dispositions, 'write-off', 'decided')?.unitValue ?? null),
  }),
  remark: ({ facts }) => {
    const note = partIn(facts.dispositions, 'write-off', 'decided')?.declinedNote
    return note ? text(`上次退回意见：“${note}”`, `Sent back before: "${note}"`) : null
  },
  rank: 15,
})

const unitPriceOf = (fen: number | null) => (fen === null ? {} : { unitPrice: fen / 100 })
