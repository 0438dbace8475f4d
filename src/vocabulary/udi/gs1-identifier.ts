import type { Text } from '../../kernel/text.ts'

/** How long the value of one GS1 application identifier is, and what it may hold. */
export interface Identifier {
  readonly ai: string
  readonly shortest: number
  readonly longest: number
  readonly digitsOnly: boolean
}

/** Titles of the identifiers that people are told about. */
export const IDENTIFIER_TITLE: Readonly<Record<string, Text>> = {
  '00': { zh: '物流单元代码', en: 'SSCC' },
  '01': { zh: '产品标识', en: 'device identifier' },
  '02': { zh: '内含商品的产品标识', en: 'identifier of the contained items' },
  '10': { zh: '批号', en: 'lot' },
  '11': { zh: '生产日期', en: 'production date' },
  '13': { zh: '包装日期', en: 'packaging date' },
  '15': { zh: '保质期', en: 'best-before date' },
  '17': { zh: '失效日期', en: 'expiry date' },
  '21': { zh: '序列号', en: 'serial number' },
}

/**
 * Identifier, then its format as the GS1 Barcode Syntax Dictionary writes it (`N` digits, `X` letters too, `..` up to).
 * All of two digits, and those of three and four that occur in health care; another one is refused by name.
 */
const FORMATS: readonly (readonly [string, string])[] = [
  ['00', 'N18'],
  ['01', 'N14'],
  ['02', 'N14'],
  ['10', 'X..20'],
  ['11', 'N6'],
  ['12', 'N6'],
  ['13', 'N6'],
  ['15', 'N6'],
  ['16', 'N6'],
  ['17', 'N6'],
  ['20', 'N2'],
  ['21', 'X..20'],
  ['22', 'X..20'],
  ['235', 'X..28'],
  ['240', 'X..30'],
  ['241', 'X..30'],
  ['242', 'N..6'],
  ['243', 'X..20'],
  ['250', 'X..30'],
  ['251', 'X..30'],
  ['254', 'X..20'],
  ['30', 'N..8'],
  ['37', 'N..8'],
  ['400', 'X..30'],
  ['401', 'X..30'],
  ['402', 'N17'],
  ['403', 'X..30'],
  ['420', 'X..20'],
  ['422', 'N3'],
  ['710', 'X..20'],
  ['711', 'X..20'],
  ['712', 'X..20'],
  ['713', 'X..20'],
  ['714', 'X..20'],
  ['715', 'X..20'],
  ['7003', 'N10'],
  ['7020', 'X..20'],
  ['7040', 'X4'],
  ['8003', 'X14..30'],
  ['8004', 'X..30'],
  ['8006', 'N18'],
  ['8008', 'N8..12'],
  ['8012', 'X..20'],
  ['8013', 'X..25'],
  ['8017', 'N18'],
  ['8018', 'N18'],
  ['8020', 'X..25'],
  ['8200', 'X..70'],
  ['90', 'X..30'],
  ...['91', '92', '93', '94', '95', '96', '97', '98', '99'].map(ai => [ai, 'X..90'] as const),
]

const IDENTIFIERS = new Map<string, Identifier>(
  FORMATS.map(([ai, format]) => {
    const [least = '', most] = format.slice(1).split('..')
    const longest = Number(most ?? least)
    const shortest = most === undefined ? longest : Number(least || 1)
    return [ai, { ai, shortest, longest, digitsOnly: format.startsWith('N') }]
  }),
)

/** An identifier by its exact digits. Measures 31xx–36xx hold 6 digits and locations 410–417 hold 13. */
export function identifier(ai: string): Identifier | null {
  const known = IDENTIFIERS.get(ai)
  if (known) return known
  const head = ai.slice(0, 2)
  if (ai.length === 4 && head >= '31' && head <= '36') return { ai, shortest: 6, longest: 6, digitsOnly: true }
  if (ai.length === 3 && head === '41' && ai <= '417') return { ai, shortest: 13, longest: 13, digitsOnly: true }
  return null
}

/** The identifier at the beginning of a text, if there is one; no identifier is the beginning of another. */
export function identifierAt(text: string, at: number): Identifier | null {
  for (const length of [2, 3, 4]) {
    const ai = text.slice(at, at + length)
    const found = ai.length === length ? identifier(ai) : null
    if (found) return found
  }
  return null
}

/** The 82 characters that GS1 values may hold (General Specifications 7.11). */
const CHARACTERS = new Set('!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz')

/** The first character that a GS1 value may not hold, or null. */
export function foreignCharacter(value: string): string | null {
  for (const char of value) if (!CHARACTERS.has(char)) return char
  return null
}

/** Check digit of a GS1 number without its check digit: weights 3 and 1 from the right (General Specifications 7.9). */
export function checkDigit(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index++) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1)
  }
  return String((10 - (sum % 10)) % 10)
}
