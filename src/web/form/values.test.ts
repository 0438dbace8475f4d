import { describe, expect, test } from 'vitest'
import { fieldsOf, type JsonSchema } from './schema.ts'
import { faultsIn, inputOf, isAsked, openingValues, valueAt, withValue } from './values.ts'

const fields = (properties: NonNullable<JsonSchema['properties']>, required: readonly string[] = []) =>
  fieldsOf({ type: 'object', properties, required })

test('a value is read and set by its path, without touching its neighbours', () => {
  const before = { a: 1, items: [{ name: 'x' }, { name: 'y' }] }
  const after = withValue(before, 'items.1.name', 'z')
  expect(valueAt(after, 'items.1.name')).toBe('z')
  expect(valueAt(after, 'items.0.name')).toBe('x')
  expect(before.items[1]).toEqual({ name: 'y' })
  expect(withValue({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
})

describe('what is sent', () => {
  test('blanks are left out and text is trimmed', () => {
    const list = fields({
      a: { type: 'string' },
      b: { type: 'string' },
      c: { type: 'array', items: { type: 'string', enum: ['x'] } },
    })
    expect(inputOf(list, { a: ' 报警 ', b: '  ', c: [] })).toEqual({ a: '报警' })
  })

  test('a field that is no longer asked is not sent', () => {
    const list = fields({
      hurt: { type: 'string', enum: ['yes', 'no'] },
      injury: { type: 'string', 'x-when': { field: 'hurt', is: ['yes'] } },
    })
    expect(inputOf(list, { hurt: 'no', injury: '擦伤' })).toEqual({ hurt: 'no' })
    expect(inputOf(list, { hurt: 'yes', injury: '擦伤' })).toEqual({ hurt: 'yes', injury: '擦伤' })
  })

  test('empty entries of a list are dropped; a required list is sent empty', () => {
    const list = fields(
      { rows: { type: 'array', items: { type: 'object', properties: { what: { type: 'string' } } } } },
      ['rows'],
    )
    expect(inputOf(list, { rows: [{ what: '' }, { what: '换主板' }] })).toEqual({ rows: [{ what: '换主板' }] })
    expect(inputOf(list, {})).toEqual({ rows: [] })
  })

  test('false and zero are answers', () => {
    expect(inputOf(fields({ a: { type: 'boolean' }, b: { type: 'integer' } }), { a: false, b: 0 })).toEqual({
      a: false,
      b: 0,
    })
  })
})

describe('faults found before sending', () => {
  test('a required field that is blank is named at its path', () => {
    const list = fields({ note: { type: 'string', minLength: 1, 'x-title': { zh: '说明', en: 'Note' } } }, ['note'])
    expect(faultsIn(list, {})).toMatchObject([{ field: 'note', sentence: { zh: '请填写“说明”。' } }])
    expect(faultsIn(list, { note: 'x' })).toEqual([])
  })

  test('a field that is not asked is not missed', () => {
    const list = fields({ why: { type: 'string', minLength: 1, 'x-when': { field: 'late', is: [true] } } }, ['why'])
    expect(faultsIn(list, { late: false })).toEqual([])
    expect(faultsIn(list, { late: true })).toHaveLength(1)
  })

  test('a number or a time that cannot be read is told at once', () => {
    const list = fields({ n: { type: 'integer' }, at: { type: 'string', 'x-widget': 'instant' } })
    expect(faultsIn(list, { n: 'abc', at: '下午' }).map(item => item.field)).toEqual(['n', 'at'])
    expect(faultsIn(list, { n: 3, at: '2026-11-20T07:34:00.000Z' })).toEqual([])
  })

  test('a text that may be empty is sent empty, not missed', () => {
    const list = fields({ spec: { type: 'string' } }, ['spec'])
    expect(faultsIn(list, {})).toEqual([])
    expect(inputOf(list, {})).toEqual({ spec: '' })
  })

  test('the path leads into entries of a list', () => {
    const list = fields({
      rows: {
        type: 'array',
        items: { type: 'object', properties: { what: { type: 'string', minLength: 1 } }, required: ['what'] },
      },
    })
    expect(faultsIn(list, { rows: [{ what: 'a' }, {}] })).toMatchObject([{ field: 'rows.1.what' }])
  })
})

test('a condition holds for one of several chosen values', () => {
  const [, why] = fields({
    kinds: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
    why: { type: 'string', 'x-when': { field: 'kinds', is: ['b'] } },
  })
  expect(why && isAsked(why, { kinds: ['a', 'b'] }, {})).toBe(true)
  expect(why && isAsked(why, { kinds: ['a'] }, {})).toBe(false)
})

test('a form opens with the defaults of its schema under what the step fills in', () => {
  const list = fields({ a: { type: 'string', default: 'x' }, b: { type: 'string', default: 'y' } })
  expect(openingValues(list, { b: 'z' })).toEqual({ a: 'x', b: 'z' })
})
