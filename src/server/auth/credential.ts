import { symmetricDecrypt } from 'better-auth/crypto'
import type { Credential } from '../../kernel/call.ts'
import type { Proof } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Pool } from '../database/pool.ts'
import { signingSubject } from './account.ts'
import { countFailure, forgetFailures, LOCK_MINUTES, lockedUntil } from './failure-count.ts'
import { isPassword } from './password.ts'
import { stepOfCode } from './totp.ts'

interface Stored {
  readonly password: string | null
  readonly password_given: boolean
  readonly secret: string | null
}

const STORED = {
  name: 'signer-credential',
  text: `select a.password, u.password_given, t.secret
    from auth_user u
    left join auth_account a on a.user_id = u.id and a.provider_id = 'credential'
    left join auth_two_factor t on t.user_id = u.id and t.verified
    where u.id = $1`,
}

/**
 * Makes the kernel's proof of a signer: the password again, or a one-time code where the person has an authenticator.
 * After ten failures in fifteen minutes the person cannot sign for fifteen minutes; sessions stay.
 */
export const credentialVerifier =
  (pool: Pool, secret: string) =>
  async (actor: Actor, given: Credential): Promise<Proof> => {
    if (given.password === undefined && given.code === undefined)
      return fault('credential-missing', {
        zh: '请输入您的密码或动态口令以签名。',
        en: 'To sign, enter your password or your one-time code.',
      })
    const subject = signingSubject(actor.id)
    if ((await lockedUntil(pool, subject)) !== null) return { refusal: signingLocked }
    const { rows } = await pool.query<Stored>({ ...STORED, values: [actor.id] })
    const stored = rows[0]
    if (given.code !== undefined && stored?.secret) {
      const key = Buffer.from(await symmetricDecrypt({ key: secret, data: stored.secret }))
      const step = stepOfCode(key, given.code, Date.now())
      if (step !== null && (await takeStep(pool, actor.id, step))) {
        await forgetFailures(pool, subject)
        return { method: 'one-time-code' }
      }
      return failed(pool, subject, 'sign.code')
    }
    if (given.password === undefined)
      return fault(
        'no-authenticator',
        {
          zh: '您尚未启用动态口令，请改用密码签名。',
          en: 'You have no authenticator set up: sign with your password.',
        },
        'sign.code',
      )
    if (!stored?.password || !(await isPassword(stored.password, given.password)))
      return failed(pool, subject, 'sign.password')
    await forgetFailures(pool, subject)
    if (stored.password_given)
      return fault('password-given', {
        zh: '您的密码由他人设置，不能用来签名。请先在“我的账号”中改为只有您知道的密码。',
        en: 'Your password was set by somebody else and cannot sign. First change it under My account to one that only you know.',
      })
    return { method: 'password' }
  }

/** Takes the step for one signature; false when it, or a later one, was taken before. */
const takeStep = async (pool: Pool, personId: string, step: number): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'update auth_two_factor set signed_step = $2 where user_id = $1 and signed_step < $2',
    [personId, step],
  )
  return rowCount === 1
}

const failed = async (pool: Pool, subject: string, field: string): Promise<Proof> => {
  const { left, lockedUntil } = await countFailure(pool, subject)
  if (lockedUntil !== null) return { refusal: signingLocked }
  return fault(
    'credential-wrong',
    {
      zh: `密码或动态口令不正确，未签名。还可以尝试 ${left} 次。`,
      en: `The password or one-time code is not right; nothing was signed. ${left} attempts are left.`,
    },
    field,
  )
}

const signingLocked: Refusal = refuse(
  'signing-locked',
  {
    zh: `连续多次验证失败，签名已暂停 ${LOCK_MINUTES} 分钟。请稍后再试，或请管理员重设密码。`,
    en: `Too many failed attempts: signing is paused for ${LOCK_MINUTES} minutes. Try again later, or ask an administrator for a new password.`,
  },
  { kind: 'too-many' },
)

const fault = (code: string, sentence: Text, field = 'sign.password'): Proof => ({
  refusal: refuse(code, sentence, { field, kind: 'unfit' }),
})
