/** A customer, a device of theirs and its label, out of the demo company's data: what a caller would read out. */

import type { Page } from 'playwright-core'
import { demoWorld } from '../../src/demo/world/world.ts'
import { spell } from '../../src/kernel/spelling.ts'
import { addDays, dayOf } from '../../src/kernel/time.ts'
import { readOf, take } from './filed.ts'

const world = demoWorld(dayOf(new Date().toISOString(), 'Asia/Shanghai'))

/** What a caller knows. */
export interface Call {
  readonly customer: string
  /** Initials of the customer's name, as the service desk types them. */
  readonly initials: string
  readonly product: string
  readonly lotNo: string
  readonly serial: string
  /** The label's code, as a scanner writes it with brackets. */
  readonly udi: string
  readonly udiDi: string
}

/** A call of a hospital of the city about a device it was delivered; each `turn` another delivery. */
export const callOf = (turn: number): Call => {
  const local = new Map(
    world.parties
      .filter(party => party.customerKind === 'hospital' && party.city === world.site.city)
      .map(party => [party.id, party]),
  )
  const lots = new Map(world.lots.map(lot => [lot.id, lot]))
  const products = new Map(world.products.map(product => [product.id, product]))
  const calls = world.deliveries.flatMap(delivery => {
    const party = local.get(delivery.partyId)
    const product = products.get(delivery.productId)
    const lot = lots.get(delivery.lotId)
    return party && product && lot && /^\d{14}$/.test(product.udiDi ?? '') && !lot.expiresOn
      ? [{ party, product, lot }]
      : []
  })
  const found = calls[turn % calls.length]
  if (!found) throw new Error('the demo company delivered no device to a hospital of its city')
  const { party, product, lot } = found
  const serial = `SN${Date.now().toString(36).toUpperCase()}${turn}`
  return {
    customer: party.name,
    initials: spell(party.name).py,
    product: product.name,
    lotNo: lot.lotNo,
    serial,
    udi: `(01)${product.udiDi}(10)${lot.lotNo}(21)${serial}`,
    udiDi: product.udiDi ?? '',
  }
}

/** The same about a lot of its own, which the keeper registers: no story of the demo company and no other journey holds it. */
export const callOfOwnLot = async (keeper: Page, turn: number): Promise<Call> => {
  const call = callOf(turn)
  const [product] = await readOf<readonly { id: string }[]>(keeper, 'vocabulary.find-product', { q: call.udiDi })
  if (!product) throw new Error(`the demo company has no product ${call.udiDi}`)
  const lotNo = `J${Date.now().toString(36).toUpperCase()}`
  const producedOn = addDays(dayOf(new Date().toISOString(), 'Asia/Shanghai'), -90)
  await take(keeper, 'lot.register', { productId: product.id, lotNo, producedOn })
  return { ...call, lotNo, udi: call.udi.replace(`(10)${call.lotNo}`, `(10)${lotNo}`) }
}
