import type { Procedure } from '../kernel/procedure.ts'
import { calendarYear } from './calendar-year/procedure.ts'
import { complaint } from './complaint/procedure.ts'
import { person } from './person/procedure.ts'
import { policyChange } from './policy-change/procedure.ts'

/** Every written procedure that runs, in the order of the navigation. */
export const procedures: readonly Procedure[] = [complaint, person, policyChange(() => procedures), calendarYear]
