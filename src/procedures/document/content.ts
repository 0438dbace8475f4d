import { z } from 'zod'
import { hashOf } from '../../kernel/canonical.ts'
import type { AnyCommand } from '../../kernel/command.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure, WrittenProcedure } from '../../kernel/procedure.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type ContentKind, contentKinds } from './taxonomy.ts'

const said = z.object({ zh: z.string(), en: z.string() })

/** One thing that a procedure consists of, as plain data: two of them are compared field by field. */
export const contentItem = z.object({
  kind: z.enum(Object.keys(contentKinds) as [ContentKind, ...ContentKind[]]),
  /** Tells things of one kind apart; stays the same when they change. */
  key: z.string(),
  title: said,
  fields: z.record(z.string(), z.unknown()) as unknown as z.ZodType<JsonObject>,
})
export type ContentItem = z.infer<typeof contentItem>

const runs = (written: WrittenProcedure): written is Procedure => 'commands' in written

/** Everything that the program does for a procedure with the policies in force: what a version of its document stands for. */
export function contentOf(written: WrittenProcedure, policy: PolicyBook): readonly ContentItem[] {
  const items = [
    ...Object.entries(written.clauses).map(([id, { zh, en, source, law, lacks }]) =>
      item('clause', id, text(id, id), {
        text: { zh, en },
        source,
        law: law?.anchor ?? null,
        lacks: lacks ? { zh: lacks.zh, en: lacks.en } : null,
      }),
    ),
    ...written.policies.map(declared =>
      item('policy', declared.key, declared.title, {
        value: policy(declared),
        unit: declared.unit ?? null,
        clauses: declared.clauses,
      }),
    ),
    ...(runs(written) ? partsOf(written) : []),
  ]
  // what JSON does not carry (absent fields) must not make two equal contents differ
  return JSON.parse(JSON.stringify(items))
}

const partsOf = (procedure: Procedure): readonly ContentItem[] => [
  ...procedure.commands.map((command: AnyCommand) =>
    item('step', command.id, command.title, {
      by: command.by,
      from: command.from,
      to: command.to ?? null,
      signed: command.sign ? { zh: command.sign.meaning.zh, en: command.sign.meaning.en } : null,
      clauses: command.fulfils,
    }),
  ),
  ...procedure.deadlines.map(clock =>
    item('clock', clock.name, clock.title, {
      clauses: [clock.clause],
      rule: clock.rule,
      policy: typeof clock.policy === 'string' ? clock.policy : null,
      owner: typeof clock.owner === 'string' ? clock.owner : null,
      escalatesTo: clock.escalatesTo,
    }),
  ),
  ...procedure.duties.map(duty =>
    item('duty', duty.name, duty.title, {
      by: duty.by,
      holidays: duty.holidays,
      policies: duty.policies,
      step: duty.done?.command ?? null,
      clauses: [duty.clause],
    }),
  ),
  ...procedure.gates.map(gate =>
    item('gate', gate.name, text(gate.name, gate.name), { holds: gate.holds, clauses: [gate.clause] }),
  ),
  ...procedure.chains.map(chain =>
    item('chain', chain.name, chain.title, {
      steps: chain.steps.map(({ key, stage, by }) => ({ key, stage, by: [...by] })),
      clauses: [chain.clause],
    }),
  ),
  ...procedure.forms.map(form =>
    item('form', form.id, form.title, { code: form.code, revision: form.revision, clauses: form.fulfils }),
  ),
  ...procedure.ledgers.map(ledger => item('ledger', ledger.name, ledger.title, { clauses: ledger.fulfils })),
  ...procedure.reports.map(report => item('report', report.name, report.title, { clauses: report.fulfils })),
]

const item = (kind: ContentKind, key: string, { zh, en }: Text, fields: Record<string, unknown>): ContentItem => ({
  kind,
  key,
  title: { zh, en },
  fields: fields as JsonObject,
})

/** SHA-256 of a content, hexadecimal; equal contents have equal hashes. */
export const contentHash = (content: readonly ContentItem[]): string => hashOf(content as unknown as Json)
