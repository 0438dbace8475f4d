import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { condition, degreesSchema, percentSchema } from '../fields.ts'
import { refuseStore, storeColumns } from '../judging.ts'
import { climateLimits, saidLimits } from '../limits.ts'
import { QUALITY } from '../roles.ts'
import { storageConditionCommand } from '../storage-condition-command.ts'

const limit = (schema: z.ZodNumber, zh: string, en: string) =>
  field(schema.nullable().default(null), { title: text(zh, en), widget: 'number' })

/** TL45: limits of one store that differ from those of its climate; a signature stands behind them. */
export const setRange = storageConditionCommand('set-range', {
  title: text('设定库房温湿度范围', 'Set the limits of a store'),
  about: text(
    '仅本库房适用，自设定时起判定读数；不得宽于其温度分类。',
    'For this store alone, from now on; never wider than its climate.',
  ),
  fulfils: ['S25-1.6a', 'S25-2.2a'],
  from: 'new',
  to: 'set',
  by: QUALITY,
  input: z.object({
    warehouseId: condition.warehouseId,
    temperatureFrom: limit(degreesSchema, '温度下限（℃）', 'Lowest temperature (°C)'),
    temperatureTo: limit(degreesSchema, '温度上限（℃）', 'Highest temperature (°C)'),
    humidityFrom: limit(percentSchema, '湿度下限（%RH）', 'Lowest humidity (%RH)'),
    humidityTo: limit(percentSchema, '湿度上限（%RH）', 'Highest humidity (%RH)'),
    reason: reasonField,
  }),
  find: ['store'],
  check: ({ input, found: { store }, policy }) => {
    const { temperatureFrom: from, temperatureTo: to, humidityFrom, humidityTo } = input
    const usual = store && climateLimits(store.warehouse.climate, policy)
    const wide =
      (usual?.temperatureFrom !== null && usual !== null && (from === null || from < usual.temperatureFrom)) ||
      (usual?.temperatureTo !== null && usual !== null && (to === null || to > usual.temperatureTo))
    return [
      refuseStore(store),
      ((from !== null && to !== null && from >= to) ||
        (humidityFrom !== null && humidityTo !== null && humidityFrom >= humidityTo)) &&
        refuse(
          'upside-down',
          text('下限须低于上限，请核对。', 'The lower limit lies below the upper one: check them.'),
          {
            field: from !== null && to !== null && from >= to ? 'temperatureFrom' : 'humidityFrom',
          },
        ),
      wide &&
        refuse(
          'wider-than-climate',
          text(
            `该库房温度分类为 ${saidLimits(usual).zh}，不能设得更宽；要放宽，请先在仓库资料中更正温度分类。`,
            `This store’s climate is ${saidLimits(usual).en}: limits may not be wider. To widen them, first change its climate.`,
          ),
          { field: 'temperatureFrom' },
        ),
    ]
  },
  sign: { meaning: text('我批准本库房按此温湿度范围管理', 'I approve these limits for the store') },
  change: ({ input: { warehouseId: _, reason, ...limits }, found: { store }, now, zone, actor }) =>
    store
      ? {
          set: {
            ...storeColumns(store),
            ...limits,
            title: `${store.warehouse.name} ${saidLimits(limits).zh}`,
            kind: 'range',
            measuredAt: now,
            logDay: dayOf(now, zone),
            reason,
            recordedByName: actor.name,
            measures: 0,
            goodsCount: 0,
            goodsRound: 1,
          },
        }
      : {},
  tell: ({ record, input }) =>
    text(
      `${record.warehouseName} 的范围设为 ${saidLimits(input).zh}：${input.reason}`,
      `${record.warehouseName}: limits set to ${saidLimits(input).en}: ${input.reason}`,
    ),
  place: 'page',
})
