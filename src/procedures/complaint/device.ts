import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { fillFromUdi, storedDi } from '../../vocabulary/udi.ts'
import type { ComplaintRow } from './complaint.ts'
import type { DeviceAsked, FoundLot, FoundProduct } from './queries.ts'
import { readUdi } from './scanned-udi.ts'

/** What was entered about the device. */
export interface DeviceEntered extends DeviceAsked {
  readonly productName?: string | null
  readonly model?: string | null
  readonly registrationNo?: string | null
  readonly serial?: string | null
  readonly producedOn?: string | null
  readonly expiresOn?: string | null
}

/** Product and lot as far as we know them. */
export interface FoundDevice {
  readonly product: FoundProduct | null
  readonly lot: FoundLot | null
}

/** Columns that say what is complained about. */
export type Device = Pick<
  ComplaintRow,
  | 'productId'
  | 'productName'
  | 'model'
  | 'spec'
  | 'registrationNo'
  | 'deviceClass'
  | 'unit'
  | 'manufacturerId'
  | 'manufacturerName'
  | 'isImplant'
  | 'lotId'
  | 'lotNo'
  | 'serial'
  | 'udi'
  | 'udiDi'
  | 'producedOn'
  | 'expiresOn'
>

/** A quality complaint names a device; what names it must agree with itself. */
export function deviceRefusals(input: DeviceEntered, found: FoundDevice, needed: boolean, now: Instant): Refusals {
  const scanned = readUdi(input.udi, now)
  const { product, lot } = found
  const producedOn = input.producedOn ?? scanned?.producedOn
  const expiresOn = input.expiresOn ?? scanned?.expiresOn
  return [
    input.productId &&
      !product &&
      refuse(
        'no-such-product',
        text(
          '产品档案中没有所选产品，请重新选择，或直接填写产品名称。',
          'There is no such product: choose again, or enter its name.',
        ),
        { field: 'productId' },
      ),
    needed &&
      !(input.productId || input.productName || product || scanned?.di) &&
      refuse(
        'product-missing',
        text(
          '请选择产品、扫描 UDI，或填写产品名称；不知道型号和批号可以先空着。',
          'Choose the product, scan its UDI, or enter its name; model and lot may stay empty for now.',
        ),
        { field: 'productId' },
      ),
    lot &&
      product &&
      lot.productId !== product.id &&
      refuse(
        'lot-of-another-product',
        text(
          `批号 ${lot.lotNo} 不属于“${product.name}”，请核对产品和批号。`,
          `Lot ${lot.lotNo} does not belong to ${product.name}: check both.`,
        ),
        { field: 'lotId' },
      ),
    input.productId &&
      product?.udiDi &&
      scanned?.di &&
      storedDi(scanned.di) !== storedDi(product.udiDi) &&
      refuse(
        'udi-of-another-product',
        text(
          `扫描的 UDI 不是“${product.name} ${product.model}”的，请核对产品或重新扫描。`,
          `The UDI is not that of ${product.name} ${product.model}: check the product or scan again.`,
        ),
        { field: 'udi' },
      ),
    producedOn &&
      expiresOn &&
      expiresOn < producedOn &&
      refuse(
        'expires-before-produced',
        text('有效期早于生产日期，请核对标签。', 'The expiry lies before the production: check the label.'),
        { field: 'expiresOn' },
      ),
  ]
}

/** What is complained about: typed values first, then the scan, then the product's and lot's files; nothing known is blanked. */
export function deviceOf(input: DeviceEntered, { product, lot }: FoundDevice, now: Instant): Device {
  const scanned = readUdi(input.udi, now) ?? {}
  const { values } = fillFromUdi(
    { lot: input.lotNo ?? lot?.lotNo, serial: input.serial, producedOn: input.producedOn, expiresOn: input.expiresOn },
    scanned,
  )
  return {
    productId: product?.id ?? null,
    productName: product?.name ?? input.productName ?? null,
    model: product?.model ?? input.model ?? null,
    spec: product?.spec || null,
    registrationNo: product?.registrationNo ?? input.registrationNo ?? null,
    deviceClass: product?.deviceClass ?? null,
    unit: product?.unit ?? null,
    manufacturerId: product?.manufacturerId ?? null,
    manufacturerName: product?.manufacturerName ?? null,
    isImplant: product?.isImplant ?? null,
    lotId: lot?.id ?? null,
    lotNo: values.lot ?? null,
    serial: values.serial ?? null,
    udi: input.udi ?? null,
    udiDi: product?.udiDi ?? (scanned.di ? storedDi(scanned.di) : null),
    producedOn: values.producedOn ?? lot?.producedOn ?? null,
    expiresOn: values.expiresOn ?? lot?.expiresOn ?? null,
  }
}
