import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { inspectionCommand, OPENERS } from '../inspection-command.ts'

/** JC-access: the account reads nothing more. */
export const endInspection = inspectionCommand('end', {
  title: text('结束检查', 'End the inspection'),
  fulfils: ['JC-access', 'JC-request'],
  from: ['open'],
  to: 'ended',
  by: OPENERS,
  input: z.object({
    reason: paragraph(text('说明', 'Remark'), {
      hint: text('有要求未答复时必填', 'needed while a request is open'),
    }).optional(),
  }),
  check: ({ record, input }) => [
    record.openRequests > 0 &&
      !input.reason &&
      refuse(
        'requests-open',
        text(
          `要结束 ${record.number}，请先答复 ${record.openRequests} 项未答复的要求，或说明为何现在结束。`,
          `To end ${record.number}, first answer ${record.openRequests} open requests, or say why it ends now.`,
        ),
        { field: 'reason', clause: 'JC-request' },
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: { endedAt: now, endedByName: actor.name, endReason: input.reason ?? null },
  }),
  tell: ({ input }) =>
    input.reason
      ? text(`结束检查：${input.reason}`, `ended: ${input.reason}`)
      : text('结束检查', 'ended the inspection'),
  rank: 30,
})
