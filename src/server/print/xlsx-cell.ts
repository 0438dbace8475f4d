import { Temporal } from 'temporal-polyfill'
import type { Zone } from '../../kernel/time.ts'

/** A column of a sheet. */
export interface XlsxColumn {
  readonly key: string
  readonly title: string
  readonly kind: 'text' | 'number' | 'instant' | 'day'
  /** In characters. */
  readonly width: number
}

/** A value of a row; an instant as UTC text, a day as `YYYY-MM-DD`. */
export type XlsxValue = string | number | boolean | null | undefined

/** Rows of one sheet, the header included. */
export const EXCEL_ROWS = 1_048_576

/** Characters that Excel allows in one cell. */
const CELL_LENGTH = 32_767
const CUT = '…（此处截断，全文见记录 cut here, see the record）'

/** Cell formats, in the order of `cellXfs` in the style part. */
export const STYLE = { plain: 0, header: 1, instant: 2, day: 3, quoted: 4, text: 5 } as const

// Excel's day 60 is a 29 February 1900 that never was: dates before March 1900 stay text.
const EPOCH_DAYS = 25_569
const FIRST_SERIAL = 61
const DAY_MS = 86_400_000

/** `A`, `B`, … `Z`, `AA`: the name of column number `index`, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

// XML 1.0 has no way to write most control characters; Excel's own escape `_x0041_` in a text must not be taken for one.
const CONTROL = /\p{Cc}|[\ufffe\uffff]/gu
const writable = (control: string): string => (/[\t\n\r\u007f-\u009f]/.test(control) ? control : '\ufffd')
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

// Most cells hold none of these and are written as they are.
const SUSPECT = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x/u

/** Text as XML content or attribute. */
export function xmlText(value: string): string {
  if (!SUSPECT.test(value)) return value
  return value
    .toWellFormed()
    .replaceAll(CONTROL, writable)
    .replaceAll(LOOKS_ESCAPED, '_x005F_')
    .replaceAll(/[&<>"\r]/g, character => MARKUP[character] as string)
}

/** An inline string. One that a spreadsheet could take for a formula when it is edited is marked as quoted. */
export function stringXml(reference: string, value: string, style: number = STYLE.text): string {
  const shown = value.length > CELL_LENGTH ? value.slice(0, CELL_LENGTH - CUT.length) + CUT : value
  const format = style === STYLE.text && /^[=+\-@\t\r]/.test(shown) ? STYLE.quoted : style
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(shown)}</t></is></c>`
}

const numberXml = (reference: string, value: number, style: number): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`

/** A small memory of answers, emptied when it is full: columns of dates repeat themselves. */
function remembered<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>()
  return key => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as Answer
    if (known.size >= 4_096) known.clear()
    const found = answer(key)
    known.set(key, found)
    return found
  }
}

// Offsets from UTC change at full quarters of an hour only; asking the time zone once for each keeps long sheets fast.
const QUARTER = 900_000
const offsetsOf = remembered((zone: Zone) =>
  remembered((quarter: number): number => {
    const moment = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER)
    return moment.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  }),
)

function instantSerial(value: string, zone: Zone): number | null {
  const milliseconds = Date.parse(value)
  if (Number.isNaN(milliseconds)) return null
  return (milliseconds + offsetsOf(zone)(Math.floor(milliseconds / QUARTER))) / DAY_MS + EPOCH_DAYS
}

const daySerial = remembered((value: string): number | null => {
  try {
    return Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(value)).days + EPOCH_DAYS
  } catch {
    return null
  }
})

/** One cell; empty values write nothing, what does not fit its column is written as text. */
export function cellXml(reference: string, kind: XlsxColumn['kind'], value: XlsxValue, zone: Zone): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') {
    return Number.isFinite(value) ? numberXml(reference, value, STYLE.plain) : stringXml(reference, String(value))
  }
  if (typeof value === 'string' && (kind === 'instant' || kind === 'day')) {
    const serial = kind === 'instant' ? instantSerial(value, zone) : daySerial(value)
    if (serial !== null && serial >= FIRST_SERIAL) return numberXml(reference, serial, STYLE[kind])
  }
  return stringXml(reference, String(value))
}
