import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds as attachments, choice, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notInFuture } from '../../../vocabulary/event-time.ts'
import { INSPECT } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { sampleResults } from '../taxonomy.ts'

const AT = text('复验时间', 'Tested at')

/** S01-4.4b: the retained sample is tested, or it is said why there is none. */
export const recordSampleTest = complaintCommand('record-sample-test', {
  title: text('登记留样复验', 'Record the test of the retained sample'),
  fulfils: ['S01-4.4b'],
  from: UNDER_WAY.slice(0, 3),
  by: INSPECT,
  input: z.object({
    result: choice(text('复验结果', 'Result'), sampleResults),
    testedAt: moment(AT).optional(),
    note: paragraph(text('说明', 'Note'), {
      hint: text('无留样时说明原因', 'when there is no sample, why'),
    }),
    attachments: attachments.optional(),
  }),
  check: ({ input, now }) => [notInFuture(input.testedAt, now, 'testedAt', AT)],
  change: ({ input, now, actor }) => ({
    set: {
      sampleResult: input.result,
      sampleNote: input.note,
      sampleTestedAt: happened(input.testedAt, now),
      sampleTestedByName: actor.name,
    },
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'sample-test' })),
  }),
  tell: ({ input }) =>
    text(
      `留样复验：${sampleResults[input.result].zh}。${input.note}`,
      `retained sample: ${sampleResults[input.result].en.toLowerCase()}. ${input.note}`,
    ),
  fill: ({ now }) => ({ testedAt: now }),
  rank: 30,
})
