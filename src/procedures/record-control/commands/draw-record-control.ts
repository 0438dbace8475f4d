import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth } from '../../../kernel/time.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { custodians } from '../../../vocabulary/retention.ts'
import { sampleSize } from '../policies.ts'
import { recordControlCommand } from '../record-control-command.ts'

const day = (zh: string, en: string) => field(daySchema, { title: text(zh, en), widget: 'day' })

/** S11-4.1b: the general office draws records of a department at random. */
export const drawSample = recordControlCommand('draw', {
  title: text('抽取检查样本', 'Draw a sample'),
  about: text(
    '从部门所保管的记录中随机抽取；抽取由系统完成，不能挑选。',
    'Records of the department are drawn at random by the system; nobody picks them.',
  ),
  fulfils: ['S11-4.1b'],
  from: 'new',
  to: 'drawn',
  by: ['administrator', 'quality-head'],
  input: z.object({
    department: choice(text('被查部门', 'Department'), custodians),
    periodFrom: day('记录期间（起）', 'Records from'),
    periodTo: day('记录期间（止）', 'Records to'),
    size: field(z.int().min(1).max(50), { title: text('抽查条数', 'Records to draw'), widget: 'number' }),
  }),
  find: ['sample'],
  check: ({ input, found, now, zone }) => [
    input.periodTo < input.periodFrom &&
      refuse('period-backwards', text('止日不能早于起日，请核对。', 'The period ends before it begins: check it.'), {
        field: 'periodTo',
      }),
    input.periodTo > dayOf(now, zone) &&
      refuse('period-ahead', text('止日不能晚于今天。', 'The period cannot end after today: choose an earlier day.'), {
        field: 'periodTo',
      }),
    input.periodTo >= input.periodFrom &&
      found.sample.records.length === 0 &&
      refuse(
        'nothing-to-draw',
        text(
          `${custodians[input.department].zh}在此期间没有记录，请更换部门或期间。`,
          `${custodians[input.department].en} kept no records in that period: choose another department or period.`,
        ),
        { field: 'department' },
      ),
  ],
  change: ({ input, found, actor }) => ({
    set: {
      title: `${custodians[input.department].zh} ${input.periodFrom}—${input.periodTo}`,
      department: input.department,
      periodFrom: input.periodFrom,
      periodTo: input.periodTo,
      population: found.sample.population,
      samples: found.sample.records.map(item => ({ ...item, result: null, finding: null })),
      drawnByName: actor.name,
    },
  }),
  tell: ({ record }) =>
    text(
      `从 ${record.population} 条记录中随机抽取 ${record.samples.length} 条`,
      `drew ${record.samples.length} of ${record.population} records at random`,
    ),
  fill: ({ now, zone, policy }) => {
    const today = dayOf(now, zone)
    return { periodFrom: addDays(dayOfLaterMonth(today, -6, 31), 1), periodTo: today, size: policy(sampleSize) }
  },
  rank: 1,
  place: 'page',
})
