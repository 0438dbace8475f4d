import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, headings, signatureList } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { categories, targets, verdicts } from '../taxonomy.ts'
import {
  allSignatures,
  correctionsOf,
  doneBy,
  GOODS,
  goodsCells,
  goodsSchema,
  moment,
  type NonconformingView,
  signatureOf,
} from './view.ts'

const schema = z.strictObject({
  titles: headings('goods', 'refusal', 'recheck'),
  goods: goodsSchema,
  boxes: cells('foundAt', 'foundBy', 'category', 'finding', 'result', 'target', 'note'),
  signatures: signatureList,
})

/** 拒收报告单 (S22 6, S26 1; R65): the fault, and quality's verdict on the refusal. */
export const refusalReport = form<NonconformingView, z.infer<typeof schema>>({
  id: 'refusal-report',
  code: 'QR-BH-01',
  revision: 'A/0',
  title: text('拒收报告单', 'Refusal report'),
  applies: ({ source }) => source === 'acceptance',
  template: new URL('./refusal-report.typ', import.meta.url),
  sample: new URL('./refusal-report.sample.json', import.meta.url),
  fulfils: ['S26-1a', 'S22-6b', 'S26-1b'],
  schema,
  data: view => {
    const { record } = view
    return {
      titles: {
        goods: GOODS,
        refusal: text('一、拒收情况', '1  Refusal'),
        recheck: text('二、质管部复查', '2  Re-check by quality'),
      },
      goods: goodsCells(view),
      boxes: {
        foundAt: cell(text('验收时间', 'Inspected at'), moment(record?.foundAt)),
        foundBy: cell(text('验收员', 'Inspector'), record?.foundByName ?? null),
        category: choice(text('不合格类别', 'Kind of fault'), categories, record?.category ?? null, {
          corrections: correctionsOf(view, 'category'),
        }),
        finding: cell(text('拒收原因', 'Reason'), record?.finding ?? null, {
          corrections: correctionsOf(view, 'finding'),
          signature: doneBy(text('验收员', 'Inspector'), record?.foundByName, record?.createdAt),
        }),
        result: choice(text('复查结论', 'Result'), verdicts, record?.recheckResult ?? null),
        target: choice(text('货物移往', 'Goods go to'), targets, record?.target ?? null),
        note: cell(text('复查情况', 'What was found'), [record?.recheckMethod ?? null, record?.recheckNote ?? null], {
          signature: signatureOf(view, 'record-recheck', text('质管部', 'Quality')),
        }),
      },
      signatures: allSignatures(view),
    }
  },
})
