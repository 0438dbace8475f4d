import type { ChildWrite } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Day, Instant } from '../../kernel/time.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import { isZone, type MoveKind, type Place, type UnitRow } from '../../vocabulary/stock.ts'
import type { OfProduct } from './queries.ts'
import type { FoundWarehouse, ZoneStock } from './stock-queries.ts'

/** The record of another procedure for which goods move. */
interface Cause {
  readonly procedure: string
  readonly id: string
  readonly number: string
}

/** Units that leave one place and enter another. */
export interface Move {
  readonly kind: MoveKind
  readonly from: Place
  readonly to: Place
  readonly quantity: number
  readonly serials: readonly string[]
  readonly happenedOn: Day
  readonly document?: string | null
  readonly partyId?: string | null
  readonly note?: string | null
  readonly cause?: Cause | null
}

/** What is known of the lot and its stock, read under the lock of the lot. */
export interface MoveGround {
  readonly record: LotRow
  readonly facts: { readonly stock: readonly ZoneStock[]; readonly product: OfProduct | null }
  readonly found: { readonly warehouse: FoundWarehouse | null; readonly units: readonly UnitRow[] }
}

/** Units of the lot in one zone of the warehouse. */
export const inZone = ({ facts, found }: Pick<MoveGround, 'facts' | 'found'>, zone: Place): number =>
  facts.stock.find(row => row.warehouseId === found.warehouse?.id && row.zone === zone)?.quantity ?? 0

/**
 * Everything that moves write: entries of the ledger, the quantities that follow from them, and where each serial is now.
 * Several moves of one step see each other's quantities.
 */
export function writesOf(
  ground: MoveGround & { readonly actor: Actor; readonly now: Instant; readonly newId: () => string },
  moves: readonly Move[],
): ChildWrite[] {
  const { record, facts, found, actor, now, newId } = ground
  const { warehouse } = found
  if (!warehouse) throw new Error('goods move without a warehouse')
  const productId = record.productId
  const changed = new Map<string, number>()
  const writes: ChildWrite[] = []
  for (const move of moves) {
    const { kind, from, to, quantity, serials, happenedOn, cause } = move
    if (isZone(from)) changed.set(from, (changed.get(from) ?? inZone(ground, from)) - quantity)
    if (isZone(to)) changed.set(to, (changed.get(to) ?? inZone(ground, to)) + quantity)
    writes.push({
      child: 'stock-move',
      insert: {
        id: newId(),
        productId,
        warehouseId: warehouse.id,
        at: now,
        happenedOn,
        fromPlace: from,
        toPlace: to,
        quantity,
        kind,
        document: move.document ?? null,
        causeProcedure: cause?.procedure ?? null,
        causeId: cause?.id ?? null,
        causeNumber: cause?.number ?? null,
        partyId: move.partyId ?? null,
        serials: [...serials],
        byId: actor.id,
        byName: actor.name,
        note: move.note ?? null,
      },
    })
    if (facts.product?.isSerialTracked) writes.push(...unitWrites(ground, move, newId))
  }
  for (const [zone, quantity] of changed) {
    const row = facts.stock.find(item => item.warehouseId === warehouse.id && item.zone === zone)
    writes.push(
      row
        ? { child: 'stock', id: row.id, set: { quantity } }
        : { child: 'stock', insert: { id: newId(), productId, warehouseId: warehouse.id, zone, quantity } },
    )
  }
  return writes
}

function unitWrites({ record, found }: MoveGround, move: Move, newId: () => string): ChildWrite[] {
  const known = new Map(found.units.map(unit => [unit.serial, unit]))
  const { to, partyId } = move
  const warehouseId = isZone(to) ? (found.warehouse?.id ?? null) : null
  return move.serials.map(serial => {
    const unit = known.get(serial)
    if (!unit) {
      const insert = { id: newId(), productId: record.productId, serial, place: to, warehouseId }
      return { child: 'unit', insert: { ...insert, partyId: partyId ?? null } }
    }
    const set: JsonObject = { place: to, warehouseId, ...(partyId && { partyId }) }
    return { child: 'unit', id: unit.id, set }
  })
}
