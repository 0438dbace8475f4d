import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { lineOf, standings } from '../../vocabulary/base-data.ts'
import { deviceClasses, type ProductRow, productRow, productSearchText } from '../../vocabulary/product.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { storedDi } from '../../vocabulary/udi.ts'

const degrees = z.int().min(-90).max(90).nullable().default(null)
const anyLine = (most: number) => z.string().trim().max(most).default('')

/** What is entered about a product; the same fields are corrected later. */
export const details = {
  name: field(lineOf(120), {
    title: text('产品名称', 'Name'),
    hint: text('与注册证一致', 'As on the registration certificate'),
  }),
  model: field(lineOf(80), { title: text('型号', 'Model') }),
  spec: field(anyLine(120), { title: text('规格', 'Specification') }),
  registrationNo: field(lineOf(60), {
    title: text('注册证编号/备案编号', 'Registration or filing number'),
    hint: text('如 国械注准20193141726', 'as printed on the certificate, with its Chinese characters'),
  }),
  deviceClass: field(productRow.shape.deviceClass, { title: text('管理类别', 'Risk class'), options: deviceClasses }),
  udiDi: field(lineOf(60).nullable().default(null), {
    title: text('产品标识 UDI-DI', 'UDI-DI'),
    hint: text('扫描或录入，GS1、MA、AHM', 'Scanned or typed: GS1, MA or AHM'),
  }),
  manufacturerId: field(z.uuid(), {
    title: text('注册人/备案人（生产企业）', 'Manufacturer'),
    widget: 'party',
    of: 'manufacturer',
  }),
  unit: field(lineOf(10), { title: text('单位', 'Unit'), hint: text('台、盒、支', 'piece, box, set') }),
  isImplant: field(z.boolean().default(false), { title: text('植入器械', 'Implant'), widget: 'yes-no' }),
  isSterile: field(z.boolean().default(false), { title: text('无菌器械', 'Sterile'), widget: 'yes-no' }),
  storage: field(anyLine(120), { title: text('储存条件', 'Storage') }),
  registrationValidUntil: field(daySchema.nullable().default(null), {
    title: text('注册证有效期至', 'Certificate valid until'),
    hint: text('备案凭证无有效期，不填', 'Empty for a filing, which does not end'),
    widget: 'day',
  }),
  contractManufacturer: field(lineOf(120).nullable().default(null), {
    title: text('受托生产企业', 'Contract manufacturer'),
  }),
  productionLicenceNo: field(lineOf(80).nullable().default(null), {
    title: text('生产许可证号/备案编号', 'Production licence'),
  }),
  isSerialTracked: field(z.boolean().default(false), {
    title: text('按序列号管理', 'Tracked by serial number'),
    hint: text('收货、出库和退货须逐台填写序列号', 'Receipts, deliveries and returns name every unit'),
    widget: 'yes-no',
  }),
  isColdChain: field(z.boolean().default(false), { title: text('冷链产品', 'Cold chain'), widget: 'yes-no' }),
  temperatureFrom: field(degrees, { title: text('储存温度下限（℃）', 'Storage from (°C)') }),
  temperatureTo: field(degrees, { title: text('储存温度上限（℃）', 'Storage to (°C)') }),
  packages: field(
    z
      .array(
        z.object({
          name: field(lineOf(20), { title: text('包装', 'Package'), hint: text('盒、箱', '盒, 箱') }),
          quantity: field(z.int().min(1).max(100_000), { title: text('含最小单位数', 'Units in one') }),
          udiDi: field(lineOf(60).nullable().default(null), { title: text('包装 UDI-DI', 'UDI-DI of the package') }),
        }),
      )
      .max(6)
      .default([]),
    { title: text('包装级别', 'Package levels') },
  ),
}

/** What is entered about a product, parsed. */
export type ProductDetails = z.output<z.ZodObject<typeof details>>

/** Device identifiers as they are stored: a GTIN with its 14 digits. */
export const storedCodes = ({ udiDi, packages }: ProductDetails): Pick<ProductDetails, 'udiDi' | 'packages'> => ({
  udiDi: udiDi === null ? null : storedDi(udiDi),
  packages: packages.map(level => ({ ...level, udiDi: level.udiDi === null ? null : storedDi(level.udiDi) })),
})

export const Product = recordType<ProductRow, keyof typeof standings>({
  name: 'product',
  title: text('产品', 'product'),
  table: 'product',
  row: productRow,
  states: standings,
  series: { prefix: 'CP', digits: 5 },
  retention: retained('quality'),
  searchText: productSearchText,
})
