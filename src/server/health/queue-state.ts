import type { Instant } from '../../kernel/time.ts'
import type { Pool } from '../database/pool.ts'

/** How the job queue stands. */
export interface QueueState {
  /** Jobs whose time has come and that nobody has taken yet. */
  readonly waiting: number
  /** Since when the oldest of them waits. */
  readonly oldestAt: Instant | null
  /** When the queue last looked at its clock, each minute while it runs; null before its first look. */
  readonly lastTurnAt: Instant | null
  /** Jobs that failed and are tried again, and those given up. */
  readonly retried: number
  readonly givenUp: number
  /** What the last failure said, with the name of its job. */
  readonly lastFailure: { readonly job: string; readonly why: string } | null
}

/** Reads the queue's own tables, which belong to the owner of the database; null while there is no queue yet. */
export async function queueState(owner: Pick<Pool, 'query'>): Promise<QueueState | null> {
  const there = await owner.query(`select to_regclass('graphile_worker.jobs') as jobs`)
  if (!there.rows[0]?.jobs) return null
  const [counts, failures, turns] = await Promise.all([
    owner.query(
      `select count(*) filter (where attempts = 0 and locked_at is null and run_at <= now())::int as waiting,
         min(run_at) filter (where attempts = 0 and locked_at is null and run_at <= now()) as "oldestAt",
         count(*) filter (where attempts between 1 and max_attempts - 1)::int as retried,
         count(*) filter (where attempts >= max_attempts)::int as "givenUp"
       from graphile_worker.jobs`,
    ),
    owner.query(
      `select t.identifier as job, j.last_error as why from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where j.last_error is not null order by j.updated_at desc limit 1`,
    ),
    owner.query(`select max(last_execution) as "lastTurnAt" from graphile_worker._private_known_crontabs`),
  ])
  const failure = failures.rows[0]
  return {
    ...counts.rows[0],
    ...turns.rows[0],
    lastFailure: failure ? { job: failure.job, why: String(failure.why).split('\n')[0]?.slice(0, 300) ?? '' } : null,
  }
}
