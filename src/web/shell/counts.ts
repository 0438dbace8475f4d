import { useRead } from '../api.ts'
import type { Workbench } from '../workbench/answers.ts'

/** Open records of a procedure, and those of them with a clock that has run out. */
export interface OpenCount {
  readonly open: number
  readonly late: number
}

/** What is late for this person, and how much is open in each procedure. */
export function useCounts(): {
  readonly late: number
  readonly toSign: number
  readonly of: (procedure: string) => OpenCount | null
} {
  const { data: mine } = useRead<Workbench>('workbench.mine')
  const { data: open } = useRead<Readonly<Record<string, OpenCount>>>('workbench.counts')
  return { late: mine?.late ?? 0, toSign: mine?.toSign ?? 0, of: procedure => open?.[procedure] ?? null }
}
