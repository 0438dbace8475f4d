import { execute } from '../../kernel/execute.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { fromRow } from '../../kernel/rows.ts'
import { awaited } from '../../procedures/awaited.ts'
import { compareContents } from '../../procedures/document/compare.ts'
import { type ContentItem, contentHash } from '../../procedures/document/content.ts'
import { programOf } from '../../procedures/document/described.ts'

interface InForce {
  readonly id: string
  readonly siteId: string
  readonly procedure: string
  readonly differenceHash: string | null
  readonly versionId: string
  readonly contentHash: string
}

/**
 * Compares what the program does with the version in force of every document, and notes what differs by a step of the
 * document: its owner gets a clock. What agrees again ends it. Answers how many were noted and cleared.
 */
export async function noteDifferences(kernel: Kernel): Promise<{ readonly noted: number; readonly cleared: number }> {
  const { rows } = await kernel.pool.query(IN_FORCE, [kernel.clock.now()])
  const { policies } = await kernel.settings()
  const book = policyBook(policies, kernel.clock.now())
  const described = () => [...kernel.registry.procedures, ...awaited]
  let [noted, cleared] = [0, 0]
  for (const item of rows.map(row => fromRow<InForce>(row))) {
    const program = programOf(described, item.procedure, book)
    if (!program) continue
    const hash = contentHash(program)
    if (hash !== item.contentHash && hash === item.differenceHash) continue
    // a declaration that only stands elsewhere than it did makes another hash and no difference
    const count =
      hash === item.contentHash ? 0 : compareContents(await contentOfVersion(kernel, item.versionId), program).length
    if (count === 0) {
      if (item.differenceHash === null) continue
      await execute(kernel, { command: 'document.clear-difference', on: item.id, input: {} }, systemAt(item.siteId))
      cleared += 1
    } else {
      const input = { hash, count }
      await execute(kernel, { command: 'document.note-difference', on: item.id, input }, systemAt(item.siteId))
      noted += 1
    }
  }
  return { noted, cleared }
}

const IN_FORCE = `
  SELECT d.id, d.site_id, d.procedure, d.difference_hash, v.id AS version_id, v.content_hash
  FROM document AS d CROSS JOIN LATERAL (
    SELECT id, content_hash FROM document_version
    WHERE document_id = d.id AND effective_from <= $1 AND withdrawn_from IS NULL
    ORDER BY effective_from DESC, place DESC LIMIT 1
  ) AS v
  WHERE d.procedure IS NOT NULL AND d.state <> 'withdrawn' AND v.content_hash IS NOT NULL`

const contentOfVersion = async (kernel: Kernel, id: string): Promise<readonly ContentItem[]> =>
  (await kernel.pool.query('SELECT content FROM document_version WHERE id = $1', [id])).rows[0]?.content ?? []

/** The server itself, at the document's site. */
const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})
