import type { Workbench } from '../answers.ts'
import { useRead } from '../api.ts'

/** Open and late records of each procedure, and what is late for this person. Read with the workbench. */
export function useCounts(): {
  readonly late: number
  readonly of: (procedure: string) => { readonly open: number; readonly late: number } | null
} {
  const { data } = useRead<Workbench>('workbench.mine')
  return {
    late: data?.late ?? 0,
    of: procedure => {
      const found = data?.inStates?.[procedure]
      if (found === undefined) return null
      return typeof found === 'number' ? { open: found, late: 0 } : found
    },
  }
}
