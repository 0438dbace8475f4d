import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { ComplaintRow } from './complaint.ts'
import { classOf } from './taxonomy.ts'

/** Ground, demand and remedy are judged where a consumer asks for one (S02 4.3). */
export const consumerOnly = (record: ComplaintRow): Refusal | null =>
  classOf(record.kind) === 'consumer' || record.partyKind === 'consumer'
    ? null
    : refuse(
        'not-a-consumer',
        text(
          '此步骤只用于消费者投诉；单位客户的投诉由质量管理部出具处置意见。',
          'This step is for consumers; complaints of organisations get a disposition opinion of quality management.',
        ),
      )
