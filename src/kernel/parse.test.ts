import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { field } from './field.ts'
import { parseInput } from './parse.ts'
import { text } from './text.ts'

const schema = z.object({
  title: field(z.string().min(2).max(5), { title: text('名称', 'Title') }),
  kind: field(z.enum(['a', 'b']).optional(), { title: text('种类', 'Kind') }),
  rows: field(
    z
      .array(z.object({ count: field(z.int().min(1), { title: text('数量', 'Count') }) }))
      .max(3)
      .default([]),
    {
      title: text('明细', 'Rows'),
    },
  ),
})
const refused = (input: unknown) => {
  const result = parseInput(schema, input)
  if (result.ok) throw new Error('should have been refused')
  return result.refusals
}

describe('every fault is told at its field, in the words of the field', () => {
  test.each([
    ['nothing', undefined, 'input', 'Fill in "'],
    ['a missing field', {}, 'title', 'Fill in "Title".'],
    ['another type', { title: 3 }, 'title', '"Title" has the wrong type: string is expected.'],
    ['too short', { title: 'x' }, 'title', '"Title" needs at least 2 characters.'],
    ['too long', { title: 'xxxxxx' }, 'title', '"Title" holds at most 5 characters.'],
    ['no option', { title: 'xx', kind: 'c' }, 'kind', 'Choose "Kind" from the options listed.'],
    ['inside a list', { title: 'xx', rows: [{ count: 0 }] }, 'rows.0.count', '"Count" must not be less than 1.'],
    ['a list too long', { title: 'xx', rows: Array(4).fill({ count: 1 }) }, 'rows', '"Rows" holds at most 3 entries.'],
    ['an unknown field', { title: 'xx', colour: 1 }, 'colour', 'Unknown field: colour.'],
  ])('%s', (_, input, at, sentence) => {
    const [first] = refused(input)
    expect(first).toMatchObject({ field: at, kind: 'unfit' })
    expect(first.sentence.en).toContain(sentence)
  })

  test('all at once', () => {
    expect(refused({ kind: 'c', rows: [{ count: 0 }] }).map(item => item.field)).toEqual([
      'title',
      'kind',
      'rows.0.count',
    ])
  })
})

describe('a hostile input', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)])

  test.each([
    ['nesting', { title: 'xx', rows: deep(20) }, 'too-deep'],
    [
      'nesting beyond any stack',
      { title: 'xx', rows: JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) },
      'too-deep',
    ],
    ['a NUL', { title: 'x\u0000' }, 'bad-characters'],
    ['half a character', { title: 'x\udc00' }, 'bad-characters'],
    ['a NUL in a name', { title: 'xx', 'a\u0000': 1 }, 'bad-characters'],
    ['half a character in a name', { title: 'xx', rows: [{ '\ud800': 1 }] }, 'bad-characters'],
  ])('%s is refused before anything else looks at it', (_, input, code) => {
    expect(refused(input)).toMatchObject([{ code, kind: 'unfit' }])
  })

  test.each([
    [
      'many unknown fields',
      { title: 'xx', ...Object.fromEntries(Array.from({ length: 9_999 }, (_, i) => [`f${i}`, 1])) },
    ],
    ['a name of a megabyte', { title: 'xx', ['n'.repeat(1_000_000)]: 1 }],
    ['many wrong rows', { title: 'xx', rows: Array(50_000).fill({ count: 0 }) }],
  ])('%s get a short answer', (_, input) => {
    expect(JSON.stringify(refused(input)).length).toBeLessThan(20_000)
  })

  test('a prototype is no field', () => {
    expect(refused(JSON.parse('{"title":"xx","__proto__":{"admin":true}}'))[0]).toMatchObject({ code: 'unknown-field' })
  })
})
