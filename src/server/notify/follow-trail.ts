import type { PoolClient } from 'pg'
import type { DeadlineRow } from '../../kernel/deadline.ts'
import { recordsOf } from '../../kernel/listed-records.ts'
import { fromRow } from '../../kernel/rows.ts'
import type { SignOffRow } from '../../kernel/sign-off.ts'
import type { Instant } from '../../kernel/time.ts'
import { SEALING_LOCK } from '../../kernel/trail.ts'
import { builderOn, inTransaction } from '../../kernel/transaction.ts'
import { signalLive } from './live-signal.ts'
import { type NotifyWork, postNotices } from './post-notices.ts'
import { settleNotices } from './settle-notices.ts'
import { type Around, noticesOf, type Step, writtenTo } from './trail-notices.ts'

/** Entries that are read in one transaction. */
const BATCH = 300

/** How far the trail was told. */
export interface Followed {
  readonly entries: number
  /** Entries may wait behind a step that is not committed yet: look again soon. */
  readonly again: boolean
}

/**
 * Tells what follows from the entries of the trail since the last time, and settles what was told and is done with them. The trail is the outbox: an entry stands with the step that it
 * tells of, and the place that is reached is written in the transaction that tells it. One server follows at a time; another that asks
 * meanwhile is sent away to ask again.
 */
export async function followTrail(work: NotifyWork, now: Instant): Promise<Followed> {
  const { kernel } = work
  const horizon = await wholeUntil(work)
  return inTransaction(kernel.pool, async client => {
    const { rows: begun } = await client.query<{ began_at: Instant; seq: number }>(
      'select began_at, seq from notification_progress for update skip locked',
    )
    const [progress] = begun
    if (progress === undefined) return { entries: 0, again: true }
    const { rows } = await client.query({
      name: 'trail_to_tell',
      text: `select seq, at, procedure, record_id, command, version, actor_id, via, body from trail
        where seq > $1 and seq <= $2 and outcome = 'accepted' order by seq limit ${BATCH}`,
      values: [progress.seq, horizon.seq],
    })
    const steps = rows.map(row => fromRow<Step>(row))
    const known = steps.filter(
      step => step.at >= progress.began_at && kernel.registry.has(step.procedure) && step.recordId !== null,
    )
    const around = await readAround(work, client, known)
    await postNotices(work, client, noticesOf(kernel, known, around), around.records, now)
    await settleNotices(client, known, around.records, now)
    const reached = steps.length === BATCH ? (steps.at(-1)?.seq ?? horizon.seq) : Math.max(horizon.seq, progress.seq)
    await Promise.all([
      client.query('update notification_progress set seq = $1', [reached]),
      signalLive(client, { records: [...new Set(known.flatMap(step => step.recordId ?? []))] }),
    ])
    return { entries: steps.length, again: horizon.more || steps.length === BATCH }
  })
}

/**
 * Until which entry the trail is whole: entries get their place before their step is committed, so the last one may stand behind one that
 * is still coming. While steps are under way that is the last sealed entry; sealing waits for them.
 */
async function wholeUntil({ kernel }: NotifyWork): Promise<{ readonly seq: number; readonly more: boolean }> {
  return inTransaction(kernel.pool, async client => {
    const { rows: locked } = await client.query<{ alone: boolean }>({
      name: 'trail_alone',
      text: 'select pg_try_advisory_xact_lock($1) as alone',
      values: [SEALING_LOCK],
    })
    const whole = locked[0]?.alone
      ? await client.query<{ seq: number | null }>('select max(seq) as seq from trail')
      : await client.query<{ seq: number | null }>('select max(to_seq) as seq from seal')
    return { seq: whole.rows[0]?.seq ?? 0, more: !locked[0]?.alone }
  })
}

async function readAround({ kernel }: NotifyWork, client: PoolClient, steps: readonly Step[]): Promise<Around> {
  const written = (table: string) => [...new Set(steps.flatMap(step => writtenTo(step, table).map(write => write.id)))]
  const recordIds = [...new Set(steps.flatMap(step => step.recordId ?? []))]
  const one = { ...kernel, pool: client as never, db: builderOn(client) }
  const [records, open, signOffs] = await Promise.all([
    recordsOf(
      one,
      steps.flatMap(({ procedure, recordId }) => (recordId === null ? [] : [{ procedure, recordId }])),
    ),
    client.query({
      name: 'open_clocks_of',
      text: 'select * from deadline where record_id = any($1::uuid[]) and met_at is null and cancelled_at is null',
      values: [recordIds],
    }),
    client.query({
      name: 'signatures_asked',
      text: `select * from sign_off where id = any($1::uuid[]) and outcome = 'pending'`,
      values: [written('sign_off')],
    }),
  ])
  const clocks = open.rows.map(row => fromRow<DeadlineRow>(row))
  return {
    records,
    clocks: new Map(clocks.map(clock => [clock.id, clock])),
    signOffs: new Map(signOffs.rows.map(row => fromRow<SignOffRow>(row)).map(row => [row.id, row])),
    ownersOf: Map.groupBy(clocks, clock => clock.recordId),
  }
}
