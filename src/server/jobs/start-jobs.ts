import { Logger, type LogLevel, run, type TaskList } from 'graphile-worker'
import type { Logger as ServerLog } from 'pino'
import type { Database } from '../database/open-database.ts'

/** The queue at work. */
export interface RunningJobs {
  /** Lets jobs under way end, takes no new ones. */
  stop(): Promise<void>
}

/** What a job may ask of the queue. */
interface Queue {
  /** The queue will not call again for this one, so what fails now has failed. */
  readonly last: boolean
  /** Asks the database as the owner of the queue. */
  readonly query: (sql: string) => Promise<unknown>
}

/** One kind of job. */
type Work = (payload: unknown, queue: Queue) => Promise<void>

/** Kinds of jobs by name, and those that also run at the start or by the clock (five fields of crontab, UTC). */
export interface JobList {
  readonly work: Readonly<Record<string, Work>>
  readonly atStart: readonly string[]
  readonly clock: readonly { readonly at: string; readonly job: string }[]
}

/** Several lists of jobs as one. */
export const joined = (lists: readonly JobList[]): JobList => ({
  work: Object.assign({}, ...lists.map(list => list.work)) as JobList['work'],
  atStart: lists.flatMap(list => list.atStart),
  clock: lists.flatMap(list => list.clock),
})

/**
 * Starts the queue in PostgreSQL (graphile-worker): its schema is made or brought up to date, then jobs run, two at once, on
 * whichever server process takes them first. The queue's tables belong to the owner of the database; the application role reaches
 * them through the triggers of its own tables alone.
 */
export const startJobs = async (
  database: Pick<Database, 'openPool'>,
  { work, atStart, clock }: JobList,
  log: ServerLog,
): Promise<RunningJobs> => {
  const pgPool = database.openPool({ as: 'owner', max: 4, values: 'driver' })
  const taskList: TaskList = Object.fromEntries(
    Object.entries(work).map(([name, doing]) => [
      name,
      (payload, { job, query }) => doing(payload, { last: job.attempts >= job.max_attempts, query: sql => query(sql) }),
    ]),
  )
  const runner = await run({
    pgPool,
    taskList,
    crontab: clock.map(({ at, job }) => `${at} ${job}`).join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log[LEVELS[level]]({ queue: true }, message)),
  })
  for (const name of atStart) await runner.addJob(name, {}, { jobKey: name })
  return {
    stop: async () => {
      await runner.stop()
      await pgPool.end()
    },
  }
}

/** A job that fails is called again and says so itself when it is given up: the queue's own word on it is a warning. */
const LEVELS = { error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const satisfies Record<
  `${LogLevel}`,
  string
>
