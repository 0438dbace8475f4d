import { useCallback } from 'react'
import type { Text } from '../../kernel/text.ts'
import { useProcedure } from '../meta.ts'

/** Titles of the values of a field, where it is a choice. */
export type OptionsIn = (field: string) => Readonly<Record<string, Text>> | undefined

/** Titles of the values of a procedure's fields, taken from whichever step asks for them. */
export function useOptionsIn(procedureName: string): OptionsIn {
  const procedure = useProcedure(procedureName)
  return useCallback(
    field => {
      for (const { schema } of procedure?.commands ?? []) {
        const property = schema.properties?.[field]
        const options = property?.['x-options'] ?? property?.anyOf?.find(item => item['x-options'])?.['x-options']
        if (options) return options
      }
      return undefined
    },
    [procedure],
  )
}
