import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { climates } from '../../vocabulary/warehouse.ts'
import { actKinds, kinds, states, timings, verdicts } from './wording.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const value = (zh: string, en: string) => titled(z.number().nullable(), zh, en)
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)

/** A record of storage conditions; degrees Celsius and percent of relative humidity, with one decimal. */
export const storageConditionRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string().min(1), '标题', 'Title'),
  kind: titled(z.enum(keysOf(kinds)), '类别', 'Kind', { options: kinds }),
  warehouseId: titled(z.uuid(), '库房', 'Store'),
  warehouseName: titled(z.string(), '库房', 'Store'),
  climate: titled(z.enum(keysOf(climates)), '温度分类', 'Climate', { options: climates }),
  /** When it was read; for a stretch of time when it began. */
  measuredAt: titled(instantSchema, '测量时间', 'Read at'),
  /** End of a stretch of time. */
  untilAt: at('至', 'Until'),
  logDay: titled(daySchema, '日期', 'Day'),
  /** Window that is served or explained, `09:30`; null for what serves none. */
  windowFrom: words('时段开始', 'Window from'),
  windowTo: words('时段结束', 'Window to'),
  timing: titled(z.enum(keysOf(timings)).nullable(), '记录时机', 'Timing', { options: timings }),
  temperature: value('温度（℃）', 'Temperature (°C)'),
  humidity: value('相对湿度（%RH）', 'Relative humidity (%RH)'),
  temperatureLow: value('最低温度（℃）', 'Lowest (°C)'),
  temperatureHigh: value('最高温度（℃）', 'Highest (°C)'),
  humidityLow: value('最低湿度（%RH）', 'Lowest (%RH)'),
  humidityHigh: value('最高湿度（%RH）', 'Highest (%RH)'),
  /** Limits by which it was judged, or which were set. */
  temperatureFrom: value('温度下限（℃）', 'Limit from (°C)'),
  temperatureTo: value('温度上限（℃）', 'Limit to (°C)'),
  humidityFrom: value('湿度下限（%RH）', 'Limit from (%RH)'),
  humidityTo: value('湿度上限（%RH）', 'Limit to (%RH)'),
  instrument: words('仪器编号', 'Instrument'),
  /** Instrument of the register of equipment; null where only its number was written. */
  equipmentId: titled(z.uuid().nullable(), '监测仪器（设备台账）', 'Instrument (register)'),
  calibrationDueOn: titled(daySchema.nullable(), '检定/校准有效期至', 'Calibration due on'),
  points: titled(z.int().positive().nullable(), '数据点数', 'Points'),
  /** Why it was written down late, why nothing was, why a range was set, or why it was voided. */
  reason: words('原因', 'Reason'),
  note: words('备注', 'Note'),
  recordedByName: titled(z.string(), '记录人', 'Recorded by'),
  measures: titled(z.int().nonnegative(), '调控次数', 'Adjustments'),
  goodsCount: titled(z.int().nonnegative(), '受影响批次', 'Lots beyond their range'),
  /** Counts how often quality was asked to judge the goods, from 1. */
  goodsRound: titled(z.int().positive(), '评估轮次', 'Round of judging'),
  goodsVerdict: titled(z.enum(keysOf(verdicts)).nullable(), '货品评估', 'Goods', { options: verdicts }),
  goodsNote: words('评估说明', 'Judgement'),
  assessedAt: at('评估时间', 'Judged at'),
  assessedByName: words('评估人', 'Judged by'),
  restoredAt: at('恢复时间', 'Back in range at'),
  cause: words('超范围原因', 'Cause'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
})
export type StorageConditionRow = z.infer<typeof storageConditionRow>

/** What was done about conditions out of range, and what was read afterwards; never changed. */
export const storageAct = z.object({
  id: z.uuid(),
  storageConditionId: z.uuid(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  kind: z.enum(keysOf(actKinds)),
  happenedAt: instantSchema,
  what: z.string().nullable(),
  temperature: z.number().nullable(),
  humidity: z.number().nullable(),
  inRange: z.boolean().nullable(),
})
export type StorageAct = z.infer<typeof storageAct>

/** A lot that lay in the store while it was out of the lot's own range. */
export const storageGoods = z.object({
  id: z.uuid(),
  storageConditionId: z.uuid(),
  lotId: z.uuid(),
  lotNo: z.string(),
  productId: z.uuid(),
  productName: z.string(),
  model: z.string().nullable(),
  quantity: z.int().positive(),
  temperatureFrom: z.number().nullable(),
  temperatureTo: z.number().nullable(),
})
export type StorageGoods = z.infer<typeof storageGoods>

/** Values of one logger on one day of one batch, packed: the seconds after `startAt`, and tenths of °C and of %RH. */
export const storageSeries = z.object({
  id: z.uuid(),
  storageConditionId: z.uuid(),
  warehouseId: z.uuid(),
  instrument: z.string(),
  logDay: daySchema,
  startAt: instantSchema,
  untilAt: instantSchema,
  seconds: z.array(z.int().nonnegative()),
  temperatures: z.array(z.int()),
  humidities: z.array(z.int().nullable()),
})
export type StorageSeries = z.infer<typeof storageSeries>

/** Storage conditions as the kernel knows them. */
export const StorageCondition = recordType<StorageConditionRow, keyof typeof states>({
  name: 'storage-condition',
  title: text('温湿度记录', 'Storage conditions'),
  table: 'storage_condition',
  row: storageConditionRow,
  states,
  series: { prefix: 'WS', digits: 6 },
  retention: retained('warehouse'),
  searchText: row => [row.number, row.title, row.instrument].filter(Boolean).join(' '),
  traced: [{ table: 'storage_goods', record: 'storage_condition_id', lot: 'lot_id', product: 'product_id' }],
  children: {
    act: { table: 'storage_act', row: storageAct, parent: 'storageConditionId' },
    goods: { table: 'storage_goods', row: storageGoods, parent: 'storageConditionId' },
    series: { table: 'storage_series', row: storageSeries, parent: 'storageConditionId' },
  },
})
