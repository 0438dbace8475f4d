import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { inspectionCommand, OPENERS } from '../inspection-command.ts'

/** JC-finding: everything asked is answered and every finding put right. */
export const closeInspection = inspectionCommand('close', {
  title: text('关闭检查', 'Close'),
  fulfils: ['JC-finding', 'JC-request'],
  from: ['ended', 'expired'],
  to: 'closed',
  by: OPENERS,
  input: z.object({ conclusion: paragraph(text('检查结论', 'Conclusion of the authority')) }),
  sign: {
    meaning: text('要求已答复、缺陷已整改，我关闭本次检查', 'All was answered and put right; I close the inspection'),
  },
  guard: ({ record }) => [
    record.openRequests > 0 &&
      refuse(
        'requests-open',
        text(
          `要关闭 ${record.number}，请先答复 ${record.openRequests} 项要求。`,
          `To close ${record.number}, first answer ${record.openRequests} requests.`,
        ),
        { clause: 'JC-request' },
      ),
    record.openFindings > 0 &&
      refuse(
        'findings-open',
        text(
          `要关闭 ${record.number}，请先整改 ${record.openFindings} 项缺陷。`,
          `To close ${record.number}, first put ${record.openFindings} findings right.`,
        ),
        { clause: 'JC-finding' },
      ),
  ],
  change: ({ input, now }) => ({ set: { closedAt: now, conclusion: input.conclusion } }),
  tell: ({ input }) => text(`关闭检查：${input.conclusion}`, `closed: ${input.conclusion}`),
  rank: 31,
})
