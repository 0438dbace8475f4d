import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { OfflineError, RefusedError, send } from '../api.ts'
import { useT } from '../language.tsx'

/** User name and password as they are filled from outside: a demo account, or the person whose session ran out. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

const UNKNOWN = text('用户名或密码不对。', 'The user name or the password is wrong.')
const WRONG_CODE = text(
  '验证码不对或已过期，请看验证器上的新数字。',
  'The code is wrong or out of date; look at the new one.',
)
const SILENT = text(
  '服务器没有应答，请检查网络后再试；输入已保留。',
  'The server does not answer; check the network and try again. What you typed is kept.',
)

/** Says why signing in failed. */
function reason(error: unknown, step: 'password' | 'code') {
  if (error instanceof OfflineError) return SILENT
  if (!(error instanceof RefusedError))
    return text('登录没有完成，请再试一次。', 'Signing in did not finish; try again.')
  if (error.first.code.startsWith('http-') || /INVALID|UNAUTHORIZED/.test(error.first.code))
    return error.status === 429
      ? text('尝试太频繁，请一分钟后再试。', 'Too many attempts; try again in a minute.')
      : step === 'code'
        ? WRONG_CODE
        : UNKNOWN
  return error.first.sentence
}

/** User name, password and, where the account has it, the code of the authenticator. */
export function LogInForm({
  given,
  fixedUser,
  onDone,
}: {
  readonly given: Credentials | null
  readonly fixedUser?: string
  readonly onDone: () => void
}) {
  const t = useT()
  const id = useId()
  const [username, setUsername] = useState(fixedUser ?? '')
  const [password, setPassword] = useState('')
  const [remember, setRemember] = useState(true)
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const submitButton = useRef<HTMLButtonElement>(null)
  const codeInput = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!given) return
    setUsername(given.username)
    setPassword(given.password)
    setFault(null)
    submitButton.current?.focus()
  }, [given])
  useEffect(() => {
    if (step === 'code') codeInput.current?.focus()
  }, [step])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      if (step === 'password') {
        const body = { username: username.trim(), password, rememberMe: remember }
        const answer = await send<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/username', body)
        if (answer.twoFactorRedirect) return setStep('code')
      } else await send('/api/auth/two-factor/verify-totp', { code: code.replaceAll(' ', '') })
      onDone()
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="log-in-form" onSubmit={submit}>
      {step === 'password' ? (
        <>
          <div className="fld">
            <label htmlFor={`${id}u`}>{t(text('用户名', 'User name'))}</label>
            <input
              id={`${id}u`}
              className="inp"
              value={username}
              readOnly={!!fixedUser}
              onChange={event => setUsername(event.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
          </div>
          <div className="fld">
            <label htmlFor={`${id}p`}>{t(text('密码', 'Password'))}</label>
            <input
              id={`${id}p`}
              className="inp"
              type="password"
              value={password}
              onChange={event => setPassword(event.target.value)}
              autoComplete="current-password"
              aria-invalid={fault ? true : undefined}
              required
            />
          </div>
          {!fixedUser && (
            <label className="check">
              <input type="checkbox" checked={remember} onChange={event => setRemember(event.target.checked)} />
              {t(text('在这台电脑上保持登录', 'Stay signed in on this computer'))}
            </label>
          )}
        </>
      ) : (
        <div className="fld">
          <label htmlFor={`${id}c`}>{t(text('验证器上的 6 位数字', 'The 6 digits of your authenticator'))}</label>
          <input
            id={`${id}c`}
            ref={codeInput}
            className="inp code"
            value={code}
            onChange={event => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            required
          />
        </div>
      )}
      {fault ? (
        <p className="notice late" role="alert">
          {t(reason(fault, step))}
        </p>
      ) : null}
      <button ref={submitButton} type="submit" className="btn p wide" aria-disabled={busy}>
        {busy ? t(text('正在登录…', 'Signing in…')) : t(text('登录', 'Sign in'))}
      </button>
      {step === 'code' && (
        <button type="button" className="btn quiet wide" onClick={() => setStep('password')}>
          {t(text('换一个账号', 'Another account'))}
        </button>
      )}
    </form>
  )
}
