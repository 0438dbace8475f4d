import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { formFiller } from '../policies.ts'
import { noPart, partIn, partWrite } from '../progress.ts'
import { formFillers } from '../taxonomy.ts'

/** X34: roles behind the department that the company chose. */
const FILLERS = {
  SALES: ['sales', 'sales-rep', 'sales-head'],
  PUR: ['purchasing'],
  WH: ['warehouse', 'warehouse-head'],
} as const

/** S26-4b: the purchase-return notice tells transport to take the goods back to the supplier. */
export const returnToSupplier = nonconformingCommand('return-to-supplier', {
  title: text('进货退出通知', 'Purchase-return notice'),
  about: text('填进货退出通知单，通知配送退货。', 'The notice tells transport to take the goods back.'),
  fulfils: ['S26-4b'],
  from: ['disposing'],
  by: [...FILLERS.SALES, ...FILLERS.PUR, ...FILLERS.WH],
  input: z.object({
    reason: paragraph(text('退出原因', 'Why they go back')),
    transport: paragraph(text('运输要求', 'How they are carried')).optional(),
  }),
  facts: ['dispositions'],
  guard: ({ record, facts, policy, actor }) => {
    const filler = policy(formFiller)
    return [
      noPart(
        partIn(facts.dispositions, 'supplier', 'decided'),
        text(
          `${record.number} 没有待退回供货者的货物；要退回，请先由质管部给出处理意见。`,
          `Nothing of ${record.number} waits to go back: first have quality give that opinion.`,
        ),
      ),
      actor.via !== 'system' &&
        !holds(actor, FILLERS[filler]) &&
        refuse(
          'other-filler',
          text(
            `按公司规定，进货退出通知单由${formFillers[filler].zh}填写，请转交其办理。`,
            `In this company ${formFillers[filler].en.toLowerCase()} fills the purchase-return notice: ask them to do it.`,
          ),
          { kind: 'forbidden' },
        ),
    ]
  },
  sign: { meaning: text('通知配送退货', 'I tell transport to take these goods back') },
  change: ({ record, facts, input, now, actor }) => {
    const part = partIn(facts.dispositions, 'supplier', 'decided')
    const notices = facts.dispositions.filter(item => item.noticeNo).length
    return {
      rows: part
        ? [
            partWrite(part.id, {
              state: 'notified',
              noticeNo: `${record.number}-TC${notices + 1}`,
              noticeReason: input.reason,
              transport: input.transport ?? null,
              noticeAt: now,
              noticeByName: actor.name,
            }),
          ]
        : [],
    }
  },
  tell: ({ record, input }) =>
    text(
      `通知配送将货物退回${record.supplierName ?? ''}：${input.reason}`,
      `told transport to take the goods back to ${record.supplierName ?? 'the supplier'}: ${input.reason}`,
    ),
  fill: ({ record }) => ({ reason: record.recheckNote ?? record.finding }),
  rank: 15,
})
