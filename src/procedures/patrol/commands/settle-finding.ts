import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { type ItemRow, outcomes } from '../patrol.ts'
import { patrolCommand } from '../patrol-command.ts'

const waiting = (items: readonly ItemRow[]): readonly ItemRow[] =>
  items.filter(item => item.finding !== null && item.settledAt === null)

/** A finding is mended, or the contractor and the equipment manager are told. */
export const settleFinding = patrolCommand('settle', {
  title: text('处理或报告异常', 'Mend or report a finding'),
  about: text(
    '写明处理结果，或何时通知了谁；先办最早的一项。',
    'What was done, or whom was told when; the first finding first.',
  ),
  fulfils: ['PT-findings'],
  from: ['findings'],
  by: ['equipment-technician', 'equipment-supervisor', 'equipment-manager'],
  input: z.object({
    itemId: field(z.uuid(), { title: text('异常', 'Finding'), widget: 'hidden' }),
    outcome: choice(text('结果', 'Outcome'), outcomes),
    handling: paragraph(text('处理、通知情况', 'What was done, whom was told')),
    attachments: attachmentIds.default([]),
  }),
  facts: ['items'],
  check: ({ input, facts }) => [
    waiting(facts.items).every(item => item.id !== input.itemId) &&
      refuse('finding-settled', text('该异常已处理，请刷新。', 'That finding is settled: reload the page.'), {
        field: 'itemId',
      }),
  ],
  change: ({ record, input, facts, actor, now }) => {
    const left = waiting(facts.items).length - 1
    return {
      to: left > 0 ? record.state : 'done',
      set: { openCount: left },
      rows: [
        {
          child: 'item',
          id: input.itemId,
          set: { outcome: input.outcome, handling: input.handling, settledAt: now, settledByName: actor.name },
        },
      ],
      meet: [{ deadline: 'finding', key: input.itemId }],
      attach: input.attachments.map(id => ({ id, purpose: 'handling' })),
    }
  },
  tell: ({ input, facts }) => {
    const name = facts.items.find(item => item.id === input.itemId)?.name ?? ''
    const { zh, en } = outcomes[input.outcome]
    return text(`${name} ${zh}：${input.handling}`, `${name}: ${en.toLowerCase()}, ${input.handling}`)
  },
  fill: ({ facts }) => {
    const first = waiting(facts.items)[0]
    return first ? { itemId: first.id } : {}
  },
  remark: ({ facts }) => {
    const first = waiting(facts.items)[0]
    return first ? text(`${first.name}：${first.finding ?? ''}`, `${first.name}: ${first.finding ?? ''}`) : null
  },
  rank: 10,
})
