import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parcels, waxes } from '../../../test/toy/toy.ts'
import { read } from '../../kernel/queries.ts'
import { registry } from '../../kernel/registry.ts'
import { procedures } from '../../procedures/index.ts'
import { productReads } from '../routes/read.ts'
import { openapiDocument } from './document.ts'

interface Node {
  readonly name: string
  readonly children: readonly Node[]
}
const node: z.ZodType<Node> = z.object({
  name: z.string(),
  get children() {
    return z.array(node)
  },
})

/** The toy with a read whose answer contains itself. */
const recursive = {
  ...parcels,
  queries: {
    ...parcels.queries,
    reads: {
      tree: read({
        title: { zh: '树', en: 'Tree' },
        by: [],
        params: z.object({ depth: z.int(), tags: z.array(z.string()).optional() }),
        answer: node,
        run: async () => ({ name: 'root', children: [] }),
      }),
    },
  },
}

const options = { version: '1.2.3', cookieName: 'bihuan.session_token' }

describe.each([
  ['a toy', [recursive, waxes]],
  ['the product', procedures],
])('the document of %s', (_, list) => {
  const document = openapiDocument(registry(list), productReads.values(), options)
  const json = JSON.parse(JSON.stringify(document))
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  )

  test('is OpenAPI 3.1 with every part that it needs', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(json.info).toMatchObject({ title: expect.any(String), version: '1.2.3' })
    for (const { path, operation } of operations) {
      expect(operation, path).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) })
      expect(Object.keys(operation.responses), path).toContain('200')
    }
  })

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => String(target))
    expect(references.length).toBeGreaterThan(10)
    for (const target of new Set(references)) {
      expect(target).toMatch(/^#\//)
      const found = target
        .slice(2)
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], json)
      expect(found, target).toBeDefined()
    }
    expect(JSON.stringify(json)).not.toContain('"$defs"')
  })

  test('operation ids are unique', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('every command and read is there, with its input and its refusals', () => {
    for (const procedure of list) {
      for (const command of procedure.commands) {
        const operation = document.paths[`/api/do/${command.id}`]?.post as Operation
        const body = operation.requestBody.content['application/json'].schema
        expect(body.additionalProperties, command.id).toBe(false)
        expect(body.required, command.id).toContain('input')
        expect(Object.keys(operation.responses)).toEqual(
          expect.arrayContaining(['401', '403', '404', '409', '413', '422', '429']),
        )
      }
      for (const name of ['record', ...Object.keys(procedure.queries.reads)])
        expect(document.paths, name).toHaveProperty([`/api/read/${procedure.name}.${name}`])
    }
    for (const name of productReads.keys()) expect(document.paths).toHaveProperty([`/api/read/${name}`])
  })

  test('every path parameter is declared, and required', () => {
    for (const { path, operation } of operations)
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect(operation.parameters, path).toContainEqual(expect.objectContaining({ name, in: 'path', required: true }))
  })
})

test('an input that the server refuses does not meet the schema either', () => {
  const { paths } = openapiDocument(registry([recursive]), productReads.values(), options)
  const operation = paths['/api/do/parcel.open']?.post as Operation
  expect(operation.requestBody.content['application/json'].schema.properties.input).toMatchObject({
    additionalProperties: false,
    required: ['title'],
    properties: { title: { type: 'string', minLength: 1, 'x-title': { zh: '名称', en: 'Title' } } },
  })
})

interface Operation {
  readonly operationId: string
  readonly responses: object
  readonly parameters?: readonly object[]
  readonly requestBody: {
    readonly content: {
      readonly 'application/json': {
        readonly schema: {
          readonly additionalProperties: boolean
          readonly required: readonly string[]
          readonly properties: Readonly<Record<string, object>>
        }
      }
    }
  }
}
