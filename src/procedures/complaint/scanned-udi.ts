import { type Instant, yearOf } from '../../kernel/time.ts'
import { parseUdi, type UdiFields } from '../../vocabulary/udi.ts'

/** What a scanned or pasted UDI says; null when there is none or it cannot be read. */
export function readUdi(udi: string | null | undefined, now: Instant): UdiFields | null {
  if (!udi) return null
  const read = parseUdi(udi, yearOf(now.slice(0, 10)))
  return read.ok ? read : (read.production ?? null)
}
