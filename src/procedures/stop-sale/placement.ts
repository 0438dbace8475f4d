import type { ChildWrite } from '../../kernel/command.ts'
import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { Actor } from '../../kernel/person.ts'
import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { HeldGoods, HoldAsked } from './held-goods.ts'
import { type Audience, audiences, type Scope, type Source, scopes } from './wording.ts'

interface Step {
  readonly newId: () => string
  readonly now: Instant
  readonly actor: Actor
}

/** Who wrote a child row, and when. */
export const written = ({ newId, now, actor }: Step) => ({ id: newId(), at: now, byId: actor.id, byName: actor.name })

/** What is asked names goods that exist and belong together. */
export function scopeRefusals(asked: HoldAsked, goods: HeldGoods): Refusals {
  const strangers = goods.lots.filter(lot => lot.productId !== asked.productId)
  return [
    !goods.product &&
      refuse(
        'no-such-product',
        text('产品档案中没有所选产品，请重新选择。', 'There is no such product: choose again.'),
        {
          field: 'productId',
        },
      ),
    asked.scope !== 'product' &&
      asked.lotIds.length === 0 &&
      refuse(
        'lot-missing',
        text(
          '请选择要停售的批号；批号不明时可停整个产品。',
          'Choose the lot; where it is unknown, hold the whole product.',
        ),
        { field: 'lotId' },
      ),
    asked.scope !== 'product' &&
      goods.lots.length < asked.lotIds.length &&
      refuse('no-such-lot', text('批次档案中没有所选批号，请重新选择。', 'There is no such lot: choose again.'), {
        field: 'lotId',
      }),
    strangers.length > 0 &&
      refuse(
        'lot-of-another-product',
        text(
          `批号 ${strangers[0]?.lotNo} 不属于所选产品，请核对。`,
          `Lot ${strangers[0]?.lotNo} belongs to another product: check both.`,
        ),
        { field: 'lotId' },
      ),
    asked.scope === 'serials' &&
      asked.serials.length === 0 &&
      refuse(
        'serials-missing',
        text('按序列号停售时，请填写序列号。', 'To hold single devices, enter their serial numbers.'),
        { field: 'serials' },
      ),
    ...unknownSerials(asked, goods),
  ]
}

/** A serial number as it is compared: width and case of the letters do not matter. */
export const foldSerial = (serial: string): string => serial.normalize('NFKC').trim().toUpperCase()

/** Serial numbers of what is asked, each once, as the units of the lots carry them. */
export function serialsOf(asked: Pick<HoldAsked, 'scope' | 'serials'>, goods: HeldGoods): string[] {
  if (asked.scope !== 'serials') return []
  const carried = new Map(goods.units.map(serial => [foldSerial(serial), serial]))
  return [...new Map(asked.serials.map(item => [foldSerial(item), carried.get(foldSerial(item)) ?? item])).values()]
}

/** A mistyped serial number would hold nothing at all. */
function unknownSerials(asked: HoldAsked, goods: HeldGoods): Refusals {
  if (asked.scope !== 'serials' || !goods.product?.isSerialTracked || goods.lots.length === 0) return []
  const carried = new Set(goods.units.map(foldSerial))
  return asked.serials.map(
    (serial, index) =>
      !carried.has(foldSerial(serial)) &&
      refuse(
        'no-such-serial',
        text(
          `所选批号中没有序列号 ${serial}，请核对标签；查不清的，请先停整个批号。`,
          `The lot has no unit ${serial}: check it against the label, or hold the whole lot for now.`,
        ),
        { field: `serials.${index}` },
      ),
  )
}

/**
 * A stop from the same source that covers all of what is asked already; null when something is still free. A stop from another
 * source stands for itself: the goods are free only when each of them is released.
 */
export function coveredBy(asked: HoldAsked, source: Source, goods: HeldGoods): HeldGoods['holds'][number] | null {
  const same = goods.holds.filter(hold => hold.source === source)
  const whole = same.find(hold => hold.scope === 'product')
  if (whole) return whole
  if (asked.scope === 'product') return null
  const covering = asked.lotIds.map(lotId =>
    same.find(
      hold =>
        hold.lotId === lotId &&
        (hold.scope === 'lot' ||
          (asked.scope === 'serials' && serialsOf(asked, goods).every(serial => hold.serials.includes(serial)))),
    ),
  )
  return covering.every(hold => hold !== undefined) ? (covering[0] ?? null) : null
}

/** Rows of the places where goods lie, with what is expected there, and of goods under way. */
export function goodsRows(goods: HeldGoods, step: Step): ChildWrite[] {
  return [
    ...goods.places.map(place => ({
      child: 'mark',
      insert: {
        ...written(step),
        lotId: place.lotId,
        lotNo: place.lotNo,
        warehouseId: place.warehouseId,
        warehouseName: place.warehouseName,
        zone: place.zone,
        expected: place.quantity,
      },
    })),
    ...goods.transit.map(item => ({ child: 'transit', insert: { ...written(step), ...item } })),
  ]
}

/** The system tells warehouse and sales in the same moment; both confirm it. */
export const toldRows = (content: string, step: Step): ChildWrite[] =>
  (['warehouse', 'sales'] as const satisfies readonly Audience[]).map(audience => ({
    child: 'told',
    insert: {
      ...written(step),
      audience,
      name: audiences[audience].zh,
      way: 'system',
      toldAt: step.now,
      content,
    },
  }))

/** Clocks that every stop and every widening starts. `round` tells the widenings apart. */
export const placementClocks = (now: Instant, round: number): OpenDeadline[] =>
  ['marks', 'sales'].map(name => ({ deadline: name, key: roundKey(round), from: now }))

/** Key of the clocks of the stop itself (0) and of each widening. */
export const roundKey = (round: number): string => (round === 0 ? '' : `widened-${round}`)

/** All rounds so far, for meeting their clocks. */
export const roundKeys = (widenCount: number): string[] => Array.from({ length: widenCount + 1 }, (_, i) => roundKey(i))

/** What is held, in one line, as lists and notices call it. */
export function holdTitle(
  product: { readonly name: string; readonly model: string | null },
  scope: Scope,
  lotNos: readonly string[],
  serials: readonly string[],
): string {
  const device = [product.name, product.model].filter(Boolean).join(' ')
  if (scope === 'product') return `${device} ${scopes.product.zh}`
  const lots = lotNos.length > 4 ? `${lotNos.slice(0, 4).join('、')} 等 ${lotNos.length} 批` : lotNos.join('、')
  return scope === 'lot'
    ? `${device} ${lots}`
    : `${device} ${lots} ${serials.slice(0, 3).join('、')}${serials.length > 3 ? ' 等' : ''}`
}

/** Sum of a number over rows. */
export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)
