import type { ChildWrite } from '../../kernel/command.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { NonconformingRow } from './nonconforming.ts'
import type { NonconformingDisposition } from './nonconforming-rows.ts'

type Part = Pick<NonconformingDisposition, 'kind' | 'state' | 'quantity'>

/** Parts that a new opinion of quality may still replace: nothing has left, nobody is signing. */
const CHANGEABLE: readonly Part['state'][] = ['decided', 'notified']
/** Parts that no longer count. */
const GONE: readonly Part['state'][] = ['replaced']

/** The parts that stand. */
export const standing = <P extends Part>(parts: readonly P[]): readonly P[] =>
  parts.filter(part => !GONE.includes(part.state))

/** The parts that a new opinion replaces. */
export const changeable = <P extends Part>(parts: readonly P[]): readonly P[] =>
  parts.filter(part => CHANGEABLE.includes(part.state))

/** Units that parts already carried out or being signed have used up. */
export const fixedQuantity = (parts: readonly Part[]): number =>
  standing(parts)
    .filter(part => !CHANGEABLE.includes(part.state))
    .reduce((sum, part) => sum + part.quantity, 0)

/** Where the record stands when its parts have come so far: as far as the one that lags most. */
export function progressOf(parts: readonly Part[]): { readonly to: string } {
  const all = standing(parts)
  const some = (...states: readonly Part['state'][]) => all.some(part => states.includes(part.state))
  if (some('decided', 'notified', 'left', 'requested')) return { to: 'disposing' }
  if (some('approved', 'listed')) return { to: 'awaiting-destruction' }
  if (some('destroyed')) return { to: 'destroyed' }
  return { to: 'filed' }
}

/** Where goods go on from when they are found nonconforming: at the customer they need no move, refused arrivals no slip. */
export function confirmedAs(row: Pick<NonconformingRow, 'atCustomer' | 'source'>): { readonly to: string } {
  if (row.atCustomer) return { to: 'isolated' }
  return row.source === 'acceptance' ? { to: 'to-move' } : { to: 'confirmed' }
}

/** The parts with one of them changed, as they will stand after the step. */
export const withPart = <P extends Part & { readonly id: string }>(
  parts: readonly P[],
  id: string,
  state: P['state'],
): readonly P[] => parts.map(part => (part.id === id ? { ...part, state } : part))

/** The write of a changed part. */
export const partWrite = (id: string, set: Partial<NonconformingDisposition>): ChildWrite => ({
  child: 'disposition',
  id,
  set,
})

/** Refuses a step when no part of the goods stands where it needs it. */
export const noPart = (part: unknown, sentence: Text): Refusal | false => !part && refuse('no-part', sentence)

/** A part that waits for its next step. */
export const partIn = <P extends Part>(
  parts: readonly P[],
  kind: Part['kind'],
  ...states: readonly Part['state'][]
): P | undefined => parts.find(part => part.kind === kind && states.includes(part.state))

/** 12345 fen → 123.45, as money is read. */
export const yuan = (fen: number | null): string | null => (fen === null ? null : (fen / 100).toFixed(2))
