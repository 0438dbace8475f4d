import type { PoolClient } from 'pg'
import { type Call, isId } from './call.ts'
import { type Can, possible } from './can.ts'
import { hashOf } from './canonical.ts'
import type { AnyCommand, Start } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import { type Accepted, decide } from './decide.ts'
import { disposeRecords } from './dispose.ts'
import type { JsonObject } from './json.ts'
import { keptInput } from './kept-input.ts'
import type { Kernel, Proof } from './kernel.ts'
import { type Load, loadFor } from './load.ts'
import { masked } from './mask.ts'
import { moveClocks } from './move-clocks.ts'
import { nextNumber } from './number.ts'
import { type Actor, deputyIn } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { rememberAnswer, rememberedAnswer } from './repeat.ts'
import type { Settings } from './settings.ts'
import { findIn } from './situation.ts'
import { storeAccepted } from './store.ts'
import { type Text, text } from './text.ts'
import { recordAttempt } from './trail.ts'
import { builderOn, inTransaction, ofOneRecord } from './transaction.ts'
import type { SignatureMade } from './write.ts'

/** What an accepted step answers. */
export interface Answer {
  readonly procedure: string
  readonly record: RecordBase
  readonly can: Can
  readonly due: readonly DeadlineRow[]
  readonly told: Text
}

/** What happened inside the transaction. */
interface Done {
  readonly record: RecordBase
  readonly due: readonly DeadlineRow[]
  readonly told: Text
}

/** How deep steps may start steps; deeper is a circle between procedures. */
const DEPTH = 8

/**
 * The only way anything changes. One transaction; a refusal rolls it back, is itself written to the trail, and is thrown.
 * @throws Refused with everything that stands against the step
 */
export async function execute(kernel: Kernel, call: Call, actor: Actor): Promise<Answer> {
  const { procedure, ...done } = await carryOut(kernel, call, actor)
  const settings = await kernel.settings()
  const { can } = (await ofOneRecord(kernel, one => possible(one, settings, procedure, [done.record], actor))).get(
    done.record.id,
  ) ?? { can: {} }
  return { procedure: procedure.name, ...done, record: masked(procedure.record, done.record, actor), can }
}

/**
 * {@link execute} without the answer to what is possible next, for stories that are told without a reader. The record is
 * not masked.
 * @throws Refused with everything that stands against the step
 */
export async function carryOut(
  kernel: Kernel,
  call: Call,
  actor: Actor,
): Promise<Done & { readonly procedure: Procedure }> {
  const command = kernel.registry.command(call.command)
  if (!command)
    throw new Refused([
      refuse('unknown-command', text(`没有名为 ${call.command} 的步骤。`, `There is no step called ${call.command}.`), {
        kind: 'absent',
      }),
    ])
  const settings = await kernel.settings()
  const proof = command.sign && call.sign ? await kernel.verifyCredential(actor, call.sign) : null
  try {
    const { done } = await inTransaction(
      kernel.pool,
      async client => {
        const again = call.key ? await rememberedAnswer(kernel, client, actor, call) : null
        return { again, done: again ?? (await take(kernel, settings, client, command, call, actor, proof, 0)) }
      },
      (client, { again, done }) => (call.key && !again ? rememberAnswer(kernel, client, actor, call, done) : undefined),
    )
    if (command.record.settings) kernel.settings.forget()
    return { procedure: kernel.registry.procedure(command.record.name), ...done }
  } catch (fault) {
    if (fault instanceof Refused) await journalRefusal(kernel, command, call, actor, fault)
    throw fault
  }
}

/** Takes one step inside a transaction, and the steps that it starts. For {@link execute} and {@link executeTogether}. */
export async function take(
  kernel: Kernel,
  settings: Settings,
  client: PoolClient,
  command: AnyCommand,
  call: Call,
  actor: Actor,
  proof: Proof | null,
  depth: number,
): Promise<Done> {
  if (depth > DEPTH) throw new Error(`${command.id}: procedures start each other in a circle`)
  const load = await loadFor(kernel, settings, client, command, call, actor)
  const decided = decide(
    command,
    load.situation,
    { input: call.input, found: load.found, newId: kernel.newId, late: call.late },
    load.around,
  )
  if (!decided.ok) throw new Refused(decided.refusals)
  const signed = signature(command, actor, load, decided, proof)
  const id = load.record?.id ?? kernel.newId()
  const number =
    load.record?.number ?? (await nextNumber(client, command.record.series, load.situation.now, kernel.zone))
  const stored = await storeAccepted(kernel, settings, client, { command, load, decided, actor, signed, id, number })
  const { move, dispose, start: own = [] } = decided.change
  if (move || dispose) await stored.written
  if (move) await moveClocks(kernel, client, move, number, actor)
  if (dispose) await disposeRecords(kernel, client, dispose, stored.record, actor)
  // asked right behind the writes, so that locks are not held while the answer to these is waited for
  const [reacted] = await Promise.all([
    reactionsOf(kernel, settings, client, command.id, load, stored.record, decided.input),
    stored.written,
  ])
  for (const start of [...own, ...reacted]) {
    const started = kernel.registry.command(start.command)
    if (!started) throw new Error(`${command.id} starts ${start.command}, which is not there`)
    const inner = { command: start.command, on: start.on, input: start.input }
    const done = await take(kernel, settings, client, started, inner, { ...actor, via: 'system' }, null, depth + 1)
    if (start.link) await stored.link(started.record.name, done.record.id, start.link)
  }
  return { record: stored.record, due: stored.due, told: stored.told }
}

/** What other procedures do because of the step, each with what it looks up first. */
async function reactionsOf(
  kernel: Kernel,
  { calendar }: Settings,
  client: PoolClient,
  commandId: string,
  { situation }: Load,
  record: RecordBase,
  input: unknown,
): Promise<readonly Start[]> {
  const heard = { record: record as unknown as Record<string, unknown>, input }
  const { actor, now, policy, zone } = situation
  const starts: Start[] = []
  for (const { procedure, reaction } of kernel.registry.reactionsTo(commandId)) {
    const ask = { ...heard, actor, now, zone, policy, calendar }
    const found = reaction.find && (await findIn(procedure, reaction.find, builderOn(client), ask))
    starts.push(...reaction.run({ ...heard, found, policy, now, actor }))
  }
  return starts
}

/** What the signer proved and what exactly is signed: the record as it was shown, what was entered, and the meaning. */
function signature(
  command: AnyCommand,
  actor: Actor,
  load: Load,
  decided: Accepted,
  proof: Proof | null,
): SignatureMade | null {
  if (!command.sign || actor.via === 'system') return null
  const meaning = decided.signing?.meaning ?? command.sign.meaning
  if (!proof)
    throw new Refused([
      refuse(
        'sign-needed',
        text(
          `“${command.title.zh}”需要签字：请输入密码，以确认“${meaning.zh}”。`,
          `"${command.title.en}" needs a signature: enter your password to confirm "${meaning.en}".`,
        ),
        { field: 'sign.password', kind: 'unfit' },
      ),
    ])
  if ('refusal' in proof) throw new Refused([proof.refusal])
  const deputyFor = deputyIn(actor, command.by)
  const shown = {
    record: load.record ?? null,
    input: decided.input,
    meaning,
    by: actor.id,
    ...(deputyFor && { deputyFor }),
  }
  const place = load.around.chain?.steps.findIndex(step => step.key === decided.signing?.key) ?? -1
  const asked = load.around.chain?.steps[place]?.by ?? command.by
  const role = [...asked, ...command.by].find(item => actor.roles.includes(item)) ?? null
  const hash = hashOf(JSON.parse(JSON.stringify(shown)))
  return { method: proof.method, hash, meaning, step: place < 0 ? null : place + 1, deputyFor, role }
}

/** Writes a refused attempt to the trail, in a transaction of its own. */
export async function journalRefusal(
  kernel: Kernel,
  command: AnyCommand,
  call: Call,
  actor: Actor,
  { refusals }: Refused,
): Promise<void> {
  const clauses = [...new Set(refusals.flatMap(({ clause }) => (clause ? [clause] : [])))]
  const body = {
    title: command.title,
    refusals: refusals.map(({ code, sentence, field, clause }: Refusal) => ({
      code,
      sentence,
      ...(field && { field }),
      ...(clause && { clause }),
    })),
    input: keptInput(call.input),
  }
  await recordAttempt(kernel, {
    procedure: command.record.name,
    recordId: isId(call.on) ? call.on : null,
    command: command.id,
    outcome: 'refused',
    actor,
    clauses,
    body: body as unknown as JsonObject,
  })
}
