import { readAhm } from './udi/ahm.ts'
import { readBracketed, readElementString, readGtin, readLink } from './udi/gs1.ts'
import { readHibc } from './udi/hibc.ts'
import { readIccbba } from './udi/iccbba.ts'
import { readMa } from './udi/ma.ts'
import {
  type AgencyReading,
  allDigits,
  quoted,
  type UdiFields,
  type UdiRead,
  type UdiRefused,
  unread,
} from './udi/reading.ts'
import { GS1_SYMBOLOGIES, LONGEST, scanText, separated } from './udi/scan-text.ts'

export type { UdiAgency, UdiFields, UdiRead, UdiRefused } from './udi/reading.ts'

/**
 * Reads a scanned, pasted or typed UDI: GS1 (element string with or without FNC1, printed brackets, AIM prefixes, links,
 * bare GTIN), HIBCC, ICCBBA, MA and AHM. Never throws; long or hostile texts are refused at once, and the work is linear in the length.
 * @param year the present year, for the century of two-digit years; steps that must be pure pass the year of their `now`
 */
export function parseUdi(raw: string, year: number = new Date().getUTCFullYear()): UdiRead | UdiRefused {
  if (raw.length > LONGEST) {
    return unread(
      `内容过长（${raw.length} 个字符），不是一个 UDI。请只粘贴一个编码。`,
      `The text is too long (${raw.length} characters) to be one UDI. Paste a single code.`,
    )
  }
  const result = reading(raw, year)
  return result.ok ? { ...result, raw } : result
}

function reading(raw: string, year: number): AgencyReading {
  const { text, symbology } = scanText(raw)
  if (text === '') return nothing()
  const upper = text.slice(0, 8).toUpperCase()
  if (upper.startsWith('MA.')) return readMa(text, year)
  if (upper.startsWith('AHM')) return readAhm(text, year)
  if (upper.startsWith('HTTP://') || upper.startsWith('HTTPS://')) return readAddress(text, year)
  if (text.startsWith('+') || text.startsWith('*+')) return readHibc(text, year)
  if (text.startsWith('=')) return readIccbba(text)
  return readGs1(separated(text), symbology, year)
}

const nothing = (): UdiRefused => unread('没有内容。请扫描或粘贴 UDI。', 'Nothing was entered. Scan or paste a UDI.')

function readGs1(text: string, symbology: string | null, year: number): AgencyReading {
  if (text === '') return nothing()
  if (text.startsWith('(')) return readBracketed(text, year)
  if (text.startsWith('[')) return readBracketed(text.replaceAll('[', '(').replaceAll(']', ')'), year)
  const announced = symbology !== null && GS1_SYMBOLOGIES.includes(symbology)
  const digits = text.replaceAll(' ', '').replaceAll('-', '')
  if (!announced && allDigits(digits)) {
    if ([8, 12, 13, 14].includes(digits.length)) return readGtin(digits)
    if (digits.length === 20 && digits.startsWith('8')) {
      return unread(
        '这是 20 位药品追溯码，不是医疗器械 UDI。请扫描器械标签上的 UDI。',
        'This is a 20-digit medicine trace code, not a device UDI. Scan the UDI on the label of the device.',
      )
    }
  }
  if (!announced && !startsLikeGs1(text)) {
    return unread(
      `“${quoted(text)}”不是可识别的 UDI（GS1、HIBCC、ICCBBA、MA 或 AHM）。请扫描标签上的 UDI 条码，或输入带括号的编码。`,
      `“${quoted(text)}” is not a UDI that can be read (GS1, HIBCC, ICCBBA, MA or AHM). Scan the UDI barcode on the label, or type the code with brackets.`,
    )
  }
  return readElementString(text, year)
}

/** Two digits at the beginning are the least that a GS1 element string has. */
const startsLikeGs1 = (text: string): boolean => allDigits(text.slice(0, 2)) && text.length > 4

/** A web address that carries a UDI: an MA code in its path or query, or a GS1 link. */
function readAddress(text: string, year: number): AgencyReading {
  const at = text.toUpperCase().indexOf('MA.156.')
  if (at > 0) {
    const code = text.slice(at)
    const end = Array.from(code).findIndex(char => '/?&#'.includes(char))
    return readMa(end < 0 ? code : code.slice(0, end), year)
  }
  return (
    readLink(text, year) ??
    unread(
      '这是一个网址，其中没有 UDI。请扫描标签上的 UDI 条码。',
      'This is a web address without a UDI in it. Scan the UDI barcode on the label.',
    )
  )
}

/** Fields of a record that a scan can fill. */
export type UdiField = 'di' | 'lot' | 'serial' | 'producedOn' | 'expiresOn'

/** What a record knows already; absent, null and empty all mean unknown. */
export type UdiKnown = { readonly [Field in UdiField]?: string | null }

/** A field where the record and the scan disagree. The record's value is kept until a person decides. */
export interface UdiConflict {
  readonly field: UdiField
  readonly was: string
  readonly scanned: string
}

/** Result of {@link fillFromUdi}. */
export interface UdiFilled {
  /** The known values, with the scanned ones where nothing was known. */
  readonly values: { readonly [Field in UdiField]?: string }
  /** Fields that the scan added. */
  readonly added: readonly UdiField[]
  readonly conflicts: readonly UdiConflict[]
}

const FIELDS: readonly UdiField[] = ['di', 'lot', 'serial', 'producedOn', 'expiresOn']

/**
 * Adds what a scan says to what is known. A known value is never blanked and never replaced: where both differ, the known
 * one stays and the difference is reported. Takes a reading, or the `production` fields of a refused second barcode.
 */
export function fillFromUdi(known: UdiKnown, scanned: UdiFields): UdiFilled {
  const values: { [Field in UdiField]?: string } = {}
  const added: UdiField[] = []
  const conflicts: UdiConflict[] = []
  for (const field of FIELDS) {
    const was = known[field]?.trim()
    const now = scanned[field]
    if (was) {
      values[field] = was
      if (now !== undefined && !sameValue(field, was, now)) conflicts.push({ field, was, scanned: now })
    } else if (now !== undefined) {
      values[field] = now
      added.push(field)
    }
  }
  return { values, added, conflicts }
}

const sameValue = (field: UdiField, was: string, scanned: string): boolean =>
  field === 'di' ? storedDi(was) === storedDi(scanned) : was === scanned

/** The form in which device identifiers are stored and compared: a GTIN of any length as 14 digits, others trimmed. */
export function storedDi(di: string): string {
  const plain = di.normalize('NFKC').trim()
  return [8, 12, 13].includes(plain.length) && allDigits(plain) ? plain.padStart(14, '0') : plain
}
