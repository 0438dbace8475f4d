import { type Gate, gate } from '../../kernel/gate.ts'
import { holds as holdsRole } from '../../kernel/person.ts'
import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import type { HeldLine, LotHold } from './find-holds.ts'
import type { ResumedHold } from './notice-links.ts'
import { foldSerial } from './placement.ts'
import { QUALITY } from './stop-sale-roles.ts'

/** The sentence of every refusal: which goods, which stop, and what frees them. */
const heldSentence = (hold: LotHold, what: Text): Text => {
  const goods = `${hold.productName} ${hold.lotNo}`
  const part =
    hold.serials.length > 0 ? `（${hold.serials.slice(0, 3).join('、')}${hold.serials.length > 3 ? '…' : ''}）` : ''
  return hold.state === 'closed'
    ? text(
        `${goods}${part}已由 ${hold.number} 永久停售，不能${what.zh}；请换其他批号。`,
        `${goods} is barred for good by ${hold.number} and cannot be ${what.en}: choose another lot.`,
      )
    : text(
        `${goods}${part}已停售（${hold.number}），要${what.zh}，请先由质量管理部复查合格并解除 ${hold.number}，或换其他批号。`,
        `${goods} is held by ${hold.number}: before it can be ${what.en}, quality management finds it good and releases ${hold.number}; or choose another lot.`,
      )
}

const held = (hold: LotHold, what: Text, field?: string) =>
  refuse('held', heldSentence(hold, what), { ...(field && { field }), detail: { stopSale: hold.number } })

/** Whether the hold covers these units. A line without serial numbers may carry any unit of the lot, a held one included. */
const covers = (hold: LotHold, serials: readonly string[]): boolean =>
  hold.serials.length === 0 ||
  serials.length === 0 ||
  serials.some(serial => hold.serials.some(held => foldSerial(held) === foldSerial(serial)))

/** Holds a step on a lot: its page says so beforehand, and the step asks again once nothing else can move the goods. */
const onLot = (holds: string, clause: string, what: Text): Gate =>
  gate<readonly LotHold[], readonly LotHold[]>({
    holds,
    name: 'stop-sale',
    clause,
    fact: 'lotHolds',
    guard: ({ facts }) => facts.held.filter(hold => hold.serials.length === 0).map(hold => held(hold, what)),
    find: 'movedLotHolds',
    check: ({ input, found }) =>
      found.held
        .filter(hold => covers(hold, (input as { serials?: string[] }).serials ?? []))
        .map(hold => held(hold, what)),
  })

/** Holds a step on a shipment because of any of its lines. */
const onShipment = (holds: string, clause: string, what: Text): Gate =>
  gate<readonly HeldLine[]>({
    holds,
    name: 'stop-sale',
    clause,
    fact: 'shipmentHolds',
    guard: ({ facts }) => {
      const covering = facts.held.filter(line => covers(line, line.lineSerials))
      return [...new Map(covering.map(line => [`${line.number} ${line.lotId}`, line])).values()].map(line =>
        held(line, what),
      )
    },
  })

interface OrderLine {
  readonly lotId: string
  readonly serials?: readonly string[]
}

/** Refuses lines of an order that name held goods, each at its line. */
const orderRefusals = (lines: readonly OrderLine[], holds: readonly LotHold[]): Refusals =>
  lines.flatMap((line, index) =>
    holds
      .filter(hold => hold.lotId === line.lotId && covers(hold, line.serials ?? []))
      .map(hold => held(hold, text('开单销售', 'ordered'), `lines.${index}.lotId`)),
  )

const orders = gate<never, readonly LotHold[]>({
  holds: 'shipment.order',
  name: 'stop-sale',
  clause: 'S01-4.7d',
  find: 'orderedHolds',
  check: ({ input, found }) => orderRefusals((input as { lines: readonly OrderLine[] }).lines, found.held),
})

/**
 * Deliveries from before the stop may still be written down, since the buyers must be known. Of the day itself only quality
 * management can say which left before the stop.
 */
const pastDeliveries = gate<never, readonly LotHold[]>({
  holds: 'lot.record-deliveries',
  name: 'stop-sale',
  clause: 'S01-4.7b',
  find: 'movedLotHolds',
  check: ({ input, found, actor, zone }) => {
    const rows = (input as { deliveries: readonly { readonly deliveredOn: Day }[] }).deliveries
    return found.held.flatMap(hold => {
      const day = dayOf(hold.placedAt, zone)
      return rows.flatMap((row, index) =>
        row.deliveredOn > day || (row.deliveredOn === day && !holdsRole(actor, QUALITY))
          ? [held(hold, text('登记停售之后的出库', 'delivered after the stop'), `deliveries.${index}.deliveredOn`)]
          : [],
      )
    })
  },
})

interface OpenStop {
  readonly id: string
  readonly number: string
  readonly state: string
}

/** A complaint does not end while goods are held because of it. */
const onComplaint = (holds: string, what: Text): Gate =>
  gate<readonly OpenStop[]>({
    holds,
    name: 'stop-sale',
    clause: 'S01-4.5b',
    fact: 'openByCause',
    guard: ({ record, facts }) =>
      facts.held.map(stop =>
        refuse(
          'stop-sale-open',
          stop.state === 'releasing'
            ? text(
                `要${what.zh} ${record.number}，请先把 ${stop.number} 的解除停售通知到曾被通知的各方。`,
                `To ${what.en} ${record.number}, first tell everybody concerned that ${stop.number} is released.`,
              )
            : text(
                `要${what.zh} ${record.number}，请先解除或了结由它引起的停售 ${stop.number}。`,
                `To ${what.en} ${record.number}, first release or close the stop-sale ${stop.number} that it caused.`,
              ),
          { detail: { stopSale: stop.number } },
        ),
      ),
  })

const notFree = ({ number, state, lotNo }: ResumedHold, field?: string) =>
  refuse(
    'still-held',
    state === 'closed'
      ? text(
          `批号 ${lotNo} 已由 ${number} 永久停售，不能通知恢复销售；请从通知中去掉该批号。`,
          `Lot ${lotNo} is barred for good by ${number}: nobody is told that it may be sold; leave it out.`,
        )
      : text(
          `批号 ${lotNo} 仍由 ${number} 停售。要通知恢复销售，请先由质量管理部复查合格并解除 ${number}；解除时会自动起草通知。`,
          `Lot ${lotNo} is held by ${number}. To tell buyers that it may be sold, first let quality management find it good and release ${number}; the release drafts the notice.`,
        ),
    { ...(field && { field }), detail: { stopSale: number } },
  )

/** Buyers are not told to go on with goods that are held; the release itself drafts the notice that tells them. */
const draftedResume = gate<never, readonly ResumedHold[]>({
  holds: 'notice.draft',
  name: 'stop-sale-in-force',
  clause: 'S01-4.5b',
  find: 'draftedHolds',
  check: ({ input, found, actor }) => {
    const { lotIds } = input as { readonly lotIds: readonly string[] }
    return actor.via === 'system'
      ? []
      : found.held.map(hold => notFree(hold, `lotIds.${Math.max(0, lotIds.indexOf(hold.lotId))}`))
  },
})

/** A notice to resume waits until every stop over its lots is released. */
const sentResume = gate<readonly ResumedHold[]>({
  holds: 'notice.send',
  name: 'stop-sale-in-force',
  clause: 'S01-4.5b',
  fact: 'resumedHolds',
  guard: ({ facts }) => facts.held.map(hold => notFree(hold)),
})

/** Whatever a stop keeps from happening elsewhere. */
export const gates: readonly Gate[] = [
  onLot('lot.pick', 'S26-2.1a', text('拣货', 'picked')),
  onLot('lot.ship', 'S01-4.7b', text('发货', 'shipped')),
  onLot('lot.receive', 'S26-6a', text('收货', 'received')),
  pastDeliveries,
  orders,
  onShipment('shipment.pick', 'S26-2.1a', text('拣货', 'picked')),
  onShipment('shipment.check', 'S26-2.1a', text('复核放行', 'passed')),
  onShipment('shipment.ship', 'S01-4.7b', text('发货', 'shipped')),
  onShipment('shipment.resume', 'S26-2.3a', text('恢复发货', 'sent on')),
  onComplaint('complaint.close', text('关闭', 'close')),
  onComplaint('complaint.void', text('作废', 'void')),
  draftedResume,
  sentResume,
]
