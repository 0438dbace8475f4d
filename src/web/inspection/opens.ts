import type { Meta } from '../answers.ts'
import { screenOpens } from '../shell/navigation.ts'

/**
 * Whether a page is there for this person: a screen for the roles that it is meant for. An inspector of the authority opens the registers, records, reports and clauses of the procedures
 * that are open to him, and nothing else.
 */
export function opens({ me, procedures }: Pick<Meta, 'me' | 'procedures'>, href: string): boolean {
  const { pathname, searchParams } = new URL(href, 'http://here')
  if (!me.inspecting) return screenOpens(pathname, me.roles)
  const [, page = '', next] = pathname.split('/')
  const sees = (name: string | null | undefined): boolean => procedures.some(item => item.name === name)
  if (page === '' || page === 'account') return true
  if (page === 'report') return sees(next)
  if (page !== 'clauses') return sees(page)
  const procedure = next ?? searchParams.get('procedure')
  return procedure === null || sees(procedure)
}
