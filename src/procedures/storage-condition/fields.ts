import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { line, moment } from '../../vocabulary/entry-field.ts'
import { daySchema } from '../../vocabulary/record-base.ts'

/** Degrees Celsius, one decimal. */
export const degreesSchema = z.number().min(-90).max(60).multipleOf(0.1)

/** Percent of relative humidity, one decimal. */
export const percentSchema = z.number().min(0).max(100).multipleOf(0.1)

/** What is entered about storage conditions; the same schemas serve every step. */
export const condition = {
  warehouseId: field(z.uuid(), { title: text('库房', 'Store'), widget: 'record', of: 'warehouse' }),
  temperature: field(degreesSchema, { title: text('温度（℃）', 'Temperature (°C)'), widget: 'number' }),
  humidity: field(percentSchema, {
    title: text('相对湿度（%RH）', 'Relative humidity (%RH)'),
    emptyWhere: text('仅冷冻库可不填', 'only a frozen store may leave it empty'),
    widget: 'number',
  }),
  measuredAt: moment(text('测量时间', 'Read at'), { hint: text('不填即现在', 'Now when empty') }),
  equipmentId: field(z.uuid(), {
    title: text('监测仪器（设备台账）', 'Instrument (register)'),
    hint: text('选定后编号与校准有效期自动带出', 'Its number and calibration come from there'),
    widget: 'record',
    of: 'equipment',
  }),
  instrument: line(text('仪器编号', 'Number of the instrument'), {
    hint: text('不在设备台账中的仪器才需填写', 'Only for one that the register does not have'),
  }),
  calibrationDueOn: field(daySchema, {
    title: text('检定/校准有效期至', 'Calibration due on'),
    widget: 'day',
  }),
} as const
