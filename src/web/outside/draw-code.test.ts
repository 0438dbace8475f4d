import { expect, test } from 'vitest'
import { drawCode } from './draw-code.ts'

test.each([
  ['gs1', '(01)06999990001019(17)290228(10)20260301'],
  ['data-matrix', 'MA.156.M0.999901.12004'],
  ['code128', 'PH-2026-00002'],
  ['qr', 'https://qms.example.cn/o/abc'],
] as const)('a code of the kind %s is an image of its own', (symbology, code) => {
  const image = drawCode({ symbology, code }) ?? ''
  expect(decodeURIComponent(image)).toMatch(/^data:image\/svg\+xml,<svg .*<\/svg>\s*$/s)
})

test('what a scanner would misread is not drawn: a wrong check digit, a word that is no GS1', () => {
  expect(drawCode({ symbology: 'gs1', code: '(01)06999990001018(10)20260301' })).toBeNull()
  expect(drawCode({ symbology: 'gs1', code: '批号 20260301' })).toBeNull()
  expect(drawCode({ symbology: 'code128', code: '输液器' })).toBeNull()
})
