import type { Text } from '../../kernel/text.ts'
import { labelDate } from './label-date.ts'
import { type AgencyReading, allDigits, quoted, unread } from './reading.ts'

/*
 * MA codes (IDcode) of 中关村工信二维码技术研究院:
 *   MA.156.M0.100204.13351764.S<serial>.M<produced>.L<lot>.D<sterilised>.E<expiry>.V<valid until>.C<check>
 * Public and used here: agency MA, country (3 digits), sector (M0 = medical devices), company, product (package code 1,
 * item code, check 1), parts in any order by their letter, dates of 6 or 8 digits; Y is the medical-insurance code.
 * Assumed: item codes longer than 6 exist (seen on labels), `P` is the production date of an earlier edition.
 * The check rule is not published; the one below agrees with the codes in use that were found (five identifiers and four
 * PI parts), while one older example disagrees. It therefore warns and never refuses.
 */

const SEGMENT: Readonly<Record<string, Text>> = {
  L: { zh: '批号', en: 'lot' },
  S: { zh: '序列号', en: 'serial number' },
  M: { zh: '生产日期', en: 'production date' },
  P: { zh: '生产日期', en: 'production date' },
  E: { zh: '失效日期', en: 'expiry date' },
  V: { zh: '有效期', en: 'valid-until date' },
  D: { zh: '灭菌批号', en: 'sterilisation lot' },
  Y: { zh: '医保编码', en: 'medical-insurance code' },
  C: { zh: '校验码', en: 'check digit' },
}
const DATES = 'MPEV'

/** Value of a character in the check rule: digits 0–9, A–Z from 10, a–g from 36, h–z from 45, signs from 64. */
function weight(char: string): number {
  if (char >= '0' && char <= '9') return char.charCodeAt(0) - 48
  if (char >= 'A' && char <= 'Z') return char.charCodeAt(0) - 55
  if (char >= 'a' && char <= 'g') return char.charCodeAt(0) - 61
  if (char >= 'h' && char <= 'z') return char.charCodeAt(0) - 59
  return 64 + '-.@$,*+%/#!^~'.indexOf(char)
}

/** Check digit of a text: the values of its characters are written one after another, then modulo 10 with doubling. */
export function maCheckDigit(text: string): string {
  const digits = Array.from(text, weight).join('')
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

const printable = (text: string): boolean => Array.from(text).every(char => char > ' ' && char < '\u007f')

/** Reads an MA code that begins with `MA.` in either case. */
export function readMa(text: string, year: number): AgencyReading {
  const [, country = '', sector = '', company = '', product = '', ...parts] = text.split('.')
  const head = { zh: 'MA 编码应为 MA.156.M0.企业代码.产品代码', en: 'An MA code is MA.156.M0.company.product' }
  if (!product || !company) {
    return unread(
      `${head.zh}，读到的“${quoted(text)}”不完整。请重新扫描整个二维码。`,
      `${head.en}; “${quoted(text)}” is cut off. Scan the whole code again.`,
    )
  }
  const di = `MA.${country}.${sector.toUpperCase()}.${company}.${product}`
  if (
    country.length !== 3 ||
    !allDigits(country) ||
    sector.length !== 2 ||
    product.length < 3 ||
    !printable(text) ||
    parts.length > 12
  ) {
    return unread(
      `${head.zh}，“${quoted(text)}”不符合。请重新扫描，或与标签逐位核对。`,
      `${head.en}; “${quoted(text)}” does not fit. Scan again, or compare with the label character by character.`,
    )
  }
  const warnings: Text[] = []
  if (sector.toUpperCase() !== 'M0')
    warnings.push({
      zh: `行业代码 ${sector} 不是医疗器械（M0）。`,
      en: `Sector ${sector} is not medical devices (M0).`,
    })
  if (maCheckDigit(di.slice(0, -1)) !== di.at(-1))
    warnings.push({
      zh: '产品标识的校验码与推算不符，请与标签逐位核对。',
      en: 'The check digit of the device identifier does not agree; compare with the label character by character.',
    })

  const values = new Map<string, string>()
  let passed = ''
  for (const part of parts) {
    const letter = part.slice(0, 1).toUpperCase()
    const value = part.slice(1)
    const title = SEGMENT[letter]
    if (!title || !value || value.length > 64) {
      return unread(
        `“.${quoted(part)}”不是已知的 MA 生产标识段（L 批号、S 序列号、M 生产日期、E 失效日期、V 有效期）。请重新扫描。`,
        `“.${quoted(part)}” is not a known part of an MA code (L lot, S serial, M produced, E expiry, V valid until). Scan again.`,
      )
    }
    if (DATES.includes(letter) && !labelDate(value, year)) {
      return unread(
        `${title.zh}“${quoted(value)}”不是有效日期（应为 6 位或 8 位数字）。请重新扫描，或与标签核对。`,
        `The ${title.en} “${quoted(value)}” is not a date (6 or 8 digits). Scan again, or compare with the label.`,
      )
    }
    if (letter === 'C' && maCheckDigit(passed) !== value)
      warnings.push({
        zh: '生产标识的校验码与推算不符，请核对批号、序列号和日期。',
        en: 'The check digit of lot, serial and dates does not agree; compare them with the label.',
      })
    if (values.has(letter) && values.get(letter) !== value) {
      return unread(
        `编码中有两个不同的${title.zh}。请一次只扫描一件产品。`,
        `The code has two different values of ${title.en}. Scan one item at a time.`,
      )
    }
    values.set(letter, value)
    passed += `.${part}`
  }
  const day = (...letters: string[]): string | undefined => {
    const digits = letters.map(letter => values.get(letter)).find(found => found !== undefined)
    return digits === undefined ? undefined : (labelDate(digits, year) ?? undefined)
  }
  const producedOn = day('M', 'P')
  const expiresOn = day('V', 'E')
  const lot = values.get('L')
  const serial = values.get('S')
  const level = product.slice(0, 1)
  return {
    ok: true,
    agency: 'MA',
    di,
    ...(lot === undefined ? {} : { lot }),
    ...(serial === undefined ? {} : { serial }),
    ...(producedOn === undefined ? {} : { producedOn }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(allDigits(level) ? { packageLevel: Number(level) } : {}),
    warnings,
  }
}
