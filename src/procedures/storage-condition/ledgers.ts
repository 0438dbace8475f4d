import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { climates } from '../../vocabulary/warehouse.ts'
import { kinds, OPEN, states, timings, verdicts } from './wording.ts'

/** 温湿度记录台账: readings, logger data, excursions, missed windows and limits of all stores. */
export const storageConditionLedger = ledger({
  name: 'storage-conditions',
  title: text('温湿度记录台账', 'Temperature and humidity ledger'),
  fulfils: ['S25-2.2a', 'S25-2.2b', 'S25-2.3a'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 16),
    column('warehouseName', text('库房', 'Store'), 'line', 18),
    column('measuredAt', text('测量时间', 'Read at'), 'instant', 16),
    column('temperature', text('温度（℃）', '°C'), 'number', 9),
    column('humidity', text('湿度（%RH）', '%RH'), 'number', 9),
    column('state', text('状态', 'State'), 'state', 12, { options: states }),
    choiceColumn('timing', text('记录时机', 'Timing'), timings, 12, { late: 'warn', extra: 'info' }),
    choiceColumn('kind', text('类别', 'Kind'), kinds, 14, { excursion: 'late', missed: 'warn' }),
    column('recordedByName', text('记录人', 'By'), 'line', 10),
    column('windowFrom', text('时段', 'Window'), 'line', 8, exported),
    column('untilAt', text('至', 'Until'), 'instant', 16, exported),
    column('temperatureLow', text('最低温度', 'Lowest °C'), 'number', 9, exported),
    column('temperatureHigh', text('最高温度', 'Highest °C'), 'number', 9, exported),
    column('humidityLow', text('最低湿度', 'Lowest %RH'), 'number', 9, exported),
    column('humidityHigh', text('最高湿度', 'Highest %RH'), 'number', 9, exported),
    column('temperatureFrom', text('温度下限', 'Limit from °C'), 'number', 9, exported),
    column('temperatureTo', text('温度上限', 'Limit to °C'), 'number', 9, exported),
    column('humidityFrom', text('湿度下限', 'Limit from %RH'), 'number', 9, exported),
    column('humidityTo', text('湿度上限', 'Limit to %RH'), 'number', 9, exported),
    choiceColumn('climate', text('温度分类', 'Climate'), climates, 16, {}, exported),
    column('instrument', text('仪器编号', 'Instrument'), 'code', 14, exported),
    column('calibrationDueOn', text('检定有效期至', 'Calibration due'), 'day', 12, exported),
    column('points', text('数据点数', 'Points'), 'number', 9, exported),
    column('reason', text('原因', 'Reason'), 'line', 24, exported),
    column('measures', text('调控次数', 'Adjustments'), 'number', 8, exported),
    column('goodsCount', text('受影响批次', 'Lots concerned'), 'number', 8, exported),
    choiceColumn('goodsVerdict', text('货品评估', 'Goods'), verdicts, 14, {}, exported),
    column('restoredAt', text('恢复时间', 'Back in range'), 'instant', 16, exported),
    column('cause', text('超范围原因', 'Cause'), 'line', 30, exported),
  ],
  filters: ['state', 'kind', 'warehouseId', 'timing', 'climate'],
  orderedBy: 'measuredAt',
  views: [
    { name: 'readings', title: text('人工记录', 'Readings'), filter: { kind: ['reading'] } },
    { name: 'open', title: text('超范围未关闭', 'Out of range, open'), filter: { state: OPEN } },
    { name: 'late', title: text('迟记', 'Late'), filter: { timing: ['late'] } },
    { name: 'missed', title: text('漏记', 'Missed'), filter: { kind: ['missed'] } },
    { name: 'logger', title: text('自动记录', 'Loggers'), filter: { kind: ['batch', 'excursion'] } },
    { name: 'ranges', title: text('范围设定', 'Limits set'), filter: { kind: ['range'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('待调控', 'Out of range'), states: ['out-of-range'], tone: 'late' },
      { title: text('待复测', 'Adjusted'), states: ['adjusted'], tone: 'warn' },
      { title: text('待关闭', 'Back in range'), states: ['back-in-range'], tone: 'info' },
      {
        title: text('正常与已办结', 'In range, settled'),
        states: ['in-range', 'closed', 'taken', 'missed', 'set', 'voided'],
        tone: 'ok',
      },
    ],
    card: { title: 'warehouseName', lines: ['temperature', 'humidity', 'recordedByName'] },
  },
})
