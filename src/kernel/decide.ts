import type { Around } from './around.ts'
import type { AnyCommand, Asked, Change, Ground, Situation } from './command.ts'
import { entryWindowHours, type LateEntry, lateEntries, lateEvents, refuseLate } from './entry-window.ts'
import { parseInput } from './parse.ts'
import { deputyIn, holds } from './person.ts'
import type { RecordBase } from './record.ts'
import { onlyRefusals, type Refusal, refuse } from './refusal.ts'
import type { Signing } from './sign-off.ts'
import { chainRefusals, signingOf } from './sign-off-order.ts'
import { eitherText, type Text, text } from './text.ts'

/** A step that was allowed, and all that it changes. */
export interface Accepted {
  readonly ok: true
  readonly input: unknown
  readonly change: Change<RecordBase>
  /** State after the step. */
  readonly to: string
  /** The signature of a chain that the step gives, if any. */
  readonly signing: Signing | null
  /** Events that are written down late, each with the reason. */
  readonly late: readonly LateEntry[]
  readonly told: (record: RecordBase) => Text
}

/** The situation as a step sees it: with the signature that the person would give, and those asked before. */
export const situated = (
  command: AnyCommand,
  ground: Ground,
  around: Around,
): Situation<RecordBase | undefined, Record<string, unknown>> => ({
  ...ground,
  signing: signingOf(command, around, ground.actor),
  signOffs: around.signOffs ?? [],
})

/**
 * Every reason against a step that does not depend on what is entered, in the order in which people are told:
 * role, scope, state, segregation, guards, gates. `can` and the refusal of {@link decide} are these same lines.
 */
export function refusalsNow(command: AnyCommand, ground: Ground, around: Around): Refusal[] {
  const situation = situated(command, ground, around)
  const { actor, record } = situation
  const { words, gates = [] } = around
  const clause = command.fulfils[0]
  if (actor.via !== 'system' && !holds(actor, command.by)) {
    const roles = eitherText(command.by.map(words.roleTitle))
    return [
      refuse(
        'role',
        text(
          `“${command.title.zh}”由${roles.zh}办理，请转交其办理。`,
          `"${command.title.en}" is done by ${roles.en}: ask one of them to do it.`,
        ),
        { kind: 'forbidden', clause },
      ),
    ]
  }
  // what another step starts needs no scope of its own: the key was let in for that other step
  if (actor.via !== 'system' && actor.scopes && !inScope(actor.scopes, command.id))
    return [
      refuse(
        'scope',
        text(
          `此接口密钥未获准执行 ${command.id}，请管理员扩大密钥的范围。`,
          `This API key may not do ${command.id}: ask an administrator to widen its scopes.`,
        ),
        { kind: 'forbidden', clause },
      ),
    ]
  if (command.from !== 'new') {
    if (!record) return [refuse('absent', text('没有这条记录。', 'There is no such record.'), { kind: 'absent' })]
    if (!command.from.includes(record.state)) {
      const states = command.record.states
      const wanted = eitherText(command.from.map(state => states[state]?.title ?? text(state, state)))
      const is = states[record.state]?.title ?? text(record.state, record.state)
      return [
        refuse(
          'state',
          text(
            `${record.number} 现为“${is.zh}”；“${command.title.zh}”须在“${wanted.zh}”时进行。`,
            `${record.number} is "${is.en}" now; "${command.title.en}" happens while it is "${wanted.en}".`,
          ),
          { clause },
        ),
      ]
    }
  }
  // who stands in for somebody takes no step that this person must not take
  const hands = [actor.id, deputyIn(actor, command.by)?.id]
  const same = command.differ
    .filter(rule => hands.includes(rule.from(situation) ?? ''))
    .map(rule => refuse(rule.rule, rule.sentence(situation), { kind: 'forbidden', clause: clause ?? rule.rule }))
  const order = record ? chainRefusals(command, around, record, actor) : []
  const guarded = onlyRefusals(command.guard(situation)).map(item => withClause(item, clause))
  const held = gates.flatMap(({ gate, held }) =>
    onlyRefusals((record && gate.guard?.({ ...situation, record, facts: { held } })) ?? []).map(item =>
      withClause(item, gate.clause),
    ),
  )
  return [...same, ...guarded, ...order, ...held]
}

const withClause = (refusal: Refusal, clause: string | undefined): Refusal =>
  refusal.clause || !clause ? refusal : { ...refusal, clause }

/** Whether a scope list covers a name: `complaint.open`, `complaint.*` or `*`. */
export const inScope = (scopes: readonly string[], name: string): boolean =>
  scopes.some(scope => scope === '*' || scope === name || (scope.endsWith('.*') && name.startsWith(scope.slice(0, -1))))

/**
 * Decides a step purely: parse, role, state, segregation, guards, gates, check, change.
 * The kernel's `execute` and the tests without a database call this very function.
 */
export function decide(
  command: AnyCommand,
  ground: Ground,
  asked: {
    readonly input: unknown
    readonly found: Record<string, unknown>
    readonly newId: () => string
    /** Why an event is written down only now, where it is late. */
    readonly late?: string | undefined
  },
  around: Around,
): Accepted | { readonly ok: false; readonly refusals: [Refusal, ...Refusal[]] } {
  const situation = situated(command, ground, around)
  const before = refusalsNow(command, ground, around)
  if (isSome(before)) return { ok: false, refusals: before }
  const parsed = parseInput(command.input, asked.input)
  if (!parsed.ok) return { ok: false, refusals: parsed.refusals }
  const full = { ...situation, input: parsed.value, found: asked.found, newId: asked.newId } as Asked<
    RecordBase,
    Record<string, unknown>,
    unknown,
    Record<string, unknown>
  >
  const reported = command.check(full)
  const hours = situation.policy(entryWindowHours)
  const events = lateEvents(reported, { actor: situation.actor, now: situation.now, hours })
  const late = lateEntries(events, hours, asked.late)
  const checked = [
    ...onlyRefusals(reported).map(item => withClause(item, command.fulfils[0])),
    ...(around.gates ?? []).flatMap(({ gate, found }) =>
      onlyRefusals(
        gate.check?.({ ...full, facts: {}, found: { held: found } } as Parameters<NonNullable<typeof gate.check>>[0]) ??
          [],
      ).map(item => withClause(item, gate.clause)),
    ),
    ...(late === null ? refuseLate(events, hours) : []),
  ]
  if (isSome(checked)) return { ok: false, refusals: checked }
  const change = command.change(full) as Change<RecordBase>
  const to = change.to ?? command.to ?? situation.record?.state
  if (!to || !(to in command.record.states)) throw new Error(`${command.id} leads to no declared state: ${to}`)
  return {
    ok: true,
    input: parsed.value,
    change,
    to,
    signing: situation.signing,
    late: late ?? [],
    told: record => command.tell({ ...full, record, before: full.record }),
  }
}

const isSome = (list: Refusal[]): list is [Refusal, ...Refusal[]] => list.length > 0
