import { expect, test } from 'vitest'
import { struck } from './struck.ts'

test('only the corrected word is struck, whole', () => {
  expect(struck('开机自检后报警 E12，已停用。', '开机自检后报警 E21，已停用。')).toEqual({
    before: '开机自检后报警 ',
    was: 'E12',
    now: 'E21',
    after: '，已停用。',
  })
})

test('numbers are never cut in two', () => {
  expect(struck('共 36 台', '共 38 台')).toMatchObject({ was: '36', now: '38' })
  expect(struck('L20260318', 'L20260319')).toEqual({ before: '', was: 'L20260318', now: 'L20260319', after: '' })
})

test('texts with little in common are struck whole', () => {
  expect(struck('泵不工作', '监护仪黑屏')).toEqual({ before: '', was: '泵不工作', now: '监护仪黑屏', after: '' })
})

test('put together again, the parts give both texts', () => {
  for (const [was, now] of [
    ['患者无伤害', '患者无明显伤害'],
    ['批号 A1 与 A1', '批号 A1'],
    ['', '补充'],
    ['aaa', 'aa'],
  ] as const) {
    const parts = struck(was, now)
    expect(parts.before + parts.was + parts.after).toBe(was)
    expect(parts.before + parts.now + parts.after).toBe(now)
  }
})
