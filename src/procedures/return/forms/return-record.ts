import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, instant, saidSchema, signatureSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { coldTransports } from '../cold-chain.ts'
import { qualityStatusOf } from '../lines.ts'
import type { ReturnLine } from '../return-rows.ts'
import { reasons, verdicts } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { box, of, signaturesOf } from './parts.ts'

const lineSchema = z.strictObject({ title: saidSchema, cells: z.array(cellSchema).readonly() })
const schema = z.strictObject({
  titles: z.strictObject({ cold: saidSchema }),
  lines: z.array(lineSchema).readonly(),
  isCold: z.boolean(),
  cold: z.array(cellSchema).readonly(),
  signatures: z.array(signatureSchema).readonly(),
})

/** The fields of GSP153 art. 107 for one line, in the order of the article. */
function fields(paper: ReturnPaper, line: ReturnLine | null) {
  const judged = paper.verdicts.filter(item => item.lineId === line?.id && !item.superseded)
  const bad = judged.filter(item => item.verdict !== 'good')
  const isOfLine = (read: (goods: ReturnLine) => string | null) => (line ? read(line) : null)
  return [
    cell(text('退货日期', 'Return date'), instant(of(paper, row => row.arrivedAt ?? row.requestedAt))),
    cell(
      text('原出库单号', 'Outbound no.'),
      isOfLine(goods => goods.deliveryNumber),
    ),
    box('退货单位', 'Customer', paper, row => row.partyName),
    cell(
      text('器械名称', 'Device'),
      isOfLine(goods => goods.productName),
    ),
    cell(
      text('型　号', 'Model'),
      isOfLine(goods => goods.model),
    ),
    cell(
      text('规　格', 'Specification'),
      isOfLine(goods => goods.spec || '/'),
    ),
    cell(
      text('注册人', 'Registrant'),
      isOfLine(goods => goods.registrant),
    ),
    cell(
      text('受托生产', 'Made by'),
      isOfLine(goods => goods.contractManufacturer ?? '/'),
    ),
    cell(
      text('注册证号', 'Registration'),
      isOfLine(goods => goods.registrationNo),
    ),
    cell(
      text('贮运条件', 'Conditions'),
      isOfLine(goods => goods.storage),
    ),
    cell(
      text('批号序列号', 'Lot, serial'),
      isOfLine(goods => [goods.lotNo, ...goods.serials].join(' ')),
    ),
    cell(text('有效期至', 'Expires'), line?.expiresOn ? day(line.expiresOn) : isOfLine(() => '/')),
    cell(
      text('UDI', 'UDI'),
      isOfLine(goods => goods.udi),
    ),
    cell(
      text('退货原因', 'Reason'),
      of(paper, row => reasons[row.reason]),
    ),
    cell(text('质量状态', 'Quality'), line ? qualityStatusOf(judged) || null : null),
    cell(
      text('退货数量', 'Quantity'),
      isOfLine(goods => `${goods.counted ?? goods.quantity} ${goods.unit}`),
    ),
    box('验收人员', 'Inspector', paper, row => row.inspectorName),
    cell(text('不合格处置', 'Disposition'), [
      ...bad.map(item =>
        text(
          `${verdicts[item.verdict].zh} ${item.quantity}：${item.finding}`,
          `${verdicts[item.verdict].en} ${item.quantity}: ${item.finding}`,
        ),
      ),
      bad.length > 0 ? of(paper, row => row.disposition) : null,
    ]),
  ]
}

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const cold = of(paper, row => row.coldChain)
  const degrees = (value: number | null | undefined) => (value === null || value === undefined ? null : `${value} ℃`)
  const lines = paper.lines.length > 0 ? paper.lines : [null]
  return {
    titles: { cold: text('冷链收货记录', 'Cold-chain record') },
    lines: lines.map(line => ({
      title: line ? text(`第 ${line.lineNo} 行`, `Line ${line.lineNo}`) : text('退货记录', 'Return'),
      cells: fields(paper, line),
    })),
    isCold: paper.lines.some(line => line.isColdChain),
    cold: [
      cell(text('运输方式', 'Transport'), cold && coldTransports[cold.transport]),
      cell(text('启运时间', 'Departed'), instant(cold?.departedAt ?? null)),
      cell(text('到货时间', 'Arrived'), instant(cold?.arrivedAt ?? null)),
      cell(text('启运温度', 'At departure'), degrees(cold?.departure)),
      cell(text('到货温度', 'On arrival'), degrees(cold?.arrival)),
      cell(
        text('在途温度', 'On the way'),
        cold && [degrees(cold.lowest), degrees(cold.highest)].filter(Boolean).join(' ～ '),
      ),
      cell(
        text('售出期间', 'Since the sale'),
        cold && (cold.recordSinceSale ? text('有温度记录', 'record is there') : text('无温度记录', 'no record')),
      ),
      cell(text('温控待验', 'Waits in'), cold?.waitsIn ?? null),
    ],
    signatures: signaturesOf(paper),
  }
}

/** 退货记录: every line with the fields of GSP153 art. 107, and the cold-chain record of art. 63 and 67. */
export const returnRecord = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'return-record',
  code: 'QR-TH-07',
  revision: 'A/0',
  title: text('退货记录', 'Return record'),
  applies: ({ arrivedAt }) => arrivedAt !== null,
  template: new URL('./return-record.typ', import.meta.url),
  sample: new URL('./return-record.sample.json', import.meta.url),
  fulfils: ['CN-GSP-107', 'CN-GSP-106', 'CN-GSP-67'],
  schema,
  data: laidOut,
})
