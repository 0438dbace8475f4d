import type { Registry } from '../../kernel/registry.ts'
import type { ProductRead } from '../reads/product-read.ts'
import type { JsonSchema } from './json-schema.ts'
import { inBoth } from './operations.ts'
import { procedurePaths, recordSchemaName, recordSchemaOf } from './procedure-paths.ts'
import { productPaths } from './product-paths.ts'
import { sharedSchemas } from './shared-schemas.ts'

/** The OpenAPI 3.1 document of the product. */
export interface OpenapiDocument {
  readonly openapi: string
  readonly info: object
  readonly servers: readonly object[]
  readonly tags: readonly object[]
  readonly security: readonly object[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: object
  }
}

const ABOUT = `Every change of a record is one command: \`POST /api/do/<procedure>.<command>\`. Unknown fields are refused, not
ignored. A refusal answers \`code\`, \`sentence\` in Chinese and English, the \`field\` and the \`clause\`, and in \`all\` everything
that stands against the request. Send \`key\` to make a repetition harmless and \`expect\` (the version that was seen) to be
told of changes by others.`

/** Makes the document from the registry: the same schemas that check each request. */
export const openapiDocument = (
  registry: Registry,
  reads: Iterable<ProductRead>,
  options: { readonly version: string; readonly cookieName: string },
): OpenapiDocument => {
  const document: OpenapiDocument = {
    openapi: '3.1.0',
    info: {
      title: 'Bihuan 闭环',
      version: options.version,
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: registry.procedures.map(procedure => ({ name: procedure.name, description: inBoth(procedure.title) })),
    security: [{ session: [] }, { apiKey: [] }],
    paths: {
      ...productPaths(reads),
      ...Object.assign({}, ...registry.procedures.map(procedurePaths)),
    },
    components: {
      schemas: {
        ...sharedSchemas,
        ...Object.fromEntries(
          registry.procedures.map(procedure => [recordSchemaName(procedure), recordSchemaOf(procedure)]),
        ),
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: options.cookieName, description: 'Set by signing in.' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, `bh_…`, issued by an administrator, with scopes.',
        },
      },
    },
  }
  return hoisted(document)
}

/**
 * Moves the `$defs` that a schema carries for its recursive parts to the document's schemas: a reference inside a document
 * counts from the document's root.
 */
const hoisted = (document: OpenapiDocument): OpenapiDocument => {
  const found: Record<string, JsonSchema> = {}
  let parts = 0
  const walk = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
    if (Array.isArray(value)) return value.map(item => walk(item, names))
    if (typeof value !== 'object' || value === null) return value
    const { $defs, ...rest } = value as { readonly $defs?: Readonly<Record<string, unknown>> }
    const known = new Map(names)
    for (const name of Object.keys($defs ?? {})) known.set(`#/$defs/${name}`, `Part${++parts}`)
    for (const [name, part] of Object.entries($defs ?? {}))
      found[known.get(`#/$defs/${name}`) ?? name] = walk(part, known) as JsonSchema
    return Object.fromEntries(
      Object.entries(rest).map(([key, item]) => {
        const moved = key === '$ref' && typeof item === 'string' ? known.get(item) : undefined
        return [key, moved === undefined ? walk(item, known) : `#/components/schemas/${moved}`]
      }),
    )
  }
  const plain = walk(document, new Map()) as OpenapiDocument
  return { ...plain, components: { ...plain.components, schemas: { ...plain.components.schemas, ...found } } }
}
