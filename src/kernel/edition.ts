import { z } from 'zod'
import { type Instant, isInstant } from './time.ts'

const instant = z.string().refine(isInstant)

/** An approved version of the document that describes a procedure, as the kernel reads it. */
export const editionRow = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  /** Name of the procedure that the document describes. */
  procedure: z.string(),
  /** Number of the document: `QP15`. */
  code: z.string(),
  /** Version: `A/0`. */
  label: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  effectiveFrom: instant,
  withdrawnFrom: instant.nullable(),
})
export type Edition = z.infer<typeof editionRow>

/** The version in force for a procedure at a moment; null when nothing describes it, or no longer. */
export function editionAt(editions: readonly Edition[], procedure: string, now: Instant): Edition | null {
  const begun = editions.filter(item => item.procedure === procedure && item.effectiveFrom <= now)
  const last = begun.reduce<Edition | null>(
    (best, item) => (best === null || item.effectiveFrom > best.effectiveFrom ? item : best),
    null,
  )
  return last === null || (last.withdrawnFrom !== null && last.withdrawnFrom <= now) ? null : last
}
