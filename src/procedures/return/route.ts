import type { PolicyBook } from '../../kernel/policy.ts'
import { approvalMatrix, expiredBatch, qualityNeedsSalesHead, retainedSampleTest } from './policies.ts'
import type { ReturnRow } from './return.ts'
import { type Approver, approvers } from './taxonomy.ts'

type Matrix = (typeof approvalMatrix)['default']

/** What the choice of the route looks at. */
export type Routed = Pick<ReturnRow, 'route' | 'reason' | 'special' | 'goodwill' | 'bulk' | 'expiredLot'>

/**
 * Who signs (X08): the policy's matrix by route and reason; a special case is the general manager's alone (SC02). Quality
 * returns of expired lots are first the quality head's, as the policy says; bulk goods on goodwill need the general manager too.
 */
export function approversOf(record: Routed, policy: PolicyBook): readonly Approver[] {
  if (record.special) return ['general-manager']
  const named = new Set<Approver>(listed(record, policy(approvalMatrix)))
  const quality = record.route === 'dealer' && record.reason === 'quality'
  if (quality && !policy(qualityNeedsSalesHead) && named.size > 1) named.delete('sales-head')
  if (quality && policy(qualityNeedsSalesHead)) named.add('sales-head')
  if (record.expiredLot && record.reason === 'quality' && policy(expiredBatch) === 'quality_head')
    named.add('quality-head')
  return (Object.keys(approvers) as Approver[]).filter(key => named.has(key))
}

function listed({ route, reason, goodwill, bulk }: Routed, matrix: Matrix): readonly Approver[] {
  if (route === 'recall') return matrix.recall
  if (goodwill) return [...matrix.goodwill, ...(bulk ? matrix.contractBulk : [])]
  if (route === 'contract') return bulk ? matrix.contractBulk : matrix.contract
  return reason === 'quality' ? matrix.quality : matrix.unsaleable
}

/** Whether the retained sample is tested before anything is decided (X09). */
export const sampleFirst = (record: Pick<ReturnRow, 'route' | 'reason'>, policy: PolicyBook): boolean =>
  record.route === 'contract' && record.reason === 'quality' && policy(retainedSampleTest) !== 'never'

/** Opens the approval round of a return. */
export const seekApproval = (record: Routed, policy: PolicyBook) => [
  { chain: 'approval', steps: approversOf(record, policy) },
]
