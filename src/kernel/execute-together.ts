import type { Call } from './call.ts'
import { journalRefusal, take } from './execute.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { text } from './text.ts'
import { inTransaction } from './transaction.ts'

/** A step of several that was refused: which one, and everything that stands against it. */
export interface RefusedCall {
  readonly index: number
  readonly refusals: readonly Refusal[]
}

/** What became of several steps taken as one. */
export interface TakenTogether {
  /** Steps that were (or, on a dry run, would be) taken. */
  readonly taken: readonly { readonly index: number; readonly recordId: string; readonly number: string }[]
  /** Empty when all were taken; otherwise nothing was written. At most {@link MOST_REFUSED}. */
  readonly refused: readonly RefusedCall[]
}

/** After so many refused steps the rest is not tried: the list is long enough to work through. */
export const MOST_REFUSED = 200

/** Ends the transaction without a commit, on purpose. */
class NotWritten extends Error {
  readonly answer: TakenTogether
  constructor(answer: TakenTogether) {
    super('nothing is written')
    this.answer = answer
  }
}

/**
 * Takes several steps in one transaction: all of them or none. Every refusal is collected, so that a person mends a whole
 * list at once. A dry run takes them just the same and writes nothing. Steps that ask for a signature are not taken so.
 */
export async function executeTogether(
  kernel: Kernel,
  calls: readonly Call[],
  actor: Actor,
  { dryRun }: { readonly dryRun: boolean },
): Promise<TakenTogether> {
  const settings = await kernel.settings()
  try {
    return await inTransaction(kernel.pool, async client => {
      const taken: { index: number; recordId: string; number: string }[] = []
      const refused: RefusedCall[] = []
      for (const [index, call] of calls.entries()) {
        const command = kernel.registry.command(call.command)
        if (!command || command.sign)
          throw new Refused([
            refuse('not-together', text(`${call.command} 须逐条办理。`, `${call.command} is taken one by one.`)),
          ])
        const kept = client.query('SAVEPOINT one_of_many')
        try {
          const [, { record }] = await Promise.all([
            kept,
            take(kernel, settings, client, command, call, actor, null, 0),
          ])
          taken.push({ index, recordId: record.id, number: record.number })
          await client.query('RELEASE SAVEPOINT one_of_many')
        } catch (fault) {
          if (!(fault instanceof Refused)) throw fault
          await client.query('ROLLBACK TO SAVEPOINT one_of_many')
          refused.push({ index, refusals: fault.refusals })
          if (refused.length >= MOST_REFUSED) break
        }
      }
      if (dryRun || refused.length > 0) throw new NotWritten({ taken: refused.length > 0 ? [] : taken, refused })
      return { taken, refused }
    })
  } catch (fault) {
    if (!(fault instanceof NotWritten)) throw fault
    const { refused } = fault.answer
    const first = refused[0]
    const call = first && calls[first.index]
    const command = call && kernel.registry.command(call.command)
    if (!dryRun && call && command && first.refusals[0])
      await journalRefusal(kernel, command, call, actor, new Refused([first.refusals[0], ...first.refusals.slice(1)]))
    return fault.answer
  }
}
