import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { lineOf, standings } from '../../vocabulary/base-data.ts'
import { deviceClasses, type ProductRow, productRow, productSearchText } from '../../vocabulary/product.ts'

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
    hint: text('如 国械注准20193141726', 'e.g. 国械注准20193141726'),
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
  unit: field(lineOf(10), { title: text('单位', 'Unit'), hint: text('台、盒、支', '台, 盒, 支') }),
  isImplant: field(z.boolean().default(false), { title: text('植入器械', 'Implant'), widget: 'yes-no' }),
  isSterile: field(z.boolean().default(false), { title: text('无菌器械', 'Sterile'), widget: 'yes-no' }),
  storage: field(anyLine(120), { title: text('储存条件', 'Storage') }),
}

/** What is entered about a product, parsed. */
export type ProductDetails = z.output<z.ZodObject<typeof details>>

export const Product = recordType<ProductRow, keyof typeof standings>({
  name: 'product',
  title: text('产品', 'product'),
  table: 'product',
  row: productRow,
  states: standings,
  series: { prefix: 'CP', digits: 5 },
  searchText: productSearchText,
})
