import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, instant, type Said, tableSchema } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { climates } from '../../../vocabulary/warehouse.ts'
import { saidLimits } from '../limits.ts'
import { timings } from '../wording.ts'
import type { MonthSheet, SheetReading } from './view.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  store: cellSchema,
  climate: cellSchema,
  month: cellSchema,
  limits: cellSchema,
  instruments: cellSchema,
  days: tableSchema,
  extra: tableSchema,
  measures: tableSchema,
})
type Data = Readonly<z.infer<typeof schema>>

const NOT_RECORDED = text('未记录', 'not recorded')
const figure = (value: number | null): string => (value === null ? '' : value.toFixed(1))

const climateOf = (climate: string | null): Text | null =>
  climate !== null && Object.hasOwn(climates, climate) ? climates[climate as keyof typeof climates] : null

const joined = (parts: readonly Text[]): Text =>
  text(parts.map(part => part.zh).join('；'), parts.map(part => part.en).join('; '))

/** What stands in the remarks of a day: late, missed, out of range, and why. */
const remarksOf = (readings: readonly SheetReading[]): Said | null => {
  const parts = readings.flatMap(({ windowFrom, timing, missed, outOfRange, reason, note, number }): Text[] => [
    ...(missed ? [text(`${windowFrom} 漏记：${reason ?? ''}`, `${windowFrom} missed: ${reason ?? ''}`)] : []),
    ...(timing === 'late' ? [text(`${windowFrom} 迟记：${reason ?? ''}`, `${windowFrom} late: ${reason ?? ''}`)] : []),
    ...(outOfRange ? [text(`超范围 ${number}`, `out of range ${number}`)] : []),
    ...(note ? [text(note, note)] : []),
  ])
  return parts.length === 0 ? null : joined(parts)
}

const dataOf = (sheet: MonthSheet): Data => {
  const inWindow = (on: string, from: string) =>
    sheet.readings.find(item => item.day === on && item.windowFrom === from) ?? null
  const extra = sheet.readings.filter(item => item.windowFrom === null)
  return {
    title: text('库房', 'Store'),
    store: cell(text('库房', 'Store'), sheet.store),
    climate: cell(text('温度分类', 'Climate'), climateOf(sheet.climate)),
    month: cell(text('月份', 'Month'), sheet.month),
    limits: cell(text('规定范围', 'Limits'), sheet.store === null ? null : saidLimits(sheet)),
    instruments: cell(text('仪器编号', 'Instruments'), sheet.instruments.join('、')),
    days: {
      title: text('每日记录（温度 ℃，相对湿度 %RH）', 'Day by day (temperature °C, relative humidity %RH)'),
      columns: [
        { label: text('日期', 'Day'), width: 1.6 },
        ...sheet.windows.flatMap(({ from, to }) => [
          { label: text(`${from}–${to} 时间`, `${from}–${to} at`), width: 2.5 },
          { label: text('温度', '°C'), width: 1 },
          { label: text('湿度', '%RH'), width: 1 },
          { label: text('记录人', 'By'), width: 1.4 },
        ]),
        { label: text('备注（迟记、漏记、超范围）', 'Remarks (late, missed, out of range)'), width: 4.2 },
      ],
      rows: sheet.days.map(on => [
        day(on),
        ...sheet.windows.flatMap(({ from }): (Said | null)[] => {
          const found = inWindow(on, from)
          if (!found || found.missed) return [NOT_RECORDED, '/', '/', found?.by ?? '/']
          return [instant(found.measuredAt), figure(found.temperature), figure(found.humidity), found.by]
        }),
        remarksOf(sheet.readings.filter(item => item.day === on && item.windowFrom !== null)),
      ]),
    },
    extra: {
      title: text('时段外加测', 'Extra readings'),
      columns: [
        { label: text('时间', 'At'), width: 2.4 },
        { label: text('温度', '°C'), width: 1 },
        { label: text('湿度', '%RH'), width: 1 },
        { label: text('记录人', 'By'), width: 1.4 },
        { label: text('备注', 'Remarks'), width: 5 },
      ],
      rows: extra.map(item => [
        instant(item.measuredAt),
        figure(item.temperature),
        figure(item.humidity),
        item.by,
        remarksOf([item]) ?? timings.extra,
      ]),
    },
    measures: {
      title: text('超范围调控', 'Adjustments when out of range'),
      columns: [
        { label: text('编号', 'No.'), width: 2 },
        { label: text('超范围时间', 'Out of range at'), width: 2.2 },
        { label: text('数值', 'Values'), width: 2.4 },
        { label: text('措施时间', 'Done at'), width: 2.2 },
        { label: text('措施或复测', 'Adjustment or reading'), width: 5 },
        { label: text('经办人', 'By'), width: 1.4 },
      ],
      rows: sheet.measures.map(item => [
        item.number,
        instant(item.foundAt),
        item.found,
        instant(item.happenedAt),
        item.what ??
          text(
            `复测 ${figure(item.temperature)} ℃ ${figure(item.humidity)} %RH`,
            `read again ${figure(item.temperature)} °C ${figure(item.humidity)} %RH`,
          ),
        item.by,
      ]),
    },
  }
}

/** 温湿度记录表 (S25-2.2b): one month of one store, each day with both windows, values, names, reasons. */
export const monthSheet = form<MonthSheet, Data>({
  id: 'month-sheet',
  code: 'QR-CK-04',
  revision: 'A/0',
  title: text('温湿度记录表', 'Temperature and humidity sheet'),
  template: new URL('./month-sheet.typ', import.meta.url),
  sample: new URL('./month-sheet.sample.json', import.meta.url),
  fulfils: ['S25-2.2b', 'S25-2.3a'],
  schema,
  data: dataOf,
  applies: record => record.kind === 'reading' || record.kind === 'missed',
})
