import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { noticeCommand } from '../notice-command.ts'

/** Evaluation and plan of the recall, as the authority's forms ask for them (29号令 art. 12, 17). */
export const planRecall = noticeCommand('plan-recall', {
  title: text('填写调查评估与召回计划', 'Write evaluation and plan'),
  about: text(
    '内容印在“调查评估报告及召回计划”和后续报告上。',
    'What stands on the evaluation report, the recall plan and the reports that follow.',
  ),
  fulfils: ['CN-RC-005', 'CN-GSP-111', 'CN-RC-011'],
  from: ['draft', 'approved', 'running'],
  by: ['quality', 'quality-head'],
  input: z.object({
    evaluation: paragraph(text('调查评估结果', 'Result of the evaluation'), {
      hint: text(
        '符合性、故障伤害史、使用环境、区域人群、伤害程度、发生概率、短期和长期后果、其他',
        'conformity, history of harm, where it is used, whom it reaches, severity, probability, consequences, other',
      ),
    }),
    planScope: paragraph(text('措施：组织、范围、时限', 'Measures: organisation, scope, time')),
    planPublication: paragraph(text('信息公布途径与范围', 'How and where it is published')),
    planEffect: paragraph(text('预期效果', 'Expected effect')),
    planAfterwards: paragraph(text('召回后的处理措施', 'Handling after the recall')),
    planPlace: line(text('处理地点', 'Place of handling')).optional(),
    planDoneOn: field(daySchema, { title: text('预计完成日期', 'Expected completion'), widget: 'day' }),
  }),
  guard: ({ record }) => [
    record.kind !== 'recall' &&
      refuse('no-recall', text('只有产品收回（召回）才需要召回计划。', 'Only a recall has a recall plan.')),
  ],
  change: ({ input }) => ({ set: { ...input, planPlace: input.planPlace ?? null } }),
  tell: ({ record, before }) =>
    before.evaluation
      ? text(`修改召回计划，预计 ${record.planDoneOn} 完成`, `changed the recall plan; done by ${record.planDoneOn}`)
      : text(
          `填写调查评估与召回计划，预计 ${record.planDoneOn} 完成`,
          `wrote evaluation and recall plan; done by ${record.planDoneOn}`,
        ),
  fill: ({ record }) => ({
    ...(record.evaluation && { evaluation: record.evaluation }),
    ...(record.planScope && { planScope: record.planScope }),
    ...(record.planPublication && { planPublication: record.planPublication }),
    ...(record.planEffect && { planEffect: record.planEffect }),
    ...(record.planAfterwards && { planAfterwards: record.planAfterwards }),
    ...(record.planPlace && { planPlace: record.planPlace }),
    ...(record.planDoneOn && { planDoneOn: record.planDoneOn }),
  }),
  rank: 40,
})
