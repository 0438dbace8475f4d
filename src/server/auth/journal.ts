import type { JsonObject } from '../../kernel/json.ts'
import type { Actor } from '../../kernel/person.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type Attempt, recordAttempt } from '../../kernel/trail.ts'
import type { ServerParts } from '../parts.ts'

/** Name under which the trail keeps what concerns accounts: no written procedure, but always journalled. */
const ACCESS = 'access'

/** What the trail says of each step that concerns an account. */
const ACCESS_STEPS = {
  'access.sign-in': text('登录', 'Sign in'),
  'access.second-step': text('登录第二步验证', 'Second step of signing in'),
  'access.sign-out': text('退出登录', 'Sign out'),
  'access.change-password': text('修改密码', 'Change password'),
  'access.give-password': text('为他人设置密码', 'Set the password of a person'),
  'access.end-session': text('结束会话', 'End a session'),
  'access.enable-authenticator': text('启用动态口令', 'Set up an authenticator'),
  'access.disable-authenticator': text('停用动态口令', 'Switch the authenticator off'),
  'access.issue-key': text('发放接口密钥', 'Issue an API key'),
  'access.revoke-key': text('收回接口密钥', 'Revoke an API key'),
  'access.open-feed': text('开通日历订阅', 'Open a calendar feed'),
  'access.close-feed': text('停用日历订阅', 'Close a calendar feed'),
} as const satisfies Record<string, Text>

/** A step that concerns an account. */
export type AccessStep = keyof typeof ACCESS_STEPS

/** Who tried; of a user name that nobody has only the beginning is kept. */
export type Trying = Pick<Actor, 'name' | 'via'> & { readonly id: string | null }

/** Journals an accepted or refused attempt, in one transaction with what it changes (21 CFR 11.300(d), 20号 ※5.51: attempts at unauthorised use are found). */
export const journalAccess = (
  parts: Pick<ServerParts, 'kernel'>,
  step: AccessStep,
  who: Trying,
  outcome: 'accepted' | 'refused',
  more: JsonObject = {},
  change?: Parameters<typeof recordAttempt>[2],
): Promise<void> => {
  const attempt: Attempt = {
    procedure: ACCESS,
    command: step,
    outcome,
    actor: who,
    body: { title: { zh: ACCESS_STEPS[step].zh, en: ACCESS_STEPS[step].en }, ...more },
  }
  return recordAttempt(parts.kernel, attempt, change)
}
