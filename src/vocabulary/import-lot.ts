import { sql } from 'kysely'
import type { ImportColumn, ImportLine, ImportTrouble } from '../kernel/import.ts'
import type { AnyDatabase } from '../kernel/queries.ts'
import { foldText } from '../kernel/substring.ts'
import { text } from '../kernel/text.ts'
import type { Day } from '../kernel/time.ts'
import { labelAmong } from './label-number.ts'
import { storedDi } from './udi.ts'

/** Cells that name a product: by its UDI-DI or number alone, else by certificate or name together with the model. */
export interface ProductNamed {
  readonly udiDi: string | null
  readonly productNumber: string | null
  readonly registrationNo: string | null
  readonly productName: string | null
  readonly model: string | null
  readonly spec: string | null
}

/** Cells that name a lot. */
export interface LotNamed extends ProductNamed {
  readonly lotNo: string
}

const line = (key: keyof ProductNamed, zh: string, en: string, example: string, ...names: string[]): ImportColumn => ({
  key,
  title: text(zh, en),
  names,
  kind: 'line',
  needed: false,
  example,
})

/** Columns that name a product. */
export const productNameColumns: readonly ImportColumn[] = [
  {
    ...line('udiDi', '产品标识 UDI-DI', 'UDI-DI', '06901234567892', 'UDI', 'DI', 'GTIN', '产品标识', '商品条码'),
    hint: text('有 UDI-DI 时其余产品列可不填', 'With it the other product columns may stay empty'),
  },
  line('productNumber', '产品编号', 'Product number', '', '商品编码', '物料编码'),
  line(
    'registrationNo',
    '注册证编号',
    'Registration number',
    '国械注准20193141726',
    '注册证号',
    '备案编号',
    '注册证编号/备案编号',
  ),
  line('productName', '产品名称', 'Product', '一次性使用输液器 带针', '品名', '商品名称', '医疗器械名称'),
  line('model', '型号', 'Model', 'MC-SYQ-A', '规格型号', '型号规格'),
  line('spec', '规格', 'Specification', ''),
]

/** Columns that name a lot. */
export const lotNameColumns: readonly ImportColumn[] = [
  ...productNameColumns,
  {
    key: 'lotNo',
    title: text('批号', 'Lot number'),
    names: ['生产批号', '批次', 'Lot', 'Batch'],
    kind: 'line',
    needed: true,
    example: '20260801',
  },
]

interface KnownProduct {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly model: string
  readonly spec: string
  readonly registrationNo: string
  readonly udiDi: string | null
}

/** Products that lines may mean. */
export type Products = readonly KnownProduct[]

const named = <Line>(lines: readonly ImportLine<Line>[], of: (values: Line) => string | null): string[] => [
  ...new Set(lines.flatMap(item => of(item.values) ?? [])),
]

/** Reads every product that a line may mean, in one query. */
export async function productsNamed(db: AnyDatabase, lines: readonly ImportLine<ProductNamed>[]): Promise<Products> {
  const any = (column: string, values: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${values})`
  return (await db
    .selectFrom('product')
    .select(['id', 'number', 'name', 'model', 'spec', 'registrationNo', 'udiDi'])
    .where(eb =>
      eb.or([
        any(
          'udi_di',
          named(lines, values => diOf(values)),
        ),
        any(
          'number',
          named(lines, values => values.productNumber),
        ),
        any(
          'registration_no',
          named(lines, values => values.registrationNo),
        ),
        any(
          'name',
          named(lines, values => values.productName),
        ),
      ]),
    )
    .execute()) as KnownProduct[]
}

/** The identifier as it is stored: a GTIN with its 14 digits. */
const diOf = ({ udiDi }: ProductNamed): string | null => (udiDi === null ? null : storedDi(udiDi))

const says = (cell: string | null, value: string | null): boolean => cell === null || cell === value

/** The one product that a line means, or what to write so that it means one. */
export function productOf(
  row: number,
  values: ProductNamed,
  products: Products,
): { readonly id: string } | ImportTrouble {
  const nothing = !values.udiDi && !values.productNumber && !values.registrationNo && !values.productName
  if (nothing)
    return {
      row,
      column: 'udiDi',
      sentence: text(
        '请填 UDI-DI、产品编号，或注册证编号（产品名称）加型号。',
        'Name the product: UDI-DI, product number, or registration number (or name) with the model.',
      ),
    }
  const fitting = products.filter(
    product =>
      says(diOf(values), product.udiDi) &&
      says(values.productNumber, product.number) &&
      says(values.registrationNo, product.registrationNo) &&
      says(values.productName, product.name) &&
      says(values.model, product.model) &&
      says(values.spec, product.spec),
  )
  const [found, second] = fitting
  const column = values.udiDi
    ? 'udiDi'
    : values.productNumber
      ? 'productNumber'
      : values.registrationNo
        ? 'registrationNo'
        : 'productName'
  if (!found)
    return {
      row,
      column,
      sentence: text(
        '没有与本行各列都相符的产品：请核对，或先导入产品。',
        'No product agrees with all that this line says: check it, or import the product first.',
      ),
    }
  if (second)
    return {
      row,
      column,
      sentence: text(
        `有 ${fitting.length} 个产品相符（${fitting
          .slice(0, 3)
          .map(item => `${item.model} ${item.spec}`.trim())
          .join('、')}），请补填型号或 UDI-DI。`,
        `${fitting.length} products fit: add the model or the UDI-DI.`,
      ),
    }
  return { id: found.id }
}

/** A lot as an import must know it. */
export interface KnownLot {
  readonly id: string
  readonly number: string
  readonly productId: string
  readonly lotNo: string
  readonly producedOn: Day
  readonly expiresOn: Day | null
}

/** Lots by product and lot number, see {@link lotKey}. */
export type Lots = ReadonlyMap<string, KnownLot>

/** What makes two lot numbers of a product the same: letter case and full-width forms do not matter. */
export const lotKey = (productId: string, lotNo: string): string => `${productId} ${foldText(lotNo)}`

/** The lot of the product with this number, however it is written. */
export const lotNumbered = (lots: Lots, productId: string, lotNo: string): KnownLot | undefined =>
  lots.get(lotKey(productId, lotNo))

/** Reads the lots of the given numbers, of whatever product. */
export async function lotsNamed(db: AnyDatabase, lines: readonly ImportLine<LotNamed>[]): Promise<Lots> {
  const rows = (await db
    .selectFrom('lot')
    .select(['id', 'number', 'productId', 'lotNo', 'producedOn', 'expiresOn'])
    .where(
      labelAmong(
        'lot_no',
        named(lines, values => values.lotNo),
      ),
    )
    .orderBy('number', 'desc')
    .execute()) as KnownLot[]
  return new Map(rows.map(row => [lotKey(row.productId, row.lotNo), row]))
}

/** The lot that a line means, or what to do so that there is one. */
export function lotOf(
  row: number,
  values: LotNamed,
  { products, lots }: { readonly products: Products; readonly lots: Lots },
): { readonly lot: KnownLot } | ImportTrouble {
  const product = productOf(row, values, products)
  if ('row' in product) return product
  const lot = lotNumbered(lots, product.id, values.lotNo)
  return lot
    ? { lot }
    : {
        row,
        column: 'lotNo',
        sentence: text(
          `该产品没有批号 ${values.lotNo}：请核对，或先导入批次。`,
          `This product has no lot ${values.lotNo}: check it, or import the lot first.`,
        ),
      }
}

/** Parties by name, for lines that name a supplier or a customer. */
export async function partiesNamed(
  db: AnyDatabase,
  names: readonly (string | null)[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  const wanted = [...new Set(names.filter(name => name !== null))]
  const rows = (await db
    .selectFrom('party')
    .select(['id', 'number', 'name'])
    .where(sql<boolean>`name = any(${wanted})`)
    .execute()) as { id: string; number: string; name: string }[]
  return new Map(rows.map(party => [party.name, party]))
}

/** Says that nobody of that name is known. */
export const partyUnknown = (row: number, column: string, name: string): ImportTrouble => ({
  row,
  column,
  sentence: text(
    `没有登记“${name}”：请核对名称（须与营业执照一致），或先导入往来单位。`,
    `There is no party "${name}": check the name (as on the business licence), or import the party first.`,
  ),
})
