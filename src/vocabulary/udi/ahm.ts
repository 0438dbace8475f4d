import type { Text } from '../../kernel/text.ts'
import { labelDate } from './label-date.ts'
import { type AgencyReading, allDigits, quoted, unread } from './reading.ts'

/*
 * AHM codes of 阿里健康. Public: the device identifier is company code + product code, the production part consists of
 * BN lot, SN serial number, MD production date, BD best-before date, ED expiry date. The exact writing is not published
 * (fewer than a hundred products use it), so this is assumed: prefix AHM, then the identifier, then the parts, each by
 * its two letters, in brackets or after any separator. Every reading asks for a comparison with the label.
 */

const PARTS: Readonly<Record<string, Text>> = {
  BN: { zh: '批号', en: 'lot' },
  SN: { zh: '序列号', en: 'serial number' },
  MD: { zh: '生产日期', en: 'production date' },
  BD: { zh: '保质日期', en: 'best-before date' },
  ED: { zh: '有效日期', en: 'expiry date' },
}
const DATES = ['MD', 'BD', 'ED']
const SEPARATORS = new Set(Array.from('().,;:/&=_ \u001d'))

/** Splits at separators without a pattern, so that no input is slow. */
function tokens(text: string): string[] {
  const found: string[] = ['']
  for (const char of text) {
    if (SEPARATORS.has(char)) found.push('')
    else found[found.length - 1] += char
  }
  return found.filter(token => token !== '')
}

/** Reads an AHM code that begins with `AHM` in either case. */
export function readAhm(text: string, year: number): AgencyReading {
  const pieces: string[] = []
  for (const token of tokens(text.slice(3))) {
    // "123456BN…" without a separator: the identifier is the digits before the first part.
    const digits = Array.from(token).findIndex(char => !allDigits(char))
    if (pieces.length === 0 && digits > 0 && PARTS[token.slice(digits, digits + 2).toUpperCase()])
      pieces.push(token.slice(0, digits), token.slice(digits))
    else pieces.push(token)
  }
  const start = pieces.findIndex(piece => PARTS[piece.slice(0, 2).toUpperCase()])
  const identifier = pieces.slice(0, start < 0 ? pieces.length : start).join('.')
  if (identifier.length < 6 || identifier.length > 64 || !/^[0-9A-Za-z.-]+$/.test(identifier)) {
    return unread(
      `AHM 编码应以 AHM 加企业代码和产品代码开头，“${quoted(text)}”不完整或有误。请重新扫描，或手工录入批号和序列号。`,
      `An AHM code begins with AHM, company code and product code; “${quoted(text)}” is cut off or wrong. Scan again, or enter lot and serial number by hand.`,
    )
  }
  const values = new Map<string, string>()
  const parts = start < 0 ? [] : pieces.slice(start)
  for (let at = 0; at < parts.length; at++) {
    const piece = parts[at] ?? ''
    const label = piece.slice(0, 2).toUpperCase()
    const title = PARTS[label]
    const value = piece.length > 2 ? piece.slice(2) : (parts[++at] ?? '')
    if (!title || !value || value.length > 64 || values.has(label)) {
      return unread(
        `AHM 编码中“${quoted(piece)}”处无法识别（BN 批号、SN 序列号、MD 生产日期、ED 有效日期）。请手工录入这些内容。`,
        `“${quoted(piece)}” in the AHM code is not understood (BN lot, SN serial, MD produced, ED expiry). Enter these by hand.`,
      )
    }
    if (DATES.includes(label) && !labelDate(value, year)) {
      return unread(
        `${title.zh}“${quoted(value)}”不是有效日期。请重新扫描，或与标签核对。`,
        `The ${title.en} “${quoted(value)}” is not a date. Scan again, or compare with the label.`,
      )
    }
    values.set(label, value)
  }
  const day = (digits: string | undefined): string | null => (digits === undefined ? null : labelDate(digits, year))
  const lot = values.get('BN')
  const serial = values.get('SN')
  const producedOn = day(values.get('MD'))
  const expiresOn = day(values.get('ED') ?? values.get('BD'))
  return {
    ok: true,
    agency: 'AHM',
    di: `AHM.${identifier}`,
    ...(lot === undefined ? {} : { lot }),
    ...(serial === undefined ? {} : { serial }),
    ...(producedOn === null ? {} : { producedOn }),
    ...(expiresOn === null ? {} : { expiresOn }),
    warnings: [
      {
        zh: 'AHM 编码的格式未公开，读出的内容请与标签核对。',
        en: 'The format of AHM codes is not published; compare what was read with the label.',
      },
    ],
  }
}
