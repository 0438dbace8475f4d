import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUdi } from '../udi.ts'
import { hibcCheck } from './hibc.ts'

const read = (raw: string) => parseUdi(raw, 2026)
const withCheck = (body: string): string => body + hibcCheck(body)

describe('HIBC', () => {
  test('the check character of the standard', () => {
    expect(hibcCheck('+A123BJC5D6E71')).toBe('G')
    expect(hibcCheck('+A99912345/$$52001510X3/16D20111212/S77DEFG45')).toBe('7')
  })

  test('a whole label in one code', () => {
    expect(read('+A99912345/$$52001510X3/16D20111212/S77DEFG457')).toMatchObject({
      ok: true,
      agency: 'HIBCC',
      di: 'A99912345',
      packageLevel: 5,
      lot: '10X3',
      serial: '77DEFG45',
      producedOn: '2011-12-12',
      expiresOn: '2020-01-15',
    })
  })

  test('the device alone, in small letters and between the stars of a printed line', () => {
    for (const raw of ['+A123BJC5D6E71G', '+a123bjc5d6e71g', '*+A123BJC5D6E71G*'])
      expect(read(raw)).toMatchObject({ ok: true, di: 'A123BJC5D6E71' })
  })

  test.each([
    ['$$0927L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$2093027L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$3270930L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$427093012L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$527273L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$62727312L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$7L1', { lot: 'L1' }],
    ['$$+7S1', { serial: 'S1' }],
    ['$$8243270930L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$L1', { lot: 'L1' }],
    ['$+S1', { serial: 'S1' }],
    ['27273L1', { expiresOn: '2027-09-30', lot: 'L1' }],
    ['$$7L1/14D20270930', { lot: 'L1', expiresOn: '2027-09-30' }],
  ])('data %s', (data, fields) => {
    expect(read(withCheck(`+A99912345/${data}`))).toMatchObject({ ok: true, di: 'A99912345', ...fields })
  })

  test('the second barcode of a label gives lot and date without a device', () => {
    const second = read(withCheck('+$$3270930L1G'))
    expect(second).toMatchObject({ ok: false, production: { lot: 'L1', expiresOn: '2027-09-30' } })
  })

  test.each([
    ['a wrong check character', '+A123BJC5D6E71H', '校验码'],
    ['a day that does not exist', withCheck('+A99912345/$$3270231L1'), '读不出来'],
    ['a product without package level', withCheck('+A123BJC5D6EX'), '不符合'],
    ['a character that HIBC does not have', '+A123_1', '_'],
  ])('%s is refused with what to do', (_, raw, words) => {
    const answer = read(raw)
    expect(answer.ok).toBe(false)
    expect(!answer.ok && answer.sentence.zh).toContain(words)
  })
})

describe('ICCBBA', () => {
  const WHOLE = '=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123'

  test('a whole label', () => {
    expect(read(WHOLE)).toMatchObject({
      ok: true,
      agency: 'ICCBBA',
      di: 'A9999XYZ100T0944',
      serial: '000025',
      expiresOn: '2014-02-01',
      producedOn: '2013-02-01',
      lot: 'XYZ123',
    })
  })

  test('parts without a device are the second barcode', () => {
    expect(read('=,000025=>014032')).toMatchObject({
      ok: false,
      production: { serial: '000025', expiresOn: '2014-02-01' },
    })
  })

  test('a code that is cut off is refused', () => {
    for (let end = 2; end < 18; end += 1) expect(read(WHOLE.slice(0, end)).ok).toBe(false)
  })
})

test('nothing that begins like one of them makes the reader fail', () => {
  fc.assert(
    fc.property(fc.constantFrom('+', '=', '+A', '=/', '&,1'), fc.string({ maxLength: 80 }), (start, rest) => {
      expect(typeof read(start + rest).ok).toBe('boolean')
    }),
  )
})
