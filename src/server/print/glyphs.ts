/**
 * Which characters a TrueType font can show, read from its `cmap` table (formats 4 and 12).
 * PDF/A forbids text without a glyph, and evidence forbids dropping it: what the font lacks is printed as its code.
 */
export function coverage(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableAt(font, 'cmap')
  const ranges: [number, number][] = []
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) ranges.push(...segments(font, subtable))
    if (format === 12) ranges.push(...groups(font, subtable))
  }
  ranges.sort((a, b) => a[0] - b[0])
  return codePoint => {
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const [first, last] = ranges[middle] as [number, number]
      if (codePoint < first) high = middle - 1
      else if (codePoint > last) low = middle + 1
      else return true
    }
    return false
  }
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`The font has no ${tag} table`)
}

/** Format 4: segments of the basic plane; a character that maps to glyph 0 is not covered. */
function* segments(font: Buffer, at: number): Generator<[number, number]> {
  const count = font.readUInt16BE(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + count * 2]
  const [deltas, offsets] = [starts + count * 2, starts + count * 4]
  for (let i = 0; i < count; i++) {
    const [first, last] = [font.readUInt16BE(starts + i * 2), font.readUInt16BE(ends + i * 2)]
    const delta = font.readUInt16BE(deltas + i * 2)
    const offset = font.readUInt16BE(offsets + i * 2)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const indirect = offset === 0 ? code : font.readUInt16BE(offsets + i * 2 + offset + (code - first) * 2)
      if (indirect !== 0 && (indirect + delta) % 0x10000 !== 0) yield [code, code]
    }
  }
}

/** Format 12: groups over all planes. */
function* groups(font: Buffer, at: number): Generator<[number, number]> {
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12
    const first = font.readUInt32BE(group) + (font.readUInt32BE(group + 8) === 0 ? 1 : 0)
    if (first <= font.readUInt32BE(group + 4)) yield [first, font.readUInt32BE(group + 4)]
  }
}

// Invisible and direction-changing characters: they shape nothing in this font, and could make print and record differ.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const SPACES = /[\t\u2000-\u200a\u202f\u205f]/g

/**
 * Text as this font can print it: control characters leave, a character without glyph becomes `〔U+1F600〕`.
 * Nothing visible is lost or replaced by a look-alike.
 */
export function printable(value: string, covers: (codePoint: number) => boolean): string {
  const plain = value
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, '')
    .replaceAll(SPACES, ' ')
    .replaceAll(/\P{M}\p{M}+/gu, sequence => sequence.normalize('NFC'))
  let result = ''
  for (const character of plain) {
    const code = character.codePointAt(0) as number
    if (character === '\n' || (code >= 0x20 && code !== 0x7f && covers(code))) result += character
    else if (code >= 0x20 && (code < 0x7f || code > 0x9f))
      result += `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
  }
  return result
}

/** The same JSON with every string made {@link printable}. Keys are ours and stay. */
export function printableJson(value: unknown, covers: (codePoint: number) => boolean): unknown {
  if (typeof value === 'string') return printable(value, covers)
  if (Array.isArray(value)) return value.map(item => printableJson(item, covers))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableJson(item, covers)]))
}
