import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Compilation, type CompilationRow } from './compilation.ts'
import type { CompilationQueries } from './queries.ts'

/** Makes the steps of a compilation. */
export const compilationCommand = commandsOf<CompilationRow, FactsOf<CompilationQueries>, FindsOf<CompilationQueries>>(
  Compilation,
)
