import { z } from 'zod'
import { joinText, type Text, text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { line, paragraph, telephone } from '../../../vocabulary/entry-field.ts'
import { type ReturnRow, returnRow } from '../return.ts'
import { returnCommand } from '../return-command.ts'
import { OPEN } from '../states.ts'
import { AFTER_SALES } from '../taxonomy.ts'

const fields = z.object({
  contactPerson: line(text('联系人', 'Contact'), { personal: true }).optional(),
  phone: telephone(text('联系电话', 'Telephone')).optional(),
  remark: paragraph(text('客户说明', 'Remark of the customer')).optional(),
  arrivalPlace: line(text('货运站/提货地点', 'Station or place')).optional(),
  location: line(text('货位', 'Location')).optional(),
  replacementOrderNo: line(text('换货单号', 'Replacement order')).optional(),
})
const input = fields.extend({ reason: reasonField })
type Entered = z.infer<typeof fields>

/** What differs from the record; only what was filled in can be corrected, nothing is added this way. */
function corrections(record: ReturnRow, { reason, ...given }: z.infer<typeof input>) {
  const entered = Object.entries(given).filter(
    ([key, value]) => value !== undefined && record[key as keyof Entered] !== null,
  )
  return correctionsOf(record, Object.fromEntries(entered) as Partial<ReturnRow>, reason)
}

const titleOf = (field: string): Text =>
  (returnRow.shape as Readonly<Record<string, z.ZodType>>)[field]?.meta()?.['x-title'] as Text

/** 划改: a wrong entry is struck through with who, when and why; goods, quantities and findings are not corrected but done again. */
export const correctReturn = returnCommand('correct', {
  title: text('更正', 'Correct'),
  about: text(
    '原值保留并划改留痕。货品、数量有误的请撤回重填；检验结论有误的请退回重检。',
    'The old value stays, struck through. Wrong goods or quantities: withdraw and register again; wrong findings: inspect again.',
  ),
  fulfils: ['S02-3.3a', 'CN-GSP-107'],
  from: OPEN,
  by: AFTER_SALES,
  input,
  check: ({ record, input: asked }) => [refuseUnchanged(corrections(record, asked), text('退货', 'the return'))],
  change: ({ record, input: asked }) => {
    const correct = corrections(record, asked)
    return { set: Object.fromEntries(correct.map(({ field, now }) => [field, now])) as Partial<ReturnRow>, correct }
  },
  tell: ({ before, input: asked }) => {
    const names = joinText(corrections(before, asked).map(({ field }) => titleOf(field)))
    return text(`更正${names.zh}：${asked.reason}`, `corrected ${names.en}: ${asked.reason}`)
  },
  fill: ({ record }) =>
    Object.fromEntries(
      Object.keys(fields.shape).flatMap(key => {
        const value = record[key as keyof Entered]
        return value === null ? [] : [[key, value]]
      }),
    ),
  rank: 85,
  place: 'menu',
})
