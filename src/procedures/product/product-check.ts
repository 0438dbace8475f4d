import { type Refusal, type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { deviceClasses } from '../../vocabulary/product.ts'
import { parseUdi, storedDi } from '../../vocabulary/udi.ts'
import type { ProductDetails } from './product.ts'
import type { FoundMaker } from './queries.ts'
import { classOfRegistration } from './registration-number.ts'

/** What stands against a product as entered. */
export const refuseProduct = (
  input: ProductDetails,
  {
    maker,
    udiTaken,
    packagesTaken,
  }: {
    readonly maker: FoundMaker | null
    readonly udiTaken: string | null
    readonly packagesTaken: readonly { readonly udiDi: string; readonly number: string }[]
  },
  now: Instant,
): Refusals => [
  (!maker?.isManufacturer || maker.state !== 'active') &&
    refuse(
      'maker-unknown',
      text(
        '请选择在用的生产企业；没有时先在“往来单位”中登记。',
        'Choose a manufacturer that is in use; if it is missing, first register it as a party.',
      ),
      { field: 'manufacturerId' },
    ),
  refuseClass(input),
  refuseUdi(input.udiDi, now, 'udiDi'),
  ...refusePackages(input, packagesTaken, now),
  input.temperatureFrom !== null &&
    input.temperatureTo !== null &&
    input.temperatureFrom > input.temperatureTo &&
    refuse(
      'temperature-reversed',
      text('储存温度下限高于上限，请核对。', 'The lower bound of temperature is above the upper one: check them.'),
      { field: 'temperatureFrom' },
    ),
  udiTaken !== null &&
    refuse(
      'udi-taken',
      text(
        `该 UDI-DI 已属于产品 ${udiTaken}，请核对包装。`,
        `This UDI-DI belongs to product ${udiTaken}: check the package.`,
      ),
      { field: 'udiDi', clause: 'PD-udi' },
    ),
]

function refuseClass({ registrationNo, deviceClass }: ProductDetails): Refusal | false {
  const stated = classOfRegistration(registrationNo)
  return (
    stated !== null &&
    stated !== deviceClass &&
    refuse(
      'class-differs',
      text(
        `注册证编号表明是${deviceClasses[stated].zh}，与所选类别不符，请核对。`,
        `The registration number says ${deviceClasses[stated].en}: check number and class.`,
      ),
      { field: 'deviceClass', clause: 'PD-registration' },
    )
  )
}

/** Each package has a device identifier of its own, if any: not the unit's, not another package's, not another product's. */
function refusePackages(
  { udiDi, packages }: ProductDetails,
  taken: readonly { readonly udiDi: string; readonly number: string }[],
  now: Instant,
): Refusals {
  const seen = new Set(udiDi === null ? [] : [storedDi(udiDi)])
  return packages.flatMap((level, index) => {
    if (level.udiDi === null) return []
    const field = `packages.${index}.udiDi`
    const unreadable = refuseUdi(level.udiDi, now, field)
    if (unreadable) return [unreadable]
    const di = storedDi(level.udiDi)
    const other = taken.find(item => item.udiDi === di)
    const doubled = seen.has(di)
    seen.add(di)
    return [
      doubled &&
        refuse(
          'udi-twice',
          text(
            '同一 UDI-DI 不能用于两级包装，请核对每级包装上的标识。',
            'Two levels of packing cannot share a UDI-DI: check the code on each.',
          ),
          { field, clause: 'PD-udi' },
        ),
      other !== undefined &&
        refuse(
          'udi-taken',
          text(
            `该 UDI-DI 已属于产品 ${other.number}，请核对包装。`,
            `This UDI-DI belongs to product ${other.number}: check the package.`,
          ),
          { field, clause: 'PD-udi' },
        ),
    ]
  })
}

function refuseUdi(udiDi: string | null, now: Instant, field: string): Refusal | false {
  if (udiDi === null) return false
  const read = parseUdi(udiDi, Number(now.slice(0, 4)))
  if (!read.ok) return refuse('udi-unreadable', read.sentence, { field, clause: 'PD-udi' })
  return (
    (read.lot !== undefined || read.serial !== undefined || read.expiresOn !== undefined) &&
    refuse(
      'udi-with-production',
      text(
        '这里只填产品标识（UDI-DI）；批号、序列号和有效期属于批次，请去掉。',
        'Only the device identifier belongs here; lot, serial number and dates belong to a lot: leave them out.',
      ),
      { field, clause: 'PD-udi' },
    )
  )
}
