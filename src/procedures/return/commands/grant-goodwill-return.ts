import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { unitsOf, verdictsInForce } from '../lines.ts'
import { returnCommand } from '../return-command.ts'

/** X32: goods that the customer damaged are taken back on nobody's word but the general manager's. */
export const grantGoodwill = returnCommand('grant-goodwill', {
  title: text('特批接收拒签货品', 'Take refused goods on goodwill'),
  about: text(
    '客户造成损坏的货品只有总经理可以特批接收；冷链不符的不能接收。',
    'Damaged goods come in on the general manager’s word alone; a broken cold chain never.',
  ),
  fulfils: ['S02-4.2.6f', 'S02-4.2.3e'],
  from: ['refused-goods'],
  to: 'signing',
  by: ['general-manager'],
  input: z.object({ reason: paragraph(text('特批理由', 'Reason')) }),
  facts: ['verdicts'],
  guard: ({ facts }) => [
    !verdictsInForce(facts.verdicts).some(item => item.verdict === 'customer-damage') &&
      refuse(
        'cold-chain-stays-refused',
        text(
          '冷链不符的货品依法必须拒收，不能特批，请由售后退还客户。',
          'Goods with a broken cold chain are refused by law: after-sales sends them back.',
        ),
        { clause: 'CN-GSP-67' },
      ),
  ],
  sign: { meaning: text('我特批接收客户造成损坏的货品', 'I take goods back that the customer damaged') },
  change: ({ input, facts }) => {
    const damaged = verdictsInForce(facts.verdicts).filter(item => item.verdict === 'customer-damage')
    const stays = unitsOf(verdictsInForce(facts.verdicts).filter(item => item.verdict === 'cold-chain'))
    return {
      set: { goodwill: true, goodwillReason: input.reason, refusedQuantity: stays },
      rows: damaged.map(item => ({ child: 'verdict', id: item.id, set: { takenIn: true } })),
      cancel:
        stays === 0
          ? [
              {
                deadline: 'refusal-statement',
                reason: text('总经理特批接收', 'taken on goodwill by the general manager'),
              },
            ]
          : [],
      seek: [{ chain: 'stock-in' }],
    }
  },
  tell: ({ input }) => text(`特批接收：${input.reason}`, `took the goods on goodwill: ${input.reason}`),
  rank: 20,
})
