import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { instantSchema } from '../../../vocabulary/record-base.ts'
import { turnKey } from '../deadlines.ts'
import { condition, degreesSchema, percentSchema } from '../fields.ts'
import { goodsRows, judge, limitColumns, outOfRangeClocks, refuseStore, storeColumns } from '../judging.ts'
import { type Measured, saidLimits, saidMeasured } from '../limits.ts'
import { RECORDERS } from '../roles.ts'
import { widest } from '../spans.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

const stretch = {
  from: instantSchema,
  until: instantSchema,
  points: z.int().positive(),
  temperatureLow: degreesSchema,
  temperatureHigh: degreesSchema,
  humidityLow: percentSchema.nullable(),
  humidityHigh: percentSchema.nullable(),
}

const refuseBackwards = (input: { readonly from: string; readonly until: string }) =>
  input.until < input.from &&
  refuse('ends-before', text('结束时间早于开始时间，请核对。', 'It ends before it begins: check the times.'), {
    field: 'until',
  })

/** S25-2.3a: a logger was out of range for a stretch of time; started by the step that takes its data. */
export const openExcursion = storageConditionCommand('open-excursion', {
  title: text('自动监测超范围立案', 'Open an excursion'),
  fulfils: ['S25-2.3a'],
  from: 'new',
  to: 'out-of-range',
  by: RECORDERS,
  input: z.object({
    ...stretch,
    warehouseId: condition.warehouseId,
    instrument: line(text('仪器编号', 'Instrument')),
    calibrationDueOn: condition.calibrationDueOn.optional(),
  }),
  find: ['store'],
  check: ({ input, found: { store }, policy }) => [
    refuseStore(store),
    refuseBackwards(input),
    store !== null &&
      judge(store, input, policy).ok &&
      refuse(
        'in-range',
        text('这段数据在范围内，不需立案。', 'These values are within the limits: there is nothing to open.'),
        { field: 'temperatureHigh' },
      ),
  ],
  change: ({ input, found: { store }, policy, actor, newId, zone, now }) => {
    if (!store) return {}
    const measured: Measured = measuredIn(input)
    const { limits, beyond } = judge(store, measured, policy)
    return {
      set: {
        ...storeColumns(store),
        ...limitColumns(limits),
        ...measured,
        title: `${store.warehouse.name} ${input.instrument} ${saidMeasured(measured).zh}`,
        kind: 'excursion',
        measuredAt: input.from,
        untilAt: input.until,
        logDay: dayOf(input.from, zone),
        instrument: input.instrument,
        calibrationDueOn: input.calibrationDueOn ?? null,
        points: input.points,
        recordedByName: actor.name,
        measures: 0,
        goodsCount: beyond.length,
        goodsRound: 1,
      },
      rows: goodsRows(beyond, newId),
      // People hear of it when the data come in: from then on it is theirs to act.
      open: outOfRangeClocks(now),
    }
  },
  tell: ({ record }) =>
    text(
      `${record.warehouseName} ${record.instrument} 超出范围 ${saidLimits(record).zh}：${saidMeasured(record).zh}`,
      `${record.warehouseName}, ${record.instrument}: beyond ${saidLimits(record).en}: ${saidMeasured(record).en}`,
    ),
  place: 'none',
})

/** The same stretch goes on in a later batch. What is worse than before is judged again by quality. */
export const extendExcursion = storageConditionCommand('extend-excursion', {
  title: text('超范围持续', 'The excursion goes on'),
  fulfils: ['S25-2.3a'],
  from: ['out-of-range', 'adjusted'],
  by: RECORDERS,
  input: z.object(stretch),
  facts: ['goods'],
  find: ['store'],
  guard: ({ record }) => [
    record.kind !== 'excursion' &&
      refuse(
        'no-excursion',
        text('只有自动监测超范围的记录可以延续。', 'Only an excursion in logger data goes on: open one first.'),
      ),
  ],
  check: ({ record, input }) => [
    refuseBackwards(input),
    record.untilAt !== null &&
      input.until <= record.untilAt &&
      refuse(
        'not-later',
        text('这段数据不晚于已记录的结束时间。', 'This stretch is not later than what is kept: check the times.'),
        { field: 'until' },
      ),
  ],
  change: ({ record, input, facts, found: { store }, policy, now, newId }) => {
    const was = measuredOf(record)
    const measured = was ? widest(was, measuredIn(input)) : measuredIn(input)
    const listed = new Set(facts.goods.map(item => item.lotId))
    const more = store ? judge(store, measured, policy).beyond.filter(item => !listed.has(item.lotId)) : []
    const worse =
      was !== null &&
      (measured.temperatureLow < was.temperatureLow ||
        measured.temperatureHigh > was.temperatureHigh ||
        more.length > 0)
    const again = worse && record.assessedAt !== null
    const goodsRound = record.goodsRound + (again ? 1 : 0)
    return {
      set: {
        ...measured,
        untilAt: input.until,
        points: (record.points ?? 0) + input.points,
        goodsCount: listed.size + more.length,
        ...(again && { goodsRound, goodsVerdict: null, goodsNote: null, assessedAt: null, assessedByName: null }),
      },
      rows: goodsRows(more, newId),
      open: again ? [{ deadline: 'quality', key: turnKey(goodsRound), from: now }] : [],
    }
  },
  tell: ({ record }) =>
    text(`持续超范围：${saidMeasured(record).zh}`, `still out of range: ${saidMeasured(record).en}`),
  place: 'none',
})

const measuredIn = ({ temperatureLow, temperatureHigh, humidityLow, humidityHigh }: Measured): Measured => ({
  temperatureLow,
  temperatureHigh,
  humidityLow,
  humidityHigh,
})

const measuredOf = (record: {
  readonly temperatureLow: number | null
  readonly temperatureHigh: number | null
  readonly humidityLow: number | null
  readonly humidityHigh: number | null
}): Measured | null =>
  record.temperatureLow === null || record.temperatureHigh === null
    ? null
    : {
        temperatureLow: record.temperatureLow,
        temperatureHigh: record.temperatureHigh,
        humidityLow: record.humidityLow,
        humidityHigh: record.humidityHigh,
      }
