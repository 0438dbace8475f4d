import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, headings, signatureList } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { categories, verdicts } from '../taxonomy.ts'
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
  titles: headings('goods', 'report', 'recheck', 'release'),
  goods: goodsSchema,
  boxes: cells('foundAt', 'category', 'finding', 'marked', 'method', 'result', 'note', 'release'),
  signatures: signatureList,
})

/** 质量复查报告单 (S26 2; R71): what was found in store, and what quality says to it. */
export const recheckReport = form<NonconformingView, z.infer<typeof schema>>({
  id: 'recheck-report',
  code: 'QR-BH-03',
  revision: 'A/0',
  title: text('质量复查报告单', 'Quality re-check report'),
  template: new URL('./recheck-report.typ', import.meta.url),
  sample: new URL('./recheck-report.sample.json', import.meta.url),
  fulfils: ['S26-2.1b', 'S26-2.3c', 'GMP-87'],
  schema,
  data: view => {
    const { record } = view
    return {
      titles: {
        goods: GOODS,
        report: text('一、上报', '1  Report'),
        recheck: text('二、质量复查', '2  Re-check'),
        release: text('三、放行', '3  Release'),
      },
      goods: goodsCells(view),
      boxes: {
        foundAt: cell(text('发现时间', 'Found at'), moment(record?.foundAt)),
        category: choice(text('不合格类别', 'Kind of fault'), categories, record?.category ?? null, {
          corrections: correctionsOf(view, 'category'),
        }),
        finding: cell(text('不合格情况', 'Finding'), record?.finding ?? null, {
          corrections: correctionsOf(view, 'finding'),
          signature: doneBy(text('上报人', 'Reported by'), record?.foundByName, record?.createdAt),
        }),
        marked: cell(text('挂黄牌', 'Marked'), [record?.markedByName ?? null, moment(record?.markedAt)]),
        method: cell(text('复查方法', 'How'), record?.recheckMethod ?? null),
        result: choice(text('复查结论', 'Result'), verdicts, record?.recheckResult ?? null),
        note: cell(text('复查情况', 'What was found'), record?.recheckNote ?? null, {
          signature: signatureOf(view, 'record-recheck', text('复查人', 'Re-checked by')),
        }),
        release: cell(text('放行说明', 'Release'), record?.releaseNote ?? null, {
          inapplicable: record?.recheckResult === 'nonconforming',
          signature:
            record?.recheckResult === 'nonconforming' ? null : signatureOf(view, 'release', text('质管部', 'Quality')),
        }),
      },
      signatures: allSignatures(view),
    }
  },
})
