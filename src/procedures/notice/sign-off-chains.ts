import { signOffChain } from '../../kernel/sign-off.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { NoticeRow } from './notice.ts'

/** Who may have to sign a notice, in the order of signing; policies choose among them. */
export const SIGNERS = {
  'management-representative': text('管理者代表', 'Management representative'),
  quality: text('质量管理部', 'Quality management'),
  'quality-head': text('质量负责人', 'Enterprise quality head'),
  'general-manager': text('总经理', 'General manager'),
} as const satisfies Record<string, Text>
export type Signer = keyof typeof SIGNERS

/** Signatures before a notice leaves the company; its kind decides which of them it needs (SC32, X20, X36). */
export const approvalChain = signOffChain<NoticeRow>({
  name: 'approval',
  title: text('通知签批', 'Approval of the notice'),
  rule: 'SC32',
  clause: 'S04-4.9a',
  steps: [
    {
      key: 'management-representative',
      by: ['management-representative'],
      meaning: text('通知内容属实，同意发出', 'The content is true; I agree that it is issued'),
    },
    {
      key: 'quality',
      by: ['quality'],
      meaning: text(
        '已核对产品、批号、接收名单与是否须上报，同意发出',
        'I checked products, lots, recipients and reportability; I agree that it is issued',
      ),
    },
    { key: 'quality-head', by: ['quality-head'], meaning: text('批准发出', 'I approve that it is issued') },
    { key: 'general-manager', by: ['general-manager'], meaning: text('批准发出', 'I approve that it is issued') },
  ],
  covers: record => ({
    kind: record.kind,
    recallClass: record.recallClass,
    reason: record.reason,
    instructions: record.instructions,
    distribution: record.distribution,
  }),
  titles: {
    kind: text('类别', 'Kind'),
    recallClass: text('召回级别', 'Recall class'),
    reason: text('原因', 'Reason'),
    instructions: text('要求', 'What is to be done'),
    distribution: text('名单版次', 'Revision of the list'),
  },
  remindAfter: 'notice.sign_h',
  escalatesTo: 'quality-head',
})
