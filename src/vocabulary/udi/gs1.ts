import type { Text } from '../../kernel/text.ts'
import { checkDigit, foreignCharacter, IDENTIFIER_TITLE, identifier, identifierAt } from './gs1-identifier.ts'
import { labelDate } from './label-date.ts'
import { type AgencyReading, allDigits, quoted, type UdiFields, type UdiRefused, unread } from './reading.ts'
import { GS } from './scan-text.ts'

type Values = Map<string, string>
type Split = { readonly values: Values; readonly warnings: Text[] } | UdiRefused

const named = (ai: string): Text => IDENTIFIER_TITLE[ai] ?? { zh: '字段', en: 'field' }

/** Reads printed form `(01)…(17)…(10)…`. Spaces mean nothing in it. */
export function readBracketed(text: string, year: number): AgencyReading {
  const plain = text.replaceAll(' ', '').replaceAll(GS, '')
  const values: Values = new Map()
  let at = 0
  while (at < plain.length) {
    const close = plain[at] === '(' ? plain.indexOf(')', at) : -1
    const ai = plain.slice(at + 1, Math.max(close, at + 1))
    if (!identifier(ai)) return unknownIdentifier(close < 0 ? plain.slice(at, at + 6) : `(${ai})`)
    const next = nextBracket(plain, close + 1)
    const problem = put(values, ai, padded(ai, plain.slice(close + 1, next)))
    if (problem) return problem
    at = next
  }
  return collect(values, [], year)
}

/** Where the next `(` with two to four digits and `)` stands. */
function nextBracket(text: string, from: number): number {
  for (let open = text.indexOf('(', from); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open)
    if (close < 0) return text.length
    const inside = text.slice(open + 1, close)
    if (inside.length >= 2 && inside.length <= 4 && allDigits(inside)) return open
  }
  return text.length
}

/** People type a GTIN-13 after `(01)`; leading zeros make it the same GTIN-14. */
const padded = (ai: string, value: string): string =>
  (ai === '01' || ai === '02') && [8, 12, 13].includes(value.length) && allDigits(value)
    ? value.padStart(14, '0')
    : value

/** Reads what a scanner sends: fields one after another, {@link GS} after those of variable length. */
export function readElementString(text: string, year: number): AgencyReading {
  // A space is either a stand-in for FNC1 or decoration ("01 0690…"); the first reading that holds is taken.
  const attempts = text.includes(' ') ? [text.replaceAll(' ', GS), text.replaceAll(' ', '')] : [text]
  let result: AgencyReading | undefined
  for (const attempt of attempts) {
    const split = splitElements(attempt, year)
    result = 'ok' in split ? split : collect(split.values, split.warnings, year)
    if (result.ok || result.production) return result
  }
  return result ?? unknownIdentifier(text)
}

function splitElements(text: string, year: number): Split {
  const values: Values = new Map()
  const warnings: Text[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === GS) {
      at++
      continue
    }
    const found = identifierAt(text, at)
    if (!found) return unknownIdentifier(text.slice(at, at + 4))
    const from = at + found.ai.length
    const stop = text.indexOf(GS, from) < 0 ? text.length : text.indexOf(GS, from)
    const to = found.shortest === found.longest ? Math.min(from + found.longest, stop) : stop
    const value = text.slice(from, to)
    const problem = put(values, found.ai, value)
    if (problem) return problem
    if (to === text.length && !text.includes(GS) && found.shortest < found.longest) {
      const swallowed = swallowedField(value, values, year)
      if (swallowed) warnings.push(maybeSwallowed(found.ai, value, swallowed))
    }
    at = to
  }
  return { values, warnings }
}

/** Checks one value and keeps it. */
function put(values: Values, ai: string, value: string): UdiRefused | null {
  const known = identifier(ai)
  if (!known) return unknownIdentifier(ai)
  const title = named(ai)
  if (value.length < known.shortest) {
    return unread(
      `编码不完整：(${ai})${title.zh}应有 ${known.shortest} 位，只有 ${value.length} 位。请重新扫描整个条码。`,
      `The code is cut off: (${ai}) ${title.en} needs ${known.shortest} characters and has ${value.length}. Scan the whole barcode again.`,
    )
  }
  if (value.length > known.longest) {
    return unread(
      `(${ai})${title.zh}最多 ${known.longest} 位，读到 ${value.length} 位：条码中可能缺少分隔符 FNC1。请让扫描枪传送 FNC1，或按标签上带括号的格式输入。`,
      `(${ai}) ${title.en} has at most ${known.longest} characters, ${value.length} were read: a separator (FNC1) is probably missing. Let the scanner send FNC1, or type the code with brackets as printed.`,
    )
  }
  const wrong = known.digitsOnly ? firstNonDigit(value) : foreignCharacter(value)
  if (wrong !== null) {
    return unread(
      `(${ai})${title.zh}中不应有“${quoted(wrong)}”。请重新扫描，或与标签逐位核对。`,
      `(${ai}) ${title.en} cannot contain “${quoted(wrong)}”. Scan again, or compare with the label character by character.`,
    )
  }
  const before = values.get(ai)
  if (before !== undefined && before !== value) {
    return unread(
      `编码中有两个不同的${title.zh}(${ai})：${quoted(before)}、${quoted(value)}。请一次只扫描一件产品。`,
      `The code has two different values of (${ai}) ${title.en}: ${quoted(before)} and ${quoted(value)}. Scan one item at a time.`,
    )
  }
  values.set(ai, value)
  return null
}

function firstNonDigit(value: string): string | null {
  for (const char of value) if (!allDigits(char)) return char
  return null
}

function unknownIdentifier(piece: string): UdiRefused {
  return unread(
    `“${quoted(piece)}”处不是已知的应用标识符，可能漏扫、多扫或缺少分隔符。请重新扫描，或按标签上带括号的格式输入，如 (01)…(17)…(10)…。`,
    `No known application identifier at “${quoted(piece)}”: something is missing or added. Scan again, or type the code with brackets as printed, such as (01)…(17)…(10)….`,
  )
}

/**
 * The identifier of a field that may have been swallowed by the last value because FNC1 was not sent. Lots that begin with
 * a date (2021031501) hold "21" or "10" by nature and are left alone.
 */
function swallowedField(value: string, values: Values, year: number): string | null {
  const dated = labelDate(value.slice(0, 8), year) !== null || labelDate(value.slice(0, 6), year) !== null
  for (let at = 2; at <= value.length - 4; at++) {
    const ai = value.slice(at, at + 2)
    if (values.has(ai)) continue
    const rest = value.slice(at + 2)
    if ((ai === '11' || ai === '17') && rest.length === 6 && labelDate(rest, year)) return ai
    if ((ai === '10' || ai === '21') && value.length >= 10 && !dated) return ai
  }
  return null
}

const maybeSwallowed = (ai: string, value: string, swallowed: string): Text => ({
  zh: `条码中没有分隔符：${named(ai).zh}“${quoted(value)}”里可能还含有(${swallowed})${named(swallowed).zh}，请与标签核对。`,
  en: `The code has no separators: ${named(ai).en} “${quoted(value)}” may also hold (${swallowed}) ${named(swallowed).en}; compare with the label.`,
})

/** Turns values into fields. */
function collect(values: Values, warnings: Text[], year: number): AgencyReading {
  const date = (ai: string): string | undefined => values.get(ai)?.slice(0, 6)
  for (const ai of ['11', '13', '15', '17', '8008', '7003']) {
    const digits = date(ai)
    if (digits !== undefined && !labelDate(digits, year)) return noSuchDate(ai, digits)
  }
  const day = (...ais: string[]): string | undefined => {
    const digits = ais.map(date).find(found => found !== undefined)
    return digits === undefined ? undefined : (labelDate(digits, year) ?? undefined)
  }
  const expiresOn = day('17', '7003', '15')
  if (expiresOn && !values.has('17') && !values.has('7003')) {
    warnings.push({
      zh: '条码只有保质期(15)，已作为失效日期，请与标签核对。',
      en: 'The code has a best-before date (15) only; it is taken as the expiry date. Compare with the label.',
    })
  }
  const fields: UdiFields = {
    ...present('lot', values.get('10')),
    ...present('serial', values.get('21')),
    ...present('producedOn', day('11', '8008')),
    ...present('expiresOn', expiresOn),
  }
  const di = values.get('01') ?? values.get('02')
  if (di === undefined) {
    if (Object.keys(fields).length === 0)
      return unread(
        '这个条码没有产品标识 (01)，也没有批号、序列号或日期。请扫描标签上带 (01) 的 UDI 条码。',
        'This barcode has no device identifier (01) and no lot, serial number or date. Scan the UDI barcode with (01) on the label.',
      )
    const second = unread(
      '这是标签上只含批号、序列号或日期的条码，没有产品标识 (01)。请先扫描含 (01) 的条码。',
      'This barcode holds lot, serial number or dates but no device identifier (01). First scan the barcode with (01).',
    )
    return { ...second, production: fields }
  }
  if (!values.has('01')) {
    warnings.push({
      zh: '这是物流包装上的条码，产品标识 (02) 指包装内的商品。',
      en: 'This barcode is of a logistic unit; its identifier (02) means the items inside.',
    })
  }
  return gtin(di) ?? { ok: true, agency: 'GS1', di, ...fields, packageLevel: Number(di[0]), warnings }
}

const present = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string })

function noSuchDate(ai: string, digits: string): UdiRefused {
  return unread(
    `(${ai})${named(ai).zh}“${digits}”不是有效日期（应为年月日各两位）。请重新扫描，或与标签核对。`,
    `(${ai}) ${named(ai).en} “${digits}” is not a date (two digits each of year, month, day). Scan again, or compare with the label.`,
  )
}

/** Null when the check digit of the GTIN is right, otherwise the refusal. */
function gtin(digits: string): UdiRefused | null {
  const right = checkDigit(digits.slice(0, -1))
  if (right === digits.at(-1)) return null
  return unread(
    `产品标识 ${digits} 的校验码不符：末位应为 ${right}。请重新扫描，或与标签逐位核对。`,
    `The check digit of ${digits} is wrong: the last digit should be ${right}. Scan again, or compare with the label digit by digit.`,
  )
}

/** Reads a bare GTIN-8, -12, -13 or -14, as a product's retail barcode or a typed identifier gives it. */
export function readGtin(digits: string): AgencyReading {
  const problem = gtin(digits)
  if (problem) return problem
  const di = digits.padStart(14, '0')
  const warnings = [
    {
      zh: '这是商品条码，只含产品标识，没有批号、序列号和日期。',
      en: 'This is a product barcode: it holds the device identifier alone, no lot, serial number or dates.',
    },
  ]
  return { ok: true, agency: 'GS1', di, packageLevel: Number(di[0]), warnings }
}

/** Reads a GS1 Digital Link or 商品二维码 (GB/T 33993): `https://…/01/<GTIN>/10/<lot>/21/<serial>?17=<date>`. */
export function readLink(link: string, year: number): AgencyReading | null {
  let pairs: [string, string][]
  try {
    const url = new URL(link)
    const parts = url.pathname.split('/').map(part => decodeURIComponent(part))
    const start = parts.indexOf('01')
    if (start < 0) return null
    pairs = [...url.searchParams].filter(([key]) => identifier(key))
    for (let at = start; at + 1 < parts.length; at += 2) pairs.push([parts[at] ?? '', parts[at + 1] ?? ''])
  } catch {
    return null
  }
  const values: Values = new Map()
  for (const [ai, value] of pairs) {
    const problem = put(values, ai, padded(ai, value))
    if (problem) return problem
  }
  return collect(values, [], year)
}
