import { z } from 'zod'
import { spell } from '../../kernel/spelling.ts'
import { text } from '../../kernel/text.ts'
import { deliveriesToParty } from '../../vocabulary/find-delivery.ts'
import { findParties } from '../../vocabulary/find-party.ts'
import { findProducts, lotByNumber, lotsOfProduct, productByUdiDi } from '../../vocabulary/find-product.ts'
import { parseUdi, storedDi } from '../../vocabulary/udi.ts'
import { type ProductRead, productRead } from './product-read.ts'

const typed = z.string().max(200).default('')

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly roles: string[]
  readonly department: unknown
}

/** Look-ups behind the choice lists: customers, products, lots, deliveries, colleagues, and what a UDI names. */
export const vocabularyReads: readonly ProductRead[] = [
  productRead({
    name: 'vocabulary.find-party',
    title: text('查找往来单位', 'Find a party'),
    by: [],
    params: z.object({ q: typed, kind: z.enum(['customer', 'supplier', 'manufacturer']).default('customer') }),
    run: ({ kernel }, { q, kind }) => findParties(kernel.db, q, kind),
  }),
  productRead({
    name: 'vocabulary.find-product',
    title: text('查找产品', 'Find a product'),
    by: [],
    params: z.object({ q: typed }),
    run: ({ kernel }, { q }) => findProducts(kernel.db, q),
  }),
  productRead({
    name: 'vocabulary.find-lot',
    title: text('查找批号', 'Find a lot'),
    by: [],
    params: z.object({ productId: z.uuid(), q: typed }),
    run: ({ kernel }, { productId, q }) => lotsOfProduct(kernel.db, productId, q),
  }),
  productRead({
    name: 'vocabulary.find-delivery',
    title: text('查找出库', 'Find a delivery'),
    by: [],
    params: z.object({ partyId: z.uuid(), productId: z.uuid().optional(), lotId: z.uuid().optional() }),
    run: ({ kernel }, { partyId, ...of }) => deliveriesToParty(kernel.db, partyId, of),
  }),
  productRead({
    name: 'vocabulary.find-person',
    title: text('查找人员', 'Find a colleague'),
    by: [],
    params: z.object({ q: typed, role: z.string().max(60).optional() }),
    run: async ({ pool }, { q, role }, actor) => {
      const { rows } = await pool.query<PersonRow>(
        `select id, name, roles, department from person
         where state = 'active' and site_id = $1 and ($2::text is null or $2 = any(roles)) order by name limit 2000`,
        [actor.siteId, role ?? null],
      )
      const term = q.trim().toLowerCase()
      return rows.filter(row => matches(row.name, term)).slice(0, 50)
    },
  }),
  productRead({
    name: 'vocabulary.udi',
    title: text('识读 UDI', 'Read a UDI'),
    by: [],
    params: z.object({ text: z.string().min(1).max(2_000) }),
    run: async ({ kernel }, { text: scanned }) => {
      const reading = parseUdi(scanned, Number(kernel.clock.now().slice(0, 4)))
      const product = reading.ok ? await productByUdiDi(kernel.db, storedDi(reading.di)) : undefined
      const lotNo = reading.ok ? reading.lot : reading.production?.lot
      const lot = product && lotNo ? await lotByNumber(kernel.db, product.id, lotNo) : undefined
      return { reading, product: product ?? null, lot: lot ?? null }
    },
  }),
]

/** A name matches by its characters, its pinyin or their initials. */
const matches = (name: string, term: string): boolean => {
  if (term === '' || name.toLowerCase().includes(term)) return true
  const { py, pinyin } = spell(name)
  return py.startsWith(term) || pinyin.startsWith(term)
}
