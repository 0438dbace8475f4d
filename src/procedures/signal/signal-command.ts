import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { SignalQueries } from './queries.ts'
import { Signal, type SignalRow } from './signal.ts'

/** Makes the steps of a signal. */
export const signalCommand = commandsOf<SignalRow, FactsOf<SignalQueries>, FindsOf<SignalQueries>>(Signal)
