import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { ComplaintRow } from './complaint.ts'
import { classOf } from './taxonomy.ts'

/** Whether an apology is owed before anything else: service complaints always, consumers where the fault is ours. */
const owesApology = (record: ComplaintRow): boolean =>
  record.apologisedAt === null &&
  (classOf(record.kind) === 'service' || (classOf(record.kind) === 'consumer' && record.ourQuality === true))

/** S28-4.5a, S02-4.3.2a. */
export const apologyFirst = (record: ComplaintRow, wanted: Text): Refusal | null =>
  owesApology(record)
    ? refuse(
        'apology-first',
        text(
          `要${wanted.zh}，请先由${classOf(record.kind) === 'service' ? '客户服务中心负责人' : '售后服务部'}代表公司致歉。`,
          `To ${wanted.en}, first have ${classOf(record.kind) === 'service' ? 'the head of customer service' : 'after-sales'} apologise for the company.`,
        ),
        { clause: classOf(record.kind) === 'service' ? 'S28-4.5a' : 'S02-4.3.2a' },
      )
    : null
