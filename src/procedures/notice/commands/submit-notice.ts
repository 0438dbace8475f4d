import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { approvalRoute } from '../approval-route.ts'
import { noticeCommand } from '../notice-command.ts'
import { ANY_DRAFTER } from '../roles.ts'

/** After somebody declined, the draft goes for signature again. */
export const submitNotice = noticeCommand('submit', {
  title: text('重新提交签批', 'Submit again'),
  fulfils: ['S26-2.3d', 'S04-4.9a'],
  from: ['draft'],
  by: ANY_DRAFTER,
  input: z.object({}),
  guard: ({ record, signOffs }) => [
    signOffs.some(row => row.chain === 'approval' && row.outcome === 'pending') &&
      refuse(
        'being-signed',
        text(
          `${record.number} 正在签批，请等签批人签署或退回。`,
          `${record.number} is being signed: wait until it is signed or declined.`,
        ),
      ),
  ],
  change: ({ record, policy }) => ({ seek: [{ chain: 'approval', steps: approvalRoute(policy, record) }] }),
  tell: () => text('重新提交签批', 'submitted again for signature'),
  rank: 20,
})
