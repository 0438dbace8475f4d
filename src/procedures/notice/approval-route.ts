import type { PolicyBook } from '../../kernel/policy.ts'
import type { SignOffRow } from '../../kernel/sign-off.ts'
import { lastRound } from '../../kernel/sign-off-order.ts'
import { standingOf } from '../../kernel/sign-off-page.ts'
import type { NoticeRow } from './notice.ts'
import {
  advisoryChain,
  gravestApproval,
  recallApproval,
  refusalApproval,
  resumeApproval,
  suspendApproval,
} from './policies.ts'
import { approvalChain, SIGNERS, type Signer } from './sign-off-chains.ts'

/** Who signs this notice, in the order of signing; policies say so for each kind. */
export function approvalRoute(policy: PolicyBook, record: Pick<NoticeRow, 'kind' | 'recallClass'>): Signer[] {
  const asked = askedOf(policy, record)
  const inOrder = (Object.keys(SIGNERS) as Signer[]).filter(signer => asked.includes(signer))
  return inOrder.length > 0 ? inOrder : ['quality']
}

function askedOf(
  policy: PolicyBook,
  { kind, recallClass }: Pick<NoticeRow, 'kind' | 'recallClass'>,
): readonly string[] {
  switch (kind) {
    case 'suspend':
      return policy(suspendApproval)
    case 'recall':
      return recallClass === 1 ? policy(gravestApproval) : policy(recallApproval)
    case 'resume':
      return policy(resumeApproval)
    case 'advisory':
      return policy(advisoryChain)
    case 'refusal':
      return policy(refusalApproval)
  }
}

/** Whether everyone who was asked last has signed the notice as it is now. */
export function isApproved(signOffs: readonly SignOffRow[]): boolean {
  const round = lastRound(signOffs, approvalChain.name)
  return round.length > 0 && standingOf(round) === 'signed'
}
