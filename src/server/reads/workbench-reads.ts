import { z } from 'zod'
import { searchAll } from '../../kernel/search.ts'
import { signedBy, waitingFor } from '../../kernel/sign-list.ts'
import { text } from '../../kernel/text.ts'
import { workbench } from '../../kernel/workbench.ts'
import { workbenchChanges } from '../../kernel/workbench-changes.ts'
import { workbenchTeam } from '../../kernel/workbench-team.ts'
import { leaderRoles } from '../../vocabulary/role.ts'
import { type ProductRead, productRead } from './product-read.ts'

/** What one person must do, and the search behind the command palette. */
export const workbenchReads: readonly ProductRead[] = [
  productRead({
    name: 'workbench.mine',
    title: text('我的工作台', 'My workbench'),
    by: [],
    params: z.object({ limit: z.int().min(1).max(200).default(50) }),
    run: ({ kernel }, { limit }, actor) => workbench(kernel, actor, limit),
  }),
  productRead({
    name: 'workbench.changes',
    title: text('我的记录有何变化', 'What changed in my records'),
    by: [],
    params: z.object({}),
    run: ({ kernel }, _, actor) => workbenchChanges(kernel, actor),
  }),
  productRead({
    name: 'workbench.team',
    title: text('团队工作量', 'Load of the team'),
    by: leaderRoles,
    params: z.object({}),
    run: ({ kernel }, _, actor) => workbenchTeam(kernel, actor),
  }),
  productRead({
    name: 'workbench.signatures',
    title: text('我的签字', 'My signatures'),
    by: [],
    params: z.object({}),
    run: async ({ kernel }, _, actor) => {
      const [waiting, given] = await Promise.all([waitingFor(kernel, actor), signedBy(kernel, actor)])
      return { waiting, given }
    },
  }),
  productRead({
    name: 'search.all',
    title: text('查找', 'Search'),
    by: [],
    params: z.object({ q: z.string().max(200).default('') }),
    run: ({ kernel }, { q }, actor) => searchAll(kernel, q, actor),
  }),
]
