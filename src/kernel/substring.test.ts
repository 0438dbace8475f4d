import { describe, expect, test } from 'vitest'
import { bigrams, foldText, likeAnywhere } from './substring.ts'

describe('substring search', () => {
  test('a text is folded: full-width forms become plain, letters small', () => {
    expect(foldText('ＨＺ－ＩＰ５００（输液泵）')).toBe('hz-ip500(输液泵)')
  })

  test('bigrams are all pairs of neighbours, each once', () => {
    expect(bigrams('血压血压计')).toEqual(['血压', '压血', '压计'])
    expect(bigrams('泵')).toEqual([])
  })
  test('of letters and digits three stand together too, never over a blank or beside Chinese', () => {
    expect(bigrams('jhyy')).toEqual(['jh', 'jhy', 'hy', 'hyy', 'yy'])
    expect(bigrams('a1泵b 2c')).toEqual(['a1', '1泵', '泵b', 'b ', ' 2', '2c'])
  })

  test('a character outside the basic plane is one character', () => {
    expect(bigrams('𠮷野')).toEqual(['𠮷野'])
  })

  test('signs with a meaning in LIKE are taken literally', () => {
    expect(likeAnywhere('5%_\\')).toBe('%5\\%\\_\\\\%')
  })
})
