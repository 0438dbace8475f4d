import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph } from '../../../vocabulary/entry-field.ts'
import { isZone, zoneTitles } from '../../../vocabulary/stock.ts'
import { roundKeys, sumOf } from '../placement.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { KEEPERS } from '../stop-sale-roles.ts'
import type { StopSaleMark } from '../stop-sale-rows.ts'

const place = z.object({
  markId: field(z.uuid(), { title: text('位置', 'Place'), widget: 'hidden' }),
  place: line(text('位置', 'Place')).optional(),
  counted: field(z.int().min(0).max(10_000_000), { title: text('清点数量', 'Counted'), widget: 'number' }),
  difference: line(text('差异原因', 'Why it differs')).optional(),
})

/** Warehouse, zone and lot in one line, with what is expected there. */
const placeLine = (mark: StopSaleMark): string =>
  `${mark.warehouseName} ${isZone(mark.zone) ? zoneTitles[mark.zone].zh : mark.zone} ${mark.lotNo}（应有 ${mark.expected}）`

/** S01-4.7c, S26-2.1a: the warehouse hangs the mark at every place and counts against what is expected. */
export const markStopSale = stopSaleCommand('mark', {
  title: text('挂牌并清点', 'Hang the marks and count'),
  about: text(
    '逐个位置挂黄牌并清点；与应有数量不符的须说明原因。库内无货的直接确认。',
    'Hang the yellow card and count at each place; a difference needs its reason. Without stock, just confirm.',
  ),
  fulfils: ['S01-4.7c', 'S01-4.7b', 'S26-2.1a', 'S25-2.6a'],
  from: AT_WORK,
  by: KEEPERS,
  input: z.object({
    places: field(z.array(place).max(500), {
      title: text('各位置', 'Places'),
      entries: { fixed: true, heading: 'place' },
    }).default([]),
    foundElsewhere: paragraph(text('其他位置发现', 'Found elsewhere'), {
      hint: text('清单以外的位置还有此货时填写位置和数量', 'goods at a place that is not listed: where, how many'),
    }).optional(),
  }),
  facts: ['marks', 'told'],
  guard: ({ record, facts }) => [
    facts.marks.every(mark => mark.markedAt !== null) &&
      facts.told.every(row => row.audience !== 'warehouse' || row.acknowledgedAt !== null) &&
      refuse(
        'marks-hung',
        text(
          `${record.number} 的停售标识已全部挂好。`,
          `All marks of ${record.number} hang already; nothing is left to do.`,
        ),
      ),
  ],
  check: ({ record, input, facts }) => {
    const open = new Map(facts.marks.filter(mark => mark.markedAt === null).map(mark => [mark.id, mark]))
    const seen = new Set<string>()
    return [
      input.places.length === 0 &&
        open.size > 0 &&
        refuse(
          'places-missing',
          text(
            `${record.number} 有 ${open.size} 个位置待挂牌清点，请逐个填写清点数量。`,
            `${open.size} places of ${record.number} wait for their mark: enter what was counted at each.`,
          ),
          { field: 'places' },
        ),
      ...input.places.flatMap((row, index) => {
        const mark = open.get(row.markId)
        const twice = seen.has(row.markId)
        seen.add(row.markId)
        return [
          (!mark || twice) &&
            refuse(
              'no-such-place',
              text(
                '该位置不在待挂牌清单中，请刷新后重填。',
                'That place waits for no mark: reload the page and fill in again.',
              ),
              { field: `places.${index}.markId` },
            ),
          mark &&
            row.counted !== mark.expected &&
            !row.difference &&
            refuse(
              'difference-unexplained',
              text(
                `${placeLine(mark)}清点为 ${row.counted}，请说明差异原因。`,
                `${mark.warehouseName}, ${mark.lotNo}: ${mark.expected} expected, ${row.counted} counted; say why.`,
              ),
              { field: `places.${index}.difference` },
            ),
        ]
      }),
    ]
  },
  change: ({ record, input, facts, now, actor }) => {
    const counted = new Map(input.places.map(row => [row.markId, row]))
    const after = facts.marks.map(mark => counted.get(mark.id)?.counted ?? mark.counted)
    const complete = after.every(quantity => quantity !== null)
    const elsewhere = [record.foundElsewhere, input.foundElsewhere].filter(Boolean).join('\n') || null
    return {
      set: {
        foundElsewhere: elsewhere,
        ...(complete && {
          countedInStock: sumOf(after, quantity => quantity ?? 0),
          marksAt: now,
          marksByName: actor.name,
        }),
      },
      rows: [
        ...input.places.map(row => ({
          child: 'mark',
          id: row.markId,
          set: {
            counted: row.counted,
            difference: row.difference ?? null,
            markedAt: now,
            markedByName: actor.name,
          },
        })),
        ...(complete
          ? facts.told
              .filter(row => row.audience === 'warehouse' && row.acknowledgedAt === null)
              .map(row => ({
                child: 'told',
                id: row.id,
                set: { acknowledgedAt: now, acknowledgedByName: actor.name },
              }))
          : []),
      ],
      meet: complete ? roundKeys(record.widenCount).map(key => ({ deadline: 'marks', key })) : [],
    }
  },
  tell: ({ input, facts }) => {
    const expected = new Map(facts.marks.map(mark => [mark.id, mark.expected]))
    const off = input.places.filter(row => row.counted !== expected.get(row.markId)).length
    const sum = sumOf(input.places, row => row.counted)
    return input.places.length === 0
      ? text('仓库确认停发；库内无此货', 'the warehouse confirmed the stop; none of it is in stock')
      : text(
          `已挂牌 ${input.places.length} 处，清点 ${sum}${off ? `，${off} 处有差异已说明` : '，与应有一致'}`,
          `marks hung at ${input.places.length} places, ${sum} counted${off ? `, ${off} differ and are explained` : ', as expected'}`,
        )
  },
  fill: ({ facts }) => ({
    places: facts.marks
      .filter(mark => mark.markedAt === null)
      .map(mark => ({ markId: mark.id, place: placeLine(mark), counted: mark.expected })),
  }),
  rank: 10,
})
