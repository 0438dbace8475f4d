import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { fieldsOf, type JsonSchema } from './schema.ts'

const fields = (schema: z.ZodType) => fieldsOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema)
const one = (schema: z.ZodType) => fields(z.object({ it: schema }))[0]

describe('fields from the schema of a step', () => {
  test('title, hint and widget travel as x-keywords', () => {
    const hint = text('不晚于现在', 'not in the future')
    expect(one(field(z.string(), { title: text('接到时间', 'Received at'), hint, widget: 'instant' }))).toMatchObject({
      name: 'it',
      title: { zh: '接到时间', en: 'Received at' },
      hint,
      widget: 'instant',
      required: true,
    })
  })

  test('optional, nullable and defaulted fields keep their meaning and are not required', () => {
    const inner = field(z.string(), { title: text('备注', 'Note'), widget: 'paragraph' })
    expect(one(inner.optional())).toMatchObject({ title: { zh: '备注' }, widget: 'paragraph', required: false })
    expect(one(inner.nullable())).toMatchObject({ title: { zh: '备注' }, required: false, nullable: true })
    expect(one(inner.default('x'))).toMatchObject({ title: { zh: '备注' }, required: false, initial: 'x' })
  })

  test('an optional field may say which cases may leave it empty', () => {
    const emptyWhere = text('仅冷冻库可不填', 'only a frozen store may leave it empty')
    const humidity = field(z.number(), { title: text('湿度', 'Humidity'), emptyWhere })
    expect(one(humidity.optional())).toMatchObject({ required: false, emptyWhere })
    expect(one(z.number().optional())).not.toHaveProperty('emptyWhere')
  })

  test('an enumeration becomes a choice with the titles of its values', () => {
    const options = { defect: text('质量缺陷', 'Defect'), none: text('无缺陷', 'No defect') }
    expect(one(field(z.enum(['defect', 'none']), { title: text('结论', 'Finding'), options }))).toMatchObject({
      widget: 'choice',
      choices: [
        { value: 'defect', title: options.defect },
        { value: 'none', title: options.none },
      ],
    })
  })

  test('a list whose entries are given names the field that is their title', () => {
    const entry = z.object({ about: z.string(), pieces: z.int() })
    const entries = { fixed: true, heading: 'about' } as const
    expect(one(field(z.array(entry), { title: text('数量', 'Quantities'), entries }))).toMatchObject({
      widget: 'list',
      heading: 'about',
    })
    expect(one(field(z.array(entry), { title: text('数量', 'Quantities') }))?.heading).toBeUndefined()
  })

  test('without a widget the type decides', () => {
    expect(one(z.boolean())?.widget).toBe('yes-no')
    expect(one(z.int().min(1))).toMatchObject({ widget: 'number', whole: true, min: 1, max: undefined })
    expect(one(z.iso.date())?.widget).toBe('day')
    expect(one(z.iso.datetime())?.widget).toBe('instant')
    expect(one(z.string().max(80))?.widget).toBe('line')
    expect(one(z.string().max(4000))?.widget).toBe('paragraph')
    expect(one(z.array(z.enum(['a', 'b'])))?.widget).toBe('choices')
  })

  test('only a party that need not be one of ours takes free text', () => {
    expect(one(field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party' }))?.free).toBe(false)
    expect(one(field(z.string(), { title: text('客户', 'Customer'), widget: 'party' }))?.free).toBe(true)
  })

  test('objects and lists of objects carry their own fields', () => {
    expect(one(z.object({ a: z.string() }))).toMatchObject({ widget: 'object', fields: [{ name: 'a' }] })
    expect(one(z.array(z.object({ a: z.string() })))).toMatchObject({ widget: 'list', fields: [{ name: 'a' }] })
    expect(one(z.array(z.string()))).toMatchObject({ widget: 'list', fields: [{ name: '' }] })
  })
})
