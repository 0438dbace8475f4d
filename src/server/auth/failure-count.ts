import type { Pool } from '../database/pool.ts'

/** Failed attempts in a row after which a subject is locked. */
const ALLOWED_FAILURES = 10
/** Minutes within which these attempts count together, and for which the lock then holds. */
export const LOCK_MINUTES = 15

/** When the lock of a subject ends; null while it is not locked. */
export const lockedUntil = async (pool: Pool, subject: string): Promise<string | null> => {
  const { rows } = await pool.query<{ locked_until: string }>({
    name: 'auth-locked-until',
    text: 'select locked_until from auth_failure where subject = $1 and locked_until > now()',
    values: [subject],
  })
  return rows[0]?.locked_until ?? null
}

/** Counts a failed attempt. Answers how many are left, and until when the subject is locked now. */
export const countFailure = async (
  pool: Pool,
  subject: string,
): Promise<{ readonly left: number; readonly lockedUntil: string | null }> => {
  const { rows } = await pool.query<{ failures: number; locked_until: string | null }>(
    `insert into auth_failure as f (subject, failures, since) values ($1, 1, now())
     on conflict (subject) do update set
       failures = case when f.since < now() - make_interval(mins => $3) then 1 else f.failures + 1 end,
       since = case when f.since < now() - make_interval(mins => $3) then now() else f.since end,
       locked_until = case when f.since >= now() - make_interval(mins => $3) and f.failures + 1 >= $2
         then now() + make_interval(mins => $3) end
     returning failures, locked_until`,
    [subject, ALLOWED_FAILURES, LOCK_MINUTES],
  )
  const { failures = 1, locked_until = null } = rows[0] ?? {}
  return { left: Math.max(0, ALLOWED_FAILURES - failures), lockedUntil: locked_until }
}

/** Forgets the failed attempts of a subject after a success. */
export const forgetFailures = async (pool: Pool, subject: string): Promise<void> => {
  await pool.query('delete from auth_failure where subject = $1', [subject])
}

/** Removes what no longer counts; run now and then. */
export const sweepFailures = async (pool: Pool): Promise<void> => {
  await pool.query(
    `delete from auth_failure where since < now() - make_interval(mins => $1)
       and (locked_until is null or locked_until < now())`,
    [LOCK_MINUTES],
  )
  await pool.query('delete from auth_session where expires_at < now()')
  await pool.query('delete from auth_verification where expires_at < now()')
}
