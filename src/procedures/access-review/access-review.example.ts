import { idOf, NOON, someone } from '../../../test/given.ts'
import type { AccessReviewLine, AccessReviewRow } from './access-review.ts'
import type { Account } from './queries.ts'

/** The keeper's account, which also holds the picker's role. */
export const keeperAccount: Account = {
  id: idOf('keeper'),
  number: 'RY-2026-00012',
  name: '蒋涛',
  department: '仓储部',
  state: 'active',
  roles: ['warehouse', 'picker'],
  lastSignIn: '2026-11-18T01:00:00.000Z',
  lastChange: '2026-03-02T01:00:00.000Z',
}

/** A review with two accounts. */
export const review = (over: Partial<AccessReviewRow> = {}): AccessReviewRow => ({
  id: idOf('review'),
  number: 'QXFH-2026-001',
  state: 'open',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: someone('administrator').id,
  updatedAt: NOON,
  period: '2026-H2',
  periodEnd: '2026-12-31',
  openedByName: '韩冰',
  accountCount: 2,
  undecided: 2,
  changeCount: 0,
  submittedAt: null,
  closedAt: null,
  ...over,
})

/** A line of it: the keeper's account. */
export const lineOf = (over: Partial<AccessReviewLine> = {}): AccessReviewLine => ({
  id: idOf('line 1'),
  accessReviewId: idOf('review'),
  place: 1,
  personId: keeperAccount.id,
  personNumber: keeperAccount.number,
  personName: keeperAccount.name,
  department: keeperAccount.department,
  personState: 'active',
  roles: [...keeperAccount.roles],
  lastSignIn: keeperAccount.lastSignIn,
  lastChange: keeperAccount.lastChange,
  remarks: [],
  decision: null,
  revoked: [],
  reason: null,
  decidedAt: null,
  decidedByName: null,
  carriedOutAt: null,
  ...over,
})
