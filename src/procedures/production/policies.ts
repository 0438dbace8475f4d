import type { Policy } from '../../kernel/policy.ts'

/** What the company may set here. */
export const policies: readonly Policy[] = []
