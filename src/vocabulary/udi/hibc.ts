import type { Day } from '../../kernel/time.ts'
import { labelDate, ordinalDate } from './label-date.ts'
import { type AgencyReading, allDigits, quoted, type UdiFields, unread } from './reading.ts'

/*
 * HIBC codes (ANSI/HIBC 2.6, Supplier Labeling Standard):
 *   +<labeler 4><product 1–18><package 0–9>[/<data>][/S<serial>][/16D<produced>][/14D<expiry>]<check>
 * where <data> is $$<date flag><date><lot>, $$+…<serial>, $<lot>, $+<serial> or <YYJJJ><lot>. The second barcode of a label
 * begins with + and the data, and ends with the check character of the first barcode and its own.
 */

const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

/** Check character over everything before it, the leading `+` included. */
export function hibcCheck(text: string): string {
  let sum = 0
  for (const char of text) sum += VALUES.indexOf(char)
  return VALUES[sum % 43] ?? ''
}

/** Length of the date behind each flag, and how it is written. */
const DATE_FLAGS: Readonly<
  Record<string, { readonly length: number; readonly read: (d: string, year: number) => Day | null }>
> = {
  '2': { length: 6, read: (d, year) => labelDate(d.slice(4) + d.slice(0, 4), year) },
  '3': { length: 6, read: labelDate },
  '4': { length: 8, read: (d, year) => labelDate(d.slice(0, 6), year) },
  '5': { length: 5, read: ordinalDate },
  '6': { length: 7, read: (d, year) => ordinalDate(d.slice(0, 5), year) },
}

/** Reads an HIBC code that begins with `+`. */
export function readHibc(raw: string, year: number): AgencyReading {
  const text = raw.replace(/^\*|\*$/g, '').toUpperCase()
  const strange = Array.from(text).find(char => !VALUES.includes(char))
  if (strange !== undefined)
    return unread(
      `HIBC 编码中不能有“${quoted(strange)}”。请重新扫描。`,
      `An HIBC code cannot hold “${quoted(strange)}”. Scan again.`,
    )
  const body = checked(text)
  if (body === null)
    return unread(
      `HIBC 编码“${quoted(text)}”的校验码不符。请重新扫描，或与标签逐位核对。`,
      `The check character of the HIBC code “${quoted(text)}” does not agree. Scan again, or compare with the label.`,
    )
  const [primary = '', ...parts] = body.slice(1).split('/')
  // The second barcode of a label: production data, closed by the check character of the first.
  if (!/^[A-Z][A-Z0-9]{3}/.test(primary)) {
    const production = productionOf([primary.slice(0, -1), ...parts], year)
    return production && Object.keys(production).length > 0
      ? { ...unread(SECOND.zh, SECOND.en), production }
      : unread(SECOND.zh, SECOND.en)
  }
  if (!/^[A-Z][A-Z0-9]{4,21}[0-9]$/.test(primary))
    return unread(
      `HIBC 编码应为 + 厂商代码（4 位）、产品代码和包装级别，“${quoted(primary)}”不符合。请重新扫描。`,
      `An HIBC code is + labeler (4), product and package level; “${quoted(primary)}” does not fit. Scan again.`,
    )
  const production = productionOf(parts, year)
  if (!production)
    return unread(
      `HIBC 编码“${quoted(text)}”的批号或日期部分读不出来。请重新扫描，或手工录入批号和有效期。`,
      `Lot or date of the HIBC code “${quoted(text)}” cannot be read. Scan again, or enter lot and expiry by hand.`,
    )
  return {
    ok: true,
    agency: 'HIBCC',
    di: primary,
    packageLevel: Number(primary.at(-1)),
    ...production,
    warnings: [],
  }
}

const SECOND = {
  zh: '这是 HIBC 的第二个条码，只有批号、序列号或日期，没有产品标识。请再扫描第一个条码，或选择产品。',
  en: 'This is the second barcode of an HIBC label: lot, serial or dates without a device. Scan the first one too, or choose the product.',
}

/** The text without its check character; null when that does not agree. A blank as check character is lost at the end. */
const checked = (text: string): string | null => {
  if (hibcCheck(text.slice(0, -1)) === text.at(-1)) return text.slice(0, -1)
  return hibcCheck(text) === ' ' ? text : null
}

type Production = Pick<UdiFields, 'lot' | 'serial' | 'producedOn' | 'expiresOn'>

function productionOf(parts: readonly string[], year: number): Production | null {
  let found: Production = {}
  for (const part of parts) {
    const more = partOf(part, year)
    if (!more) return null
    found = { ...found, ...more }
  }
  return found
}

function partOf(part: string, year: number): Production | null {
  if (part.startsWith('$$')) return flagged(part.slice(2), year)
  if (part.startsWith('$')) return named(part.slice(1).startsWith('+') ? 'serial' : 'lot', part.replace(/^\$\+?/, ''))
  if (part.startsWith('16D')) return dated('producedOn', labelDate(part.slice(3), year))
  if (part.startsWith('14D')) return dated('expiresOn', labelDate(part.slice(3), year))
  if (part.startsWith('S')) return named('serial', part.slice(1))
  if (part.startsWith('Q') && allDigits(part.slice(1))) return {}
  if (allDigits(part.slice(0, 5))) {
    const expiry = dated('expiresOn', ordinalDate(part.slice(0, 5), year))
    return expiry && { ...expiry, ...named('lot', part.slice(5)) }
  }
  return null
}

/** `$$` data: perhaps `+` for a serial number, perhaps a quantity (8 and two digits, 9 and five), a date by its flag, then the number. */
function flagged(data: string, year: number): Production | null {
  const field = data.startsWith('+') ? 'serial' : 'lot'
  let rest = field === 'serial' ? data.slice(1) : data
  if (rest.startsWith('8')) rest = rest.slice(3)
  else if (rest.startsWith('9')) rest = rest.slice(6)
  const flag = rest.slice(0, 1)
  if (flag === '7') return named(field, rest.slice(1))
  if (flag === '0' || flag === '1') {
    const expiry = dated('expiresOn', labelDate(`${rest.slice(2, 4)}${rest.slice(0, 2)}00`, year))
    return expiry && { ...expiry, ...named(field, rest.slice(4)) }
  }
  const format = DATE_FLAGS[flag]
  if (!format) return null
  const expiry = dated('expiresOn', format.read(rest.slice(1, 1 + format.length), year))
  return expiry && { ...expiry, ...named(field, rest.slice(1 + format.length)) }
}

const named = (field: 'lot' | 'serial', value: string): Production => (value === '' ? {} : { [field]: value })

const dated = (field: 'producedOn' | 'expiresOn', day: Day | null): Production | null => (day ? { [field]: day } : null)
