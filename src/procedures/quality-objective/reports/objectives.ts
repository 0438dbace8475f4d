import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { COUNTED_COMPLAINTS } from '../../../vocabulary/quality-rates.ts'
import { barChart, leadsNowhere, named } from '../../../vocabulary/report-chart.ts'
import { type Period, wholeOf } from '../../../vocabulary/report-period.ts'
import { counting } from '../counting.ts'
import { type Measured, type MeasureName, measures, reaches, targetText } from '../measure.ts'
import { measureTitles, type QualityObjectiveRow } from '../quality-objective.ts'

/** One quarter of an objective: as it was assessed, or as the records stand now. */
interface Quarter extends Measured {
  readonly period: Period
  readonly part: number
  /** The value was assessed and does not move any more. */
  readonly assessed: boolean
}

async function quartersOf(
  db: AnyDatabase,
  { measure, startsOn, results }: QualityObjectiveRow,
  year: number,
  now: string,
  zone: string,
): Promise<readonly Quarter[]> {
  const begun = [1, 2, 3, 4]
    .map(part => ({ part, period: wholeOf('quarter', year, part, zone) }))
    .filter(({ period }) => period.lastDay >= startsOn && period.from <= now)
  return Promise.all(
    begun.map(async ({ part, period }) => {
      const kept = results.find(item => item.quarter === period.firstDay)
      return { period, part, assessed: !!kept, ...(kept ?? (await counting[measure](db, period, zone))) }
    }),
  )
}

const chartOf = (objective: QualityObjectiveRow, quarters: readonly Quarter[]): Chart => {
  const { title, unit } = measures[objective.measure]
  const counted = quarters.filter(quarter => quarter.value !== null)
  const met = counted.filter(({ value }) => reaches(objective.measure, value, objective.target)).length
  const target = targetText(objective.measure, objective.target)
  const chart = barChart({
    name: objective.measure,
    title,
    groups: quarters,
    label: ({ part, assessed }) =>
      assessed ? text(`第 ${part} 季度`, `Q${part}`) : text(`第 ${part} 季度（未考核）`, `Q${part} (not assessed)`),
    value: quarter => quarter.value,
    counted: title,
    unit,
    limit: { value: objective.target, title: text('目标', 'target') },
    ...(objective.measure === 'complaint-rate' && {
      drill: ({ period }: Quarter) => ({ state: COUNTED_COMPLAINTS, from: period.firstDay, to: period.lastDay }),
      opens: { procedure: 'complaint' },
    }),
  })
  return {
    ...chart,
    finding: text(
      `${counted.length} 个有数据的季度中 ${met} 个达到目标（${target.zh}）。`,
      `${met} of ${counted.length} quarters with data reach the target (${target.en}).`,
    ),
  }
}

/** 质量目标完成情况: what the quarters of a year brought, beside the targets. */
export const objectivesReport = report({
  name: 'objectives',
  title: text('质量目标完成情况', 'Quality objectives'),
  fulfils: ['S14-1.2a', 'ZL-assessment'],
  by: [],
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
  }),
  fill: async (db, { year }, { now, zone, actor }): Promise<ReportContent> => {
    const rows = (await db
      .selectFrom('qualityObjective')
      .selectAll()
      .where('siteId', '=', actor.siteId)
      .where('state', 'in', ['in-force', 'ended'])
      .where('startsOn', '<=', `${year}-12-31`)
      .orderBy('number')
      .execute()) as QualityObjectiveRow[]
    const all = await Promise.all(
      rows
        .filter(row => row.state === 'in-force' || row.results.some(item => item.quarter.startsWith(`${year}-`)))
        .map(async objective => ({ objective, quarters: await quartersOf(db, objective, year, now, zone) })),
    )
    const judged = all.flatMap(({ objective, quarters }) =>
      quarters.filter(item => item.assessed).map(item => reaches(objective.measure, item.value, objective.target)),
    )
    const missed = judged.filter(met => met === false).length
    const nowhere = all.filter(({ objective }) => objective.measure !== 'complaint-rate')
    return {
      title: objectivesReport.title,
      period: text(`${year} 年`, `${year}`),
      figures: [
        { title: text('质量目标', 'Objectives'), value: all.length, unit: text('项', '') },
        { title: text('已考核', 'Quarters assessed'), value: judged.length, unit: text('项次', '') },
        { title: text('达标', 'Reached'), value: judged.filter(met => met === true).length, unit: text('项次', '') },
        {
          title: text('未达标', 'Missed'),
          value: missed,
          unit: text('项次', ''),
          ...(missed > 0 && { tone: 'warn' as const }),
        },
      ],
      charts: all.map(({ objective, quarters }) => chartOf(objective, quarters)),
      tables: [
        {
          title: text('各季度完成值', 'Values by quarter'),
          columns: [
            column('number', text('编号', 'No.'), 'code', 14),
            column('measure', text('指标', 'Measure'), 'choice', 24, { options: named(measureTitles) }),
            column('target', text('目标值', 'Target'), 'number', 9),
            ...[1, 2, 3, 4].map(part => column(`q${part}`, text(`第 ${part} 季度`, `Q${part}`), 'number', 10)),
          ],
          rows: all.map(({ objective, quarters }) => ({
            number: objective.number,
            measure: objective.measure as MeasureName,
            target: objective.target,
            ...Object.fromEntries(quarters.map(({ part, value }) => [`q${part}`, value])),
          })),
        },
      ],
      notes: [
        text(
          '已考核的季度为考核时的值；未考核的按现有记录计算，季度结束前会变动。',
          'A quarter that was assessed keeps the value it had then; the others are counted from the records as they stand.',
        ),
        ...(nowhere.length > 0
          ? [leadsNowhere(...nowhere.map(({ objective }) => measures[objective.measure].title))]
          : []),
      ],
    }
  },
})
