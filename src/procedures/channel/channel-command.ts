import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Channel, type ChannelRow } from './channel.ts'
import type { ChannelQueries } from './queries.ts'

/** Makes the steps of a channel. */
export const channelCommand = commandsOf<ChannelRow, FactsOf<ChannelQueries>, FindsOf<ChannelQueries>>(Channel)
