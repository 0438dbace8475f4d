import type { Procedure } from '../kernel/procedure.ts'
import { person } from './person/procedure.ts'

/** Every written procedure that runs, in the order of the navigation. */
export const procedures: readonly Procedure[] = [person]
