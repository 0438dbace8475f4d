import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { DisposalRow } from './disposal.ts'
import { LISTING } from './roles.ts'

/** Three different people: who keeps the records, the quality head, the general manager. */
export const approval = signOffChain<DisposalRow>({
  name: 'approval',
  title: text('处置审批', 'Approval of disposal'),
  rule: 'DS-approve',
  clause: 'DS-approve',
  steps: [
    {
      key: 'custodian',
      by: LISTING,
      called: text('提请人', 'Proposer'),
      meaning: text(
        '所列记录保存期限已满，我提请处置',
        'The retention of these records has ended; I ask for their disposal',
      ),
    },
    {
      key: 'quality-head',
      by: ['quality-head'],
      meaning: text('我已审核，所列记录可以处置', 'I reviewed the list; the records may go'),
    },
    { key: 'general-manager', by: ['general-manager'], meaning: text('批准处置', 'I approve the disposal') },
  ],
  covers: record => ({ count: record.count, records: record.lines.map(line => line.number).join('、') }),
  titles: { count: text('记录数', 'Records'), records: text('记录', 'Records listed') },
})
