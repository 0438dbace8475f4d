import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, instant, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { joinText, text } from '../../../kernel/text.ts'
import { roles } from '../../../vocabulary/role.ts'
import { onPaper } from '../../../vocabulary/signed-paper.ts'
import { decisions } from '../access-review.ts'
import { periodTitle } from '../half-year.ts'
import type { ReviewView } from './view.ts'

const schema = z.strictObject({
  title: saidSchema,
  boxes: z.strictObject({
    period: cellSchema,
    opened: cellSchema,
    accounts: cellSchema,
    changes: cellSchema,
  }),
  list: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

/** 权限复核记录: all accounts, what was decided about each and why, signed by two. */
export const accessReviewForm = form<ReviewView, z.infer<typeof schema>>({
  id: 'access-review',
  code: 'QR-QX-01',
  revision: 'A/0',
  title: text('账号与权限复核记录', 'Review of accounts and permissions'),
  template: new URL('./access-review.typ', import.meta.url),
  sample: new URL('./access-review.sample.json', import.meta.url),
  fulfils: ['AR-review', 'AR-signatures', 'AR-changes'],
  schema,
  data: ({ record, lines, signed }) => ({
    title: text('复核', 'Review'),
    boxes: {
      period: cell(text('复核期间', 'Period'), record ? periodTitle(record.period) : null),
      opened: cell(text('开　始', 'Begun'), [record?.openedByName ?? null, instant(record?.createdAt ?? null)]),
      accounts: cell(text('账号数', 'Accounts'), record ? String(record.accountCount) : null),
      changes: cell(text('变更数', 'Changes'), record ? String(record.changeCount) : null),
    },
    list: {
      title: text('账号逐一核对', 'Account by account'),
      columns: [
        { label: text('序号', 'No.'), width: 1.2 },
        { label: text('姓　名', 'Name'), width: 3 },
        { label: text('部　门', 'Department'), width: 3 },
        { label: text('角　色', 'Roles'), width: 6 },
        { label: text('最近登录', 'Last log-in'), width: 3 },
        { label: text('最近变更', 'Last change'), width: 3 },
        { label: text('提　示', 'Remarks'), width: 5 },
        { label: text('结论与理由', 'Decision and reason'), width: 5 },
      ],
      rows: lines.map(line => {
        const decision = line.decision ? decisions[line.decision] : null
        const revoked = joinText(line.revoked.map(role => roles[role].title))
        return [
          String(line.place),
          `${line.personName}\n${line.personNumber}`,
          line.department,
          joinText(line.roles.map(role => roles[role].title)),
          instant(line.lastSignIn),
          instant(line.lastChange),
          line.remarks.length > 0 ? joinText(line.remarks, text('；', '; ')) : null,
          decision
            ? text(
                [decision.zh + (revoked.zh && `：${revoked.zh}`), line.reason].filter(Boolean).join('\n'),
                [decision.en + (revoked.en && `: ${revoked.en}`), line.reason].filter(Boolean).join('\n'),
              )
            : null,
        ]
      }),
    },
    signatures: signed.map(onPaper),
  }),
})
