import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { lotRows } from '../distribution.ts'
import { newNotice } from '../new-notice.ts'
import { noticeCommand } from '../notice-command.ts'
import { usualStanding } from '../policies.ts'

/** A mock recall begins: a real lot, the time taken from now, nothing leaves the company. */
export const startDrill = noticeCommand('start-drill', {
  title: text('开始模拟召回', 'Start a mock recall'),
  about: text(
    '不选批号时，系统选最久未演练、购货方最多的批号。从现在起计时，不对外发送。',
    'Without a lot, one that was not drilled for longest and has most buyers is taken. The time runs from now; nothing is sent.',
  ),
  fulfils: ['TZ-drill', 'CN-GSP-111'],
  from: 'new',
  to: 'drill',
  by: ['quality', 'quality-head'],
  input: z.object({
    lotId: field(z.uuid(), { title: text('批号', 'Lot'), widget: 'lot' }).optional(),
    scenario: paragraph(text('演练情景', 'Scenario')),
  }),
  find: ['drillLot', 'drillTrace'],
  check: ({ found }) => [
    !found.drillLot &&
      refuse(
        'no-lot',
        text('档案中没有批号可以演练，请先登记批号。', 'There is no lot to drill: register one first.'),
        {
          field: 'lotId',
        },
      ),
    found.drillLot &&
      found.drillLot.buyers === 0 &&
      refuse('nobody-bought', text('此批号没有售出，请换一个批号。', 'Nobody bought this lot: take another.'), {
        field: 'lotId',
      }),
  ],
  change: ({ input, found, policy, actor, now, newId }) => ({
    set: newNotice(found.drillTrace, {
      drill: true,
      kind: 'recall',
      recallClass: 2,
      initiator: 'own',
      standing: policy(usualStanding),
      reason: input.scenario,
      instructions: '模拟召回：不对外发送，按销售记录列出名单并核对数量。',
      measures: ['take-back'],
      planReference: null,
      causeNumber: null,
      decidedAt: now,
      preparedByName: actor.name,
    }),
    rows: lotRows(found.drillTrace, newId),
  }),
  tell: ({ record }) =>
    text(
      `开始模拟召回：${record.productNames} ${record.lotNos}，计时开始`,
      `started a mock recall of ${record.productNames} ${record.lotNos}; the time runs`,
    ),
})
