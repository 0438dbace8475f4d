import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import { PolicyChange, type PolicyChangeRow } from './policy-change.ts'
import type { PolicyChangeFinds } from './queries.ts'

/** Makes the steps of a policy change. */
export const policyCommand = commandsOf<PolicyChangeRow, Record<never, never>, FindsOf<{ finds: PolicyChangeFinds }>>(
  PolicyChange,
)
