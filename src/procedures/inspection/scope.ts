import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Refusal, type Refusals, refuse } from '../../kernel/refusal.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { choice } from '../../vocabulary/entry-field.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { choosable, coveredTitle } from './covered.ts'

const scopes = {
  all: text('全部业务程序', 'All procedures'),
  chosen: text('选定的程序', 'Chosen procedures'),
} as const

/** What an inspector may look at, as it is entered. */
export const scopeInput = {
  scope: choice(text('可查看的程序', 'What he may look at'), scopes, {
    hint: text('人员账号、通知渠道和数据导入始终不开放', 'accounts, channels and imports are never open'),
  }),
  procedures: field(z.array(z.enum(keysOf(choosable))).max(60), {
    title: text('程序', 'Procedures'),
    widget: 'choices',
    options: choosable,
    when: { field: 'scope', is: ['chosen'] },
  }).optional(),
  periodFrom: field(daySchema, { title: text('查看期间（起）', 'Records from'), widget: 'day' }),
  periodTo: field(daySchema, { title: text('查看期间（止）', 'Records to'), widget: 'day' }),
}

/** What was entered for the scope. */
export interface Scope {
  readonly scope: 'all' | 'chosen'
  readonly procedures?: readonly string[]
  readonly periodFrom: string
  readonly periodTo: string
}

/** What stands against a scope. */
export const scopeRefusals = (input: Scope): Refusals => [
  input.scope === 'chosen' &&
    (input.procedures?.length ?? 0) === 0 &&
    refuse(
      'no-procedure',
      text('请至少选择一个程序，或改为全部业务程序。', 'Choose at least one procedure, or all of them.'),
      { field: 'procedures', clause: 'JC-access' },
    ),
  input.periodFrom > input.periodTo &&
    refuse(
      'period-backwards',
      text('查看期间的止日不能早于起日，请更正。', 'The period ends before it begins: correct it.'),
      { field: 'periodTo', clause: 'JC-access' },
    ),
]

/** The columns that keep a scope. */
export const scopeColumns = ({ scope, procedures = [], periodFrom, periodTo }: Scope) => ({
  wholeCompany: scope === 'all',
  procedures: scope === 'all' ? [] : [...new Set(procedures)],
  periodFrom,
  periodTo,
})

/** A scope in words. */
export const scopeText = (row: {
  readonly wholeCompany: boolean
  readonly procedures: readonly string[]
  readonly periodFrom: string
  readonly periodTo: string
}): Text => {
  const named = row.wholeCompany ? scopes.all : joinText(row.procedures.map(coveredTitle))
  return text(`${named.zh}，${row.periodFrom} 至 ${row.periodTo}`, `${named.en}, ${row.periodFrom} to ${row.periodTo}`)
}

/** Refuses a time that is over already or longer than the company allows. */
export const validityRefusals = (
  from: Instant,
  until: Instant,
  latest: Instant,
  now: Instant,
  days: number,
): Refusals => {
  const against = (code: string, sentence: Text): Refusal =>
    refuse(code, sentence, { field: 'validUntil', clause: 'JC-limit' })
  return [
    (until <= from || until <= now) &&
      against(
        'over-already',
        text('有效期须晚于开始时间和现在，请更正。', 'It must end after it begins and after now: correct it.'),
      ),
    until > latest &&
      against(
        'too-long',
        text(
          `检查员账号最长开通 ${days} 天，请提前有效期；到期后可另行开通。`,
          `An inspector’s account is open for ${days} days at most: choose an earlier end; it can be opened again afterwards.`,
        ),
      ),
  ]
}
