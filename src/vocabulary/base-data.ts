import { z } from 'zod'
import { canonical } from '../kernel/canonical.ts'
import type { Correction } from '../kernel/command.ts'
import { field } from '../kernel/field.ts'
import type { Json } from '../kernel/json.ts'
import type { Clause } from '../kernel/procedure.ts'
import type { StateMeaning } from '../kernel/record.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Text, text } from '../kernel/text.ts'

/** States of base data: what is out of use is offered no more, and stays readable wherever it stands. */
export const standings = {
  active: {
    title: text('在用', 'In use'),
    meaning: text('可在各程序中选用', 'Offered in every procedure'),
    tone: 'ok',
    resting: true,
  },
  inactive: {
    title: text('停用', 'Out of use'),
    meaning: text('不再供选用，历史记录照常可查', 'No longer offered; its history stays readable'),
    tone: 'plain',
    resting: true,
  },
} as const satisfies Record<string, StateMeaning>

/**
 * Who confirms and updates quality base data (suppliers, customers, products): quality management alone, after review
 * (国药监械管〔2024〕20号 ※5.51); everybody else reads.
 */
export const BASE_DATA_KEEPERS: readonly string[] = ['quality', 'quality-head']

/** Why base data were changed. */
export const reasonField = field(z.string().trim().min(2).max(500), {
  title: text('原因', 'Reason'),
  widget: 'paragraph',
})

/** The input of a step that asks for nothing but its reason. */
export const reasonInput = z.object({ reason: reasonField })

/** One line of text of at most `most` characters, without blanks at its ends. */
export const lineOf = (most: number) => z.string().trim().min(1).max(most)

// The database gives the keys of a JSON value back in an order of its own.
const same = (was: unknown, now: unknown): boolean => canonical(was ?? null) === canonical(now ?? null)

/** The corrections between a record and what is entered for it; fields that stay are left out. */
export const correctionsOf = <Row extends object>(record: Row, entered: Partial<Row>, reason: string): Correction[] =>
  (Object.keys(entered) as (keyof Row & string)[])
    .filter(key => !same(record[key], entered[key]))
    .map(key => ({
      field: key,
      was: (record[key] ?? null) as Json,
      now: (entered[key] ?? null) as Json,
      reason,
    }))

/** Refuses a correction that corrects nothing. */
export const refuseUnchanged = (corrections: readonly Correction[], what: Text): Refusal | false =>
  corrections.length === 0 &&
  refuse(
    'nothing-changed',
    text(
      `没有任何改动。要更正${what.zh}，请先改动至少一项。`,
      `Nothing is different. To correct ${what.en}, first change at least one field.`,
    ),
    { kind: 'unfit' },
  )

interface Numbered {
  readonly record: { readonly number: string }
  readonly input: { readonly reason: string }
}

/** What every step that takes base data out of use says alike. */
export const takeOutOfUse = {
  title: text('停用', 'Take out of use'),
  from: ['active'],
  to: 'inactive',
  input: reasonInput,
  change: () => ({}),
  tell: ({ record, input }: Numbered) =>
    text(`停用 ${record.number}：${input.reason}`, `took ${record.number} out of use: ${input.reason}`),
  rank: 90,
  place: 'menu',
} as const

/** What every step that brings base data back into use says alike. */
export const bringBackIntoUse = {
  title: text('恢复使用', 'Bring back into use'),
  from: ['inactive'],
  to: 'active',
  input: reasonInput,
  change: () => ({}),
  tell: ({ record, input }: Numbered) =>
    text(`恢复使用 ${record.number}：${input.reason}`, `brought ${record.number} back into use: ${input.reason}`),
  rank: 90,
  place: 'menu',
} as const

/** What the rules ask of quality base data, alike for parties, products and lots: cited by each of these procedures. */
export const baseDataClauses = {
  keepers: {
    zh: '供货者、购货者、产品等质量管理基础数据只能由质量管理人员审核确认和更新，其他人员只读',
    en: 'Quality management alone confirms and updates the base data on suppliers, customers and products; others read',
    source: '※5.51',
    law: { anchor: '国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  lock: {
    zh: '失效的基础数据自动锁定，不得再用于采购、销售等业务',
    en: 'Base data that no longer hold are locked and cannot be used in buying or selling',
    source: '※5.51',
    law: { anchor: 'GSP153（2023年第153号）第五十一条；国药监械管〔2024〕20号 ※5.51', confidence: 'verified-text' },
  },
  trace: {
    zh: '更正基础数据须说明原因，原值、更正人和时间仍可查',
    en: 'A correction of base data has a reason and keeps the old value with who changed it and when',
    source: '11.10(e)',
    law: { anchor: '21 CFR Part 11.10(e)', confidence: 'verified-text' },
  },
} as const satisfies Record<string, Clause>
