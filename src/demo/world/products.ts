import type { DeviceClass, ProductRow } from '../../vocabulary/product.ts'
import { checkDigit } from '../../vocabulary/udi/gs1-identifier.ts'
import { maCheckDigit } from '../../vocabulary/udi/ma.ts'
import { namedId } from './chance.ts'
import { type Family, families } from './families.ts'
import { manufacturers } from './makers.ts'
import { productLines } from './product-lines.ts'

/** A product as the demo company enters it, with what the demo story needs to know about it. */
export type DemoProduct = Pick<
  ProductRow,
  | 'id'
  | 'name'
  | 'model'
  | 'spec'
  | 'registrationNo'
  | 'deviceClass'
  | 'udiDi'
  | 'manufacturerId'
  | 'unit'
  | 'isImplant'
  | 'isSterile'
  | 'storage'
> & {
  readonly family: Family
  /** Months from production to the last day of use; null where the label names none. */
  readonly shelfMonths: number | null
  /** Consumers buy it for use at home. */
  readonly homeUse: boolean
}

/** Products of the demo company. */
export const products: readonly DemoProduct[] = productLines
  .trim()
  .split('\n')
  .map((line, index) => {
    const [family, name, model, spec, registrationNo, deviceClass, maker, unit, flags, storage, shelf] = line
      .split('|')
      .map(field => field.trim())
    const made = manufacturers.findIndex(party => maker && party.name.includes(maker))
    if (!family || !Object.hasOwn(families, family) || !name || !model || !registrationNo || !unit || made < 0) {
      throw new Error(`incomplete line: ${line}`)
    }
    const has = (flag: string) => (flags ?? '').includes(flag)
    return {
      id: namedId('product', `${name} ${model} ${spec}`),
      name,
      model,
      spec: spec ?? '',
      registrationNo,
      deviceClass: deviceClass as DeviceClass,
      udiDi: has('m') ? maCode(made, index) : gtin(made, index),
      manufacturerId: (manufacturers[made] as { id: string }).id,
      unit,
      isImplant: has('i'),
      isSterile: has('s'),
      storage: storage ?? '',
      family: family as Family,
      shelfMonths: shelf ? Number(shelf) : null,
      homeUse: has('h'),
    }
  })

// GS1 China prefixes run from 690 to 699; company numbers made of 9s and 0s belong to nobody here.
function gtin(maker: number, index: number): string {
  const body = `06999900${String(maker + 1).padStart(2, '0')}${String(index + 1).padStart(3, '0')}`
  return `${body}${checkDigit(body)}`
}

function maCode(maker: number, index: number): string {
  const body = `MA.156.M0.9999${String(maker + 1).padStart(2, '0')}.1${String(2000 + index)}`
  return `${body}${maCheckDigit(body)}`
}
