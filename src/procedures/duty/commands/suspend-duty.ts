import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { reasonField, reasonInput } from '../../../vocabulary/base-data.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { dutyCommand } from '../duty-command.ts'
import { AGREED, ASKED } from '../suspension.ts'
import { ANY_ROLE, arrangersOnly } from '../who-may.ts'
import { withoutTurns } from '../without-turns.ts'

const NOT_ASKED = {
  suspendReason: null,
  suspendUntil: null,
  suspendAskedById: null,
  suspendAskedByName: null,
}

/** Somebody who arranges the work asks to suspend it: the store is closed, the equipment is out of use. */
export const askSuspension = dutyCommand('ask-suspension', {
  title: text('申请停做', 'Ask to suspend'),
  about: text(
    '库房停用、设备停运等；批准前照常执行。',
    'A store is closed, equipment stands still; goes on until it is agreed.',
  ),
  fulfils: ['DU-suspended'],
  from: ['active'],
  to: 'asked',
  by: ANY_ROLE,
  input: z.object({
    reason: reasonField,
    until: field(daySchema.nullable().default(null), {
      title: text('预计恢复日期', 'Expected to resume on'),
      widget: 'day',
    }),
  }),
  guard: ({ record, actor }) => [arrangersOnly(record, actor)],
  check: ({ input, now, zone }) => [
    input.until !== null &&
      input.until < dayOf(now, zone) &&
      refuse('day-past', text('预计恢复日期不能早于今天。', 'The day on which it resumes cannot lie in the past.'), {
        field: 'until',
      }),
  ],
  sign: { meaning: ASKED, chain: 'suspension', step: 1 },
  change: ({ input, actor }) => ({
    set: {
      suspendReason: input.reason,
      suspendUntil: input.until,
      suspendAskedById: actor.id,
      suspendAskedByName: actor.name,
    },
  }),
  tell: ({ input }) => text(`申请停做：${input.reason}`, `asked to suspend it: ${input.reason}`),
  rank: 60,
  place: 'menu',
})

/** The quality head agrees: turns to come are no longer asked. What was missed before stays. */
export const suspendDuty = dutyCommand('suspend', {
  title: text('批准停做', 'Agree to suspend'),
  about: text('批准后不再排定，未到期的各次取消。', 'Nothing more is planned; turns that are not over are dropped.'),
  fulfils: ['DU-suspended'],
  from: ['asked'],
  to: 'suspended',
  by: ['quality-head'],
  input: z.object({}),
  facts: ['owed'],
  differ: [
    {
      rule: 'SG09',
      from: ({ record }) => record.suspendAskedById,
      sentence: ({ record }) =>
        text(
          `停做由${record.suspendAskedByName ?? ''}申请，须由另一人批准。`,
          `${record.suspendAskedByName ?? ''} asked for it: somebody else must agree.`,
        ),
    },
  ],
  sign: { meaning: AGREED, chain: 'suspension', step: 2 },
  change: ({ record, facts, now }) =>
    withoutTurns(
      record,
      facts.owed,
      now,
      text(`停做：${record.suspendReason ?? ''}`, `suspended: ${record.suspendReason ?? ''}`),
    ),
  tell: ({ record }) =>
    text(`批准停做：${record.suspendReason ?? ''}`, `agreed to suspend it: ${record.suspendReason ?? ''}`),
  rank: 10,
})

/** The quality head does not agree; the work goes on. */
export const refuseSuspension = dutyCommand('refuse-suspension', {
  title: text('不同意停做', 'Refuse to suspend'),
  fulfils: ['DU-suspended'],
  from: ['asked'],
  to: 'active',
  by: ['quality-head'],
  input: reasonInput,
  sign: {
    meaning: text('我不同意停做这项定期工作', 'I do not agree to suspend this work'),
    chain: 'suspension',
    step: 2,
  },
  change: ({ input }) => ({ set: NOT_ASKED, decline: true, note: input.reason }),
  tell: ({ input }) => text(`不同意停做：${input.reason}`, `did not agree to suspend it: ${input.reason}`),
  rank: 20,
})

/** The work is done again from now on. */
export const resumeDuty = dutyCommand('resume', {
  title: text('恢复执行', 'Resume'),
  about: text(
    '自现在起重新排定；停做期间的不补。',
    'Planned again from now on; what fell into the suspension is not asked.',
  ),
  fulfils: ['DU-suspended'],
  from: ['suspended'],
  to: 'active',
  by: ['quality-head'],
  input: reasonInput,
  sign: { meaning: text('我批准恢复这项定期工作', 'I agree that this work is resumed') },
  change: ({ now, zone }) => ({
    set: { ...NOT_ASKED, asksFrom: now, plannedUntil: addDays(dayOf(now, zone), -1) },
  }),
  tell: ({ input }) => text(`恢复执行：${input.reason}`, `resumed it: ${input.reason}`),
  rank: 10,
})
