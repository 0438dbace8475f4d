import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { periodAt } from '../../../vocabulary/report-period.ts'
import { reaches, targetText, valueText } from '../measure.ts'
import { type Result, unreviewed } from '../quality-objective.ts'
import { objectiveCommand } from '../quality-objective-command.ts'
import { nextQuarter, quarterOf } from '../quarter.ts'

/** ZL-assessment: the value of the quarter that ended is counted; a missed target states cause and measure. */
export const assessObjective = objectiveCommand('assess', {
  title: text('季度考核', 'Assess the quarter'),
  about: text(
    '完成值由系统按该季度的记录计算；未达标时写明原因和改进措施。',
    'The value is counted from the records of the quarter; where the target was missed, give the cause and the measure.',
  ),
  fulfils: ['S14-1.2a', 'ZL-assessment'],
  from: ['in-force'],
  by: ['quality'],
  input: z.object({
    cause: paragraph(text('未达标原因', 'Why it was missed')).optional(),
    measure: paragraph(text('改进措施（责任人、完成日期）', 'What is done (who, until when)')).optional(),
  }),
  find: ['standing'],
  guard: ({ record, now, zone }) => {
    const waiting = unreviewed(record)
    const { title, lastDay, to } = quarterOf(nextQuarter(record), zone)
    return [
      waiting &&
        refuse(
          'review-open',
          text(
            `${quarterOf(waiting.quarter, zone).title.zh}的考核尚待质量负责人审阅，请先完成审阅。`,
            `The assessment of ${quarterOf(waiting.quarter, zone).title.en} waits for the quality head: first have it reviewed.`,
          ),
          { kind: 'conflict', clause: 'ZL-assessment' },
        ),
      to >= now &&
        refuse(
          'quarter-running',
          text(`${title.zh}尚未结束，${lastDay} 之后再考核。`, `${title.en} is not over: assess it after ${lastDay}.`),
          { kind: 'unfit', clause: 'ZL-assessment' },
        ),
    ]
  },
  check: ({ record, input, found: { standing } }) => {
    if (reaches(record.measure, standing.value, record.target) !== false) return []
    const [value, target] = [valueText(record.measure, standing), targetText(record.measure, record.target)]
    const missing = (name: 'cause' | 'measure', zh: string, en: string) =>
      !input[name] &&
      refuse(
        `${name}-missing`,
        text(
          `${standing.period.title.zh}为 ${value.zh}，未达到 ${target.zh}：请填写${zh}。`,
          `${standing.period.title.en} came to ${value.en}, short of ${target.en}: give ${en}.`,
        ),
        { field: name, clause: 'ZL-assessment' },
      )
    return [missing('cause', '原因', 'the cause'), missing('measure', '改进措施', 'what is done about it')]
  },
  sign: { meaning: text('完成值与记录一致，考核属实', 'The value agrees with the records; the assessment is true') },
  change: ({ record, input, found, now, actor }) => {
    const { standing } = found
    const met = reaches(record.measure, standing.value, record.target)
    const added: Result = {
      quarter: standing.quarter,
      count: standing.count,
      of: standing.of,
      value: standing.value,
      met,
      cause: input.cause ?? null,
      measure: input.measure ?? null,
      assessedAt: now,
      assessedById: actor.id,
      assessedByName: actor.name,
      reviewedAt: null,
      reviewedByName: null,
      opinion: null,
    }
    return {
      set: {
        results: [...record.results, added],
        latestQuarter: standing.quarter,
        latestValue: standing.value,
        latestMet: met,
      },
      open: [{ deadline: 'review', key: standing.quarter, from: now }],
    }
  },
  tell: ({ record }) => {
    const last = record.results.at(-1)
    if (!last) throw new Error('nothing was assessed')
    const value = valueText(record.measure, last)
    const quarter = periodAt('quarter', last.quarter).title
    const verdict =
      last.met === null ? text('不作评价', 'not judged') : last.met ? text('达标', 'reached') : text('未达标', 'missed')
    return text(`考核 ${quarter.zh}：${value.zh}，${verdict.zh}`, `assessed ${quarter.en}: ${value.en}, ${verdict.en}`)
  },
  rank: 10,
})
