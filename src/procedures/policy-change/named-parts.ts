import type { Rhythm } from '../../kernel/duty.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Supposed } from '../../kernel/policy-effect.ts'
import { supposedBook } from '../../kernel/policy-effect.ts'
import type { Procedure, WrittenProcedure } from '../../kernel/procedure.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import type { NamedPart } from './effect.ts'

/** Whether a written procedure runs. */
export const runs = (procedure: WrittenProcedure): procedure is Procedure => 'commands' in procedure

/** Whether something reads the policy: not while its procedure is awaited, or nothing acts for its clauses yet. */
export const isUsed = (procedure: WrittenProcedure, { clauses }: { readonly clauses: readonly string[] }): boolean =>
  runs(procedure) && clauses.some(id => procedure.clauses[id]?.control !== null)

const PERIODS = {
  month: text('每月', 'every month'),
  quarter: text('每季度', 'every quarter'),
  'half-year': text('每半年', 'every half-year'),
  year: text('每年', 'every year'),
} as const

/** A rhythm in words: 每日 09:30–10:30、15:30–16:30. */
export function rhythmText(rhythm: Rhythm): Text {
  switch (rhythm.every) {
    case 'day': {
      const windows = joinText(rhythm.windows.map(({ from, to }) => text(`${from}–${to}`, `${from}–${to}`)))
      return text(`每日 ${windows.zh}`, `every day ${windows.en}`)
    }
    case 'shares': {
      const shares = rhythm.shares.join('-')
      return text(`满 ${rhythm.after} 个月后每季按 ${shares} 分月`, `after ${rhythm.after} months, by ${shares}`)
    }
    default: {
      const { zh, en } = PERIODS[rhythm.every]
      const { dueMonth, dueDay } = rhythm
      if (dueMonth === 0) return text(`${zh}，期内 ${dueDay} 日前`, `${en}, by day ${dueDay} within it`)
      return text(
        `${zh}，期后第 ${dueMonth} 个月 ${dueDay} 日前`,
        `${en}, by day ${dueDay} of month ${dueMonth} after it`,
      )
    }
  }
}

/**
 * What names the policy (clocks, duties, sign-off chains) and what acts for its clauses (steps, forms, ledgers, reports),
 * over all procedures; and the documents in which the clauses stand.
 */
export function namedParts(
  procedures: readonly WrittenProcedure[],
  owner: WrittenProcedure,
  { key, clauses }: { readonly key: string; readonly clauses: readonly string[] },
  book: PolicyBook,
  supposed: Supposed | null,
): readonly NamedPart[] {
  const then = supposed && supposedBook(book, supposed)
  const part =
    (procedure: WrittenProcedure, kind: NamedPart['kind']) =>
    (item: { readonly title: Text }): NamedPart => ({
      kind,
      procedure: procedure.name,
      procedureTitle: procedure.title,
      title: item.title,
    })
  const acts = (item: { readonly fulfils: readonly string[] }): boolean => item.fulfils.some(id => clauses.includes(id))
  const running = procedures.filter(runs)
  return [
    ...running.flatMap(procedure => [
      ...procedure.deadlines
        .filter(item => item.policy === key || (typeof item.policy === 'function' && clauses.includes(item.clause)))
        .map(part(procedure, 'clock')),
      ...procedure.duties
        .filter(item => item.policies.includes(key))
        .map(item => ({
          ...part(procedure, 'duty')(item),
          ...(then && { change: { was: rhythmText(item.rhythm(book)), becomes: rhythmText(item.rhythm(then)) } }),
        })),
      ...procedure.chains.filter(item => item.remindAfter === key).map(part(procedure, 'chain')),
      ...procedure.commands.filter(acts).map(part(procedure, 'step')),
      ...procedure.forms.filter(acts).map(part(procedure, 'form')),
      ...procedure.ledgers.filter(acts).map(part(procedure, 'ledger')),
      ...procedure.reports.filter(acts).map(part(procedure, 'report')),
    ]),
    ...owner.source.map(part(owner, 'document')),
  ]
}
