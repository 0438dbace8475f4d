import { expect, test } from 'vitest'
import { scanned } from './scanned.ts'

test('codes of devices are known by their shape, with brackets, with a symbology prefix, and bare', () => {
  for (const code of [
    '(01)06912345678904(10)L20260318',
    ']d20106912345678904',
    '010691234567890417270318',
    'MA.156.M0.100001.123456',
    '+A99912345/$$52001510X33',
    '=/A9999XYZ100T0944=,000025',
  ])
    expect(scanned(code)).toBe(code)
})

test('words, numbers of records and telephone numbers are not codes', () => {
  for (const words of ['郑州市第七人民医院输液泵开机报警', 'TS-2026-00042', '13812342210', '01 开头的一句比较长的话'])
    expect(scanned(words)).toBeNull()
})
