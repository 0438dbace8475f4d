import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { CannotStart } from '../cannot-start.ts'

/**
 * As whom PostgreSQL runs. It refuses root, so root hands it to an unprivileged account; where the system has only one
 * account (a container whose root is an ordinary user outside), a user namespace gives that account another name.
 * See docs/decisions/2026-11-22-embedded-postgres-as-root.md.
 */
export type PostgresAccount =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' }

const NOBODY = 65534
const ENTER_NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']

/**
 * Chooses the account: whoever owns the existing cluster, else the account `bihuan` when the system has one, else
 * `nobody`. An ordinary user runs PostgreSQL as himself.
 * @throws CannotStart when root can neither become another user nor enter a user namespace.
 */
export const chooseAccount = (existingCluster: string): PostgresAccount => {
  if (process.geteuid?.() !== 0) return { kind: 'self' }
  const account = { kind: 'other', ...(ownerOf(existingCluster) ?? accountNamed('bihuan') ?? nobody()) } as const
  const attempt = spawnSync('/bin/sh', ['-c', 'exit 0'], { cwd: '/', uid: account.uid, gid: account.gid })
  if (attempt.status === 0) return account
  if (spawnSync('unshare', [...ENTER_NAMESPACE, '/bin/sh', '-c', 'exit 0']).status === 0) return { kind: 'namespace' }
  throw new CannotStart({
    zh: 'PostgreSQL 不允许以 root 身份运行，而本系统不允许切换到其他用户。请以普通用户启动，或用 DATABASE_URL 指定一个 PostgreSQL。',
    en: 'PostgreSQL refuses to run as root, and this system does not let root become another user. Start as an ordinary user, or name a PostgreSQL in DATABASE_URL.',
  })
}

/** Starts a program of PostgreSQL under the account, in its own session so that Ctrl-C does not reach it before us. */
export const launch = (
  account: PostgresAccount,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess => {
  const spawned: SpawnOptions = { ...options, env: cleanEnvironment(), detached: true }
  switch (account.kind) {
    case 'self':
      return spawn(program, args, spawned)
    case 'other':
      return spawn(program, args, { ...spawned, uid: account.uid, gid: account.gid })
    case 'namespace':
      return spawn('unshare', [...ENTER_NAMESPACE, program, ...args], spawned)
  }
}

/** Whether the account can run this program with all its libraries. */
export const canRun = (account: PostgresAccount, program: string): boolean => {
  const identity = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {}
  return spawnSync(program, ['--version'], { cwd: '/', env: cleanEnvironment(), ...identity }).status === 0
}

const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
})

const ownerOf = (path: string): { uid: number; gid: number } | null => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.uid === 0 ? null : { uid: found.uid, gid: found.gid }
}

const accountNamed = (name: string): { uid: number; gid: number } | null => {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find(entry => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    // the kernel counts accounts in 32 bits without sign, spawn wants them with sign (macOS: nobody is -2)
    return uid === undefined || gid === undefined ? null : { uid: Number(uid) | 0, gid: Number(gid) | 0 }
  } catch {
    return null
  }
}

const nobody = (): { uid: number; gid: number } => accountNamed('nobody') ?? { uid: NOBODY, gid: NOBODY }
