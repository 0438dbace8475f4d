import { type Text, text } from '../../kernel/text.ts'
import type { Trace } from '../../server/trace/trace.ts'

/** Colour of a node: what the goods' state means, as everywhere. */
export type NodeTone = 'brand' | 'info' | 'ok' | 'warn' | 'late' | 'plain'

/** A place in the picture. */
interface PictureNode {
  readonly id: string
  readonly title: Text | string
  readonly tone: NodeTone
  /** Where a click leads. */
  readonly to?: { readonly kind: 'customer' | 'supplier' | 'lot'; readonly id: string }
}

/** Goods on their way from one place to another. */
interface PictureLink {
  readonly source: string
  readonly target: string
  readonly value: number
}

/** The way of the goods, from supplier to destruction; no circles. */
export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly links: readonly PictureLink[]
  /** Most names below each other. */
  readonly rows: number
}

/** So many customers stand by name; the rest are one line. */
export const NAMED_CUSTOMERS = 40

/** Collects nodes and links; nothing flows where the quantity is not above zero. */
class Drawing {
  readonly nodes = new Map<string, PictureNode>()
  readonly links = new Map<string, PictureLink>()

  flow(from: PictureNode, to: PictureNode, value: number): void {
    if (value <= 0) return
    this.nodes.set(from.id, this.nodes.get(from.id) ?? from)
    this.nodes.set(to.id, this.nodes.get(to.id) ?? to)
    const key = `${from.id}>${to.id}`
    this.links.set(key, { source: from.id, target: to.id, value: value + (this.links.get(key)?.value ?? 0) })
  }
}

const node = (id: string, zh: string, en: string, tone: NodeTone): PictureNode => ({ id, title: text(zh, en), tone })

const HUB = node('hub', '收货入库', 'Goods received', 'brand')
const OPENING = node('opening', '期初与盘盈', 'Opening stock and surplus', 'plain')
const BEFORE = node('before', '建账前已出库', 'Shipped before the ledger', 'plain')
const OTHER_SUPPLIERS = node('suppliers', '其余供货', 'Other supplies', 'plain')
const RETURNED = node('returned', '退回', 'Returned', 'warn')
const UNQUALIFIED = node('unqualified', '不合格品区', 'Unqualified zone', 'late')
const DESTROYED = node('destroyed', '销毁', 'Destroyed', 'late')
const DESTROYED_THERE = node('destroyed-there', '客户处销毁', 'Destroyed at the customer', 'late')
const SENT_BACK = node('sent-back', '退供货者', 'Returned to the supplier', 'info')
const MISSING = node('missing', '盘亏', 'Missing at a count', 'warn')

/** Zones in which good or unjudged goods lie. */
const OPEN_ZONES = ['waiting', 'qualified', 'shipping'] as const

/** Draws the way of the goods of a trace. */
export function pictureOf(trace: Trace, named = NAMED_CUSTOMERS): Picture {
  const drawing = new Drawing()
  if (trace.subject.kind === 'customer' || trace.subject.kind === 'delivery') return toCustomers(trace, drawing, named)
  const moved = (from: readonly string[], to: readonly string[]): number =>
    trace.flows.reduce((sum, flow) => (from.includes(flow.from) && to.includes(flow.to) ? sum + flow.quantity : sum), 0)
  const net = (from: readonly string[], to: readonly string[]): number => Math.max(0, moved(from, to) - moved(to, from))
  const zone = (name: string): PictureNode => ({
    id: `zone ${name}`,
    title: trace.places[name]?.title ?? name,
    tone: trace.places[name]?.tone ?? 'plain',
  })
  const lies = (name: string): number =>
    trace.stock.reduce((sum, item) => (item.zone === name ? sum + item.quantity : sum), 0)

  // In: named suppliers, what was there at the beginning, what left before the ledger began.
  let supplied = 0
  for (const move of trace.moves) {
    if (move.from !== 'supplier' || !move.partyNumber) continue
    supplied += move.quantity
    drawing.flow(supplier(move.partyNumber, move.partyName ?? move.partyNumber), HUB, move.quantity)
  }
  const every = ['waiting', 'qualified', 'shipping', 'unqualified', 'return']
  drawing.flow(OTHER_SUPPLIERS, HUB, moved(['supplier'], every) - supplied)
  drawing.flow(OPENING, HUB, moved(['counted'], every))
  drawing.flow(BEFORE, HUB, trace.delivered - moved(every, ['customer']))

  // Out: what lies in the zones, customers, losses.
  const good = net(['return'], OPEN_ZONES)
  for (const name of OPEN_ZONES) {
    const back = Math.min(lies(name), moved(['return'], [name]))
    drawing.flow(RETURNED, zone(name), back)
    drawing.flow(HUB, zone(name), lies(name) - back)
  }
  customers(trace, drawing, named)
  drawing.flow(HUB, UNQUALIFIED, net(OPEN_ZONES, ['unqualified']))
  drawing.flow(HUB, SENT_BACK, moved(OPEN_ZONES, ['supplier']))
  drawing.flow(HUB, DESTROYED, moved(OPEN_ZONES, ['destroyed']))
  drawing.flow(HUB, MISSING, moved(every, ['counted']))

  // Back: from the return zone on.
  drawing.flow(RETURNED, zone('return'), lies('return'))
  drawing.flow(RETURNED, UNQUALIFIED, net(['return'], ['unqualified']))
  drawing.flow(RETURNED, SENT_BACK, moved(['return'], ['supplier']))
  drawing.flow(RETURNED, DESTROYED, moved(['return'], ['destroyed']))
  const kept = OPEN_ZONES.reduce((sum, name) => sum + Math.min(lies(name), moved(['return'], [name])), 0)
  drawing.flow(RETURNED, node('resold', '判合格再售', 'Found good, sold again', 'ok'), good - kept)
  drawing.flow(
    UNQUALIFIED,
    { ...zone('unqualified'), title: text('现存不合格品', 'Unqualified, still here') },
    lies('unqualified'),
  )
  drawing.flow(UNQUALIFIED, DESTROYED, moved(['unqualified'], ['destroyed']))
  drawing.flow(UNQUALIFIED, SENT_BACK, moved(['unqualified'], ['supplier']))
  return finished(drawing)
}

const supplier = (number: string, title: string): PictureNode => ({
  id: `supplier ${number}`,
  title,
  tone: 'brand',
  to: { kind: 'supplier', id: number },
})

interface Had {
  readonly number: string
  readonly name: string
  delivered: number
  returned: number
  destroyed: number
}

/** Customers over all lots, those who had the most first. */
function hadBy({ handed }: Trace): Had[] {
  const had = new Map<string, Had>()
  for (const { partyNumber, partyName, delivered, returned, destroyed } of handed) {
    const sum = had.get(partyNumber) ?? {
      number: partyNumber,
      name: partyName,
      delivered: 0,
      returned: 0,
      destroyed: 0,
    }
    sum.delivered += delivered
    sum.returned += returned
    sum.destroyed += destroyed
    had.set(partyNumber, sum)
  }
  return [...had.values()].sort((a, b) => b.delivered - a.delivered)
}

/** Named customers: those who sent something back are named first, since that is what one looks for. */
function customers(trace: Trace, drawing: Drawing, named: number): void {
  const had = hadBy(trace)
  const shown =
    had.length <= named
      ? had
      : [...had].sort((a, b) => b.returned + b.destroyed - (a.returned + a.destroyed)).slice(0, named - 1)
  const rest = had.filter(item => !shown.includes(item))
  for (const item of shown)
    customer(
      drawing,
      { id: `customer ${item.number}`, title: item.name, tone: 'info', to: { kind: 'customer', id: item.number } },
      item,
    )
  const unread = trace.delivered - had.reduce((sum, item) => sum + item.delivered, 0)
  const others = Math.max(rest.length, trace.handedCount - shown.length)
  if (others <= 0) return
  const sum = (of: 'delivered' | 'returned' | 'destroyed'): number => rest.reduce((all, item) => all + item[of], 0)
  customer(drawing, node('customers', `其余 ${others} 家`, `${others} others`, 'plain'), {
    delivered: sum('delivered') + unread,
    returned: sum('returned'),
    destroyed: sum('destroyed'),
  })
}

function customer(drawing: Drawing, to: PictureNode, had: Pick<Had, 'delivered' | 'returned' | 'destroyed'>): void {
  drawing.flow(HUB, to, had.delivered)
  drawing.flow(to, RETURNED, had.returned)
  drawing.flow(to, DESTROYED_THERE, had.destroyed)
}

/** Of one customer or one note: its lots at the left, what came back at the right. */
function toCustomers(trace: Trace, drawing: Drawing, named: number): Picture {
  const lots = new Map(trace.lots.map(lot => [lot.id, lot]))
  const lines = [...trace.handed].sort((a, b) => b.delivered - a.delivered)
  lines.forEach((line, index) => {
    const lot = lots.get(line.lotId)
    const from: PictureNode =
      index < named && lot
        ? {
            id: `lot ${lot.number}`,
            title: `${lot.productName} ${lot.lotNo}`,
            tone: 'brand',
            to: { kind: 'lot', id: lot.number },
          }
        : node('lots', `其余 ${lines.length - named} 个批次`, `${lines.length - named} other lots`, 'plain')
    const to: PictureNode = {
      id: `customer ${line.partyNumber}`,
      title: line.partyName,
      tone: 'info',
      to: { kind: 'customer', id: line.partyNumber },
    }
    drawing.flow(from, to, line.delivered)
    drawing.flow(to, RETURNED, line.returned)
    drawing.flow(to, DESTROYED_THERE, line.destroyed)
  })
  return finished(drawing)
}

function finished({ nodes, links }: Drawing): Picture {
  const given = new Map<string, number>()
  for (const { source } of links.values()) given.set(source, (given.get(source) ?? 0) + 1)
  const taken = new Map<string, number>()
  for (const { target } of links.values()) taken.set(target, (taken.get(target) ?? 0) + 1)
  return {
    nodes: [...nodes.values()],
    links: [...links.values()],
    rows: Math.max(1, ...given.values(), ...taken.values()),
  }
}
