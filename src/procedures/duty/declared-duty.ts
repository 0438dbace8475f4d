import type { Duty } from '../../kernel/duty.ts'
import type { Procedure } from '../../kernel/procedure.ts'

/** A duty together with the procedure that demands it. */
export interface DeclaredDuty {
  readonly procedure: Procedure
  readonly duty: Duty
}

/** All duties of the product; asked late, since the list of procedures holds this procedure too. */
export type DeclaredDuties = () => readonly DeclaredDuty[]

/** The duties that the procedures declare, in their order. */
export const declaredBy = (procedures: readonly Procedure[]): DeclaredDuty[] =>
  procedures.flatMap(procedure => procedure.duties.map(duty => ({ procedure, duty })))

/** Name of a duty in the whole product; also that of its clock: `complaint.quarterly-sheet`. */
export const clockOf = (row: { readonly ofProcedure: string; readonly duty: string }): string =>
  `${row.ofProcedure}.${row.duty}`

/** The name of a declared duty; see {@link clockOf}. */
export const nameOf = ({ procedure, duty }: DeclaredDuty): string =>
  clockOf({ ofProcedure: procedure.name, duty: duty.name })

/** A duty by the columns of its record; none when a later version of the product no longer declares it. */
export const declaredOf = (
  declared: DeclaredDuties,
  row: { readonly ofProcedure: string; readonly duty: string },
): DeclaredDuty | undefined =>
  declared().find(item => item.procedure.name === row.ofProcedure && item.duty.name === row.duty)
