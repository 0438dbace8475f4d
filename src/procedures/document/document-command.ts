import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Document, type DocumentRow } from './document.ts'
import type { DocumentQueries } from './queries.ts'

/** Makes the steps of a controlled document. */
export const documentCommand = commandsOf<DocumentRow, FactsOf<DocumentQueries>, FindsOf<DocumentQueries>>(Document)
