import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { StorageConditionQueries } from './queries.ts'
import { StorageCondition, type StorageConditionRow } from './storage-condition.ts'

/** Makes the steps of storage conditions. */
export const storageConditionCommand = commandsOf<
  StorageConditionRow,
  FactsOf<StorageConditionQueries>,
  FindsOf<StorageConditionQueries>
>(StorageCondition)
