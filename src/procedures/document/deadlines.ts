import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import type { DocumentRow } from './document.ts'
import { differenceDays, readingDays } from './policies.ts'

/** Somebody reads what was issued to him. */
const reading = deadline<DocumentRow>({
  name: 'reading',
  title: text('阅知文件', 'Read the document'),
  clause: 'S14-1.1b',
  rule: 'S14-1.1b',
  startsAt: text('发放', 'its issue'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(readingDays), basis: 'company', endOfDay: true }),
  policy: readingDays.key,
  owner: row => row.ownerRole,
  escalatesTo: 'management-representative',
  remark: () => text('公司目标，程序文件未规定期限', 'company target; the procedure sets no limit'),
})

/** The owner brings document and program together again. */
const difference = deadline<DocumentRow>({
  name: 'difference',
  title: text('处理文件与程序的差异', 'Settle the difference from the document'),
  clause: 'DC-difference',
  rule: 'DC-difference',
  startsAt: text('发现差异', 'the day it was noted'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(differenceDays), basis: 'company', endOfDay: true }),
  policy: differenceDays.key,
  owner: row => row.ownerRole,
  escalatesTo: 'management-representative',
  remark: row =>
    row.differenceCount > 0
      ? text(
          `${row.differenceCount} 处不同，请编制新版本或改回`,
          `${row.differenceCount} differences: revise, or change back`,
        )
      : null,
})

export const deadlines = [reading, difference]
