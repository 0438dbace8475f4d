import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { coverage, printable } from './glyphs.ts'

const path = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
const covers = coverage(readFileSync(createRequire(import.meta.url).resolve(path)))

test('knows which characters the font can show', () => {
  for (const shown of 'A质繁體龘、。“”〔〕＋①℃é') expect(covers(shown.codePointAt(0) ?? 0), shown).toBe(true)
  for (const lacking of ['😀', '𠮷', '\ue000', '\u0007']) expect(covers(lacking.codePointAt(0) ?? 0)).toBe(false)
})

test('codes what is lacking and drops only what has no shape', () => {
  expect(printable('a😀b', covers)).toBe('a〔U+1F600〕b')
  expect(printable('a\u200bb\ufeff\u00ad', covers)).toBe('ab')
  expect(printable('a\tb\u2003c', covers)).toBe('a b c')
  expect(printable('一\r\n二\u2028三', covers)).toBe('一\n二\n三')
  expect(printable('\ud800', covers)).toBe('〔U+FFFD〕')
  expect(printable('\u0000\u009f\u007f', covers)).toBe('')
})
