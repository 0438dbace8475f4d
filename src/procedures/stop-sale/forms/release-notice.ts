import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, instant, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { audiences, RESUMES, verdicts } from '../wording.ts'
import { goodsCells, goodsSchema, placesTable } from './goods-cells.ts'
import { type StopSalePaper, signaturesOf } from './view.ts'

const schema = z.strictObject({
  titles: z.strictObject({ goods: saidSchema, release: saidSchema }),
  ...goodsSchema,
  placedAt: cellSchema,
  stopReason: cellSchema,
  finding: cellSchema,
  findingNote: cellSchema,
  findingBy: cellSchema,
  releasedAt: cellSchema,
  releasedBy: cellSchema,
  document: cellSchema,
  reason: cellSchema,
  demand: cellSchema,
  places: tableSchema,
  told: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})
type Data = Readonly<z.infer<typeof schema>>

const fromStop = (view: StopSalePaper): Data => ({
  titles: {
    goods: text('一、解除停售货品', '1  What is released'),
    release: text('二、复查与解除', '2  Re-check and release'),
  },
  ...goodsCells(view),
  placedAt: cell(text('停售时间', 'Held at'), instant(view.placedAt)),
  stopReason: cell(text('停售原因', 'Reason of stop'), view.reason),
  finding: choice(text('复查结论', 'Finding'), verdicts, view.finding),
  findingNote: cell(text('复查情况', 'What was found'), view.findingNote),
  findingBy: cell(text('复查人', 'Found by'), [view.findingBy, instant(view.findingAt)]),
  releasedAt: cell(text('解除时间', 'Released at'), instant(view.releasedAt)),
  releasedBy: cell(text('解除人', 'Released by'), view.releasedBy),
  document: cell(text('解除文件号', 'Document'), view.releaseDocument, { inapplicable: view.source !== 'authority' }),
  reason: cell(text('解除理由', 'Reason'), view.releaseReason),
  demand: cell(
    text('要　求', 'Demand'),
    text(
      '业务部门可恢复销售；仓库摘除黄牌、恢复发货；曾被通知停售的购货方须在规定时限内逐家告知。',
      'Sales may go on; the warehouse takes the yellow cards off and ships again; every buyer who was told to stop is told in time.',
    ),
  ),
  places: placesTable(view),
  told: {
    title: text('解除告知', 'Told that it is over'),
    columns: [
      { label: text('对象', 'Who'), width: 2.4 },
      { label: text('单位', 'Name'), width: 4 },
      { label: text('告知停售', 'Told to stop'), width: 2.6 },
      { label: text('告知解除', 'Told of release'), width: 2.6 },
      { label: text('经办', 'By'), width: 2 },
    ],
    rows: view.told
      .filter(item => RESUMES.includes(item.audience))
      .map(item => [audiences[item.audience], item.name, instant(item.at), instant(item.resumedAt), item.resumedBy]),
  },
  signatures: signaturesOf(view, 'stop-sale.record-recheck', 'stop-sale.release'),
})

/** 解除停售通知单 (S26-2.3b; S01-4.5b, c). */
export const releaseNotice = form<StopSalePaper, Data>({
  id: 'release-notice',
  code: 'QR-ZG-12',
  revision: 'A/0',
  title: text('解除停售通知单', 'Notice of release'),
  applies: ({ releasedAt }) => releasedAt !== null,
  template: new URL('./release-notice.typ', import.meta.url),
  sample: new URL('./stop-sale.sample.json', import.meta.url),
  fulfils: ['S26-2.3b', 'S01-4.5b', 'S01-4.5c'],
  schema,
  data: fromStop,
})
