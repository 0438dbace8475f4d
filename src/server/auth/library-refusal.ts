import { type Refusal, type RefusalKind, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { signedOut } from '../refusal-answer.ts'

const of = (code: string, kind: RefusalKind, sentence: Text, field?: string): Refusal =>
  refuse(code, sentence, { kind, ...(field && { field }) })

const sessionTooOld = of('session-too-old', 'signed-out', {
  zh: '登录时间已久，此操作需要重新登录后进行。',
  en: 'You signed in a long time ago: sign in again before this step.',
})

const BY_CODE: Readonly<Record<string, Refusal>> = {
  UNAUTHORIZED: signedOut,
  SESSION_EXPIRED: sessionTooOld,
  SESSION_NOT_FRESH: sessionTooOld,
  INVALID_PASSWORD: of(
    'password-wrong',
    'unfit',
    { zh: '当前密码不正确，未作改动。', en: 'The current password is not right; nothing was changed.' },
    'password',
  ),
  INVALID_CODE: of(
    'code-wrong',
    'unfit',
    {
      zh: '动态口令不正确。请核对手机时间是否准确，并输入当前显示的六位数字。',
      en: 'The one-time code is not right. Check the clock of your phone and enter the six digits shown now.',
    },
    'code',
  ),
  INVALID_BACKUP_CODE: of(
    'backup-code-wrong',
    'unfit',
    { zh: '备用码不正确或已使用过。', en: 'The backup code is not right or was used before.' },
    'code',
  ),
  INVALID_TWO_FACTOR_COOKIE: of('second-step-expired', 'signed-out', {
    zh: '第二步验证已超时，请重新输入用户名和密码。',
    en: 'The second step took too long: enter user name and password again.',
  }),
  TOTP_NOT_ENABLED: of('no-authenticator', 'conflict', {
    zh: '尚未启用动态口令。请先在“我的账号”中启用。',
    en: 'No authenticator is set up. First set one up under My account.',
  }),
  TWO_FACTOR_NOT_ENABLED: of('no-authenticator', 'conflict', {
    zh: '尚未启用动态口令。请先在“我的账号”中启用。',
    en: 'No authenticator is set up. First set one up under My account.',
  }),
  TOTP_ALREADY_ENABLED: of('authenticator-there', 'conflict', {
    zh: '动态口令已启用。要更换手机，请先停用再启用。',
    en: 'An authenticator is set up already. To change the phone, first switch it off, then on again.',
  }),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: of('too-many-codes', 'too-many', {
    zh: '错误次数过多，请重新登录后再输入动态口令。',
    en: 'Too many wrong codes: sign in again, then enter the code.',
  }),
  ACCOUNT_TEMPORARILY_LOCKED: of('second-step-locked', 'too-many', {
    zh: '动态口令连续错误，账号已暂时锁定，请稍后再试或联系管理员。',
    en: 'Too many wrong codes: the account is locked for a while. Try again later or ask an administrator.',
  }),
}

const BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: signedOut,
  403: of('forbidden', 'forbidden', {
    zh: '您无权进行此操作，请联系管理员。',
    en: 'You may not do this: ask an administrator.',
  }),
  404: of('absent', 'absent', { zh: '没有找到。请刷新后重试。', en: 'Not found. Reload and try again.' }),
  429: of('too-many', 'too-many', {
    zh: '请求过于频繁，请稍后再试。',
    en: 'Too many requests: try again in a moment.',
  }),
}

const unfit = of('malformed-request', 'unfit', {
  zh: '请求的格式无法读取，未作任何改动。请对照 /api/openapi.json 检查请求。',
  en: 'The request cannot be read and nothing was changed. Check it against /api/openapi.json.',
})

/** The refusal for an answer of the sign-in library that is not a success. */
export const libraryRefusal = (status: number, code: string | undefined): Refusal =>
  BY_CODE[code ?? ''] ?? BY_STATUS[status] ?? unfit
