import type { SchemaSource } from './migrate.ts'

/** What every procedure's tables stand on. */
const foundation: readonly SchemaSource[] = [
  { procedure: 'kernel', folder: new URL('../../kernel/schema/', import.meta.url) },
  { procedure: 'vocabulary', dependsOn: ['kernel'], folder: new URL('../../vocabulary/schema/', import.meta.url) },
  { procedure: 'server', dependsOn: ['vocabulary'], folder: new URL('../schema/', import.meta.url) },
]

/** The schema folders of the kernel, the vocabulary, the server and these procedures, each with what it depends on. */
export const schemaSources = (
  procedures: readonly { readonly name: string; readonly dependsOn: readonly string[]; readonly schema: URL }[],
): SchemaSource[] => [
  ...foundation,
  ...procedures.map(({ name, dependsOn, schema }) => ({
    procedure: name,
    dependsOn: [...foundation.map(source => source.procedure), ...dependsOn],
    folder: schema,
  })),
]
