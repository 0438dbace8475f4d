import { useMemo } from 'react'
import type { Choices } from '../../kernel/command.ts'
import type { RecordPage } from '../answers.ts'
import type { Values } from '../form/values.ts'
import type { AskedStep } from './asked-step.ts'

/**
 * What the form of a step opens with: what the record suggests, above it what the address fills in (with a draft of its own), and the
 * choices of this record.
 */
export function useFill(
  page: RecordPage,
  command: string,
  asked: AskedStep | null,
): { readonly fill?: Values; readonly draftOf?: string; readonly choices?: Choices } {
  const suggested = page.fill[command]
  const choices = page.choices[command]
  return useMemo(() => {
    const given = asked?.command === command && Object.keys(asked.fill).length > 0 ? asked.fill : null
    const chosen = choices && { choices }
    if (given) return { fill: { ...suggested, ...given }, draftOf: JSON.stringify(given), ...chosen }
    return { ...(suggested && { fill: suggested }), ...chosen }
  }, [suggested, choices, asked, command])
}
