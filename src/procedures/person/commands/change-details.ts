import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { details } from '../person.ts'
import { personCommand } from '../person-command.ts'

/** Corrects what is written about a person; the old values stay readable. */
export const changeDetails = personCommand('change-details', {
  title: text('更正人员资料', 'Correct details'),
  fulfils: ['IT-unique'],
  from: ['active', 'inactive'],
  by: ['administrator'],
  input: z.object({ ...details, reason: reasonField }),
  check: ({ record, input: { reason, ...entered } }) => [
    refuseUnchanged(correctionsOf(record, entered, reason), text('人员资料', 'the details')),
  ],
  change: ({ record, input: { reason, ...entered } }) => ({
    set: entered,
    correct: correctionsOf(record, entered, reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.number} 的资料：${input.reason}`, `corrected the details of ${record.number}: ${input.reason}`),
  fill: ({ record: { name, nameEn, department, email, phone } }) => ({ name, nameEn, department, email, phone }),
  rank: 60,
})
