import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addLocalDays } from '../../../kernel/time.ts'
import { attachmentIds, line, moment, paragraph, person } from '../../../vocabulary/entry-field.ts'
import { inspectionCommand, OPENERS } from '../inspection-command.ts'
import { mostDays } from '../policies.ts'
import { scopeColumns, scopeInput, scopeRefusals, scopeText, validityRefusals } from '../scope.ts'

/** JC-access: lets an inspector's account look at chosen procedures for a limited time. */
export const openInspection = inspectionCommand('open', {
  title: text('登记检查并开通查看', 'Open an inspection'),
  about: text(
    '检查员出示证件和通知书后使用。账号须先在人员中建立，角色为监管检查员。',
    'Once the inspectors have shown their cards and notice. The account is made under People first, with the role of an inspector.',
  ),
  fulfils: ['JC-access', 'JC-limit'],
  from: 'new',
  to: 'open',
  by: OPENERS,
  input: z.object({
    authority: line(text('检查机关', 'Authority')),
    noticeNo: line(text('检查通知书编号', 'Number of the notice')).optional(),
    purpose: paragraph(text('检查目的', 'Purpose')),
    inspectors: field(
      z
        .array(
          z.object({
            name: line(text('姓名', 'Name')),
            certificate: line(text('执法证号', 'Number of the card')),
          }),
        )
        .min(1)
        .max(20),
      { title: text('检查员', 'Inspectors') },
    ),
    accountId: person(text('检查员账号', 'Account')),
    ...scopeInput,
    validFrom: moment(text('有效自', 'Valid from'), { hint: text('不填为现在', 'now when left empty') }).optional(),
    validUntil: moment(text('有效至', 'Valid until')),
    attachments: attachmentIds.optional(),
  }),
  find: ['account', 'sameAccount'],
  sign: {
    meaning: text('已核对检查员证件和通知书，我开通其查看', 'I checked cards and notice and open our records to them'),
  },
  check: ({ input, found, now, zone, policy }) => {
    const from = input.validFrom ?? now
    const days = policy(mostDays)
    return [
      (found.account?.state !== 'active' || !found.account.roles.includes('authority-inspector')) &&
        refuse(
          'no-inspector',
          text(
            '该账号不是在用的监管检查员账号。请先在人员中建立一个只有“监管检查员”角色的账号，再选择它。',
            'That is no active account of an inspector: first make one under People whose only role is inspector, then choose it.',
          ),
          { field: 'accountId', clause: 'JC-access' },
        ),
      found.sameAccount &&
        refuse(
          'account-open',
          text(
            `该账号正用于检查 ${found.sameAccount.number}。请先结束它，或另建账号。`,
            `That account is in use for ${found.sameAccount.number}: first end that inspection, or make another account.`,
          ),
          { field: 'accountId', clause: 'JC-access' },
        ),
      ...scopeRefusals(input),
      ...validityRefusals(from, input.validUntil, addLocalDays(now, days, zone), now, days),
    ]
  },
  change: ({ input, found, now, actor }) => ({
    set: {
      title: `${input.authority} ${input.purpose}`.slice(0, 120),
      authority: input.authority,
      noticeNo: input.noticeNo ?? null,
      purpose: input.purpose,
      inspectors: input.inspectors,
      inspectorNames: input.inspectors.map(({ name }) => name).join('、'),
      accountId: input.accountId,
      accountName: found.account?.name ?? '',
      ...scopeColumns(input),
      validFrom: input.validFrom ?? now,
      validUntil: input.validUntil,
      openedByName: actor.name,
      openRequests: 0,
      openFindings: 0,
      findingCount: 0,
    },
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
  }),
  tell: ({ record }) => {
    const scope = scopeText(record)
    return text(
      `为${record.authority}（${record.inspectorNames}）开通查看：${scope.zh}`,
      `opened records to ${record.authority} (${record.inspectorNames}): ${scope.en}`,
    )
  },
  rank: 1,
  place: 'page',
})
