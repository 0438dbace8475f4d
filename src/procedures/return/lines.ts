import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine, ReturnVerdict } from './return-rows.ts'
import { verdicts } from './taxonomy.ts'

/** Most lines on one return note. */
export const MOST_LINES = 50

const whole = (least: number) => z.int().min(least).max(10_000_000)
const serials = field(z.array(z.string().trim().min(1).max(60)).max(2000), {
  title: text('序列号', 'Serial numbers'),
})
const quantity = (zh: string, en: string, least = 1) => field(whole(least), { title: text(zh, en), widget: 'number' })
const short = (zh: string, en: string) =>
  field(z.string().trim().min(1).max(200), { title: text(zh, en), widget: 'line' })
const lineNo = field(whole(1), { title: text('行号', 'Line'), widget: 'number' })
const goods = short('品名批号', 'Goods')

/** A line as the customer fills it in (S02-4.2.1a, S12-5.8.1a). */
export const requestLine = z.object({
  lotId: field(z.uuid(), { title: text('批号', 'Lot'), widget: 'lot' }),
  quantity: quantity('数量', 'Quantity'),
  serials: serials.optional(),
  deliveryNumber: short('原出库单号', 'Original outbound no.').optional(),
  unitPrice: field(z.int().min(0).max(1_000_000_000), {
    title: text('单价', 'Price of a unit'),
    widget: 'number',
    of: 'fen',
  }).optional(),
})

/** What the head of the warehouse counted of a line. */
export const countLine = z.object({
  lineNo,
  goods: goods.optional(),
  counted: quantity('清点数量', 'Counted', 0),
})

/** What the inspection says of some units of a line. */
export const verdictLine = z.object({
  lineNo,
  goods: goods.optional(),
  verdict: field(z.enum(keysOf(verdicts)), {
    title: text('检验结论', 'Verdict'),
    widget: 'choice',
    options: verdicts,
  }),
  quantity: quantity('数量', 'Quantity'),
  serials: serials.optional(),
  finding: field(z.string().trim().min(2).max(2000), { title: text('检验情况', 'Finding'), widget: 'paragraph' }),
})

/** How a form names a line. */
export const lineLabel = (line: Pick<ReturnLine, 'productName' | 'model' | 'lotNo'>): string =>
  `${line.productName} ${line.model} ${line.lotNo}`.slice(0, 200)

const joined = (values: readonly (string | null)[]): string => [...new Set(values.filter(Boolean))].join('；')

/** The lines in one, as ledger and search show them. */
export const goodsColumns = (
  lines: readonly Omit<ReturnLine, 'id' | 'returnId'>[],
): Pick<
  ReturnRow,
  | 'productNames'
  | 'models'
  | 'specs'
  | 'registrants'
  | 'contractManufacturers'
  | 'registrationNos'
  | 'storages'
  | 'lotNos'
  | 'expiries'
  | 'udis'
  | 'deliveryNumbers'
  | 'quantity'
> => ({
  productNames: joined(lines.map(line => line.productName)),
  models: joined(lines.map(line => line.model)),
  specs: joined(lines.map(line => line.spec)),
  registrants: joined(lines.map(line => line.registrant)),
  contractManufacturers: joined(lines.map(line => line.contractManufacturer)) || null,
  registrationNos: joined(lines.map(line => line.registrationNo)),
  storages: joined(lines.map(line => line.storage)),
  lotNos: joined(lines.flatMap(line => [line.lotNo, ...line.serials])),
  expiries: joined(lines.map(line => line.expiresOn)),
  udis: joined(lines.map(line => line.udi)),
  deliveryNumbers: joined(lines.map(line => line.deliveryNumber)),
  quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
})

/** The verdicts that hold: those of the last inspection. */
export const verdictsInForce = (list: readonly ReturnVerdict[]): readonly ReturnVerdict[] =>
  list.filter(item => !item.superseded)

/** Units of verdicts. */
export const unitsOf = (list: readonly { readonly quantity: number }[]): number =>
  list.reduce((sum, item) => sum + item.quantity, 0)

/** The quality status in a few words, for ledger and record: `合格 18；客户造成损坏 2`. */
export const qualityStatusOf = (list: readonly Pick<ReturnVerdict, 'verdict' | 'quantity'>[]): string =>
  Object.entries(verdicts)
    .map(([key, title]) => [title.zh, unitsOf(list.filter(item => item.verdict === key))] as const)
    .filter(([, units]) => units > 0)
    .map(([title, units]) => `${title} ${units}`)
    .join('；')
