import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import type { InspectionRow } from '../equipment.ts'
import { INSPECTORS } from '../equipment.ts'
import { equipmentCommand } from '../equipment-command.ts'

const waiting = (list: readonly InspectionRow[]): readonly InspectionRow[] =>
  list.filter(item => item.result !== 'fit' && item.mendedAt === null).sort((a, b) => (a.at < b.at ? -1 : 1))

/** What an inspection found is mended and looked at. */
export const mendEquipment = equipmentCommand('mend', {
  title: text('处理完毕', 'Mended'),
  about: text(
    '写明处理和验证情况；先办最早的一项。',
    'What was done and how it was checked; the earliest finding first.',
  ),
  fulfils: ['EQ-mended'],
  from: ['active'],
  by: INSPECTORS,
  input: z.object({
    inspectionId: field(z.uuid(), { title: text('检查', 'Inspection'), widget: 'hidden' }),
    mending: paragraph(text('处理和验证情况', 'What was done, how it was checked')),
    attachments: attachmentIds.default([]),
  }),
  facts: ['inspections'],
  guard: ({ record, facts }) => [
    waiting(facts.inspections).length === 0 &&
      refuse(
        'nothing-found',
        text(`${record.number} 没有待处理的问题。`, `Nothing that was found at ${record.number} waits to be mended.`),
      ),
  ],
  check: ({ input, facts }) => [
    waiting(facts.inspections).every(item => item.id !== input.inspectionId) &&
      refuse('finding-settled', text('该问题已处理，请刷新。', 'That finding is settled: reload the page.'), {
        field: 'inspectionId',
      }),
  ],
  change: ({ record, input, actor, now }) => ({
    set: { openFindings: Math.max(0, record.openFindings - 1) },
    rows: [
      {
        child: 'inspection',
        id: input.inspectionId,
        set: { mendedAt: now, mendedByName: actor.name, mending: input.mending },
      },
    ],
    meet: [{ deadline: 'mend', key: input.inspectionId }],
    attach: input.attachments.map(id => ({ id, purpose: 'mending' })),
  }),
  tell: ({ input }) => text(`处理完毕：${input.mending}`, `mended: ${input.mending}`),
  fill: ({ facts }) => {
    const first = waiting(facts.inspections)[0]
    return first ? { inspectionId: first.id } : {}
  },
  remark: ({ facts }) => {
    const finding = waiting(facts.inspections)[0]?.finding
    return finding ? text(finding, finding) : null
  },
  rank: 20,
})
