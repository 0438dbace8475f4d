import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { choice, line, paragraph } from '../../vocabulary/entry-field.ts'
import { formVariants, scopes, sources } from './wording.ts'

/** What is entered when goods are stopped; the same schemas serve the widening. */
export const stop = {
  scope: choice(text('停售范围', 'Scope'), scopes),
  productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
  lotId: field(z.uuid(), {
    title: text('批号', 'Lot'),
    widget: 'lot',
    when: { field: 'scope', is: ['lot', 'serials'] },
  }),
  lotIds: field(z.array(z.uuid()).max(500), { title: text('批号', 'Lots'), widget: 'hidden' }),
  serials: field(z.array(z.string().trim().min(1).max(60)).max(500), {
    title: text('序列号', 'Serial numbers'),
    when: { field: 'scope', is: ['serials'] },
  }),
  source: choice(text('停售来源', 'Source'), sources),
  reason: paragraph(text('停售原因', 'Reason')),
  document: line(text('监管文件号', 'Document of the authority'), {
    hint: text('抽检通知书、禁售通知等', 'notice of the failed test, prohibition'),
    when: { field: 'source', is: ['authority'] },
  }),
  problem: paragraph(text('发现的问题', 'Problem found'), {
    hint: text('填写即同时申请质量复查', 'asks for the re-check at the same time'),
    when: { field: 'source', is: ['storage-check', 'outbound-check', 'return', 'own-finding'] },
  }),
  formVariant: choice(text('复检单据', 'Form of the re-check'), formVariants),
  quantity: field(z.int().min(1).max(1_000_000), {
    title: text('复检数量', 'Quantity to be checked'),
    widget: 'number',
  }),
} as const

/** The record because of which the step is taken; given by the step that starts it. */
export const causeField = field(z.object({ procedure: z.string().max(60), id: z.uuid(), number: z.string().max(60) }), {
  title: text('来源记录', 'Came from'),
  widget: 'hidden',
})
