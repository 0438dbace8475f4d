import { z } from 'zod'
import { type Text, text } from '../kernel/text.ts'
import { daySchema, recordColumns } from './record-base.ts'

/** Risk classes of devices (医疗器械监督管理条例, art. 6). */
export const deviceClasses = {
  I: text('第一类', 'Class I'),
  II: text('第二类', 'Class II'),
  III: text('第三类', 'Class III'),
} as const satisfies Record<string, Text>

/** A package above the unit in which a device is counted: 盒 of 10 支, 箱 of 20 盒. */
const packageLevel = z.object({
  /** What it is called: 盒, 箱. */
  name: z.string().min(1),
  /** Units of the product in one package. */
  quantity: z.int().min(1),
  /** Its own device identifier; null where the package carries none. */
  udiDi: z.string().nullable(),
})

/** A device as registered: one row per model and specification with its own UDI-DI. */
export const productRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  name: z.string().min(1),
  py: z.string(),
  pinyin: z.string(),
  model: z.string().min(1),
  spec: z.string(),
  /** Registration certificate or filing number: 国械注准…, 豫械注准…, 国械注进…, 豫郑械备…. */
  registrationNo: z.string().min(1),
  deviceClass: z.enum(['I', 'II', 'III']),
  /** Device identifier of the UDI: GTIN-14, or a code of MA or AHM. */
  udiDi: z.string().nullable(),
  manufacturerId: z.uuid(),
  /** As it was called when the product was last entered. */
  manufacturerName: z.string().min(1),
  /** Unit in which it is counted and delivered: 台, 盒, 支. */
  unit: z.string().min(1),
  isImplant: z.boolean(),
  isSterile: z.boolean(),
  /** Storage condition as printed on the label. */
  storage: z.string(),
  /** Last day of the certificate; null where it has none or nobody entered it. */
  registrationValidUntil: daySchema.nullable(),
  /** Company that makes it for the registrant (受托生产企业). */
  contractManufacturer: z.string().nullable(),
  /** Licence or filing under which it is made. */
  productionLicenceNo: z.string().nullable(),
  /** Each unit has a serial number that stock and deliveries name. */
  isSerialTracked: z.boolean(),
  /** Kept and carried cold without a break. */
  isColdChain: z.boolean(),
  /** Bounds of storage, in degrees Celsius. */
  temperatureFrom: z.int().nullable(),
  temperatureTo: z.int().nullable(),
  /** Packages above the unit, the smallest first. */
  packages: z.array(packageLevel),
})

/** A row of table `product`. */
export type ProductRow = z.infer<typeof productRow>
export type DeviceClass = ProductRow['deviceClass']

/** What searches for a product look through: name, pinyin, model, specification, certificate, UDI-DI, maker, number. */
export const productSearchText = (product: ProductRow): string =>
  [
    product.name,
    product.py,
    product.pinyin,
    product.model,
    product.spec,
    product.registrationNo,
    product.udiDi,
    ...product.packages.map(level => level.udiDi),
    product.manufacturerName,
    product.number,
  ]
    .filter(Boolean)
    .join(' ')

/** Whether a certificate is of an imported device: 国械注进, 国械注许 (Hong Kong, Macao, Taiwan), or the older forms. */
export const isImported = (registrationNo: string): boolean =>
  /械注[进许]|药监械[(（][进许][)）]|国械备[进许]?/.test(registrationNo.normalize('NFKC'))
