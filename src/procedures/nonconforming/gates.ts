import { type Gate, gate } from '../../kernel/gate.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Marked } from './goods.ts'
import type { OpenGoods } from './queries.ts'

interface MoveInput {
  readonly quantity: number
  readonly serials?: readonly string[]
}

/** Reported units stay where they are: a move takes at most what else lies in the zone, and none of their serials. */
function mustStay(input: MoveInput, { inZone, held }: Marked) {
  if (held.length === 0) return []
  const reported = held.reduce((sum, item) => sum + item.quantity, 0)
  const numbers = held.map(item => item.number).join('、')
  const serial = input.serials?.find(asked => held.some(item => item.serials.includes(asked)))
  return [
    serial !== undefined &&
      refuse(
        'serial-nonconforming',
        text(
          `序列号 ${serial} 已列入不合格品 ${numbers}，请先由质管部复查放行，或另选序列号。`,
          `Serial ${serial} is reported in ${numbers}: first have quality re-check and release it, or take another unit.`,
        ),
        { field: 'serials' },
      ),
    input.quantity > inZone - reported &&
      refuse(
        'goods-nonconforming',
        text(
          `该库区 ${inZone} 中有 ${reported} 已列入不合格品 ${numbers}，最多可动 ${Math.max(0, inZone - reported)}；请先由质管部复查放行。`,
          `Of ${inZone} in this zone ${reported} are reported in ${numbers}, so at most ${Math.max(0, inZone - reported)} can be moved: first have quality re-check and release them.`,
        ),
        { field: 'quantity' },
      ),
  ]
}

const stay = (holds: string, find: string, clause: string): Gate =>
  gate<never, Marked>({
    holds,
    name: `nonconforming-stays-${holds}`,
    clause,
    find,
    check: ({ input, found }) => mustStay(input as MoveInput, found.held),
  })

/**
 * A stopped shipment goes back whole: all that the shipping zone has of the lot, or by serial numbers whole reports. Their
 * records follow the goods, which stay held where they then are. Otherwise nobody could tell which units are the bad ones.
 */
function mayGoBack(input: MoveInput, marked: Marked) {
  const asked = input.serials ?? []
  const whole = marked.held.every(
    item =>
      item.serials.length > 0 &&
      (item.serials.every(one => asked.includes(one)) || !item.serials.some(one => asked.includes(one))),
  )
  return input.quantity === marked.inZone || (asked.length > 0 && whole) ? [] : mustStay(input, marked)
}

interface CountInput {
  readonly counted: number
  readonly serials?: readonly string[]
}

/** A stocktake does not make reported goods vanish from their zone, to be found as good ones in another. */
function mustBeCounted(input: CountInput, { held }: Marked) {
  const reported = held.reduce((sum, item) => sum + item.quantity, 0)
  const numbers = held.map(item => item.number).join('、')
  const missing = held.flatMap(item => item.serials).find(serial => !input.serials?.includes(serial))
  const counts = (input.serials?.length ?? 0) > 0
  return [
    input.counted < reported &&
      refuse(
        'nonconforming-missing',
        text(
          `该库区有 ${reported} 已列入不合格品 ${numbers}，实盘不能少于此数。请先找回；确属短少或登记有误的，由质管部更正数量或作废后再盘点。`,
          `${reported} units in this zone are reported in ${numbers}, so no fewer can be counted: look for them first; if they are short or the report is wrong, quality corrects or voids it before the count.`,
        ),
        { field: 'counted' },
      ),
    counts &&
      missing !== undefined &&
      refuse(
        'nonconforming-serial-missing',
        text(
          `序列号 ${missing} 已列入不合格品 ${numbers}，应在该库区。请先找回，或由质管部更正、作废后再盘点。`,
          `Serial ${missing} is reported in ${numbers} and lies in this zone: look for it, or have quality correct or void the report before the count.`,
        ),
        { field: 'serials' },
      ),
  ]
}

/**
 * Refused arrivals are not accepted (S26-1b), marked goods are neither picked nor shipped (S26-2.1a), nor counted away, moved or sent away before quality's verdict except for their
 * own record (S26-1b); what lies reported in the return zone stays there likewise (S12-5.8.2g). A complaint stays open while
 * goods that came out of it wait for anything but the schedule of destruction (S01-4.6c).
 */
export const gates: readonly Gate[] = [
  stay('lot.accept', 'markedForAcceptance', 'S26-1b'),
  stay('lot.pick', 'markedForPick', 'S26-2.1a'),
  stay('lot.ship', 'markedForShipping', 'S26-2.1a'),
  gate<never, Marked>({
    holds: 'lot.put-back',
    name: 'nonconforming-stays-lot.put-back',
    clause: 'S26-2.1a',
    find: 'markedForShipping',
    check: ({ input, found }) => mayGoBack(input as MoveInput, found.held),
  }),
  gate<never, Marked>({
    holds: 'lot.count',
    name: 'nonconforming-is-counted',
    clause: 'GMP-87',
    find: 'markedForCount',
    check: ({ input, found }) => mustBeCounted(input as CountInput, found.held),
  }),
  stay('lot.transfer', 'markedForMove', 'S12-5.8.2g'),
  stay('lot.leave', 'markedForMove', 'S26-1b'),
  gate<readonly OpenGoods[]>({
    holds: 'complaint.close',
    name: 'nonconforming-goods-open',
    clause: 'S01-4.6c',
    fact: 'openGoods',
    guard: ({ record, facts }) => {
      const first = facts.held[0]
      return [
        first &&
          refuse(
            'nonconforming-open',
            text(
              `要关闭 ${record.number}，请先处置由它产生的不合格品 ${facts.held.map(item => item.number).join('、')}。`,
              `To close ${record.number}, first dispose of the nonconforming goods that came out of it: ${facts.held.map(item => item.number).join(', ')}.`,
            ),
          ),
      ]
    },
  }),
]
