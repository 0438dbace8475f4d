import { useMemo } from 'react'
import type { RecordPage } from '../answers.ts'
import type { Values } from '../form/values.ts'
import type { AskedStep } from './asked-step.ts'

/** What the form of a step opens with: what the record suggests, and above it what the address fills in, whose draft is its own. */
export function useFill(
  page: RecordPage,
  command: string,
  asked: AskedStep | null,
): { readonly fill?: Values; readonly draftOf?: string } {
  const suggested = page.fill[command]
  return useMemo(() => {
    const given = asked?.command === command && Object.keys(asked.fill).length > 0 ? asked.fill : null
    if (given) return { fill: { ...suggested, ...given }, draftOf: JSON.stringify(given) }
    return suggested ? { fill: suggested } : {}
  }, [suggested, asked, command])
}
