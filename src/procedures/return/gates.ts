import { gate } from '../../kernel/gate.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { OpenReturn } from './queries.ts'

/** A complaint stays open while goods of it are on their way back (F1: no closing while the return is open). */
export const complaintWaits = gate<readonly OpenReturn[]>({
  holds: 'complaint.close',
  name: 'open-return',
  clause: 'S01-4.6a',
  fact: 'ofComplaint',
  guard: ({ record, facts }) => {
    const numbers = facts.held.map(item => item.number)
    return [
      numbers.length > 0 &&
        refuse(
          'return-open',
          text(
            `要关闭 ${record.number}，请先办完退货 ${numbers.join('、')}。`,
            `To close ${record.number}, first finish the return ${numbers.join(', ')}.`,
          ),
        ),
    ]
  },
})
