import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Meta, ProcedureMeta } from './answers.ts'
import { metaQuery, procedureQuery } from './api.ts'

/** Who is signed in and what there is; the shell has loaded it before any page shows. */
export const useMeta = (): Meta => useSuspenseQuery(metaQuery).data

/** One procedure as declared; undefined while it loads. */
export const useProcedure = (name: string): ProcedureMeta | undefined => useQuery(procedureQuery(name)).data
