import type { DeadlineRow, Work } from './deadline.ts'
import type { ClockProof, GivenSignature } from './evidence-proof.ts'
import type { Kernel } from './kernel.ts'
import type { Procedure } from './procedure.ts'

/** What met clocks, by their id: one query for each fact that a clock names. */
export async function workBehind(
  kernel: Pick<Kernel, 'db'>,
  { deadlines, queries }: Procedure,
  rows: readonly DeadlineRow[],
): Promise<ReadonlyMap<string, Work>> {
  const met = Map.groupBy(
    rows.filter(row => row.metAt && !row.cancelledAt),
    row => deadlines.find(item => item.name === row.name)?.work,
  )
  const found = await Promise.all(
    [...met].map(async ([fact, list]) => {
      const read = fact ? queries.facts[fact]?.read : undefined
      const known = await read?.(
        kernel.db,
        list.map(row => row.id),
      )
      return [...((known ?? new Map()) as ReadonlyMap<string, Work>)]
    }),
  )
  return new Map(found.flat())
}

/** Records on which the work was done that met clocks of other records. */
export const workRecords = (clocks: readonly Pick<ClockProof, 'work'>[]) =>
  clocks.flatMap(({ work }) => work?.record ?? [])

/** The signatures behind a clock: those on the record that met it; on its own record those of that very moment. */
export const signaturesBehind = (
  { recordId, work }: Pick<ClockProof, 'recordId' | 'work'>,
  signatures: readonly GivenSignature[],
): readonly GivenSignature[] =>
  signatures.filter(item =>
    work && !work.record
      ? item.recordId === recordId && item.at === work.at
      : item.recordId === (work?.record?.id ?? recordId),
  )
