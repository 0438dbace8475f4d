import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { retainedSampleTest } from '../policies.ts'
import { returnCommand } from '../return-command.ts'
import { seekApproval } from '../route.ts'
import { sampleResults } from '../taxonomy.ts'

/** S12-5.8.2a, X09: the retained sample of the lot is tested before anything is decided. */
export const testSample = returnCommand('test-sample', {
  title: text('登记留样检测结果', 'Record the test of the retained sample'),
  fulfils: ['S12-5.8.2a', 'S12-5.8.2b', 'S12-5.8.2d'],
  from: ['sample-test'],
  by: ['quality', 'quality-inspector'],
  input: z.object({
    result: choice(text('检测结果', 'Result'), sampleResults),
    sampleNo: line(text('留样编号', 'Sample no.')).optional(),
    test: paragraph(text('检测项目与情况', 'What was tested and seen'), {
      hint: text('无留样的，说明没有留样的原因', 'without a sample: why there is none'),
    }),
  }),
  check: ({ input, policy }) => [
    input.result === 'unavailable' &&
      policy(retainedSampleTest) === 'always' &&
      refuse(
        'sample-required',
        text(
          '公司规定必须检测留样：请向生产企业索取同批留样检测后再登记。',
          'The company always tests a retained sample: get one of the lot from the manufacturer, test it, then record it.',
        ),
        { field: 'result', clause: 'S12-5.8.2a' },
      ),
    input.result !== 'unavailable' &&
      !input.sampleNo &&
      refuse('sample-number', text('请填写留样编号。', 'Enter the number of the sample.'), { field: 'sampleNo' }),
  ],
  sign: { meaning: text('留样检测结果属实', 'The result of the sample test is true') },
  change: ({ record, input, policy, now, actor }) => {
    const set = {
      sampleResult: input.result,
      sampleNo: input.sampleNo ?? null,
      sampleTest: input.test,
      sampleTestedAt: now,
      sampleTestedByName: actor.name,
      ...(input.result === 'bad' && { qualityFinding: input.test }),
    }
    if (input.result === 'good') return { to: 'explaining', set }
    return { to: 'approving', set, seek: seekApproval(record, policy) }
  },
  tell: ({ input }) =>
    text(
      `留样检测：${sampleResults[input.result].zh}。${input.test}`,
      `sample test: ${sampleResults[input.result].en.toLowerCase()}. ${input.test}`,
    ),
  rank: 10,
})
