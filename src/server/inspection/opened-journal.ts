import { hash } from 'node:crypto'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor, Sight } from '../../kernel/person.ts'
import type { Text } from '../../kernel/text.ts'
import { recordAttempt } from '../../kernel/trail.ts'
import { openedChain } from '../../procedures/inspection/opened-chain.ts'

/** Something that an inspector opened or tried to open. */
export interface OpenedEntry {
  readonly actor: Actor & { readonly sight: Sight }
  /** What it was; asked only when the entry is written, so that no answer waits for it. */
  readonly told: () => Text | Promise<Text>
  /** Whole, of any length: two addresses that differ anywhere are two things opened. */
  readonly address: string
  readonly outcome: 'accepted' | 'refused'
}

/** Milliseconds in which the same address is not written down twice. */
const ONCE_IN = 60_000
/** Entries that wait at most; with more the inspector is refused until they are written. */
const MOST_WAITING = 50
/** Characters of an address that an entry keeps. */
const LONGEST = 400

/**
 * Writes down what inspectors open, one entry after the other, without holding up the answer. What could not be written waits:
 * while something does, nothing more is shown.
 */
export class OpenedJournal {
  readonly #kernel: Pick<Kernel, 'pool' | 'keys' | 'clock'>
  readonly #written = new Map<string, number>()
  #waiting: OpenedEntry[] = []
  #failed = false
  #running: Promise<void> = Promise.resolve()

  constructor(kernel: Pick<Kernel, 'pool' | 'keys' | 'clock'>) {
    this.#kernel = kernel
  }

  /** Notes an entry; it is written soon. */
  note(entry: OpenedEntry): void {
    const { actor, outcome, address } = entry
    const key = hash('sha256', `${actor.sight.inspectionId} ${actor.id} ${outcome} ${address}`, 'hex')
    const now = performance.now()
    if (now - (this.#written.get(key) ?? Number.NEGATIVE_INFINITY) < ONCE_IN) return
    if (this.#written.size > 5_000)
      for (const [known, at] of this.#written) if (now - at >= ONCE_IN) this.#written.delete(known)
    this.#written.set(key, now)
    this.#waiting.push(entry)
    this.#running = this.#running.then(() => this.#write()).catch(() => undefined)
  }

  /** Whether everything so far is written; tries again what could not be. */
  async holds(): Promise<boolean> {
    if (!this.#failed && this.#waiting.length < MOST_WAITING) return true
    this.#running = this.#running.then(() => this.#write()).catch(() => undefined)
    await this.#running
    return !this.#failed
  }

  /** Waits until everything is written, before the process stops. */
  async done(): Promise<void> {
    await this.#running
  }

  async #write(): Promise<void> {
    for (let entry = this.#waiting[0]; entry; entry = this.#waiting[0]) {
      const { actor, told, address, outcome } = entry
      try {
        const words = await told()
        await recordAttempt(this.#kernel, {
          procedure: 'inspection',
          recordId: actor.sight.inspectionId,
          chain: openedChain(actor.sight.inspectionId),
          command: 'inspection.look',
          outcome,
          actor,
          clauses: ['JC-trail'],
          body: {
            title: { zh: '检查员查看', en: 'Looked at by an inspector' },
            told: { ...words },
            address: address.slice(0, LONGEST),
          },
        })
      } catch (error) {
        this.#failed = true
        throw error
      }
      this.#waiting = this.#waiting.slice(1)
      this.#failed = false
    }
  }
}
