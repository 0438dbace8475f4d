import { z } from 'zod'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { Text } from '../../kernel/text.ts'
import { naToken } from '../../vocabulary/na-token.ts'
import type { ServerParts } from '../parts.ts'
import type { CopyLanguage, Letterhead } from '../print/letterhead.ts'
import { traditional } from '../print/traditional.ts'

/** Language of a copy, as the query string names it. */
export const copyLanguage = z.enum(['zh', 'zh-Hant', 'en']).default('zh')

/** For whom and when a copy is made; the name and the time come from the session and the server's clock. */
export const letterheadFor = async (parts: ServerParts, actor: Actor, language: CopyLanguage): Promise<Letterhead> => {
  const { rows } = await parts.pool.query<{ name: Text }>('select name from company')
  return {
    company: rows[0]?.name ?? '',
    language,
    printedBy: actor.name,
    printedAt: parts.kernel.clock.now(),
    zone: parts.kernel.zone,
    demo: parts.demoPassword !== null,
    traditional,
    naToken: policyBook((await parts.kernel.settings()).policies, parts.kernel.clock.now())(naToken),
  }
}
