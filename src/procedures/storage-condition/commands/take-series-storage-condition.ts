import { z } from 'zod'
import type { Start } from '../../../kernel/command.ts'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addMilliseconds, dayOf, daysBetween } from '../../../kernel/time.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { instantSchema } from '../../../vocabulary/record-base.ts'
import { condition } from '../fields.ts'
import { limitColumns, limitsInForce, refuseCalibration, refuseStore, storeColumns } from '../judging.ts'
import { saidMeasured } from '../limits.ts'
import { MOST_POINTS, packPoints, sortPoints } from '../logger-points.ts'
import { silentMinutes } from '../policies.ts'
import { RECORDERS } from '../roles.ts'
import { extremesOf, goesOn, type Point, spansOf } from '../spans.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

/** A logger's clock may run ahead by this much. */
const AHEAD_MS = 120_000

const point = z.object({
  at: field(instantSchema, { title: text('时间', 'At') }),
  temperature: field(z.number().min(-90).max(60), { title: text('温度（℃）', 'Temperature (°C)') }),
  humidity: field(z.number().min(0).max(100).nullable().optional(), {
    title: text('相对湿度（%RH）', 'Relative humidity (%RH)'),
  }),
})

/** Longest span, in days, of one batch: what is known of it is read whole. */
const MOST_DAYS = 366
/** Days back that a value may lie: records of ten years are loaded, those of a logger whose clock fell back to 1970 or 2000 are not. */
const OLDEST_DAYS = 3_660
/** Most stretches out of range that one batch may open; each is a record of its own. */
const MOST_STRETCHES = 100

const pointsOf = (points: readonly z.output<typeof point>[]): Point[] =>
  points.map(({ at, temperature, humidity }) => ({ at, temperature, humidity: humidity ?? null }))

/**
 * S25-2.2a: values of an automatic logger, at most 5,000 of one store and instrument. Values that are known are not added
 * again; each stretch out of range becomes one record, and goes on in it when it began in an earlier batch.
 */
export const takeSeries = storageConditionCommand('take-series', {
  title: text('接收自动记录数据', 'Take data of a logger'),
  about: text(
    '每次不超过 5000 点、一个库房一台仪器；已有的不重复入库，超范围的自动立案。',
    'At most 5,000 values of one store and instrument; what is known is not added again, what is out of range gets a record.',
  ),
  fulfils: ['S25-2.2a', 'S25-2.3a'],
  from: 'new',
  to: 'taken',
  by: RECORDERS,
  input: z.object({
    warehouseId: condition.warehouseId,
    instrument: line(text('仪器编号', 'Instrument')),
    calibrationDueOn: condition.calibrationDueOn.optional(),
    points: field(z.array(point).min(1).max(MOST_POINTS), { title: text('数据点', 'Values'), widget: 'hidden' }),
  }),
  find: ['store', 'logger'],
  check: ({ input, found: { store, logger }, policy, now, zone }) => {
    const { fresh, contradicted } = sortPoints(pointsOf(input.points), logger.known)
    const last = fresh.at(-1)
    const times = input.points.map(({ at }) => at).sort()
    const first = times[0]
    const days = daysBetween(dayOf(first ?? now, zone), dayOf(times.at(-1) ?? now, zone))
    const stretches =
      store && days <= MOST_DAYS ? spansOf(fresh, limitsInForce(store, policy), policy(silentMinutes)).length : 0
    return [
      refuseStore(store),
      days > MOST_DAYS &&
        refuse(
          'too-long',
          text(
            `这批数据跨 ${days} 天，一次最多 ${MOST_DAYS} 天：请按年分批上传，并核对仪器时钟。`,
            `These values span ${days} days, ${MOST_DAYS} at a time: send them year by year, and check the logger's clock.`,
          ),
          { field: 'points' },
        ),
      stretches > MOST_STRETCHES &&
        refuse(
          'too-many-stretches',
          text(
            `这批数据有 ${stretches} 段超限，一次最多 ${MOST_STRETCHES} 段：请核对库房、限值和仪器，或分成更短的批次上传。`,
            `These values leave the range ${stretches} times, ${MOST_STRETCHES} at most at a time: check store, limits and logger, or send shorter parts.`,
          ),
          { field: 'points' },
        ),
      contradicted !== null &&
        refuse(
          'point-differs',
          text(
            `${contradicted} 已有不同的数值，同一时刻只能有一个读数：请核对仪器编号和数据文件。`,
            `There is another value for ${contradicted}: a moment has one reading, check instrument and file.`,
          ),
          { field: 'points' },
        ),
      contradicted === null &&
        fresh.length === 0 &&
        refuse(
          'all-known',
          text('这些数据均已入库，不必重复上传。', 'All of these values are kept already: nothing needs to be done.'),
          { field: 'points', kind: 'conflict' },
        ),
      last &&
        last.at > addMilliseconds(now, AHEAD_MS) &&
        refuse(
          'in-future',
          text(
            `数据时间 ${last.at} 晚于现在：请校准仪器时钟后重新导出。`,
            `A value is of ${last.at}, later than now: set the logger's clock and export again.`,
          ),
          { field: 'points' },
        ),
      first !== undefined &&
        daysBetween(dayOf(first, zone), dayOf(now, zone)) > OLDEST_DAYS &&
        refuse(
          'too-old',
          text(
            `数据时间 ${first} 早于十年前：请核对仪器时钟后重新导出。`,
            `A value is of ${first}, more than ten years ago: check the logger's clock and export again.`,
          ),
          { field: 'points' },
        ),
      last && refuseCalibration(input.calibrationDueOn, last.at, zone),
    ]
  },
  change: ({ input, found: { store, logger }, policy, actor, newId, zone }) => {
    const { fresh } = sortPoints(pointsOf(input.points), logger.known)
    const [first, last, all] = [fresh[0], fresh.at(-1), extremesOf(fresh)]
    if (!store || !first || !last || !all) return {}
    const { warehouseId, instrument, calibrationDueOn } = input
    const gap = policy(silentMinutes)
    const limits = limitsInForce(store, policy)
    const { running } = logger
    const start = spansOf(fresh, limits, gap).map((span, i): Start => {
      const { ended: _, points, ...rest } = span
      return i === 0 && running?.untilAt && goesOn(running.untilAt, span, gap)
        ? { command: 'storage-condition.extend-excursion', on: running.id, input: { ...rest, points }, link: 'data' }
        : {
            command: 'storage-condition.open-excursion',
            input: { ...rest, points, warehouseId, instrument, ...(calibrationDueOn && { calibrationDueOn }) },
            link: 'data',
          }
    })
    return {
      set: {
        ...storeColumns(store),
        ...limitColumns(limits),
        ...all,
        title: `${store.warehouse.name} ${instrument} ${fresh.length} 点 ${saidMeasured(all).zh}`,
        kind: 'batch',
        measuredAt: first.at,
        untilAt: last.at,
        logDay: dayOf(first.at, zone),
        instrument,
        calibrationDueOn: calibrationDueOn ?? null,
        points: fresh.length,
        recordedByName: actor.name,
        measures: 0,
        goodsCount: 0,
        goodsRound: 1,
      },
      rows: packPoints(fresh, { warehouseId, instrument, zone, newId }),
      start,
    }
  },
  tell: ({ record, input }) => {
    const known = input.points.length - (record.points ?? 0)
    return text(
      `${record.warehouseName} ${record.instrument} 入库 ${record.points} 点${known ? `，${known} 点已有` : ''}`,
      `${record.warehouseName}, ${record.instrument}: kept ${record.points} values${known ? `, ${known} known already` : ''}`,
    )
  },
  place: 'none',
})
