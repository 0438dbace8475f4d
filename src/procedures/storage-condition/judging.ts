import type { ChildWrite } from '../../kernel/command.ts'
import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf, type Instant, type Zone } from '../../kernel/time.ts'
import { turnKey } from './deadlines.ts'
import {
  climateLimits,
  goodsBeyond,
  inRange,
  type KeptGoods,
  type Limits,
  type Measured,
  narrowedBy,
} from './limits.ts'
import type { FoundInstrument, FoundStore } from './queries.ts'
import type { StorageConditionRow } from './storage-condition.ts'

/** What was measured, judged by the limits in force. */
export interface Judged {
  readonly limits: Limits
  readonly ok: boolean
  /** Goods that were kept beyond their own range. */
  readonly beyond: readonly KeptGoods[]
}

/** The limits in force for a store: its own or its climate's, narrowed by the goods in it. */
export const limitsInForce = (store: FoundStore, policy: PolicyBook): Limits =>
  narrowedBy(store.own ?? climateLimits(store.warehouse.climate, policy), store.goods)

/** Judges what was measured in a store. */
export function judge(store: FoundStore, measured: Measured, policy: PolicyBook): Judged {
  const limits = limitsInForce(store, policy)
  return { limits, ok: inRange(measured, limits), beyond: goodsBeyond(measured, store.goods) }
}

/** The clocks that begin when a store is out of range: it is adjusted, and quality looks at it. */
export const outOfRangeClocks = (from: Instant): OpenDeadline[] => [
  { deadline: 'adjustment', from },
  { deadline: 'quality', from },
]

/** The clock of another adjustment, because the last one did not help. */
export const anotherAdjustment = (from: Instant, measures: number): OpenDeadline => ({
  deadline: 'adjustment',
  key: turnKey(measures + 1),
  from,
})

/** Rows of the goods concerned. */
export const goodsRows = (goods: readonly KeptGoods[], newId: () => string): ChildWrite[] =>
  goods.map(item => ({ child: 'goods', insert: { id: newId(), ...item } }))

/** Refuses a store that is not there or not used. */
export const refuseStore = (store: FoundStore | null): Refusal | false =>
  store?.warehouse.state !== 'active' &&
  refuse(
    'store-unknown',
    text('请选择在用的库房；停用的库房先恢复使用。', 'Choose a store that is in use; bring it back into use first.'),
    { field: 'warehouseId' },
  )

/** Refuses a reading without humidity, where humidity has limits. */
export const refuseHumidity = (store: FoundStore | null, humidity: number | null | undefined): Refusal | false =>
  store !== null &&
  store.warehouse.climate !== 'frozen' &&
  (humidity === undefined || humidity === null) &&
  refuse('humidity-missing', text('请填写相对湿度。', 'Enter the relative humidity.'), { field: 'humidity' })

/** Refuses what is not a measuring instrument in use. One whose calibration is over is taken: the record then warns. */
export const refuseInstrument = (asked: string | undefined, found: FoundInstrument | null): Refusal | false => {
  if (asked === undefined || (found?.kind === 'instrument' && found.state === 'active')) return false
  return found && found.kind !== 'instrument'
    ? refuse(
        'no-instrument',
        text(
          `${found.number} ${found.name}不是计量监测器具：请另选，或只填写仪器编号。`,
          `${found.number} ${found.name} measures nothing: choose an instrument, or write down its number only.`,
        ),
        { field: 'equipmentId' },
      )
    : refuse(
        'instrument-not-used',
        text(
          '该仪器不在用：请另选在用的仪器，或先在设备台账中启用。',
          'This instrument is not in use: choose another, or take it into use in the register first.',
        ),
        { field: 'equipmentId' },
      )
}

/** Whether the calibration was over on the day of the reading. */
export const isUncalibrated = (
  { calibrationDueOn, measuredAt }: Pick<StorageConditionRow, 'calibrationDueOn' | 'measuredAt'>,
  zone: Zone,
): boolean => calibrationDueOn !== null && calibrationDueOn < dayOf(measuredAt, zone)

/** Refuses an instrument whose calibration had run out. */
export const refuseCalibration = (dueOn: Day | undefined, at: Instant, zone: Zone): Refusal | false =>
  dueOn !== undefined &&
  dueOn < dayOf(at, zone) &&
  refuse(
    'calibration-over',
    text(
      `该仪器的检定/校准有效期为 ${dueOn}，测量时已过期：请改用在有效期内的仪器重测。`,
      `The calibration of this instrument ran out on ${dueOn}: read again with one that is calibrated.`,
    ),
    { field: 'calibrationDueOn' },
  )

/** The columns that say by which limits a record was judged. */
export const limitColumns = ({ temperatureFrom, temperatureTo, humidityFrom, humidityTo }: Limits) => ({
  temperatureFrom,
  temperatureTo,
  humidityFrom,
  humidityTo,
})

/** The columns that say where a record was made. */
export const storeColumns = ({ warehouse }: FoundStore) => ({
  warehouseId: warehouse.id,
  warehouseName: warehouse.name,
  climate: warehouse.climate,
})
