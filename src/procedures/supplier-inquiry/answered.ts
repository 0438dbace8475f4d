import { z } from 'zod'
import type { Change } from '../../kernel/command.ts'
import type { Actor } from '../../kernel/person.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { line, paragraph } from '../../vocabulary/entry-field.ts'
import { roundKey } from './deadlines.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

/** What an answer says, whoever writes it down. */
export const answerFields = {
  answer: paragraph(text('答复内容', 'Answer')),
  cause: paragraph(text('查明的原因', 'Cause found')).optional(),
  measures: paragraph(text('纠正和预防措施', 'Corrective and preventive measures')).optional(),
  answeredBy: line(text('答复人', 'Answered by'), { hint: text('姓名和职务', 'name and position'), personal: true }),
}

const said = z.object(answerFields)

/** The answer stands on the record and among the answers; its clock is met, the evaluation's begins. */
export function answered(
  record: SupplierInquiryRow,
  input: z.infer<typeof said>,
  how: {
    readonly way: NonNullable<SupplierInquiryRow['answerWay']>
    readonly answeredAt: Instant
    readonly now: Instant
    readonly actor: Actor
    readonly newId: () => string
  },
): Change<SupplierInquiryRow> {
  const { way, answeredAt, now, actor, newId } = how
  const given = {
    answeredAt,
    answeredBy: input.answeredBy,
    answer: input.answer,
    cause: input.cause ?? null,
    measures: input.measures ?? null,
  }
  return {
    set: { ...given, answerWay: way, verdict: null, evaluation: null },
    rows: [
      {
        child: 'answer',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          round: record.round,
          question: record.question,
          way,
          ...given,
        },
      },
    ],
    meet: [{ deadline: 'answer', key: roundKey(record.round), at: answeredAt }],
    open: [{ deadline: 'evaluation', key: roundKey(record.round), from: now }],
  }
}
