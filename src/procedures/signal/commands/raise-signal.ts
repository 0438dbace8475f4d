import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth } from '../../../kernel/time.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { leastComplaints } from '../policies.ts'
import type { Evaluated, KnownSignal } from '../queries.ts'
import { rules, subjects } from '../signal.ts'
import { signalCommand } from '../signal-command.ts'

/** The gravest rule that breaks at the last month and was not told before; null when none does. */
export function freshBreak(evaluated: Evaluated, known: readonly KnownSignal[], least: number) {
  for (const item of evaluated.breaks) {
    const points = item.points.map(i => evaluated.months[i] ?? '')
    const complaints = item.points.reduce((sum, i) => sum + (evaluated.complaints[i] ?? 0), 0)
    if (complaints < least) continue
    const before = known.find(signal => signal.rule === item.rule && signal.points.some(day => points.includes(day)))
    return { rule: item.rule, side: item.side, points, before: before ?? null }
  }
  return null
}

/** The rate of a product or supplier broke a rule at the end of a month: counted by the system, never entered. */
export const raiseSignal = signalCommand('raise', {
  title: text('开立质量信号', 'Open a signal'),
  about: text(
    '系统每月自动检查；也可在此指定产品或供货者和月份立即检查。',
    'The system looks every month; here a product or supplier can be checked at once.',
  ),
  fulfils: ['XH-watch', 'XH-once'],
  from: 'new',
  to: 'open',
  by: ['quality', 'quality-head'],
  input: z.object({
    subject: choice(text('对象', 'Whose rate'), subjects),
    subjectId: field(z.uuid(), { title: text('产品或供货者', 'Product or supplier') }),
    month: field(daySchema, { title: text('月份（当月 1 日）', 'Month (its first day)'), widget: 'day' }),
  }),
  find: ['evaluated', 'known'],
  check: ({ input, found, policy, now, zone }) => {
    const monthEnd = dayOfLaterMonth(input.month, 0, 31)
    if (!input.month.endsWith('-01') || addDays(monthEnd, 1) > dayOf(now, zone))
      return [
        refuse('month-running', text('请选择已结束月份的 1 日。', 'Choose the first day of a month that is over.'), {
          field: 'month',
        }),
      ]
    if (!found.evaluated)
      return [
        refuse(
          'unknown-subject',
          text(
            '没有这个产品或供货者的投诉和发货，请核对。',
            'There are no complaints or deliveries of this product or supplier: check it.',
          ),
          { field: 'subjectId' },
        ),
      ]
    const fresh = freshBreak(found.evaluated, found.known, policy(leastComplaints))
    return [
      !fresh &&
        refuse(
          'in-control',
          text(
            `“${found.evaluated.name}”${input.month.slice(0, 7)} 的投诉率未失控，无需开立信号。`,
            `The rate of "${found.evaluated.name}" was in control in ${input.month.slice(0, 7)}: there is no signal.`,
          ),
          { kind: 'unfit', clause: 'XH-watch' },
        ),
      fresh?.before &&
        refuse(
          'already-raised',
          text(
            `该失控已开立 ${fresh.before.number}，请在该信号上处理。`,
            `${fresh.before.number} was opened for these points: handle it there.`,
          ),
          { kind: 'conflict', clause: 'XH-once' },
        ),
    ]
  },
  change: ({ input, found, policy, now }) => {
    const { evaluated } = found
    const fresh = evaluated && freshBreak(evaluated, found.known, policy(leastComplaints))
    if (!evaluated || !fresh) throw new Error('nothing broke a rule')
    const last = evaluated.months.length - 1
    const point = evaluated.points[last]
    const month = input.month.slice(0, 7)
    return {
      set: {
        title: `${evaluated.name} ${month} 投诉率失控`,
        subject: input.subject,
        productId: input.subject === 'product' ? input.subjectId : null,
        supplierId: input.subject === 'supplier' ? input.subjectId : null,
        subjectName: evaluated.name,
        month: input.month,
        rule: fresh.rule,
        side: fresh.side,
        points: fresh.points,
        chart: evaluated.chart,
        count: evaluated.complaints[last] ?? 0,
        units: evaluated.units[last] ?? 0,
        rate: Math.round((point?.value ?? 0) * 100) / 100,
        upper: Math.round((point?.upper ?? 0) * 100) / 100,
        measures: 0,
      },
      open: [{ deadline: 'decision', from: now }],
    }
  },
  tell: ({ record }) =>
    text(
      `${record.subjectName} ${record.month.slice(0, 7)} 每千件 ${record.rate} 起（上控制限 ${record.upper}）：${rules[record.rule].zh}`,
      `${record.subjectName}, ${record.month.slice(0, 7)}: ${record.rate} per 1,000 (upper limit ${record.upper}): ${rules[record.rule].en}`,
    ),
  place: 'none',
  rank: 10,
})
