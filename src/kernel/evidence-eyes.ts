import type { Exceptions } from './evidence-exception.ts'
import type { ActProof, ClockProof, ProofPage } from './evidence-proof.ts'
import { keptBackAmong } from './in-work.ts'
import type { Kernel } from './kernel.ts'
import { healthFields, MASK, seesHealth } from './mask.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'

/**
 * What the person may see of records: nothing that was written on those that he may not open, no health data of others, and as an
 * inspector no steps and signatures of what does not hold yet.
 */
export async function forEyes(kernel: Kernel, written: Procedure, names: ProofPage['names'], actor: Actor) {
  const hidden = seesHealth(written.record, actor) ? [] : healthFields(written.record)
  const inWork = await keptBackAmong(kernel, Object.keys(names), actor)
  const isOpen = (recordId: string | null): boolean => recordId === null || names[recordId] !== undefined
  const step = (item: Pick<ActProof, 'recordId' | 'command' | 'at'>): boolean =>
    (!actor.sight || isOpen(item.recordId)) && !inWork(item)
  const clock = (item: ClockProof): ClockProof =>
    names[item.recordId] ? item : { ...item, note: null, reasons: [], work: null, cancelReason: null }
  return {
    clock,
    step,
    correction: (item: Exceptions['corrections'][number]): Exceptions['corrections'] =>
      !names[item.recordId] ? [] : hidden.includes(item.field) ? [{ ...item, was: MASK, now: MASK }] : [item],
    proofs: (page: ProofPage): ProofPage => ({
      ...page,
      clocks: page.clocks.map(clock),
      acts: page.acts.filter(step).map(act => (isOpen(act.recordId) ? act : { ...act, told: act.title })),
      signatures: page.signatures.filter(item => isOpen(item.recordId) && !inWork(item)),
    }),
  }
}
