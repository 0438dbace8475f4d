import { z } from 'zod'
import { recordColumns } from './record-base.ts'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** One place of business of the company. People, records, numbers and calendars belong to a site. */
export const siteRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'closed']),
  name: bilingual,
  address: bilingual,
  province: z.string().min(1),
  /** Prefecture-level city of the registered address; decides which customers are local (S01 4.4). */
  city: z.string().min(1),
  /** GB/T 2260, six digits. */
  regionCode: z.string().regex(/^\d{6}$/),
  /** IANA zone, e.g. `Asia/Shanghai`. */
  timeZone: z.string().min(1),
})

/** A row of table `site`. */
export type SiteRow = z.infer<typeof siteRow>
