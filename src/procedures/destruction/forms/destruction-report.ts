import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, day, headings, signatureList, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { methods } from '../taxonomy.ts'
import { allSignatures, approvals, type DestructionView, listTable, signatureOf, yuan } from './view.ts'

const schema = z.strictObject({
  titles: headings('list', 'report'),
  boxes: cells('lines', 'quantity', 'value', 'keeper', 'note', 'reason', 'method', 'place', 'plannedOn', 'regulator'),
  list: tableSchema,
  reviews: tableSchema,
  signatures: signatureList,
})

/** 销毁医疗器械报告 with its list (S26 5, SC30; R75). */
export const destructionReport = form<DestructionView, z.infer<typeof schema>>({
  id: 'destruction-report',
  code: 'QR-XH-01',
  revision: 'A/0',
  title: text('销毁医疗器械报告（附销毁清单）', 'Destruction report with list'),
  template: new URL('./destruction-report.typ', import.meta.url),
  sample: new URL('./destruction-report.sample.json', import.meta.url),
  fulfils: ['S26-5a', 'S26-5b', 'S26-5c'],
  schema,
  data: view => {
    const { record } = view
    return {
      titles: { list: text('清单合计', 'The list in all'), report: text('销毁报告', 'Report') },
      boxes: {
        lines: cell(text('项　数', 'Lines'), record ? String(record.lineCount) : null),
        quantity: cell(text('总数量', 'Units'), record ? String(record.quantity) : null),
        value: cell(text('总金额', 'Value'), record ? `¥ ${yuan(record.value)}` : null),
        keeper: cell(text('列清单', 'Listed'), record ? [record.listedByName, { instant: record.listedAt }] : null),
        note: cell(text('清单说明', 'Note'), record?.listNote ?? null),
        reason: cell(text('销毁理由', 'Reason'), record?.reportReason ?? null, {
          signature: signatureOf(view, 'report', text('质管部', 'Quality')),
        }),
        method: choice(text('拟用方法', 'Method'), methods, record?.plannedMethod ?? null),
        place: cell(text('拟定地点', 'Place'), record?.plannedPlace ?? null),
        plannedOn: cell(text('拟定日期', 'Day'), day(record?.plannedOn ?? null)),
        regulator: cell(text('报请监毁', 'Regulator told'), record?.regulatorNotice ?? null, {
          inapplicable: record !== null && !record.special,
        }),
      },
      list: listTable(view),
      reviews: approvals(view),
      signatures: allSignatures(view),
    }
  },
})
