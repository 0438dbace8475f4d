import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { type MeasureName, measures, said, targetText } from './measure.ts'
import { measureTitles, states } from './quality-objective.ts'

/** 质量目标台账. */
export const objectiveLedger = ledger({
  name: 'objectives',
  title: text('质量目标台账', 'Register of quality objectives'),
  fulfils: ['S14-1.2a', 'ZL-approval'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    choiceColumn('measure', text('指标', 'Measure'), measureTitles, 24),
    column('target', text('目标值', 'Target'), 'line', 14),
    column('startsOn', text('自何季度起', 'From quarter'), 'day', 14, { every: 'quarter' }),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('latestQuarter', text('最近考核季度', 'Latest quarter'), 'day', 14, { every: 'quarter' }),
    column('latestValue', text('完成值', 'Value'), 'line', 12),
    column('latestMet', text('达标', 'Reached'), 'yes-no', 7),
    column('proposedByName', text('提出人', 'Proposed by'), 'line', 10),
    column('approvedByName', text('批准人', 'Approved by'), 'line', 10),
    column('approvedAt', text('批准时间', 'Approved at'), 'instant', 16, exported),
    column('basis', text('依据', 'Grounds'), 'line', 40, exported),
    column('endReason', text('终止理由', 'Why it ended'), 'line', 40, exported),
  ],
  words: {
    target: row => targetText(row.measure as MeasureName, Number(row.target)),
    latestValue: row =>
      row.latestValue === null ? null : said(Number(row.latestValue), measures[row.measure as MeasureName].unit),
  },
  filters: ['state', 'measure'],
  orderedBy: 'createdAt',
  views: [
    { name: 'in-force', title: text('执行中', 'In force'), filter: { state: ['in-force'] } },
    { name: 'proposed', title: text('待批准', 'Proposed'), filter: { state: ['proposed'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
