import { type Refusal, type Refusals, refuse } from '../../kernel/refusal.ts'
import { foldText } from '../../kernel/substring.ts'
import { text } from '../../kernel/text.ts'
import { sameLabel } from '../../vocabulary/label-number.ts'
import { isZone, type Place, places, type UnitRow } from '../../vocabulary/stock.ts'
import { coldClimates } from '../../vocabulary/warehouse.ts'
import { inZone, type Move, type MoveGround } from './move.ts'

/** Everything that stands against a move: no such warehouse, too few units, serials that are elsewhere. */
export const refuseMove = (ground: MoveGround, move: Move): Refusals => [
  ...refuseWarehouse(ground, move),
  refuseQuantity(ground, move),
  ...refuseSerials(ground, move),
]

/** Goods come into a warehouse in use; they may leave one that is locked. */
function refuseWarehouse({ found: { warehouse }, facts: { product } }: MoveGround, move: Move): Refusals {
  const entering = !isZone(move.from) && isZone(move.to)
  if (!warehouse || (entering && warehouse.state !== 'active'))
    return [
      refuse(
        'warehouse-unknown',
        text(
          '请选择在用的仓库；没有时先由质量管理部在“仓库与库区”中登记并设为主仓库。',
          'Choose a warehouse in use; if there is none, quality management first registers one and makes it the main one.',
        ),
        { field: 'warehouseId', clause: 'LT-zones' },
      ),
    ]
  const warm = (move.kind === 'receive' || move.kind === 'open-stock') && !coldClimates.includes(warehouse.climate)
  return [
    warm &&
      product?.isColdChain === true &&
      refuse(
        'cold-store-needed',
        text(
          `该产品须冷链储存，${warehouse.name} 不是冷藏或冷冻库，请选择符合储存条件的仓库。`,
          `This product stays in the cold chain and ${warehouse.name} is not a cold store: choose one that is.`,
        ),
        { field: 'warehouseId', clause: 'S23-4a' },
      ),
  ]
}

function refuseQuantity(ground: MoveGround, { from, quantity }: Move): Refusal | false {
  if (!isZone(from) || !ground.found.warehouse) return false
  const there = inZone(ground, from)
  const unit = ground.facts.product?.unit ?? ''
  return there < quantity && tooFew(from, there, unit)
}

/** Fewer units are there than are wanted. */
const tooFew = (from: Place, there: number, unit: string): Refusal =>
  refuse(
    'too-few',
    text(
      `${places[from].zh}现有 ${there} ${unit}，数量不足。请核对数量，或先盘点更正。`,
      `There are ${there} ${unit} in the ${places[from].en.toLowerCase()}: check the quantity, or count the stock first.`,
    ),
    { field: 'quantity', clause: 'LT-ledger' },
  )

function refuseSerials(ground: MoveGround, move: Move): Refusals {
  const { serials, quantity } = move
  const tracked = ground.facts.product?.isSerialTracked === true
  if (serials.length !== quantity && (tracked || serials.length > 0))
    return [
      refuse(
        'serials-needed',
        text(
          `共 ${quantity} 件，须逐件填写序列号，现填了 ${serials.length} 个。`,
          `Enter one serial number for each of the ${quantity} units; there are ${serials.length} now.`,
        ),
        { field: 'serials', clause: 'LT-serial' },
      ),
    ]
  const doubled = refuseDoubled(serials)
  if (doubled) return [doubled]
  if (!tracked) return []
  const known = new Map(ground.found.units.map(unit => [unit.serial, unit]))
  return serials.map((serial, index) => {
    const unit = known.get(serial)
    // what holds a unit names it as it is registered, so a move must name it so too
    const twin = unit ? undefined : ground.found.units.find(item => sameLabel(item.serial, serial))
    if (twin) return spelledOtherwise(serial, twin, index)
    return !mayLeave(ground, move, unit) && elsewhere(ground, move, serial, unit, index)
  })
}

/** Refuses a serial number that stands there twice, however written. */
export function refuseDoubled(serials: readonly string[]): Refusal | false {
  const seen = new Set<string>()
  const at = serials.findIndex(serial => seen.size === seen.add(foldText(serial)).size)
  return (
    at >= 0 &&
    refuse(
      'serial-twice',
      text(`序列号 ${serials[at]} 填了两次，请核对。`, `Serial number ${serials[at]} stands there twice: check it.`),
      { field: `serials.${at}`, clause: 'LT-serial' },
    )
  )
}

const spelledOtherwise = (serial: string, { serial: registered }: UnitRow, index: number): Refusal =>
  refuse(
    'serial-spelling',
    text(
      `序列号 ${serial} 已登记为 ${registered}（仅大小写或全半角不同），请按登记的写法填写。`,
      `Serial number ${serial} is registered as ${registered} (other letter case or width): write it as registered.`,
    ),
    { field: `serials.${index}`, clause: 'LT-serial' },
  )

/** Whether the unit is where the move takes it from; one that nobody knows may come in from outside. */
function mayLeave({ record, found }: MoveGround, { from, partyId }: Move, unit: UnitRow | undefined): boolean {
  if (!unit) return !isZone(from)
  if (unit.lotId !== record.id || unit.place !== from) return false
  if (isZone(from)) return unit.warehouseId === found.warehouse?.id
  return from !== 'customer' || unit.partyId === partyId
}

function elsewhere(
  { record }: MoveGround,
  { from }: Move,
  serial: string,
  unit: UnitRow | undefined,
  index: number,
): Refusal {
  const zh = !unit
    ? '未登记'
    : unit.lotId !== record.id
      ? '属于该产品的另一批次'
      : `现在${places[unit.place].zh}${unit.place === from ? '（另一仓库或另一单位）' : ''}`
  const en = !unit
    ? 'is not known'
    : unit.lotId !== record.id
      ? 'belongs to another lot of the product'
      : `is at "${places[unit.place].en}"${unit.place === from ? ' of another warehouse or party' : ''}`
  return refuse(
    'serial-elsewhere',
    text(
      `序列号 ${serial} ${zh}，不能从${places[from].zh}移出，请核对实物。`,
      `Serial number ${serial} ${en} and cannot leave "${places[from].en}": check the device.`,
    ),
    { field: `serials.${index}`, clause: 'LT-serial' },
  )
}
