/** Group separator, what a scanner sends for FNC1 between two fields. */
export const GS = '\u001d'

/** Longest text taken; a UDI on a label stays below 200 characters. */
export const LONGEST = 1000

/** What scanners and copied texts put in the place of FNC1. `^`, `|` and `~` cannot occur in GS1 values. */
const SEPARATORS = [
  '\u241d',
  '<GS>',
  '{GS}',
  '[GS]',
  '<FNC1>',
  '{FNC1}',
  '[FNC1]',
  '\\x1d',
  '\\u001d',
  '^',
  '|',
  '~1',
  '~',
]
const BRACKETS: Readonly<Record<string, string>> = { '【': '(', '】': ')', '〔': '(', '〕': ')' }

const invisible = (char: string): boolean =>
  char === '\u0000' || char === '\ufeff' || char === '\u00ad' || (char >= '\u200b' && char <= '\u200f')
const blank = (char: string): boolean => char <= ' ' || char === '\u007f'

/** A scanned text, cleaned. */
export interface ScanText {
  /** No invisible characters, nothing blank at either end; line breaks inside are {@link GS}. May hold spaces. */
  readonly text: string
  /** The three characters by which the scanner names the symbology (AIM), without `]`: `d2`, `C1`; or null. */
  readonly symbology: string | null
}

/** Symbologies that announce GS1 data: GS1-128, DataBar, GS1 DataMatrix, GS1 QR, GS1 DotCode. */
export const GS1_SYMBOLOGIES: readonly string[] = ['C1', 'e0', 'e1', 'e2', 'd2', 'Q3', 'J1']

/**
 * Takes a scanned or pasted text to one plain form: full-width characters to ASCII (NFKC), line breaks and tabs inside to
 * {@link GS}, label words such as `UDI：` and the AIM prefix cut off.
 * Linear in the length, which the caller has limited to {@link LONGEST}.
 */
export function scanText(raw: string): ScanText {
  let text = Array.from(raw.normalize('NFKC'), char => (invisible(char) ? '' : (BRACKETS[char] ?? char))).join('')
  text = trimBlank(text)
  const colon = text.indexOf(':')
  if (text.slice(0, 3).toUpperCase() === 'UDI' && colon > 0 && colon < 12) text = trimBlank(text.slice(colon + 1))
  let symbology: string | null = null
  if (text.startsWith(']') && text.length > 3) {
    symbology = text.slice(1, 3)
    text = text.slice(3)
  }
  text = text.replaceAll('\r\n', GS).replaceAll('\n', GS).replaceAll('\r', GS).replaceAll('\t', GS)
  return { text: trimBlank(text), symbology }
}

/** Puts {@link GS} where a scanner or a person wrote something else for FNC1. For GS1 texts only. */
export function separated(text: string): string {
  let plain = text
  for (const separator of SEPARATORS) plain = plain.replaceAll(separator, GS)
  return trimBlank(plain)
}

function trimBlank(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && blank(text[from] as string)) from++
  while (to > from && blank(text[to - 1] as string)) to--
  return text.slice(from, to)
}
