/** A lot of a journey's own, with stock and buyers, so that no story of the demo company and no other journey touches it. */
import type { Page } from 'playwright-core'
import { demoWorld } from '../../src/demo/world/world.ts'
import { spell } from '../../src/kernel/spelling.ts'
import { addDays, dayOf } from '../../src/kernel/time.ts'
import { readOf, take } from './filed.ts'

const today = dayOf(new Date().toISOString(), 'Asia/Shanghai')
const world = demoWorld(today)

/** Somebody who bought of the lot. */
export interface Buyer {
  readonly name: string
  /** Initials of the name, as people type them. */
  readonly initials: string
}

/** A lot with its stock and its buyers. */
export interface Goods {
  readonly lotId: string
  readonly lotNo: string
  /** Number of the lot in the register. */
  readonly number: string
  readonly productId: string
  readonly product: string
  readonly model: string
  /** Units in the zone for qualified goods. */
  readonly stock: number
  /** Units that each buyer got. */
  readonly each: number
  readonly buyers: readonly Buyer[]
}

/** Units of a lot, and who bought it. */
export interface GoodsAsked {
  /** Model of a product of the demo company that is counted, not told apart by serial numbers. */
  readonly model: string
  readonly stock: number
  readonly each: number
  readonly buyers: number
  /** Kind of the first buyer; hospitals first by default. */
  readonly first?: 'hospital' | 'dealer'
  /** So many days ago it was delivered. */
  readonly daysAgo?: number
}

/** Customers of the demo company with whom the first one is of the kind that is asked for. */
const customers = (first: 'hospital' | 'dealer', count: number): Buyer[] => {
  const known = world.parties.filter(party => party.customerKind === 'hospital' || party.customerKind === 'dealer')
  const ordered = [
    ...known.filter(party => party.customerKind === first),
    ...known.filter(party => party.customerKind !== first),
  ]
  if (ordered.length < count) throw new Error(`the demo company has only ${ordered.length} hospitals and dealers`)
  return ordered.slice(0, count).map(({ name }) => ({ name, initials: spell(name).py }))
}

/** The keeper registers the lot, imports its deliveries from a table and counts what is in stock. */
export const goodsOf = async (keeper: Page, asked: GoodsAsked): Promise<Goods> => {
  const { model, stock, each, daysAgo = 30 } = asked
  const buyers = customers(asked.first ?? 'hospital', asked.buyers)
  const [product] = await readOf<readonly { id: string; name: string; registrationNo: string }[]>(
    keeper,
    'vocabulary.find-product',
    { q: model },
  )
  if (!product) throw new Error(`the demo company has no product of model ${model}`)
  const lotNo = `J${Date.now().toString(36).toUpperCase()}`
  const lot = await take(keeper, 'lot.register', {
    productId: product.id,
    lotNo,
    producedOn: addDays(today, -120),
    expiresOn: addDays(today, 600),
  })
  const lines = buyers.map(({ name }, at) => ({
    number: `SH-${lotNo}-${String(at + 1).padStart(2, '0')}`,
    customer: name,
    productName: product.name,
    model,
    registrationNo: product.registrationNo,
    lotNo,
    deliveredOn: addDays(today, -daysAgo),
    quantity: each,
  }))
  const answer = await keeper.request.post('/api/import/lot/deliveries', { data: { lines, dryRun: false } })
  const outcome = await answer.json()
  if (!answer.ok() || !outcome.ok) throw new Error(`deliveries: ${JSON.stringify(outcome)}`)
  const count = { zone: 'qualified', quantity: stock, countedOn: today }
  await take(keeper, 'lot.open-stock', count, lot.id)
  return {
    lotId: lot.id,
    lotNo,
    number: lot.number,
    productId: product.id,
    product: product.name,
    model,
    stock,
    each,
    buyers,
  }
}
