import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { letterPaper } from './letter-paper.ts'
import type { MessageAttempt, MessageRow } from './message.ts'

/** What the files say of the reader. */
export interface FoundReader {
  readonly id: string
  readonly address: string | null
  readonly phones: readonly string[]
  readonly contacts: readonly { readonly name: string; readonly phone: string | null }[]
}

const attempts: FactQuery<readonly MessageAttempt[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('messageAttempt')
    .selectAll()
    .where('messageId', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as MessageAttempt[], row => row.messageId)
}

/** What the printed letter says. */
const paper: FactQuery<ReturnType<typeof letterPaper>> = async (db, ids) => {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map((rows as MessageRow[]).map(row => [row.id, letterPaper(row)]))
}

/** All SQL of letters, by name. */
export const queries = {
  facts: {
    attempts: { read: attempts, none: [] as readonly MessageAttempt[] },
    paper: { read: paper, none: null },
  },
  finds: {
    /** The party that the letter goes to, for its address on paper. */
    reader: async (db: AnyDatabase, { input }: { input: { partyId: string | null } }): Promise<FoundReader | null> => {
      if (!input.partyId) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'address', 'phones', 'contacts'])
        .where('id', '=', input.partyId)
        .executeTakeFirst()
      return (row as FoundReader | undefined) ?? null
    },
  },
  reads: {},
} satisfies Queries

/** What steps may ask for by name. */
export type MessageQueries = typeof queries
