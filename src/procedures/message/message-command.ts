import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Message, type MessageRow } from './message.ts'
import type { MessageQueries } from './queries.ts'

/** Makes the steps of a letter. */
export const messageCommand = commandsOf<MessageRow, FactsOf<MessageQueries>, FindsOf<MessageQueries>>(Message)
