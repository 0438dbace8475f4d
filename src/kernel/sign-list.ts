import type { Kernel } from './kernel.ts'
import { recordsOf } from './listed-records.ts'
import { sees } from './mask.ts'
import { type Actor, type DeputyFor, deputyIn } from './person.ts'
import { titleOf } from './record.ts'
import { fromRow } from './rows.ts'
import type { SignOffOutcome, SignOffRow } from './sign-off.ts'
import { keyOf } from './sign-off-order.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

interface Listed {
  readonly procedure: string
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly chain: Text
  /** Name of the step in its chain. */
  readonly key: string
  readonly meaning: Text
}

/** One signature that waits for the person. */
export interface SignItem extends Listed {
  readonly since: Instant
  /** When it is late; null when the chain has no limit. */
  readonly dueAt: Instant | null
  /** In whose place the person signs; null in a role of his own. */
  readonly deputyFor: DeputyFor | null
}

/** One signature that the person gave. */
export interface SignedItem extends Listed {
  readonly at: Instant
  readonly outcome: SignOffOutcome
  readonly deputyFor: DeputyFor | null
  readonly note: string | null
  readonly voidReason: Text | null
}

/** Most signatures in one list. */
const MOST = 50

/** What waits for the signature of the person, in roles of his own and as deputy, the oldest first. */
export async function waitingFor(kernel: Kernel, actor: Actor): Promise<SignItem[]> {
  const { rows } = await kernel.pool.query({
    name: 'sign_offs_waiting',
    text: `SELECT s.*, d.due_at,
             EXISTS (SELECT 1 FROM sign_off o WHERE o.record_id = s.record_id AND o.chain = s.chain AND o.round = s.round
                     AND o.outcome = 'signed' AND (o.signed_by = ANY($2::uuid[]) OR o.deputy_for->>'id' = ANY($2::text[]))) AS signed_before
           FROM sign_off s LEFT JOIN deadline d ON d.record_id = s.record_id AND d.name = 'sign-off-' || s.chain
             AND d.key = s.key AND d.met_at IS NULL AND d.cancelled_at IS NULL
           WHERE s.outcome = 'pending' AND s.by_roles && $1::text[] ORDER BY s.opened_at, s.id LIMIT ${MOST}`,
    values: [actor.roles, [actor.id]],
  })
  const waiting = rows.map(row => fromRow<SignOffRow & { dueAt: Instant | null; signedBefore: boolean }>(row))
  const listed = await namesOf(kernel, actor, waiting)
  return waiting.flatMap(row => {
    const item = listed(row)
    if (!item || (row.signedBefore && !item.mayRepeat)) return []
    const { mayRepeat: _, ...rest } = item
    return [{ ...rest, since: row.openedAt ?? '', dueAt: row.dueAt, deputyFor: deputyIn(actor, row.byRoles) }]
  })
}

/** What the person signed in chains, the latest first. */
export async function signedBy(kernel: Kernel, actor: Actor): Promise<SignedItem[]> {
  const { rows } = await kernel.pool.query({
    name: 'sign_offs_signed_by',
    text: `SELECT * FROM sign_off WHERE signed_by = $1 ORDER BY signed_at DESC, id LIMIT ${MOST}`,
    values: [actor.id],
  })
  const given = rows.map(row => fromRow<SignOffRow>(row))
  const listed = await namesOf(kernel, actor, given)
  return given.flatMap(row => {
    const item = listed(row)
    if (!item) return []
    const { mayRepeat: _, ...rest } = item
    const { outcome, deputyFor, note, voidReason } = row
    return [{ ...rest, at: row.signedAt ?? '', outcome, deputyFor, note, voidReason }]
  })
}

/** Says what each row is called: its record, its chain, its step; null where the person does not see the record. */
async function namesOf(
  kernel: Kernel,
  actor: Actor,
  rows: readonly SignOffRow[],
): Promise<(row: SignOffRow) => (Listed & { readonly mayRepeat: boolean }) | null> {
  const records = await recordsOf(kernel, rows)
  return row => {
    const record = records.get(row.recordId)
    const procedure = kernel.registry.procedure(row.procedure)
    const chain = procedure.chains.find(item => item.name === row.chain)
    const step = chain?.steps[row.step - 1]
    if (!record || !chain || !step || !sees(procedure.record, record, actor)) return null
    return {
      procedure: row.procedure,
      recordId: row.recordId,
      number: record.number,
      title: titleOf(procedure.record, record),
      chain: chain.title,
      key: keyOf(chain, row),
      meaning: step.meaning,
      mayRepeat: chain.mayRepeat,
    }
  }
}
