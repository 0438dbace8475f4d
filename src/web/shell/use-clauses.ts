import { useQueries } from '@tanstack/react-query'
import type { Text } from '../../kernel/text.ts'
import { procedureQuery } from '../api.ts'
import { useMeta } from '../meta.ts'

/** A clause with the procedure in which it stands. */
export interface ClausePlace {
  readonly procedure: string
  readonly id: string
  readonly text: Text
}

/** The clauses of all procedures, read when they are first looked for. */
export function useClauses(wanted: boolean): readonly ClausePlace[] {
  const { procedures } = useMeta()
  return useQueries({
    queries: procedures.map(procedure => ({ ...procedureQuery(procedure.name), enabled: wanted })),
    combine: answers =>
      answers.flatMap(({ data }) =>
        data
          ? Object.entries(data.clauses).map(([id, { zh, en }]) => ({ procedure: data.name, id, text: { zh, en } }))
          : [],
      ),
  })
}
