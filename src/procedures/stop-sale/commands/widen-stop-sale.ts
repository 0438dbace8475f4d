import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { stop } from '../fields.ts'
import {
  goodsRows,
  holdTitle,
  placementClocks,
  roundKey,
  scopeRefusals,
  sumOf,
  toldRows,
  written,
} from '../placement.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'

const wider = {
  lot: text('更多批号', 'More lots'),
  product: text('整个产品', 'The whole product'),
} as const satisfies Record<string, Text>

/** S01-4.7b: what holds for one lot may hold for others; the same act reaches them. */
export const widenStopSale = stopSaleCommand('widen', {
  title: text('扩大停售范围', 'Widen the stop'),
  about: text(
    '增加批号或扩大到整个产品；新增部分重新挂牌、告知，已确认的须重新双签。',
    'More lots or the whole product; marks and notices follow, a confirmed stop is signed anew.',
  ),
  fulfils: ['S01-4.7b', 'S01-4.7d', 'S26-2.2a'],
  from: ['placed', 're-check', 'confirmed'],
  by: QUALITY,
  input: z.object({
    scope: choice(text('扩大到', 'To'), wider),
    lotId: field(z.uuid(), {
      title: text('批号', 'Lot'),
      widget: 'lot',
      when: { field: 'scope', is: ['lot'] },
    }).optional(),
    lotIds: stop.lotIds.optional(),
    reason: stop.reason,
  }),
  facts: ['lots', 'marks', 'transit'],
  find: ['goods'],
  guard: ({ record }) => [
    record.scope === 'product' &&
      refuse(
        'whole-product',
        text(
          `${record.number} 已停售整个产品；其他产品请另行停售。`,
          `${record.number} holds the whole product: place another stop for another product.`,
        ),
      ),
  ],
  check: ({ record, input, found, facts }) => {
    const lotIds = [...(input.lotIds ?? []), ...(input.lotId ? [input.lotId] : [])]
    const held = new Set(record.scope === 'lot' ? facts.lots.map(lot => lot.lotId) : [])
    return [
      ...scopeRefusals({ scope: input.scope, productId: record.productId, lotIds, serials: [] }, found.goods),
      input.scope === 'lot' &&
        lotIds.length > 0 &&
        lotIds.every(id => held.has(id)) &&
        refuse(
          'already-held',
          text('所选批号已在停售范围内，请选择其他批号。', 'That lot is held already: choose another.'),
          { field: 'lotId' },
        ),
    ]
  },
  change: ({ record, input, found, facts, newId, now, actor }) => {
    const { goods } = found
    const step = { newId, now, actor }
    const whole = input.scope === 'product'
    const known = new Set(facts.lots.map(lot => lot.lotId))
    const added = whole ? [] : goods.lots.filter(lot => !known.has(lot.id))
    const lotNos = [...facts.lots.map(lot => lot.lotNo), ...added.map(lot => lot.lotNo)]
    const marked = new Set(facts.marks.map(mark => `${mark.lotId} ${mark.warehouseId} ${mark.zone}`))
    const listed = new Set(facts.transit.map(item => `${item.lotId} ${item.number}`))
    const fresh = {
      ...goods,
      // Single devices were counted one by one; their lot is counted anew.
      places: goods.places.filter(
        item => record.scope === 'serials' || !marked.has(`${item.lotId} ${item.warehouseId} ${item.zone}`),
      ),
      transit: goods.transit.filter(item => !listed.has(`${item.lotId} ${item.number}`)),
    }
    const title = holdTitle({ name: record.productName, model: record.model }, input.scope, lotNos, [])
    const round = record.widenCount + 1
    const confirmed = record.state === 'confirmed'
    return {
      ...(confirmed && { to: 'confirming' }),
      set: {
        scope: input.scope,
        title,
        lotId: whole ? null : record.lotId,
        lotNos: whole ? null : lotNos.join('、'),
        serials: [],
        widenCount: round,
        expectedInStock: record.expectedInStock + sumOf(fresh.places, item => item.quantity),
        expectedUnderWay: record.expectedUnderWay + sumOf(fresh.transit, item => item.quantity),
        expectedAtBuyers: whole ? goods.atBuyers : record.expectedAtBuyers + goods.atBuyers,
        buyers: Math.max(record.buyers, goods.buyers),
        marksAt: null,
        marksByName: null,
        salesAckAt: null,
        salesAckByName: null,
        // What was found good is less than what is held now.
        ...(record.finding === 'good' && { finding: null, findingNote: null, findingAt: null, findingByName: null }),
        ...(confirmed && { confirmedAt: null, confirmedByName: null, countersignedByName: null, headToldAt: null }),
      },
      rows: [
        ...added.map(lot => ({ child: 'lot', insert: { ...written(step), lotId: lot.id, lotNo: lot.lotNo } })),
        ...goodsRows(fresh, step),
        ...toldRows(`${title}：${input.reason}`, step),
      ],
      open: [
        ...placementClocks(now, round),
        ...(confirmed ? [{ deadline: 'head', from: now }] : []),
        ...(record.finding === 'good' && !confirmed ? [{ deadline: 'recheck', from: now }] : []),
      ],
      cancel:
        record.finding === 'good'
          ? [{ deadline: 'release', key: roundKey(0), reason: text('停售范围已扩大', 'the stop was widened') }]
          : [],
    }
  },
  tell: ({ record, input }) =>
    text(`停售范围扩大为 ${record.title}：${input.reason}`, `widened the stop to ${record.title}: ${input.reason}`),
  rank: 40,
  place: 'menu',
})
