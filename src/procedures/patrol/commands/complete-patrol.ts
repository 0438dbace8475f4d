import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { runnings, WALKERS } from '../patrol.ts'
import { patrolCommand } from '../patrol-command.ts'

const item = z.object({
  itemId: field(z.uuid(), { title: text('设备', 'Equipment'), widget: 'hidden' }),
  about: line(text('设备', 'Equipment')).optional(),
  running: choice(text('运行状况', 'State'), runnings),
  finding: line(text('异常情况', 'What was found'), { when: { field: 'running', is: ['stopped', 'fault'] } })
    .nullable()
    .default(null),
})

/** S03-W1a: the round is over; each piece of equipment has its state, each finding opens a clock. */
export const completePatrol = patrolCommand('complete', {
  title: text('填写巡视记录', 'Complete the round'),
  about: text(
    '逐台填写运行状况；异常须写明，随后限期处理或报告。',
    'The state of each piece; a fault is described, and then mended or reported in time.',
  ),
  fulfils: ['S03-W1a', 'PT-findings'],
  from: ['walking'],
  by: WALKERS,
  input: z.object({
    items: field(z.array(item).max(300), {
      title: text('各设备', 'Equipment'),
      entries: { fixed: true, heading: 'about' },
    }),
    note: paragraph(text('备注', 'Note')).nullable().default(null),
    photographs: attachmentIds.default([]),
  }),
  facts: ['items'],
  check: ({ record, input, facts }) => {
    const known = new Map(facts.items.map(row => [row.id, row]))
    const named = new Set(input.items.map(row => row.itemId))
    const left = facts.items.filter(row => !named.has(row.id))
    return [
      left.length > 0 &&
        refuse(
          'items-missing',
          text(
            `${record.number} 还有 ${left.length} 台设备未填写（${left[0]?.name ?? ''} 等），请逐台填写。`,
            `${left.length} pieces of ${record.number} are not filled in (${left[0]?.name ?? ''} …): enter the state of each.`,
          ),
          { field: 'items' },
        ),
      ...input.items.flatMap((row, index) => [
        !known.has(row.itemId) &&
          refuse(
            'no-such-item',
            text('该设备不在本次巡视中，请刷新后重填。', 'That equipment is not part of this round: reload the page.'),
            { field: `items.${index}.itemId` },
          ),
        row.running === 'fault' &&
          row.finding === null &&
          refuse(
            'finding-needed',
            text(
              `${known.get(row.itemId)?.name ?? ''}异常，请写明情况。`,
              `${known.get(row.itemId)?.name ?? ''} is faulty: say what was found.`,
            ),
            { field: `items.${index}.finding` },
          ),
      ]),
    ]
  },
  sign: { meaning: text('我已逐台巡视，所记属实', 'I went round every piece; what I noted is true') },
  change: ({ input, facts, actor, now }) => {
    const found = input.items.filter(row => row.finding !== null)
    const nameOf = (id: string): string => facts.items.find(row => row.id === id)?.name ?? ''
    return {
      to: found.length > 0 ? 'findings' : 'done',
      set: {
        findingCount: found.length,
        openCount: found.length,
        note: input.note,
        completedAt: now,
        completedByName: actor.name,
      },
      rows: input.items.map(({ itemId, running, finding }) => ({
        child: 'item',
        id: itemId,
        set: { running, finding },
      })),
      open: found.map(row => {
        const said = `${nameOf(row.itemId)}：${row.finding ?? ''}`
        return { deadline: 'finding', key: row.itemId, from: now, note: text(said, said) }
      }),
      attach: input.photographs.map(id => ({ id, purpose: 'photograph' })),
    }
  },
  tell: ({ input }) => {
    const found = input.items.filter(row => row.finding !== null).length
    return found === 0
      ? text(`巡视完成，${input.items.length} 台均无异常`, `went round ${input.items.length} pieces, nothing found`)
      : text(`巡视完成，${found} 台有异常`, `went round ${input.items.length} pieces, ${found} findings`)
  },
  fill: ({ facts }) => ({
    items: facts.items.map(row => ({
      itemId: row.id,
      about: `${row.name}（${row.location}）`,
      running: 'normal' as const,
      finding: null,
    })),
  }),
  rank: 10,
})
