import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { isZone, type UnitRow, zoneTitles } from '../../../vocabulary/stock.ts'
import { STOCK_KEEPERS } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { inZone, type Move, type MoveGround, writesOf } from '../move.ts'
import { refuseDoubled, refuseMove } from '../move-check.ts'
import { dayField, serialsField, warehouseField, zoneField } from '../move-fields.ts'

const input = z.object({
  zone: zoneField(text('库区', 'Zone')),
  warehouseId: warehouseField,
  counted: field(z.int().min(0).max(10_000_000), { title: text('实盘数量', 'Counted') }),
  serials: serialsField,
  countedOn: dayField('盘点日期', 'Counted on'),
  reason: field(z.string().trim().max(500).nullable().default(null), {
    title: text('差异原因', 'Cause of the difference'),
    hint: text('账实相符时可不填', 'Empty where ledger and count agree'),
    widget: 'paragraph',
  }),
})
type Asked = z.infer<typeof input>

/** A stocktake of the lot in one zone; a difference is a move like any other, so that nothing vanishes. */
export const countLot = lotCommand('count', {
  title: text('盘点', 'Count'),
  about: text(
    '登记实盘数量；与账面不符的须说明原因，并生成盘盈或盘亏记录。',
    'The counted quantity; a difference has a cause and becomes a move of its own.',
  ),
  fulfils: ['LT-count', 'LT-ledger'],
  from: ['active', 'inactive'],
  by: [...STOCK_KEEPERS, 'stock-maintenance'],
  input,
  facts: ['stock', 'product'],
  find: ['warehouse', 'newUnits', 'zoneUnits'],
  check: ({ record, input, facts, found, now, zone }) => {
    const ground = { record, facts, found: { ...found, units: known(found) } }
    const differences = found.warehouse ? differencesOf(ground, found.zoneUnits, input) : []
    return [
      input.countedOn > dayOf(now, zone) &&
        refuse('in-future', text('盘点日期不能晚于今天。', 'The day of the count cannot lie in the future.'), {
          field: 'countedOn',
        }),
      !found.warehouse &&
        refuse(
          'warehouse-unknown',
          text(
            '请选择仓库；没有时先登记并设为主仓库。',
            'Choose a warehouse; if there is none, first register a main one.',
          ),
          { field: 'warehouseId', clause: 'LT-zones' },
        ),
      facts.product?.isSerialTracked === true &&
        input.serials.length !== input.counted &&
        refuse(
          'serials-needed',
          text(
            `实盘 ${input.counted} 件，须逐件填写序列号，现填了 ${input.serials.length} 个。`,
            `Enter the serial number of each of the ${input.counted} units; there are ${input.serials.length} now.`,
          ),
          { field: 'serials', clause: 'LT-serial' },
        ),
      refuseDoubled(input.serials),
      differences.length > 0 &&
        !input.reason &&
        refuse(
          'reason-needed',
          text(
            `账面 ${inZone(ground, input.zone)}，实盘 ${input.counted}：请填写差异原因。`,
            `The ledger has ${inZone(ground, input.zone)} and ${input.counted} were counted: enter the cause.`,
          ),
          { field: 'reason', clause: 'LT-count' },
        ),
      ...differences.flatMap(move => (isZone(move.from) ? [] : refuseMove(ground, move))),
    ]
  },
  sign: { meaning: text('实盘数量属实', 'I counted this') },
  change: ({ record, input, facts, found, actor, now, newId }) => {
    const ground = { record, facts, found: { ...found, units: known(found) } }
    return {
      rows: [
        ...writesOf({ ...ground, actor, now, newId }, differencesOf(ground, found.zoneUnits, input)),
        {
          child: 'stock-count',
          insert: {
            id: newId(),
            warehouseId: found.warehouse?.id ?? null,
            zone: input.zone,
            countedOn: input.countedOn,
            booked: inZone(ground, input.zone),
            counted: input.counted,
            reason: input.reason,
            at: now,
            byId: actor.id,
            byName: actor.name,
          },
        },
      ],
    }
  },
  tell: ({ record, input, facts, found }) => {
    const booked = inZone({ facts, found: { ...found, units: [] } }, input.zone)
    return text(
      `盘点 ${record.lotNo} ${zoneTitles[input.zone].zh}：账面 ${booked}，实盘 ${input.counted}${input.reason ? `，${input.reason}` : ''}`,
      `counted ${input.counted} of ${record.lotNo} in the ${zoneTitles[input.zone].en.toLowerCase()}, ledger ${booked}${input.reason ? `: ${input.reason}` : ''}`,
    )
  },
  rank: 70,
  place: 'menu',
})

const known = (found: { readonly newUnits: readonly UnitRow[]; readonly zoneUnits: readonly UnitRow[] }): UnitRow[] => [
  ...new Map([...found.zoneUnits, ...found.newUnits].map(unit => [unit.serial, unit])).values(),
]

/** What is missing leaves the zone, what was found enters it; units with serial numbers are compared one by one. */
function differencesOf(ground: MoveGround, there: readonly UnitRow[], asked: Asked): Move[] {
  const { zone, counted, countedOn: happenedOn, reason: note } = asked
  const move = { kind: 'count', happenedOn, note } as const
  const missing = (quantity: number, serials: readonly string[]): Move => ({
    ...move,
    from: zone,
    to: 'counted',
    quantity,
    serials,
  })
  const found = (quantity: number, serials: readonly string[]): Move => ({
    ...move,
    from: 'counted',
    to: zone,
    quantity,
    serials,
  })
  if (ground.facts.product?.isSerialTracked) {
    const listed = new Set(asked.serials)
    const had = new Set(there.map(unit => unit.serial))
    const gone = there.map(unit => unit.serial).filter(serial => !listed.has(serial))
    const extra = asked.serials.filter(serial => !had.has(serial))
    return [
      ...(gone.length > 0 ? [missing(gone.length, gone)] : []),
      ...(extra.length > 0 ? [found(extra.length, extra)] : []),
    ]
  }
  const difference = counted - inZone(ground, zone)
  if (difference === 0) return []
  return difference < 0 ? [missing(-difference, [])] : [found(difference, [])]
}
