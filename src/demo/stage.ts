import type { Call } from '../kernel/call.ts'
import { carryOut } from '../kernel/execute.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Actor } from '../kernel/person.ts'
import type { RecordBase } from '../kernel/record.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Instant } from '../kernel/time.ts'
import type { StoryClock } from './scheduler.ts'

type StageCall = Pick<Call, 'on'> & { readonly input?: object }

/** Where the stories of the demo company act: every step goes through `execute`, at the time of the simulated clock. */
export interface Stage {
  readonly kernel: Kernel
  now(): Instant
  /** Somebody joins; from then on he acts under his user name. */
  join(actor: Actor): void
  /** @throws Error when nobody of that user name has joined */
  as(username: string): Actor
  /**
   * Takes a step: somebody by his user name, or an actor who has none, such as a reader outside.
   * @throws Error with the refusal when it is refused: a story that is refused is wrong
   */
  does(who: string | Actor, command: string, call?: StageCall): Promise<RecordBase>
  /** Tries a step that is refused and stays in the trail as such. @throws Error when it is accepted */
  fails(username: string, command: string, call?: StageCall): Promise<void>
}

/** A stage on a kernel; its signatures are given by nobody's password and say so (`simulated`). */
export function openStage(base: Kernel, clock: StoryClock): Stage {
  const kernel: Kernel = { ...base, clock, verifyCredential: async () => ({ method: 'simulated' }) }
  const people = new Map<string, Actor>()
  const as = (username: string): Actor => {
    const actor = people.get(username)
    if (!actor) throw new Error(`nobody in the demo company is called ${username}`)
    return actor
  }
  const take = (who: string | Actor, command: string, { on, input = {} }: StageCall): ReturnType<typeof carryOut> => {
    const actor = typeof who === 'string' ? as(who) : who
    const sign = kernel.registry.command(command)?.sign ? {} : undefined
    return carryOut(kernel, { command, input, ...(on && { on }), ...(sign && { sign }) }, actor)
  }
  return {
    kernel,
    now: () => clock.now(),
    join: actor => {
      people.set(actor.username, actor)
    },
    as,
    does: async (who, command, call = {}) => {
      try {
        return (await take(who, command, call)).record
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        const why = fault.refusals
          .map(({ code, field, sentence }) => `${code} ${field ?? ''} ${sentence.en}`)
          .join(' | ')
        const name = typeof who === 'string' ? who : who.name
        throw new Error(`${command} by ${name} at ${clock.now()}: ${why}`, { cause: fault })
      }
    },
    fails: async (username, command, call = {}) => {
      try {
        await take(username, command, call)
      } catch (fault) {
        if (fault instanceof Refused) return
        throw fault
      }
      throw new Error(`${command} by ${username} at ${clock.now()} should have been refused`)
    },
  }
}
