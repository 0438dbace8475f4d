import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { type Text, text } from '../../kernel/text.ts'
import { isClock } from '../../kernel/time.ts'

const degrees = (key: string, title: Text, value: number) =>
  policy({
    key,
    title,
    schema: z.number().min(-90).max(60),
    default: value,
    unit: text('℃', '°C'),
    clauses: ['S25-2.2a', 'S25-2.3a'],
    basis: 'ours',
  })

/** Temperatures by the store's climate; the text names none, the defaults are what the climate's name says. */
export const ambientFrom = degrees('store.ambient_min', text('常温库最低温度', 'Ambient store, lowest'), 0)
export const ambientTo = degrees('store.ambient_max', text('常温库最高温度', 'Ambient store, highest'), 30)
export const coolFrom = degrees('store.cool_min', text('阴凉库最低温度', 'Cool store, lowest'), 0)
export const coolTo = degrees('store.cool_max', text('阴凉库最高温度', 'Cool store, highest'), 20)
export const coldFrom = degrees('store.cold_min', text('冷藏库最低温度', 'Cold store, lowest'), 2)
export const coldTo = degrees('store.cold_max', text('冷藏库最高温度', 'Cold store, highest'), 8)
export const frozenTo = degrees('store.frozen_max', text('冷冻库最高温度', 'Frozen store, highest'), -15)

const percent = (key: string, title: Text, value: number) =>
  policy({
    key,
    rules: ['TL45'],
    title,
    schema: z.int().min(0).max(100),
    default: value,
    unit: text('%RH', '%RH'),
    clauses: ['S25-2.2a', 'S25-2.3a'],
    basis: 'procedure',
  })

/** TL45: relative humidity in stores. */
export const humidityFrom = percent('store.rh_min', text('库房相对湿度下限', 'Relative humidity, lowest'), 45)
export const humidityTo = percent('store.rh_max', text('库房相对湿度上限', 'Relative humidity, highest'), 75)

const clock = z.string().refine(isClock, 'not a clock time such as 09:30')
const window = z
  .strictObject({
    from: clock.meta({ 'x-title': text('开始', 'From') }),
    to: clock.meta({ 'x-title': text('结束', 'To') }),
  })
  .refine(item => item.from < item.to, 'the window closes before it opens')

/** TL46: the windows of each day in which a store's conditions are written down. */
export const logWindows = policy({
  key: 'store.log_windows',
  rules: ['TL46'],
  title: text('每日温湿度记录时段', 'Daily windows for temperature and humidity'),
  schema: z.array(window).min(1).max(6),
  default: [
    { from: '09:30', to: '10:30' },
    { from: '15:30', to: '16:30' },
  ],
  clauses: ['S25-2.2b'],
  basis: 'procedure',
})

const hours = text('小时', 'h')

/** How long after the reading it may still be written down, as late and with a reason. */
export const entryHours = policy({
  key: 'store.entry_late_h',
  title: text('温湿度补记的最长时间', 'A reading may be written down later by at most'),
  schema: z.int().min(1).max(72),
  default: 24,
  unit: hours,
  clauses: ['S25-2.2b'],
  basis: 'ours',
})

/** "In time" for conditions that are out of range. */
export const adjustHours = policy({
  key: 'store.adjust_h',
  title: text('超范围后采取调控措施的时限（“及时”的公司目标）', 'Out of range: adjusted within (company target)'),
  schema: z.int().min(1).max(24),
  default: 2,
  unit: hours,
  clauses: ['S25-2.3a'],
  basis: 'ours',
})

/** How long conditions may be out of range before quality management has to look at it. */
export const qualityHours = policy({
  key: 'store.quality_h',
  title: text('超范围持续多久须由质量管理部评估', 'Out of range: quality judges it within'),
  schema: z.int().min(1).max(72),
  default: 4,
  unit: hours,
  clauses: ['S25-2.3a'],
  basis: 'ours',
})

/** A logger that says nothing for longer has a gap; stretches out of range that lie nearer are one. */
export const silentMinutes = policy({
  key: 'store.logger_silent_min',
  title: text('自动记录间隔超过多久视为中断', 'A logger’s silence counts as a gap after'),
  schema: z.int().min(1).max(1440),
  default: 30,
  unit: text('分钟', 'min'),
  clauses: ['S25-2.2a', 'S25-2.3a'],
  basis: 'ours',
})
