import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusals, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { roleIds, roles } from '../../../vocabulary/role.ts'
import { type AccessReviewLine, decisions } from '../access-review.ts'
import { accessReviewCommand } from '../access-review-command.ts'

/** Accounts that one form lists. */
const ON_A_PAGE = 20

const said = z.strictObject({
  lineId: field(z.uuid(), { title: text('行', 'Line'), widget: 'hidden' }),
  account: field(z.string().max(400), { title: text('账号', 'Account'), widget: 'line' }),
  decision: field(z.enum(['keep', 'revoke', 'deactivate']), {
    title: text('结论', 'Decision'),
    options: decisions,
  }).optional(),
  revoked: field(z.array(z.enum(roleIds as [(typeof roleIds)[number], ...typeof roleIds])).max(roleIds.length), {
    title: text('收回的角色', 'Roles to revoke'),
    widget: 'choices',
    options: Object.fromEntries(roleIds.map(role => [role, roles[role].title])),
    when: { field: 'decision', is: ['revoke'] },
  }).default([]),
  reason: field(z.string().trim().min(2).max(300), {
    title: text('理由', 'Reason'),
    when: { field: 'decision', is: ['revoke', 'deactivate'] },
  }).optional(),
})
type Said = z.infer<typeof said>

const nameOf = (line: AccessReviewLine): string =>
  `${line.personName}（${line.personNumber}，${line.department}）${line.roles.map(role => roles[role].title.zh).join('、')}`

const refusalsOf = (item: Said, line: AccessReviewLine | undefined, actorId: string, at: number): Refusals => {
  if (!line)
    return [
      refuse('no-line', text('没有这个账号行，请刷新后重试。', 'There is no such line: load the page again.'), {
        field: `lines.${at}`,
      }),
    ]
  const notHeld = item.revoked.filter(role => !line.roles.includes(role))
  return [
    line.personId === actorId &&
      refuse(
        'own-account',
        text(
          `不能复核自己的账号，${line.personName}的一行请由另一人核对。`,
          `Nobody reviews an account of his own: somebody else decides the line of ${line.personName}.`,
        ),
        { kind: 'forbidden', field: `lines.${at}.decision`, clause: 'AR-signatures' },
      ),
    item.decision !== 'keep' &&
      !item.reason &&
      refuse(
        'reason-missing',
        text(`请写明${line.personName}变更的理由。`, `Say why the account of ${line.personName} changes.`),
        { field: `lines.${at}.reason` },
      ),
    item.decision === 'revoke' &&
      item.revoked.length === 0 &&
      refuse(
        'roles-missing',
        text(`请选择收回${line.personName}的哪些角色。`, `Choose which roles ${line.personName} loses.`),
        { field: `lines.${at}.revoked` },
      ),
    item.decision === 'revoke' &&
      notHeld.length > 0 &&
      refuse(
        'role-not-held',
        text(
          `${line.personName}没有所选的“${notHeld.map(role => roles[role].title.zh).join('、')}”，请去掉。`,
          `${line.personName} does not hold "${notHeld.map(role => roles[role].title.en).join(', ')}": leave it out.`,
        ),
        { field: `lines.${at}.revoked` },
      ),
    item.decision === 'deactivate' &&
      line.personState !== 'active' &&
      refuse(
        'closed-already',
        text(
          `${line.personName}的账号已停用，请选“收回角色”或“保留”。`,
          `The account of ${line.personName} is closed: revoke its roles or keep it.`,
        ),
        { field: `lines.${at}.decision` },
      ),
  ]
}

/** Decides accounts one by one: kept, roles to be revoked, to be closed. What was decided may be decided anew until it is signed. */
export const decideAccessReview = accessReviewCommand('decide', {
  title: text('逐一核对', 'Go through the accounts'),
  about: text(
    '未选结论的账号留到下次；变更在会签完成时办理。',
    'Accounts without a decision stay for later; changes are carried out with the last signature.',
  ),
  fulfils: ['AR-review'],
  from: ['open'],
  by: ['quality-head', 'quality', 'administrator'],
  input: z.strictObject({
    lines: field(z.array(said).min(1).max(200), {
      title: text('账号', 'Accounts'),
      entries: { fixed: true, heading: 'account' },
    }),
  }),
  facts: ['lines'],
  check: ({ input, facts, actor }) => {
    const chosen = input.lines.some(item => item.decision)
    return [
      !chosen &&
        refuse('nothing-decided', text('请至少对一个账号选择结论。', 'Decide one account at least.'), {
          field: 'lines.0.decision',
        }),
      ...input.lines.flatMap((item, at) =>
        item.decision
          ? refusalsOf(
              item,
              facts.lines.find(line => line.id === item.lineId),
              actor.id,
              at,
            )
          : [],
      ),
    ]
  },
  change: ({ input, facts, actor, now }) => {
    const decided = new Map(input.lines.flatMap(item => (item.decision ? [[item.lineId, item]] : [])))
    const after = facts.lines.map(line => decided.get(line.id)?.decision ?? line.decision)
    return {
      set: {
        undecided: after.filter(decision => decision === null).length,
        changeCount: after.filter(decision => decision === 'revoke' || decision === 'deactivate').length,
      },
      rows: [...decided].map(([id, item]) => ({
        child: 'line',
        id,
        set: {
          decision: item.decision ?? null,
          revoked: item.decision === 'revoke' ? item.revoked : [],
          reason: item.decision === 'keep' ? null : (item.reason ?? null),
          decidedAt: now,
          decidedByName: actor.name,
        },
      })),
    }
  },
  tell: ({ input, record }) => {
    const count = input.lines.filter(item => item.decision).length
    return text(
      `核对 ${count} 个账号，还有 ${record.undecided} 个`,
      `decided ${count} accounts, ${record.undecided} are left`,
    )
  },
  fill: ({ facts, actor }) => ({
    lines: facts.lines
      .filter(line => line.personId !== actor.id)
      .toSorted((a, b) => Number(a.decision !== null) - Number(b.decision !== null) || a.place - b.place)
      .slice(0, ON_A_PAGE)
      .map(line => ({
        lineId: line.id,
        account: nameOf(line),
        revoked: line.revoked,
        ...(line.decision && { decision: line.decision }),
        ...(line.reason && { reason: line.reason }),
      })),
  }),
  rank: 10,
})
