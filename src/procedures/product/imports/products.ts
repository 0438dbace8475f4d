import { sql } from 'kysely'
import { type ImportColumn, tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { partiesNamed, partyUnknown } from '../../../vocabulary/import-lot.ts'
import { differsFromKnown, stepOfRow, twiceInTable } from '../../../vocabulary/import-plan.ts'
import { deviceClasses, type ProductRow } from '../../../vocabulary/product.ts'
import { storedDi } from '../../../vocabulary/udi.ts'

interface Values {
  readonly name: string
  readonly model: string
  readonly spec: string | null
  readonly registrationNo: string
  readonly registrationValidUntil: Day | null
  readonly deviceClass: ProductRow['deviceClass']
  readonly udiDi: string | null
  readonly manufacturer: string
  readonly contractManufacturer: string | null
  readonly productionLicenceNo: string | null
  readonly unit: string
  readonly isImplant: boolean | null
  readonly isSterile: boolean | null
  readonly isSerialTracked: boolean | null
  readonly isColdChain: boolean | null
  readonly storage: string | null
  readonly temperatureFrom: number | null
  readonly temperatureTo: number | null
}

const column = (
  key: keyof Values,
  kind: ImportColumn['kind'],
  zh: string,
  en: string,
  example: string,
  names: readonly string[] = [],
  needed = false,
): ImportColumn => ({ key, kind, title: text(zh, en), names, example, needed })

const columns: readonly ImportColumn[] = [
  column('name', 'line', '产品名称', 'Name', '一次性使用输液器 带针', ['品名', '商品名称', '医疗器械名称'], true),
  column('model', 'line', '型号', 'Model', 'MC-SYQ-A', ['规格型号', '型号规格'], true),
  column('spec', 'line', '规格', 'Specification', '0.7×25 TWLB'),
  column(
    'registrationNo',
    'line',
    '注册证编号',
    'Registration number',
    '国械注准20193141726',
    ['注册证号', '备案编号', '注册证编号/备案编号'],
    true,
  ),
  column('registrationValidUntil', 'day', '注册证有效期至', 'Certificate valid until', '2029-05-20', ['注册证有效期']),
  {
    ...column('deviceClass', 'choice', '管理类别', 'Risk class', '第三类', ['类别', '分类'], true),
    options: { ...deviceClasses },
  },
  column('udiDi', 'line', '产品标识 UDI-DI', 'UDI-DI', '06901234567892', ['UDI', 'DI', 'GTIN', '产品标识', '商品条码']),
  column(
    'manufacturer',
    'line',
    '注册人',
    'Manufacturer',
    '苏州明澈医疗器械有限公司',
    ['生产企业', '生产厂家', '备案人', '注册人/备案人', '厂商'],
    true,
  ),
  column('contractManufacturer', 'line', '受托生产企业', 'Contract manufacturer', ''),
  column('productionLicenceNo', 'line', '生产许可证号', 'Production licence', '苏食药监械生产许20180032号', [
    '生产许可证编号',
    '生产备案编号',
  ]),
  column('unit', 'line', '单位', 'Unit', '支', ['计量单位'], true),
  column('isImplant', 'yes-no', '植入器械', 'Implant', '否', ['植入']),
  column('isSterile', 'yes-no', '无菌器械', 'Sterile', '是', ['无菌']),
  column('isSerialTracked', 'yes-no', '按序列号管理', 'Tracked by serial number', '否', ['序列号管理']),
  column('isColdChain', 'yes-no', '冷链产品', 'Cold chain', '否', ['冷链']),
  column('storage', 'line', '储存条件', 'Storage', '常温、干燥、避光', ['贮存条件']),
  column('temperatureFrom', 'whole-number', '储存温度下限', 'Storage from', '', ['温度下限']),
  column('temperatureTo', 'whole-number', '储存温度上限', 'Storage to', '', ['温度上限']),
]

interface Found {
  readonly products: ReadonlyMap<string, ProductRow>
  readonly makers: ReadonlyMap<string, { readonly id: string }>
}

/** A product is one model and specification under one certificate. */
const keyOf = ({ registrationNo, model, spec }: Pick<Values, 'registrationNo' | 'model' | 'spec'>): string =>
  [registrationNo, model, spec ?? ''].join(' · ')

/** Products from another system, one model and specification in each line. */
export const productImport = tableImport<Values, Found>({
  name: 'products',
  title: text('产品', 'Products'),
  about: text(
    '每行一个型号规格；生产企业须已登记为往来单位。',
    'One model and specification in each line; its manufacturer is known as a party.',
  ),
  fulfils: ['PD-registration', 'PD-udi'],
  by: BASE_DATA_KEEPERS,
  columns,
  look: async (db, lines) => {
    const numbers = [...new Set(lines.map(item => item.values.registrationNo))]
    const [rows, makers] = await Promise.all([
      db
        .selectFrom('product')
        .selectAll()
        .where(sql<boolean>`registration_no = any(${numbers})`)
        .execute() as Promise<unknown> as Promise<ProductRow[]>,
      partiesNamed(
        db,
        lines.map(item => item.values.manufacturer),
      ),
    ])
    return { products: new Map(rows.map(row => [keyOf(row), row])), makers }
  },
  plan: ({ lines, found }) => {
    const { once, troubles } = twiceInTable(lines, item => keyOf(item.values), 'model')
    const sorted = once.map(item => ({
      ...item,
      known: found.products.get(keyOf(item.values)),
      makerId: found.makers.get(item.values.manufacturer)?.id,
    }))
    const differing = sorted.flatMap(({ row, values, known }) => {
      const said = { ...values, udiDi: values.udiDi === null ? null : storedDi(values.udiDi) }
      const trouble = known && differsFromKnown(row, said, { number: known.number, values: { ...known } }, columns)
      return trouble ? [trouble] : []
    })
    const differingRows = new Set(differing.map(item => item.row))
    return {
      calls: sorted.flatMap(({ row, values, known, makerId }) =>
        known || !makerId
          ? []
          : [
              stepOfRow(
                row,
                { command: 'product.register', input: detailsOf(values, makerId) },
                { manufacturerId: 'manufacturer' },
              ),
            ],
      ),
      known: sorted.filter(item => item.known && !differingRows.has(item.row)).map(item => item.row),
      troubles: [
        ...troubles,
        ...differing,
        ...sorted.flatMap(({ row, values, known, makerId }) =>
          known || makerId ? [] : [partyUnknown(row, 'manufacturer', values.manufacturer)],
        ),
      ],
    }
  },
})

function detailsOf({ manufacturer: _, ...values }: Values, manufacturerId: string) {
  return {
    ...values,
    manufacturerId,
    spec: values.spec ?? '',
    storage: values.storage ?? '',
    isImplant: values.isImplant ?? false,
    isSterile: values.isSterile ?? false,
    isSerialTracked: values.isSerialTracked ?? false,
    isColdChain: values.isColdChain ?? false,
  }
}
