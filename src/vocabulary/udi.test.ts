import { describe, expect, test } from 'vitest'
import { LONGEST } from './udi/scan-text.ts'
import { fillFromUdi, parseUdi, storedDi, type UdiRead, type UdiRefused } from './udi.ts'

const YEAR = 2026
const GS = '\u001d'
const full = {
  agency: 'GS1',
  di: '06901234567892',
  lot: 'A213B1',
  serial: '1234',
  producedOn: '2014-12-31',
  expiresOn: '2015-07-07',
  packageLevel: 0,
}

const read = (raw: string): UdiRead => {
  const result = parseUdi(raw, YEAR)
  if (!result.ok) throw new Error(result.sentence.en)
  return result
}
const refused = (raw: string): UdiRefused => {
  const result = parseUdi(raw, YEAR)
  if (result.ok) throw new Error(`read as ${JSON.stringify(result)}`)
  expect(result.sentence.zh).not.toBe('')
  return result
}

describe('GS1', () => {
  test.each([
    ['printed', '(01)06901234567892(11)141231(17)150707(10)A213B1(21)1234'],
    ['printed with spaces', '(01) 0690 1234 5678 92 (11) 141231 (17)150707 (10) A213B1 (21) 1234'],
    ['printed on lines', '(01)06901234567892\r\n(11)141231\r\n(17)150707\r\n(10)A213B1\r\n(21)1234\r\n'],
    ['full-width', '（０１）０６９０１２３４５６７８９２（11）141231（17）150707（10）Ａ213Ｂ1（21）1234'],
    ['Chinese brackets', '【01】06901234567892【11】141231【17】150707【10】A213B1【21】1234'],
    ['square brackets', '[01]06901234567892[11]141231[17]150707[10]A213B1[21]1234'],
    ['GTIN-13 in brackets', '(01)6901234567892(11)141231(17)150707(10)A213B1(21)1234'],
    ['scanned', `0106901234567892111412311715070710A213B1${GS}211234`],
    ['with leading FNC1', `${GS}0106901234567892111412311715070710A213B1${GS}211234`],
    ['GS1 DataMatrix', `]d20106901234567892111412311715070710A213B1${GS}211234`],
    ['GS1-128', `]C10106901234567892111412311715070710A213B1${GS}211234`],
    ['GS1 QR', `]Q30106901234567892111412311715070710A213B1${GS}211234`],
    ['GS1 DataBar', `]e00106901234567892111412311715070710A213B1${GS}211234`],
    ['trailing NUL, CR, LF', `]d20106901234567892111412311715070710A213B1${GS}211234\u0000\r\n \u0000`],
    ['byte order mark and zero width', `\ufeff0106901234567892\u200b111412311715070710A213B1${GS}211234`],
    ['<GS>', '0106901234567892111412311715070710A213B1<GS>211234'],
    ['^ for FNC1', '^0106901234567892111412311715070710A213B1^211234'],
    ['| for FNC1', '0106901234567892111412311715070710A213B1|211234'],
    ['printed GS sign', '0106901234567892111412311715070710A213B1␝211234'],
    ['lines', '0106901234567892\n11141231\n17150707\n10A213B1\n211234'],
    ['spaces as separators', '0106901234567892 11141231 17150707 10A213B1 211234'],
    ['separator after every field', `0106901234567892${GS}11141231${GS}17150707${GS}10A213B1${GS}211234${GS}`],
    ['label word', 'UDI：(01)06901234567892(11)141231(17)150707(10)A213B1(21)1234'],
    ['other order', `10A213B1${GS}211234${GS}010690123456789217150707${'11141231'}`],
    ['link', 'https://id.example.cn/01/06901234567892/10/A213B1/21/1234?11=141231&17=150707'],
  ])('%s', (_name, raw) => {
    const { raw: kept, ok, warnings, ...fields } = read(raw)
    expect(ok).toBe(true)
    expect(fields).toEqual(full)
    expect(kept).toBe(raw)
    expect(warnings).toEqual([])
  })

  test('without separators, one field of variable length at the end is certain', () => {
    expect(read('0106901234567892171507071020210315')).toMatchObject({ lot: '20210315', warnings: [] })
  })

  test('without separators, a lot that may have swallowed the serial number is pointed out', () => {
    const result = read('01069012345678921715070710A213B1211234')
    expect(result.lot).toBe('A213B1211234')
    expect(result.warnings[0]?.zh).toContain('(21)序列号')
  })

  test.each([
    ['(17)150700', '2015-07-31'],
    ['(17)240200', '2024-02-29'],
    ['(17)750101', '2075-01-01'],
    ['(17)760101', '2076-01-01'],
    ['(17)770101', '1977-01-01'],
  ])('date %s is %s', (field, day) => {
    expect(read(`(01)06901234567892${field}`).expiresOn).toBe(day)
  })

  test('production and expiry come from the longer forms too', () => {
    expect(read('(01)06901234567892(8008)26031514(7003)2803152359')).toMatchObject({
      producedOn: '2026-03-15',
      expiresOn: '2028-03-15',
    })
    expect(read('(01)06901234567892(15)280315').warnings).toHaveLength(1)
  })

  test('further identifiers are passed over', () => {
    const raw = `(01)06901234567892(10)L1(240)REF-9(30)12(37)3(20)01(22)CPV(235)T/P(241)C9(13)260101(90)X(99)Y`
    expect(read(raw)).toMatchObject({ di: '06901234567892', lot: 'L1' })
    const scanned = `0106901234567892200113260101240REF-9${GS}3012${GS}310300012410L1`
    expect(read(scanned)).toMatchObject({ lot: 'L1' })
  })

  test('the package level is the first digit', () => {
    expect(read('(01)16901234567899').packageLevel).toBe(1)
  })

  test.each([
    ['6901234567892', '06901234567892'],
    ['690-1234-567892', '06901234567892'],
    [']E06901234567892', '06901234567892'],
    ['16901234567899', '16901234567899'],
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
  ])('bare GTIN %s', (raw, di) => {
    expect(read(raw)).toMatchObject({ agency: 'GS1', di })
  })

  test('a logistic label gives the items inside', () => {
    const result = read('(00)006141411234567890(02)16901234567899(37)24(10)L1')
    expect(result).toMatchObject({ di: '16901234567899', lot: 'L1', packageLevel: 1 })
    expect(result.warnings).toHaveLength(1)
  })

  test('the second barcode of a label is refused but gives its fields', () => {
    const result = refused(`]C11715070710A213B1${GS}211234`)
    expect(result.sentence.zh).toContain('请先扫描含 (01) 的条码')
    expect(result.production).toEqual({ lot: 'A213B1', serial: '1234', expiresOn: '2015-07-07' })
  })

  test.each([
    ['(01)06901234567891', '末位应为 2'],
    ['6901234567899', '末位应为 2'],
    ['010690123456789', '不完整'],
    ['(01)06901234567892(17)2507', '不完整'],
    ['(01)06901234567892(10)', '不完整'],
    ['(01)06901234567892(17)251301', '不是有效日期'],
    ['(01)06901234567892(17)250230', '不是有效日期'],
    ['(01)06901234567892(04)123', '(04)'],
    ['010690123456789205123', '05'],
    ['(01)06901234567892(10)批号', '批'],
    ['(01)0690123456789X', '“X”'],
    [`0106901234567892${'10'}${'A'.repeat(21)}`, 'FNC1'],
    ['(01)06901234567892(01)16901234567899', '两个不同的'],
    ['(01', '应用标识符'],
    ['', '没有内容'],
    [' \u0000\r\n', '没有内容'],
    ['^~|', '没有内容'],
    ['血压计', '不是可识别的 UDI'],
    ['+A99912345/$$52001510X3', 'HIBC'],
    ['81234567890123456789', '药品追溯码'],
    ['https://example.cn/p?id=5', '网址'],
    ['(8012)V1', '没有产品标识'],
  ])('%s is refused: %s', (raw, reason) => {
    expect(refused(raw).sentence.zh).toContain(reason)
  })
})

describe('MA', () => {
  test('a full code', () => {
    const raw = 'MA.156.M0.100350.01004YA10017.SLMSAGAAAC.M210628.LAY21062803.E220628.V220627.C3'
    expect(read(raw)).toEqual({
      ok: true,
      agency: 'MA',
      di: 'MA.156.M0.100350.01004YA10017',
      serial: 'LMSAGAAAC',
      producedOn: '2021-06-28',
      lot: 'AY21062803',
      expiresOn: '2022-06-27',
      packageLevel: 0,
      raw,
      warnings: [],
    })
  })

  test.each([
    ['MA.156.M0.100204.13351764', 1],
    ['ma.156.m0.100204.13351764\r\n', 1],
    ['ＭＡ．156．Ｍ0．100204．13351764', 1],
    [']Q1MA.156.M0.100204.13351764', 1],
    ['https://www.example.cn/q/MA.156.M0.100204.13351764?from=label', 1],
    ['UDI-DI: MA.156.M0.100204.13351764', 1],
  ])('%s', (raw, packageLevel) => {
    expect(read(raw)).toMatchObject({ agency: 'MA', di: 'MA.156.M0.100204.13351764', packageLevel, warnings: [] })
  })

  test('lot, serial and dates in any order, eight-digit dates, expiry alone', () => {
    expect(read('MA.156.M0.100204.13351764.L2101.E20280131.Sx1')).toMatchObject({
      lot: '2101',
      serial: 'x1',
      expiresOn: '2028-01-31',
    })
  })

  test('a check digit that does not agree is pointed out, not refused', () => {
    expect(read('MA.156.M0.100204.13351765').warnings).toHaveLength(1)
    expect(read('MA.156.M0.100204.13351764.L1.C0').warnings).toHaveLength(1)
  })

  test.each([
    ['MA.156.M0.100204', '不完整'],
    ['MA.', '不完整'],
    ['MA.15.M0.100204.13351764', '不符合'],
    ['MA.156.M0.100204.13351764.Q12', '生产标识段'],
    ['MA.156.M0.100204.13351764.M211301', '不是有效日期'],
    ['MA.156.M0.100204.13351764.L1.L2', '两个不同的'],
  ])('%s is refused: %s', (raw, reason) => {
    expect(refused(raw).sentence.zh).toContain(reason)
  })
})

describe('AHM', () => {
  test.each([
    'AHM.12345678.90123456.BN2101A.SN0001.MD210628.ED230627',
    'AHM1234567890123456(BN)2101A(SN)0001(MD)20210628(ED)20230627',
    'ahm:1234567890123456;BN=2101A;SN=0001;MD=210628;ED=230627',
    'AHM1234567890123456BN2101A.SN0001.MD210628.ED230627',
  ])('%s', raw => {
    const result = read(raw)
    expect(result).toMatchObject({
      agency: 'AHM',
      lot: '2101A',
      serial: '0001',
      producedOn: '2021-06-28',
      expiresOn: '2023-06-27',
    })
    expect(result.di.replaceAll('.', '')).toBe('AHM1234567890123456')
    expect(result.warnings[0]?.zh).toContain('与标签核对')
  })

  test.each(['AHM', 'AHM12', 'AHM1234567890.BN', 'AHM1234567890.MD219901', 'AHM1234567890.BN1.BN2', 'AHM批号123456'])(
    '%s is refused',
    raw => {
      expect(refused(raw).sentence.en).not.toBe('')
    },
  )
})

describe('hostile texts', () => {
  test.each([
    ['10 kB of digits', '0'.repeat(10_240)],
    ['1 MB of brackets', '('.repeat(1_000_000)],
    ['brackets to the limit', '('.repeat(LONGEST)],
    ['brackets and closings', '()'.repeat(LONGEST / 2)],
    ['dots', `MA.${'.'.repeat(LONGEST - 3)}`],
    ['separators', `AHM${'.'.repeat(LONGEST - 3)}`],
    ['ligatures that grow', '\ufdfa'.repeat(LONGEST)],
    ['a lone surrogate', '(01)\ud800'],
    ['broken percent sign', 'https://a.cn/01/%E0%A4%A'],
    ['prototype names', '(__proto__)1'],
  ])('%s is refused', (_name, raw) => {
    const { sentence } = refused(raw)
    expect(sentence.zh.length).toBeLessThan(300)
    expect(sentence.zh.isWellFormed()).toBe(true)
  })
})

describe('filling a record', () => {
  const scanned = read('(01)06901234567892(17)280315(10)L1')

  test('adds what is unknown', () => {
    expect(fillFromUdi({ lot: '', serial: null }, scanned)).toEqual({
      values: { di: '06901234567892', lot: 'L1', expiresOn: '2028-03-15' },
      added: ['di', 'lot', 'expiresOn'],
      conflicts: [],
    })
  })

  test('never blanks or replaces what is known, and reports the difference', () => {
    const known = { di: '6901234567892', lot: 'L2', serial: 'S9', producedOn: '2025-03-15' }
    expect(fillFromUdi(known, scanned)).toEqual({
      values: { ...known, expiresOn: '2028-03-15' },
      added: ['expiresOn'],
      conflicts: [{ field: 'lot', was: 'L2', scanned: 'L1' }],
    })
  })

  test('a second barcode completes the first', () => {
    const first = fillFromUdi({}, read('(01)06901234567892')).values
    expect(fillFromUdi(first, refused(`10L1${GS}21S1`).production ?? {}).values).toEqual({
      di: '06901234567892',
      lot: 'L1',
      serial: 'S1',
    })
  })

  test('identifiers are stored in one form', () => {
    expect(storedDi(' 6901234567892 ')).toBe('06901234567892')
    expect(storedDi('MA.156.M0.100204.13351764')).toBe('MA.156.M0.100204.13351764')
  })
})
