import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, hashOf, NotCanonical, sha256Hex } from './canonical.ts'

describe('canonical JSON', () => {
  test('the example of RFC 8785 §3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('keys sort by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonical(value)) as object).length).toBe(7)
    expect([...canonical(value).matchAll(/"([^"]+)":/g)].map(match => match[1])).toEqual([
      '\\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('number %s of RFC 8785 appendix B is %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  test.each<[string, unknown, string]>([
    ['NaN', { a: [1, Number.NaN] }, '$.a[1]'],
    ['infinity', Number.POSITIVE_INFINITY, '$'],
    ['undefined', { a: undefined }, '$.a'],
    ['a hole', new Array(2), '$[0]'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a bigint', 1n, '$'],
    ['a lone surrogate', { text: '\ud800' }, '$.text'],
    ['a lone surrogate as key', { '\udc00': 1 }, '$ (key)'],
  ])('%s is refused and named', (_name, value, path) => {
    expect(() => canonical(value)).toThrow(NotCanonical)
    try {
      canonical(value)
    } catch (problem) {
      expect((problem as NotCanonical).path).toBe(path)
    }
  })

  test('a circle is refused', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(() => canonical(circle)).toThrow(NotCanonical)
  })

  const json = fc.jsonValue({ noUnicodeString: false }).filter(value => JSON.stringify(value).isWellFormed())

  test('what is written reads back as the same value, and is written again the same', () => {
    fc.assert(
      fc.property(json, value => {
        const text = canonical(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
    )
  })

  test('the order of keys does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.array(fc.nat(), { minLength: 1 }), (record, seeds) => {
        const shuffled = Object.entries(record)
          .map((entry, index) => ({ entry, rank: seeds[index % seeds.length] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .reverse()
          .map(({ entry }) => entry)
        expect(canonical(Object.fromEntries(shuffled))).toBe(canonical(record))
      }),
    )
  })
})

test('hashes are SHA-256 of the canonical text', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(hashOf({ b: 1, a: '中' })).toBe(sha256Hex(new TextEncoder().encode('{"a":"中","b":1}')))
})
