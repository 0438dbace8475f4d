import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillFromUdi, parseUdi, type UdiKnown } from '../udi.ts'
import { checkDigit } from './gs1-identifier.ts'
import { maCheckDigit } from './ma.ts'
import type { UdiFields } from './reading.ts'

const YEAR = 2026
const GS = '\u001d'
const digit = fc.constantFrom(...'0123456789')
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/.+_'
const code = (max: number, from = letters): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: max })
const day = fc
  .date({ min: new Date('1977-01-01T00:00:00Z'), max: new Date('2075-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const yymmdd = (written: string): string => written.slice(2).replaceAll('-', '')
const gtin = fc
  .array(digit, { minLength: 13, maxLength: 13 })
  .map(digits => digits.join('') + checkDigit(digits.join('')))
const fields = fc.record(
  { di: gtin, lot: code(20), serial: code(20), producedOn: day, expiresOn: day },
  { requiredKeys: ['di'] },
)

/** Identifier and value of every field, those of fixed length first, as the standard asks. */
function elements(device: UdiFields): [string, string][] {
  const list: [string, string | undefined][] = [
    ['01', device.di],
    ['11', device.producedOn && yymmdd(device.producedOn)],
    ['17', device.expiresOn && yymmdd(device.expiresOn)],
    ['10', device.lot],
    ['21', device.serial],
  ]
  return list.filter((entry): entry is [string, string] => entry[1] !== undefined)
}
const ended = (ai: string): string => (ai === '10' || ai === '21' ? GS : '')
const scanned = (list: readonly [string, string][]): string =>
  list.map(([ai, value]) => `${ai}${value}${ended(ai)}`).join('')
const printed = (list: readonly [string, string][]): string => list.map(([ai, value]) => `(${ai})${value}`).join('')
const wide = (text: string): string =>
  Array.from(text, char =>
    char > ' ' && char < '\u007f' ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char,
  ).join('')

describe('whatever a label says', () => {
  test('every presentation of a GS1 code reads the same', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom('', ']d2', ']C1', ']Q3', ']e0'), (device, prefix) => {
        const list = elements(device)
        const chain = scanned(list)
        const presentations = [
          prefix + chain,
          `${chain}\u0000\r\n`,
          GS + chain,
          scanned(list.toReversed()),
          chain.replaceAll(GS, '<GS>'),
          printed(list),
          printed(list.toReversed()),
          wide(printed(list)),
          printed(list).replaceAll('(', ' ( ').replaceAll(')', ' ) '),
          list.map(element => printed([element])).join('\n'),
        ]
        if (!(device.lot && device.serial)) presentations.push(chain.replaceAll(GS, ''))
        for (const presentation of presentations) {
          const result = parseUdi(presentation, YEAR)
          expect(result).toMatchObject({ ok: true, agency: 'GS1', ...device })
        }
      }),
    )
  })

  test('one wrong digit of an identifier is always found', () => {
    fc.assert(
      fc.property(gtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (di, at, shift) => {
        const wrong = di.slice(0, at) + ((Number(di[at]) + shift) % 10) + di.slice(at + 1)
        expect(parseUdi(`(01)${wrong}`, YEAR).ok).toBe(false)
      }),
    )
  })

  test('an MA code reads back, and its check digits agree', () => {
    const plain = letters.slice(0, 62)
    const product = fc.tuple(digit, code(10, plain)).map(parts => parts.join(''))
    fc.assert(
      fc.property(product, fields, (body, device) => {
        fc.pre(body.length >= 2 && !device.lot?.includes('.') && !device.serial?.includes('.'))
        const head = `MA.156.M0.100204.${body}`
        const di = head + maCheckDigit(head)
        const { lot, serial, producedOn, expiresOn } = device
        const part = [
          serial && `.S${serial}`,
          producedOn && `.M${yymmdd(producedOn)}`,
          lot && `.L${lot}`,
          expiresOn && `.V${expiresOn.replaceAll('-', '')}`,
        ]
          .filter(Boolean)
          .join('')
        const raw = `${di}${part}${part && `.C${maCheckDigit(part)}`}`
        expect(parseUdi(raw, YEAR)).toMatchObject({ ok: true, ...device, di, warnings: [] })
      }),
    )
  })
})

describe('whatever is scanned', () => {
  const pieces = fc.constantFrom(
    '(01)',
    '01',
    '06901234567892',
    GS,
    '(10)',
    ']d2',
    'MA.156.M0.',
    'AHM',
    'BN',
    '.L',
    '(',
    ')',
    '17',
    '2',
    '\u0000',
  )
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 30 }).map(list => list.join('')),
  )

  test('it is read or refused in words, never thrown', () => {
    fc.assert(
      fc.property(noise, raw => {
        const result = parseUdi(raw, YEAR)
        if (result.ok) {
          expect(result.di).not.toBe('')
          expect(result.raw).toBe(raw)
        } else {
          expect(result.sentence.zh.isWellFormed() && result.sentence.en.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('what is known stays known', () => {
    const known: fc.Arbitrary<UdiKnown> = fc.record(
      { di: gtin, lot: code(20), serial: code(20), producedOn: day, expiresOn: day },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(known, fields, (before, device) => {
        const { values, added, conflicts } = fillFromUdi(before, device)
        expect(values).toMatchObject(before)
        expect(Object.keys(values).length).toBe(Object.keys(before).length + added.length)
        for (const conflict of conflicts) expect(conflict.was).not.toBe(conflict.scanned)
      }),
    )
  })
})
