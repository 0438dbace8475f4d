import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, Queries } from '../../kernel/queries.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { ChannelRow } from './channel.ts'

/** All SQL of channels, by name. */
export const queries = {
  facts: {},
  finds: {
    /** Number of another shared channel of this name that is in use. */
    nameTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { name: string }; record?: ChannelRow },
    ): Promise<string | null> => {
      await holdName(db, `channel.name/${input.name}`)
      const row = (await db
        .selectFrom('channel')
        .select(['id', 'number'])
        .where('name', '=', input.name)
        .where('kind', '<>', 'person')
        .where('state', '<>', 'removed')
        .executeTakeFirst()) as { id: string; number: string } | undefined
      return row && row.id !== record?.id ? row.number : null
    },
    /** Number of the channel that the person has already. */
    ownChannel: async (db: AnyDatabase, { actor }: { actor: Actor }): Promise<string | null> => {
      await holdName(db, `channel.person/${actor.id}`)
      const row = await db.selectFrom('channel').select('number').where('personId', '=', actor.id).executeTakeFirst()
      return (row as { number: string } | undefined)?.number ?? null
    },
  },
  reads: {},
} satisfies Queries

/** What steps may ask for by name. */
export type ChannelQueries = typeof queries
