import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { results } from '../record-control.ts'
import { recordControlCommand } from '../record-control-command.ts'

/** What was found at one record of the sample. */
const line = z.object({
  id: field(z.uuid(), { title: text('记录', 'Record'), widget: 'hidden' }),
  about: field(z.string().max(200), { title: text('记录', 'Record') }),
  result: choice(text('检查结果', 'Result'), results),
  finding: field(z.string().trim().max(1000).optional(), { title: text('问题说明', 'Finding'), widget: 'paragraph' }),
})

/** S11-4.1b: each record of the sample is looked at; what was found is to be put right. */
export const recordFindings = recordControlCommand('record-findings', {
  title: text('登记检查结果', 'Record what was found'),
  about: text(
    '逐条填写结果；有问题的写明问题和整改要求。',
    'One result for each record; findings say what is to be put right.',
  ),
  fulfils: ['S11-4.1b'],
  from: ['drawn'],
  by: ['administrator', 'quality-head'],
  input: z.object({
    lines: field(z.array(line).min(1).max(50), {
      title: text('样本', 'Sample'),
      entries: { fixed: true, heading: 'about' },
    }),
    summary: paragraph(text('检查结论', 'Summary')),
    actions: paragraph(text('整改要求', 'To be put right')).optional(),
    dueOn: field(daySchema, { title: text('整改期限', 'Due on'), widget: 'day' }).optional(),
  }),
  sign: { meaning: text('我已逐条检查上述记录，结果属实', 'I looked at each of these records; the results are true') },
  check: ({ record, input, now, zone }) => {
    const bad = input.lines.some(item => item.result !== 'in-order')
    return [
      (input.lines.length !== record.samples.length ||
        record.samples.some(sample => !input.lines.some(item => item.id === sample.id))) &&
        refuse(
          'sample-incomplete',
          text('样本中的每条记录都要有结果，请补全。', 'Each record of the sample needs a result: complete the list.'),
          { field: 'lines' },
        ),
      ...input.lines.map(
        (item, at) =>
          item.result !== 'in-order' &&
          !item.finding &&
          refuse('finding-missing', text('请写明发现的问题。', 'Say what was found.'), {
            field: `lines.${at}.finding`,
          }),
      ),
      bad &&
        !input.actions &&
        refuse(
          'actions-missing',
          text('有问题的须写明整改要求。', 'Findings need an action: say what is to be put right.'),
          {
            field: 'actions',
          },
        ),
      bad &&
        (!input.dueOn || input.dueOn < dayOf(now, zone)) &&
        refuse('due-missing', text('请给出今天以后的整改期限。', 'Give a day from today on for it.'), {
          field: 'dueOn',
        }),
    ]
  },
  change: ({ record, input, now, actor }) => {
    const findings = input.lines.filter(item => item.result !== 'in-order').length
    return {
      to: findings > 0 ? 'recorded' : 'closed',
      set: {
        samples: record.samples.map(sample => {
          const said = input.lines.find(item => item.id === sample.id)
          return { ...sample, result: said?.result ?? null, finding: said?.finding || null }
        }),
        findings,
        summary: input.summary,
        actions: findings > 0 ? (input.actions ?? null) : null,
        dueOn: findings > 0 ? (input.dueOn ?? null) : null,
        checkedByName: actor.name,
        checkedAt: now,
      },
    }
  },
  tell: ({ record }) =>
    text(
      `检查 ${record.samples.length} 条，问题 ${record.findings ?? 0} 条：${record.summary ?? ''}`,
      `looked at ${record.samples.length} records, ${record.findings ?? 0} findings: ${record.summary ?? ''}`,
    ),
  fill: ({ record, now, zone }) => ({
    lines: record.samples.map(item => ({
      id: item.id,
      about: `${item.procedureTitle.zh} ${item.number}`,
      result: 'in-order' as const,
    })),
    dueOn: addDays(dayOf(now, zone), 30),
  }),
  rank: 10,
})
