import { type ImportColumn, tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import {
  type LotNamed,
  type Lots,
  lotKey,
  lotNameColumns,
  lotNumbered,
  lotsNamed,
  type Products,
  productOf,
  productsNamed,
} from '../../../vocabulary/import-lot.ts'
import { differsFromKnown, stepOfRow, twiceInTable } from '../../../vocabulary/import-plan.ts'

interface Values extends LotNamed {
  readonly producedOn: Day
  readonly expiresOn: Day | null
}

const columns: readonly ImportColumn[] = [
  ...lotNameColumns,
  {
    key: 'producedOn',
    title: text('生产日期', 'Made on'),
    kind: 'day',
    needed: true,
    example: '2026-08-01',
  },
  {
    key: 'expiresOn',
    title: text('有效期至', 'Expires'),
    names: ['失效日期', '有效期', '使用期限'],
    kind: 'day',
    needed: false,
    example: '2029-07-31',
  },
]

/** Lots with their days, one line each. */
export const lotImport = tableImport<Values, { readonly products: Products; readonly lots: Lots }>({
  name: 'lots',
  title: text('批次', 'Lots'),
  about: text('每行一个批号及其生产日期和有效期。', 'One lot in each line, with its days.'),
  fulfils: ['LT-label'],
  by: ['warehouse', 'quality', 'quality-head'],
  columns,
  look: async (db, lines) => {
    const [products, lots] = await Promise.all([productsNamed(db, lines), lotsNamed(db, lines)])
    return { products, lots }
  },
  plan: ({ lines, found }) => {
    const placed = lines.map(line => ({ ...line, product: productOf(line.row, line.values, found.products) }))
    const unknown = placed.flatMap(({ product }) => ('row' in product ? [product] : []))
    const good = placed.flatMap(({ row, values, product }) =>
      'id' in product ? [{ row, values, productId: product.id }] : [],
    )
    const { once, troubles } = twiceInTable(good, ({ productId, values }) => lotKey(productId, values.lotNo), 'lotNo')
    const sorted = once.map(line => ({ ...line, known: lotNumbered(found.lots, line.productId, line.values.lotNo) }))
    const differing = sorted.flatMap(({ row, values, known }) => {
      const { producedOn, expiresOn } = values
      const trouble =
        known &&
        differsFromKnown(row, { producedOn, expiresOn }, { number: known.number, values: { ...known } }, columns)
      return trouble ? [trouble] : []
    })
    const differingRows = new Set(differing.map(item => item.row))
    return {
      calls: sorted
        .filter(line => !line.known)
        .map(({ row, productId, values: { lotNo, producedOn, expiresOn } }) =>
          stepOfRow(
            row,
            { command: 'lot.register', input: { productId, lotNo, producedOn, expiresOn } },
            { productId: 'udiDi' },
          ),
        ),
      known: sorted.filter(line => line.known && !differingRows.has(line.row)).map(line => line.row),
      troubles: [...unknown, ...troubles, ...differing],
    }
  },
})
