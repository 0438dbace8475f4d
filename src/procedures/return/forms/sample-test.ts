import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { sampleResults } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { box, by, goods, goodsTable, of, signaturesOf } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ claim: saidSchema, test: saidSchema }),
  customer: cellSchema,
  slip: cellSchema,
  claim: cellSchema,
  goods: tableSchema,
  sampleNo: cellSchema,
  result: cellSchema,
  test: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  return {
    titles: {
      claim: text('一、客户反映', '1  Claim'),
      test: text('二、同批留样检测', '2  Test of the retained sample'),
    },
    customer: box('客　户', 'Customer', paper, row => row.partyName),
    slip: box('退货单号', 'Return no.', paper, row => row.number),
    claim: box('客户说明', 'Claim', paper, row => row.remark, 'remark'),
    goods: goodsTable(
      text('批次', 'Lots'),
      paper.lines,
      goods.no,
      goods.product,
      goods.model,
      goods.lot,
      goods.expires,
      goods.quantity,
    ),
    sampleNo: box('留样编号', 'Sample no.', paper, row => row.sampleNo),
    result: choice(
      text('结　论', 'Result'),
      sampleResults,
      of(paper, row => row.sampleResult),
    ),
    test: cell(text('检测情况', 'Test'), record?.sampleTest ?? null, {
      signature: by(text('检测人', 'Tested by'), record?.sampleTestedByName ?? null, record?.sampleTestedAt ?? null),
    }),
    signatures: signaturesOf(paper, 'return.test-sample'),
  }
}

/** 留样检测结果: the test of the retained sample before a contract customer's return is decided (R27). */
export const sampleTest = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'sample-test',
  code: 'QR-TH-06',
  revision: 'A/0',
  title: text('留样检测结果', 'Retained-sample test'),
  applies: ({ sampleTestedAt }) => sampleTestedAt !== null,
  template: new URL('./sample-test.typ', import.meta.url),
  sample: new URL('./sample-test.sample.json', import.meta.url),
  fulfils: ['S12-5.8.2a'],
  schema,
  data: laidOut,
})
