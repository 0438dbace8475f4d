import type { z } from 'zod'
import type { Actor } from '../../kernel/person.ts'
import type { Text } from '../../kernel/text.ts'
import type { ServerParts } from '../parts.ts'

/** A read that belongs to the product as a whole and not to one procedure: `GET /api/read/<name>`. */
export interface ProductRead<Params = unknown> {
  readonly name: string
  readonly title: Text
  /** Roles that may ask; empty means everyone who is signed in. */
  readonly by: readonly string[]
  readonly params: z.ZodType<Params>
  readonly run: (parts: ServerParts, params: Params, actor: Actor) => Promise<unknown>
}

/** Declares such a read; the registry of them does not know each one's parameters. */
// biome-ignore lint/suspicious/noExplicitAny: a registry of reads is heterogeneous by nature
export const productRead = <Params>(declaration: ProductRead<Params>): ProductRead<any> => declaration
