import { stat, statfs } from 'node:fs/promises'
import type { Instant } from '../../kernel/time.ts'
import { KEPT, NIGHTLY_AT } from '../backup/nightly-backup.ts'
import type { Pool } from '../database/pool.ts'
import type { QueueState } from './queue-state.ts'

/** Room on a disk, in bytes. */
export interface DiskRoom {
  readonly name: 'data' | 'backups'
  readonly path: string
  readonly free: number
  readonly total: number
  /** Which disk it is, to tell whether backups lie on another one than the data. */
  readonly device: number
}

/** How the server stands: what the health page shows and {@link healthChecks} judges. */
export interface HealthFigures {
  readonly at: Instant
  readonly version: string
  readonly node: string
  readonly startedAt: Instant
  readonly memoryBytes: number
  readonly database: {
    readonly version: string
    readonly bytes: number
    readonly connections: number
    readonly mostConnections: number
    /** Seconds that the longest statement under way has run. */
    readonly longestSeconds: number
    readonly answeredMs: number
  }
  readonly queue: QueueState | null
  readonly mail: {
    readonly host: string | null
    readonly waiting: number
    readonly failed: number
    readonly lastSentAt: Instant | null
  }
  readonly disks: readonly DiskRoom[]
  readonly backup: {
    readonly folder: string
    /** When the nightly backup is made, at the site, and how many are kept. */
    readonly nightlyAt: string
    readonly kept: number
    readonly last: {
      readonly at: Instant
      readonly bytes: number
      readonly encrypted: boolean
      readonly way: 'by-hand' | 'nightly'
    } | null
    /** A try after the last good one that failed. */
    readonly fault: { readonly at: Instant; readonly why: string } | null
  }
  readonly seal: { readonly number: number; readonly at: Instant } | null
  /** Trail entries that no seal covers yet, and since when. */
  readonly unsealed: { readonly entries: number; readonly since: Instant | null }
  /** Milliseconds by which the clock of the database is ahead of the server's. */
  readonly skewMs: number
}

/** What the figures are read from. */
export interface HealthSources {
  readonly pool: Pool
  readonly dataDir: string
  readonly backupFolder: string
  readonly mailHost: string | null
  readonly version: string
  readonly queue: () => Promise<QueueState | null>
}

/** Reads all figures; each question is small whatever the size of the company. */
export async function healthFigures(sources: HealthSources): Promise<HealthFigures> {
  const { pool } = sources
  const asked = performance.now()
  const sentAt = Date.now()
  const clock = await pool.query<{ at: Instant }>('select clock_timestamp() as at')
  const answeredMs = performance.now() - asked
  const middle = sentAt + answeredMs / 2
  const [database, mail, backups, seal, queue, disks] = await Promise.all([
    pool.query(
      `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
         (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
         current_setting('max_connections')::int as "mostConnections",
         coalesce((select max(extract(epoch from clock_timestamp() - query_start))::float from pg_stat_activity
           where datname = current_database() and state = 'active' and pid <> pg_backend_pid()), 0) as "longestSeconds"`,
    ),
    pool.query(
      `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
         max(sent_at) as "lastSentAt" from message`,
    ),
    pool.query(
      `(select ended_at as at, bytes, encrypted, way, fault from backup_run
          where ended_at is not null and fault is null order by begun_at desc limit 1)
       union all
       (select ended_at, bytes, encrypted, way, fault from backup_run where fault is not null order by begun_at desc limit 1)`,
    ),
    pool.query(
      `with last as (select number, at, to_seq from seal order by number desc limit 1)
       select (select number from last) as number, (select at from last) as at, count(*)::int as entries, min(t.at) as since
       from (select at from trail where seq > coalesce((select to_seq from last), 0) order by seq limit 10000) t`,
    ),
    sources.queue(),
    Promise.all([room('data', sources.dataDir), room('backups', sources.backupFolder)]),
  ])
  const good = backups.rows.find(row => row.fault === null)
  const bad = backups.rows.find(row => row.fault !== null)
  const sealed = seal.rows[0]
  return {
    at: new Date(sentAt).toISOString(),
    version: sources.version,
    node: process.version,
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    memoryBytes: process.memoryUsage.rss(),
    database: { ...database.rows[0], answeredMs },
    queue,
    mail: { host: sources.mailHost, ...mail.rows[0] },
    disks: disks.filter(disk => disk !== null),
    backup: {
      folder: sources.backupFolder,
      nightlyAt: NIGHTLY_AT,
      kept: KEPT,
      last: good ? { at: good.at, bytes: good.bytes, encrypted: good.encrypted, way: good.way } : null,
      fault: bad && (!good || bad.at > good.at) ? { at: bad.at, why: bad.fault } : null,
    },
    seal: sealed?.number ? { number: sealed.number, at: sealed.at } : null,
    unsealed: { entries: sealed?.entries ?? 0, since: sealed?.since ?? null },
    skewMs: Math.round(Date.parse(clock.rows[0]?.at ?? '') - middle),
  }
}

/** Null for a folder that is not there yet. */
const room = async (name: DiskRoom['name'], path: string): Promise<DiskRoom | null> => {
  try {
    const [disk, folder] = await Promise.all([statfs(path), stat(path)])
    return { name, path, free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize, device: folder.dev }
  } catch {
    return null
  }
}
