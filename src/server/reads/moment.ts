import { z } from 'zod'
import { text } from '../../kernel/text.ts'
import { endOfDay, type Instant, isDay, parseInstant, startOfDay, type Zone } from '../../kernel/time.ts'

/** A moment or a day; a day means its first or last moment at the site. */
export const moment = z
  .string()
  .max(40)
  .refine(value => isDay(value) || parseInstant(value) !== null, {
    params: {
      text: text('请写成 2026-11-22 或 2026-11-22T01:02:03Z。', 'Write it as 2026-11-22 or 2026-11-22T01:02:03Z.'),
    },
  })

/** First moment that is meant. */
export const startOf = (value: string | undefined, zone: Zone, otherwise: Instant): Instant =>
  value === undefined ? otherwise : isDay(value) ? startOfDay(value, zone) : (parseInstant(value) ?? otherwise)

/** Last moment that is meant. */
export const endOf = (value: string | undefined, zone: Zone, otherwise: Instant): Instant =>
  value === undefined ? otherwise : isDay(value) ? endOfDay(value, zone) : (parseInstant(value) ?? otherwise)

export const EVER = '1900-01-01T00:00:00.000Z'
export const NEVER = '9999-12-31T00:00:00.000Z'
