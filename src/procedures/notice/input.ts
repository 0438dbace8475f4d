import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { line } from '../../vocabulary/entry-field.ts'

const hidden = <S extends z.ZodType>(schema: S, zh: string, en: string) =>
  field(schema, { title: text(zh, en), widget: 'hidden' })

/** The recipient that a step is about; the page of the notice fills it in. */
export const recipientId = hidden(z.uuid(), '接收单位', 'Recipient')

/** Words that the page shows beside an entry; they are not kept. */
const about = line(text('对象', 'Concerns'), { hint: text('由系统填写', 'filled in by the system') }).optional()

const count = (zh: string, en: string) =>
  field(z.int().min(0).max(1_000_000), { title: text(zh, en), widget: 'number' }).default(0)

/** What a buyer says became of its units of one lot. */
export const statedLine = z.object({
  lotId: hidden(z.uuid(), '批号', 'Lot'),
  about,
  onHand: count('在库（已封存）', 'On hand, set apart'),
  used: count('已使用', 'Used'),
  soldOn: count('已转售', 'Sold on'),
  comingBack: count('退回（将寄回我公司）', 'Returned: will be sent back'),
  destroyed: count('已销毁', 'Destroyed'),
  notFound: count('找不到', 'Not found'),
  tracked: hidden(z.boolean(), '按序列号管理', 'By serial number').optional(),
  serials: field(z.array(line(text('序列号', 'Serial number'))).max(500), {
    title: text('退回的序列号', 'Serial numbers that are sent back'),
    when: { field: 'tracked', is: [true] },
  }).optional(),
  differenceReason: line(text('与供货数量不符的原因', 'Why it differs from what was delivered'), {
    hint: text('合计与供货数量一致时不填', 'leave empty when the sum is what was delivered'),
  }).optional(),
})

/** A customer of a dealer that got the goods. */
export const onwardCustomer = z.object({
  lotId: hidden(z.uuid(), '批号', 'Lot').optional(),
  name: line(text('下游客户', 'Customer')),
  phone: line(text('电话', 'Telephone'), { personal: true }).optional(),
  quantity: field(z.int().min(0).max(1_000_000), { title: text('数量', 'Quantity'), widget: 'number' }).optional(),
})

/** Units of one line that the quality head lets go. */
export const remainderLine = z.object({
  lineId: hidden(z.uuid(), '行', 'Line'),
  about,
  reason: line(text('理由', 'Reason')),
})

/** A recipient that the quality head lets go without an answer. */
export const remainderRecipient = z.object({
  recipientId,
  about,
  reason: line(text('理由', 'Reason')),
})
