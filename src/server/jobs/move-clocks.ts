import { execute } from '../../kernel/execute.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'

/** The server itself, at the site of a change. */
const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})

/**
 * Carries out approved changes of policies that hold by now and whose signers chose to move running clocks earlier. Each step
 * moves some hundred; the record remembers where it stopped, so a process that ends goes on later.
 */
export const moveClocksDue = async (kernel: Kernel): Promise<void> => {
  for (;;) {
    const { rows } = await kernel.pool.query<{ id: string; site_id: string }>(
      `SELECT id, site_id FROM policy_change
       WHERE state = 'approved' AND move_open AND moved_at IS NULL AND effective_from <= $1
       ORDER BY effective_from LIMIT 20`,
      [kernel.clock.now()],
    )
    if (rows.length === 0) return
    for (const { id, site_id } of rows)
      await execute(kernel, { command: 'policy-change.move-clocks', on: id, input: {} }, systemAt(site_id))
  }
}
