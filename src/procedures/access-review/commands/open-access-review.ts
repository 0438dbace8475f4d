import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { accessReviewCommand } from '../access-review-command.ts'
import { halfYear, halfYearOf, periodText } from '../half-year.ts'
import { idleDays } from '../policies.ts'
import { remarksOn } from '../remarks.ts'

/** Begins the review of a half-year: every account as it stands now, each still undecided. */
export const openAccessReview = accessReviewCommand('open', {
  title: text('开始权限复核', 'Begin an access review'),
  about: text(
    '列出全部账号、角色、最近登录和最近变更。',
    'Lists all accounts with roles, last log-in and last change.',
  ),
  fulfils: ['AR-review'],
  from: 'new',
  to: 'open',
  by: ['quality-head', 'quality', 'administrator'],
  input: z.strictObject({
    period: field(z.string().regex(/^20\d\d-H[12]$/), {
      title: text('半年', 'Half-year'),
      hint: text('如 2026-H2', 'Such as 2026-H2'),
    }),
  }),
  find: ['accounts', 'sameHalfYear'],
  check: ({ input, found, now, zone }) => [
    found.sameHalfYear &&
      refuse(
        'reviewed-already',
        text(
          `${periodText(input.period).zh}的复核 ${found.sameHalfYear.number} 已经开始，请在其中办理。`,
          `${found.sameHalfYear.number} reviews the ${periodText(input.period).en} already: go on there.`,
        ),
        { field: 'period' },
      ),
    input.period > halfYearOf(dayOf(now, zone)).period &&
      refuse(
        'not-begun',
        text('该半年尚未开始，请选择已开始的半年。', 'That half-year has not begun: choose one that has.'),
        { field: 'period' },
      ),
    found.accounts.length === 0 &&
      refuse('no-accounts', text('没有可复核的账号，请先登记人员。', 'There are no accounts: first register people.')),
  ],
  change: ({ input, found, actor, now, zone, newId, policy }) => ({
    set: {
      period: input.period,
      periodEnd: halfYear(input.period).end,
      openedByName: actor.name,
      accountCount: found.accounts.length,
      undecided: found.accounts.length,
      changeCount: 0,
    },
    rows: found.accounts.map((account, i) => ({
      child: 'line',
      insert: {
        id: newId(),
        place: i + 1,
        personId: account.id,
        personNumber: account.number,
        personName: account.name,
        department: account.department,
        personState: account.state,
        roles: account.roles,
        lastSignIn: account.lastSignIn,
        lastChange: account.lastChange,
        remarks: remarksOn(account, { now, zone, idleDays: policy(idleDays) }).map(({ zh, en }) => ({ zh, en })),
        revoked: [],
      },
    })),
  }),
  tell: ({ input, found }) =>
    text(
      `开始${periodText(input.period).zh}的权限复核，共 ${found.accounts.length} 个账号`,
      `began the access review of the ${periodText(input.period).en}: ${found.accounts.length} accounts`,
    ),
  fill: ({ now, zone }) => ({ period: halfYearOf(dayOf(now, zone)).period }),
})
