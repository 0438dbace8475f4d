import type { Differ, Situation } from '../../kernel/command.ts'
import { holds } from '../../kernel/person.ts'
import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { PolicyChangeRow } from './policy-change.ts'

/** Nobody decides a proposal of his own. */
export const notProposer: Differ<PolicyChangeRow, unknown> = {
  rule: 'PL-separation',
  from: ({ record }) => record.createdBy,
  sentence: ({ record }) =>
    record.headProposed
      ? text(
          `${record.number} 由您提出，请由管理者代表、总经理或另一位质量负责人决定。`,
          `You proposed ${record.number}: the management representative, the general manager or another quality head decides it.`,
        )
      : text(
          `${record.number} 由您提出，请由另一位质量负责人决定。`,
          `You proposed ${record.number}: another quality head decides it.`,
        ),
}

/** The quality head decides; others only what a quality head proposed. */
export const asked = ({ record, actor }: Pick<Situation<PolicyChangeRow, unknown>, 'record' | 'actor'>): Refusals => [
  !record.headProposed &&
    !holds(actor, ['quality-head']) &&
    refuse(
      'quality-head-decides',
      text(
        `${record.number} 由质量负责人决定，请转交质量负责人。`,
        `${record.number} is for the quality head to decide: pass it on.`,
      ),
      { kind: 'forbidden', clause: 'PL-approval' },
    ),
]
