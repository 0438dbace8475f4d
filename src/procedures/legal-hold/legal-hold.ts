import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a hold. */
export const states = {
  placed: {
    title: text('保留中', 'In force'),
    meaning: text('所涉记录不得处置', 'The records that it covers are not disposed of'),
    tone: 'warn',
    resting: true,
  },
  lifted: {
    title: text('已解除', 'Lifted'),
    meaning: text('已签字解除', 'Lifted with a signature'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** What a hold covers. */
export const scopes = {
  matter: text('一件事项（记录及其关联记录）', 'A matter: a record and those linked with it'),
  party: text('一个单位的全部记录', 'Every record of a party'),
  product: text('一个产品的全部记录', 'Every record of a product'),
  lot: text('一个批号的全部记录', 'Every record of a lot'),
} as const satisfies Record<string, Text>

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, options?: Readonly<Record<string, Text>>) =>
  field(schema, { title: text(zh, en), ...(options && { options }) })

export const legalHoldRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string(), '标题', 'Title'),
  scope: titled(z.enum(keysOf(scopes)), '范围', 'Scope', scopes),
  subjectId: titled(z.uuid(), '对象', 'Subject'),
  subjectName: titled(z.string(), '对象', 'Subject'),
  reason: titled(z.string(), '理由', 'Reason'),
  authority: titled(z.string(), '依据', 'Authority'),
  placedByName: titled(z.string(), '作出人', 'Placed by'),
  liftedAt: titled(instantSchema.nullable(), '解除时间', 'Lifted at'),
  liftedByName: titled(z.string().nullable(), '解除人', 'Lifted by'),
  liftReason: titled(z.string().nullable(), '解除理由', 'Why it was lifted'),
})
export type LegalHoldRow = z.infer<typeof legalHoldRow>

/** A hold on records, whatever their retention says. */
export const LegalHold = recordType<LegalHoldRow, keyof typeof states>({
  name: 'legal-hold',
  title: text('记录保留', 'Legal hold'),
  table: 'legal_hold',
  row: legalHoldRow,
  states,
  series: { prefix: 'BL', digits: 4 },
  retention: retained('quality'),
  searchText: row => [row.number, row.title, row.subjectName, row.authority].join(' '),
})
