import type { Gate } from './gate.ts'
import type { SignOffChain, SignOffRow } from './sign-off.ts'
import type { Text } from './text.ts'

/** What a decision needs to speak: the titles of roles are the vocabulary's, not the kernel's. */
export interface Words {
  readonly roleTitle: (role: string) => Text
}

/** A gate together with what its holder's queries read: about the held record, and about what was entered. */
export interface HeldGate {
  readonly gate: Gate
  readonly held: unknown
  readonly found?: unknown
}

/** What stands around a step besides the record itself. */
export interface Around {
  readonly words: Words
  readonly gates?: readonly HeldGate[]
  /** The chain that the step signs, and how far it has come on this record. */
  readonly chain?: SignOffChain
  readonly signOffs?: readonly SignOffRow[]
}
