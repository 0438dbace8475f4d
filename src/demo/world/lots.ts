import { addDays, type Day, dayOfLaterMonth } from '../../kernel/time.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import { chance, namedId } from './chance.ts'
import { type DemoProduct, products } from './products.ts'

/** A lot of the demo company; what was delivered of it follows from the deliveries. */
export type DemoLot = Pick<LotRow, 'id' | 'productId' | 'lotNo' | 'producedOn' | 'expiresOn'>

/** Oldest production day, counted back from today: long enough for the short-lived lots to have expired. */
const OLDEST_DAYS = 800

/** Lots of all products, the same for the same `today`: consumables have seven each, devices four. */
export const lotsUntil = (today: Day): DemoLot[] => products.flatMap(product => lotsOf(product, today))

function lotsOf(product: DemoProduct, today: Day): DemoLot[] {
  const luck = chance(`lots ${product.id}`)
  const count = product.shelfMonths === null ? 4 : 7
  const gap = Math.floor((OLDEST_DAYS - 60) / count)
  const style = luck.between(0, 3)
  return Array.from({ length: count }, (_, index) => {
    const producedOn = addDays(today, -(OLDEST_DAYS - index * gap - luck.between(0, gap - 8)))
    const lotNo = lotNumber(style, producedOn, index, luck.between(1, 9))
    return {
      id: namedId('lot', `${product.id} ${lotNo}`),
      productId: product.id,
      lotNo,
      producedOn,
      expiresOn:
        product.shelfMonths === null
          ? null
          : addDays(dayOfLaterMonth(producedOn, product.shelfMonths, Number(producedOn.slice(8))), -1),
    }
  })
}

function lotNumber(style: number, day: Day, index: number, tail: number): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  if (style === 0) return `${year}${month}${date}`
  if (style === 1) return `${year.slice(2)}${month}${date}${String.fromCharCode(64 + tail)}`
  if (style === 2) return `B${year.slice(2)}${month}-${String(index + 1).padStart(2, '0')}`
  return `${year.slice(2)}${month}0${tail}`
}
