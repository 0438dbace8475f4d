import { z } from 'zod'
import { isDay, isInstant } from '../kernel/time.ts'

/** A moment: ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.string().refine(isInstant, 'not an instant such as 2026-11-22T01:02:03.000Z')

/** A calendar day: `YYYY-MM-DD`. */
export const daySchema = z.string().refine(isDay, 'not a day such as 2026-11-22')

/** The columns that every record has; see `RecordBase` in the kernel. Spread them first into a record's row. */
export const recordColumns = {
  id: z.uuid(),
  number: z.string(),
  version: z.int().positive(),
  siteId: z.uuid(),
  createdAt: instantSchema,
  createdBy: z.uuid(),
  updatedAt: instantSchema,
}
