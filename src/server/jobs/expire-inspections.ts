import { execute } from '../../kernel/execute.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { ServerParts } from '../parts.ts'
import { systemAt } from './file-report.ts'

/** Ends every inspection whose time is over (JC-limit); the account has seen nothing since that moment. Answers how many. */
export async function expireInspections({ kernel, pool }: Pick<ServerParts, 'kernel' | 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ id: string; site_id: string }>(
    `select id, site_id from inspection where state = 'open' and valid_until <= $1 order by valid_until limit 100`,
    [kernel.clock.now()],
  )
  let expired = 0
  for (const { id, site_id } of rows)
    try {
      await execute(kernel, { command: 'inspection.expire', on: id, input: {} }, systemAt(site_id))
      expired += 1
    } catch (fault) {
      // another server on the same database was faster, or somebody ended it
      if (!(fault instanceof Refused)) throw fault
    }
  return expired
}
