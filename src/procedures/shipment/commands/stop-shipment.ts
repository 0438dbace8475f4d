import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import type { LeftGoods } from '../left-goods.ts'
import { onEachLot, stillThere } from '../moves.ts'
import type { ShownLine } from '../queries.ts'
import type { ShipmentRow } from '../shipment.ts'
import { shipmentCommand } from '../shipment-command.ts'
import { problems } from '../wording.ts'

/** Goods that were picked go back to their place, but for what was reported or moved away meanwhile. */
const putBack = (record: ShipmentRow, lines: readonly ShownLine[], left: readonly LeftGoods[]) =>
  record.state === 'picked' || record.state === 'checked'
    ? onEachLot(record, stillThere(lines, left), 'lot.put-back')
    : []

/** Who picked and checked is asked anew when the goods are picked anew. */
const unpicked = {
  pickedAt: null,
  pickedBy: null,
  pickedByName: null,
  pickReason: null,
  checkedAt: null,
  checkedBy: null,
  checkedByName: null,
  checkNote: null,
  pieces: null,
}

const uncounted = { checkedQuantity: null, pieces: null, quality: null }

/** The picker or the checker finds something wrong: nothing of the shipment leaves until quality has decided. */
export const stopShipment = shipmentCommand('stop', {
  title: text('停发', 'Stop'),
  about: text(
    '发现异常响动、包装破损、标识脱落或过期时停止发货；有关批次随即暂停销售，由质量管理部复查。',
    'Noise, broken packing, marking gone or expired: issuing stops, the lot is held and quality management looks again.',
  ),
  fulfils: ['S24-2.1a', 'S24-2.2a', 'S24-2.3a', 'S24-2.4a'],
  from: ['ordered', 'picked', 'checked'],
  to: 'stopped',
  by: ['picker', 'checker'],
  input: z.object({
    lotId: field(z.uuid(), { title: text('批次', 'Lot'), widget: 'record', of: 'lot' }),
    problem: field(z.enum(keysOf(problems)), { title: text('问题', 'Problem'), widget: 'choice', options: problems }),
    finding: field(z.string().trim().min(2).max(500), {
      title: text('情况说明', 'What was found'),
      widget: 'paragraph',
    }),
  }),
  facts: ['lines'],
  find: ['leftInShipping'],
  check: ({ record, input, facts }) => [
    !facts.lines.some(line => line.lotId === input.lotId) &&
      refuse(
        'not-ordered',
        text(`${record.number} 没有这个批次，请重新选择。`, `${record.number} does not name this lot: choose again.`),
        { field: 'lotId' },
      ),
  ],
  change: ({ record, input, facts, found, actor, now }) => {
    const stopped = facts.lines.find(line => line.lotId === input.lotId)
    return {
      set: {
        ...unpicked,
        problem: input.problem,
        problemLot: stopped?.lotNo ?? null,
        finding: input.finding,
        stoppedAt: now,
        stoppedByName: actor.name,
      },
      rows: facts.lines.map(line => ({
        child: 'line',
        id: line.id,
        set: {
          ...uncounted,
          problem: line.lotId === input.lotId ? input.problem : null,
          problemNote: line.lotId === input.lotId ? input.finding : null,
        },
      })),
      start: putBack(record, facts.lines, found.leftInShipping),
    }
  },
  tell: ({ record, input }) =>
    text(
      `停发 ${record.number}，批号 ${record.problemLot ?? ''}：${problems[input.problem].zh}，${input.finding}`,
      `stopped ${record.number}, lot ${record.problemLot ?? ''}: ${problems[input.problem].en}, ${input.finding}`,
    ),
  fill: ({ facts }) => (facts.lines.length === 1 ? { lotId: facts.lines[0]?.lotId } : {}),
  rank: 20,
})

/** Quality found the goods good: they are picked anew. */
export const resumeShipment = shipmentCommand('resume', {
  title: text('恢复发货', 'Resume'),
  about: text(
    '质量管理部确认可以发货后，重新备货和复核。',
    'Once quality management agrees, the goods are picked and checked anew.',
  ),
  fulfils: ['S24-2.1a', 'S24-2.2a', 'S24-2.3a'],
  from: ['stopped'],
  to: 'ordered',
  by: ['quality', 'quality-head'],
  input: z.object({ reason: reasonField }),
  facts: ['lines'],
  guard: ({ record }) => [
    record.problem === 'expired' &&
      refuse(
        'lot-expired',
        text(
          `批号 ${record.problemLot ?? ''} 已过有效期，不能恢复发货，请取消 ${record.number} 后另开凭证。`,
          `Lot ${record.problemLot ?? ''} is past its last day of use: cancel ${record.number} and order another lot.`,
        ),
        { clause: 'S24-2.4a' },
      ),
  ],
  change: ({ facts }) => ({
    rows: facts.lines
      .filter(line => line.problem !== null)
      .map(line => ({ child: 'line', id: line.id, set: { problem: null, problemNote: null } })),
  }),
  tell: ({ record, input }) =>
    text(`恢复 ${record.number}：${input.reason}`, `resumed ${record.number}: ${input.reason}`),
  rank: 10,
})

/** Nothing of the order goes out; what was picked goes back to its place. */
export const cancelShipment = shipmentCommand('cancel', {
  title: text('取消', 'Cancel'),
  fulfils: ['S24-1b'],
  from: ['ordered', 'picked', 'checked', 'stopped'],
  to: 'cancelled',
  by: ['sales', 'sales-clerk', 'sales-rep', 'sales-head'],
  input: z.object({ reason: reasonField }),
  facts: ['lines'],
  find: ['leftInShipping'],
  change: ({ record, input, facts, found }) => ({
    set: { endReason: input.reason },
    start: putBack(record, facts.lines, found.leftInShipping),
  }),
  tell: ({ record, input }) =>
    text(`取消 ${record.number}：${input.reason}`, `cancelled ${record.number}: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
