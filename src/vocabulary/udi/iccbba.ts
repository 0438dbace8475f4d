import type { Text } from '../../kernel/text.ts'
import { dayOfYear } from './label-date.ts'
import { type AgencyReading, allDigits, quoted, type UdiFields, unread } from './reading.ts'

/*
 * ICCBBA codes (ISBT 128), on devices that contain human tissue:
 *   =/<processor 5, facility 6, product 5>[=,<serial 6>][==<donation 13 + 2>][=>cyyjjj expiry][=}cyyjjj production][&,1<lot 18>]
 * Parts follow one another without separators; each is told by its first two characters (the donation by `=` and a letter
 * or digit). Public: FDA, UDI formats by issuing agency.
 */

/** Data identifiers with the length of what follows. */
const PARTS: readonly { readonly at: string; readonly length: number; readonly field: keyof UdiFields | null }[] = [
  { at: '=/', length: 16, field: 'di' },
  { at: '=,', length: 6, field: 'serial' },
  { at: '=>', length: 6, field: 'expiresOn' },
  { at: '=}', length: 6, field: 'producedOn' },
  { at: '&,1', length: 18, field: 'lot' },
]
/** Donation identification number with its two flag characters, behind a single `=`. */
const DONATION = 15

/** Reads an ISBT 128 code that begins with `=`. */
export function readIccbba(text: string): AgencyReading {
  const values: Record<string, string> = {}
  let at = 0
  while (at < text.length) {
    const part = PARTS.find(item => text.startsWith(item.at, at))
    const from = part ? at + part.at.length : at + 1
    const to = from + (part ? part.length : DONATION)
    const value = text.slice(from, to)
    if ((!part && text[at] !== '=') || value.length < to - from || !/^[0-9A-Za-z]+$/.test(value))
      return broken(text, at)
    if (part?.field === 'expiresOn' || part?.field === 'producedOn') {
      const day = dayOf(value)
      if (!day) return broken(text, at)
      values[part.field] = day
    } else if (part?.field) values[part.field] = value
    at = to
  }
  const { di, ...production } = values
  // Lots are filled up with zeros to eighteen characters.
  if (production.lot) production.lot = production.lot.replace(/^0+(?=.)/, '')
  if (!di)
    return {
      ...unread(
        '这个 ICCBBA 编码里没有产品标识（=/…）。请扫描标签上完整的条码，或选择产品。',
        'This ICCBBA code carries no device identifier (=/…). Scan the whole code of the label, or choose the product.',
      ),
      ...(Object.keys(production).length > 0 && { production }),
    }
  return { ok: true, agency: 'ICCBBA', di, ...production, warnings: [COMPARE] }
}

const COMPARE: Text = {
  zh: 'ICCBBA 编码较少见，请把批号、序列号与标签核对。',
  en: 'ICCBBA codes are rare: compare lot and serial number with the label.',
}

const broken = (text: string, at: number): AgencyReading =>
  unread(
    `ICCBBA 编码在“${quoted(text.slice(at, at + 8))}”处不完整或有误。请重新扫描，或手工选择产品并录入批号。`,
    `The ICCBBA code is cut off or wrong at “${quoted(text.slice(at, at + 8))}”. Scan again, or choose the product and enter the lot by hand.`,
  )

/** `cyyjjj`: the last three digits of the year and the day of the year; 9yy are the years 1900 to 1999. */
function dayOf(value: string): string | null {
  if (!allDigits(value)) return null
  const year = Number(value.slice(0, 3))
  return dayOfYear(year >= 900 ? 1000 + year : 2000 + year, Number(value.slice(3)))
}
