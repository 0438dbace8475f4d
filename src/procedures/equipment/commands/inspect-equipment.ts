import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { INSPECTORS, results } from '../equipment.ts'
import { equipmentCommand } from '../equipment-command.ts'

const LIFT_INSPECTORS = ['equipment-supervisor', 'equipment-manager']

/** S03-D1a, S03-W2a: the periodic inspection; lifts are the supervisor's. What is found opens a clock to mend it. */
export const inspectEquipment = equipmentCommand('inspect', {
  title: text('定期检查', 'Inspect'),
  about: text('发现问题即限期处理。', 'What is found is to be mended within its limit.'),
  fulfils: ['S03-D1a', 'S03-W2a', 'EQ-mended'],
  from: ['active'],
  by: INSPECTORS,
  input: z.object({
    result: choice(text('检查结果', 'Result'), results),
    finding: paragraph(text('问题', 'What was found'), { when: { field: 'result', is: ['to-mend', 'stopped'] } })
      .nullable()
      .default(null),
    note: paragraph(text('检查情况', 'Note')).nullable().default(null),
    attachments: attachmentIds.default([]),
  }),
  guard: ({ record, actor }) => [
    record.kind === 'lift' &&
      actor.via !== 'system' &&
      !holds(actor, LIFT_INSPECTORS) &&
      refuse(
        'lift-supervisor',
        text('电梯由设备主管定期检查，请转交设备主管。', 'Lifts are inspected by the equipment supervisor: ask him.'),
        { kind: 'forbidden', clause: 'S03-W2a' },
      ),
  ],
  check: ({ input }) => [
    input.result !== 'fit' &&
      input.finding === null &&
      refuse('finding-needed', text('请写明发现的问题。', 'Say what was found.'), { field: 'finding' }),
  ],
  sign: { meaning: text('我已检查该设备，所记属实', 'I inspected this equipment; what I noted is true') },
  change: ({ record, input, actor, now, newId }) => {
    const id = newId()
    const found = input.result !== 'fit'
    return {
      set: {
        inspectedAt: now,
        inspectedByName: actor.name,
        openFindings: record.openFindings + (found ? 1 : 0),
      },
      rows: [
        {
          child: 'inspection',
          insert: {
            id,
            at: now,
            byId: actor.id,
            byName: actor.name,
            result: input.result,
            finding: found ? input.finding : null,
            note: input.note,
          },
        },
      ],
      open: found
        ? [{ deadline: 'mend', key: id, from: now, note: text(input.finding ?? '', input.finding ?? '') }]
        : [],
      attach: input.attachments.map(one => ({ id: one, purpose: 'inspection' })),
    }
  },
  tell: ({ input }) => {
    const { zh, en } = results[input.result]
    return text(
      `检查：${zh}${input.finding ? `，${input.finding}` : ''}`,
      `inspected: ${en}${input.finding ? `, ${input.finding}` : ''}`,
    )
  },
  rank: 10,
})
