import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { periodAt } from '../../../vocabulary/report-period.ts'
import { measures, targetText } from '../measure.ts'
import { measureTitles } from '../quality-objective.ts'
import { objectiveCommand } from '../quality-objective-command.ts'
import { currentQuarter, quarterStart } from '../quarter.ts'
import { PROPOSED } from '../sign-off-chain.ts'

/** S14-1.2a: an objective is a figure that the records can tell, and a number that it is to reach. */
export const proposeObjective = objectiveCommand('propose', {
  title: text('提出质量目标', 'Propose an objective'),
  about: text(
    '指标由系统按记录计算，不由人填写；比率类目标为“不低于”，投诉率为“不高于”。',
    'The figure is counted from the records, never entered: shares are to be at least the target, the complaint rate at most.',
  ),
  fulfils: ['S14-1.2a', 'ZL-approval'],
  from: 'new',
  to: 'proposed',
  by: ['quality'],
  input: z.object({
    measure: choice(text('指标', 'Measure'), measureTitles),
    target: field(z.number().min(0).max(1000).multipleOf(0.01), {
      title: text('目标值', 'Target'),
      hint: text('百分比填 95，每千件填 2.5', '95 for a percentage, 2.5 for a rate per 1,000'),
      widget: 'number',
    }),
    startsOn: field(daySchema, {
      title: text('自何季度起考核', 'First quarter to be assessed'),
      widget: 'quarter',
    }),
    basis: paragraph(text('依据', 'Grounds'), {
      hint: text('上年完成情况、合同要求、质量方针', 'last year’s figures, contracts, the quality policy'),
    }),
  }),
  find: ['same'],
  check: ({ input, found, now, zone }) => [
    found.same &&
      refuse(
        'measure-taken',
        text(
          `“${measures[input.measure].title.zh}”已有目标 ${found.same}，请先将其终止或等待批准结果。`,
          `"${measures[input.measure].title.en}" has the objective ${found.same}: first end it, or wait for its decision.`,
        ),
        { field: 'measure', kind: 'conflict', clause: 'ZL-approval' },
      ),
    input.target > measures[input.measure].most &&
      refuse(
        'target-out-of-range',
        text(
          `“${measures[input.measure].title.zh}”的目标值不能超过 ${measures[input.measure].most}。`,
          `The target of "${measures[input.measure].title.en}" is at most ${measures[input.measure].most}.`,
        ),
        { field: 'target' },
      ),
    quarterStart(input.startsOn) !== input.startsOn &&
      refuse(
        'no-quarter',
        text(
          `请填写季度首日，例如 ${quarterStart(input.startsOn)}。`,
          `Give the first day of a quarter, such as ${quarterStart(input.startsOn)}.`,
        ),
        { field: 'startsOn' },
      ),
    input.startsOn < currentQuarter(now, zone) &&
      refuse(
        'starts-in-past',
        text(
          `目标不追溯，最早自本季度（${periodAt('quarter', currentQuarter(now, zone)).title.zh}）起考核。`,
          `An objective never holds backwards: the earliest is this quarter (${periodAt('quarter', currentQuarter(now, zone)).title.en}).`,
        ),
        { field: 'startsOn', clause: 'ZL-approval' },
      ),
  ],
  sign: { meaning: PROPOSED, chain: 'approval', step: 1 },
  change: ({ input, actor }) => ({
    set: {
      ...input,
      title: `${measures[input.measure].title.zh} ${targetText(input.measure, input.target).zh}`,
      proposedById: actor.id,
      proposedByName: actor.name,
      results: [],
    },
  }),
  tell: ({ record }) => {
    const target = targetText(record.measure, record.target)
    const { title } = measures[record.measure]
    return text(`提出目标：${title.zh} ${target.zh}`, `proposed ${title.en} ${target.en}`)
  },
  rank: 1,
  place: 'page',
})
