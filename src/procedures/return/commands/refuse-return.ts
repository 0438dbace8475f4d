import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { whyLimits } from '../exchange-rate.ts'
import { goodsListed, letter } from '../letter.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** S02-4.2.3d: beyond the limits, or not approved: refused, and the customer gets a patient explanation in writing. */
export const refuseReturn = returnCommand('refuse', {
  title: text('驳回并向客户说明', 'Refuse and explain'),
  about: text(
    '写清不予调退的理由，系统同时给客户发函。',
    'Say why nothing can be taken back; the customer gets it in writing.',
  ),
  fulfils: ['S02-4.2.3d', 'S02-1a'],
  from: ['over-limits', 'explaining', 'declined'],
  to: 'refused',
  by: AFTER_SALES,
  input: z.object({ explanation: paragraph(text('驳回理由（发给客户）', 'Explanation (goes to the customer)')) }),
  facts: ['lines'],
  sign: { meaning: text('不予调退，以上为答复客户的理由', 'Not accepted; this is the reason given to the customer') },
  change: ({ record, facts, input }) => ({
    set: { endReason: input.explanation },
    start: [
      letter(record, {
        subject: '关于贵单位调退货申请的答复',
        paragraphs: [
          `${record.partyName}：`,
          `贵单位申请调退的下列货品，经评审不能办理：\n${goodsListed(facts.lines)}`,
          `理由：${input.explanation}`,
          '感谢理解。如有疑问，请与我公司售后服务部联系。',
        ],
      }),
    ],
  }),
  tell: ({ input }) => text(`驳回：${input.explanation}`, `refused: ${input.explanation}`),
  fill: ({ record }) => {
    if (record.state === 'over-limits' && record.limits) return { explanation: whyLimits(record.limits).zh }
    return record.declinedReason ? { explanation: record.declinedReason } : {}
  },
  rank: 10,
})
