import { type Text, text } from '../../kernel/text.ts'

/** What stops the picking of goods (S24 五2(1)–(4), GSP153 art. 87). */
export const problems = {
  noise: text('包装内有异常响动', 'Unusual noise inside the package'),
  packing: text('外包装破损、封口不牢、衬垫不实或封条严重损坏', 'Packing broken, loosely sealed or badly padded'),
  marking: text('包装标识模糊不清或脱落、与实物不符', 'Marking blurred, fallen off or wrong'),
  expired: text('超过有效期', 'Past the last day of use'),
  other: text('其他异常', 'Something else'),
} as const satisfies Record<string, Text>

/** What the checker compares with the order, item by item (S24 五3). */
export const checkedItems = {
  name: text('品名', 'Name'),
  spec: text('型号规格', 'Model and specification'),
  quantity: text('数量', 'Quantity'),
  maker: text('生产企业', 'Manufacturer'),
  lot: text('批号/序列号', 'Lot or serial number'),
  expiry: text('有效期', 'Expiry'),
  pieces: text('件数', 'Pieces'),
  quality: text('质量状况', 'Quality'),
  consignee: text('配送单位', 'Consignee'),
} as const satisfies Record<string, Text>
export type CheckedItem = keyof typeof checkedItems

/** Who carries the goods. */
export const carriers = {
  own: text('本公司运输员', 'Our own driver'),
  contracted: text('委托运输', 'A carrier under contract'),
  collected: text('客户自提', 'Collected by the customer'),
} as const satisfies Record<string, Text>
