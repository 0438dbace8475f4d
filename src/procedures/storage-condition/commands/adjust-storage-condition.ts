import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { turnKey } from '../deadlines.ts'
import { RECORDERS } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** S25-2.3a: what was done to bring the store back into its range. */
export const adjustStorageCondition = storageConditionCommand('adjust', {
  title: text('登记调控措施', 'Write down what was done'),
  about: text('写明做了什么、何时做的；随后须复测。', 'What was done and when; afterwards the store is read again.'),
  fulfils: ['S25-2.3a'],
  from: ['out-of-range', 'adjusted'],
  to: 'adjusted',
  by: RECORDERS,
  input: z.object({
    what: paragraph(text('调控措施', 'What was done'), {
      hint: text('如开启除湿机、调低空调、转移货品', 'e.g. dehumidifier on, cooling turned up, goods moved'),
    }),
    doneAt: moment(text('措施时间', 'Done at'), { hint: text('不填即现在', 'Now when empty') }).optional(),
  }),
  check: ({ record, input, now }) => [
    notInFuture(input.doneAt, now, 'doneAt', text('措施时间', 'Done at')),
    notBefore(
      input.doneAt,
      record.measuredAt,
      'doneAt',
      text('措施时间', 'Done at'),
      text('发现超范围的时间', 'when it was out of range'),
    ),
  ],
  change: ({ record, input, now, actor, newId }) => {
    const happenedAt = happened(input.doneAt, now)
    return {
      set: { measures: record.measures + 1 },
      rows: [
        {
          child: 'act',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'measure',
            happenedAt,
            what: input.what,
            temperature: null,
            humidity: null,
            inRange: null,
          },
        },
      ],
      meet:
        record.state === 'out-of-range'
          ? [{ deadline: 'adjustment', key: turnKey(record.measures + 1), at: happenedAt }]
          : [],
    }
  },
  tell: ({ input }) => text(`调控：${input.what}`, `adjusted: ${input.what}`),
  rank: 10,
})
