import { randomUUID } from 'node:crypto'
import type { Pool } from '../database/pool.ts'
import { hashPassword } from './password.ts'

/** A connection or a pool: whatever runs a query. */
type Queryable = Pick<Pool, 'query'>

/** How an account is made. */
export interface AccountOptions {
  /** Somebody else chose the password: its owner changes it before signing records with it. Default false. */
  readonly given?: boolean
}

/**
 * Gives a person an account, or an existing account a new password; ends all its sessions and its locks.
 * The caller has checked that the password may be chosen. Give a client inside a transaction to bind it to other changes.
 */
export const createAccount = async (
  database: Queryable,
  personId: string,
  username: string,
  password: string,
  { given = false }: AccountOptions = {},
): Promise<void> => {
  const hash = await hashPassword(password)
  await database.query(
    `with made as (
       insert into auth_user (id, name, email, username, password_given) values ($1, $2, $2, $2, $3)
       on conflict (id) do update set password_given = excluded.password_given, updated_at = now()
       returning id
     ), ended as (
       delete from auth_session where user_id = $1
     ), unlocked as (
       delete from auth_failure where subject = any($6)
     )
     insert into auth_account (id, account_id, provider_id, user_id, password)
     select $4, $2, 'credential', id, $5 from made
     on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
    [personId, personId, given, randomUUID(), hash, [signInSubject(username), signingSubject(personId)]],
  )
}

/** Under which failed sign-ins of a user name are counted. */
export const signInSubject = (username: string): string => `sign-in ${username.trim().toLowerCase().slice(0, 100)}`

/** Under which failed signatures of a person are counted. */
export const signingSubject = (personId: string): string => `sign ${personId}`
