import { type FormEvent, lazy, Suspense, useId, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { send } from '../api.ts'
import { useT } from '../language.tsx'
import { Fault } from './fault.tsx'

const QrCode = lazy(() => import('antd/es/qr-code'))

interface Secret {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** Second factor: an authenticator's six digits at sign-in, and for signing instead of the password. */
export function Authenticator({
  enabled,
  onDone,
}: {
  readonly enabled: boolean | undefined
  readonly onDone: () => Promise<void>
}) {
  const t = useT()
  const id = useId()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [secret, setSecret] = useState<Secret | null>(null)
  const [confirmed, setConfirmed] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)

  const attempt = (step: () => Promise<void>) => async (event: FormEvent) => {
    event.preventDefault()
    setFault(null)
    try {
      await step()
    } catch (error) {
      setFault(error as Error)
    }
  }
  const start = attempt(async () => {
    setSecret(await send<Secret>('/api/auth/two-factor/enable', { password }))
    setConfirmed(false)
    setPassword('')
  })
  const confirm = attempt(async () => {
    await send('/api/auth/two-factor/verify-totp', { code: code.replaceAll(' ', '') })
    setConfirmed(true)
    setCode('')
    await onDone()
  })
  const stop = attempt(async () => {
    await send('/api/auth/two-factor/disable', { password })
    setPassword('')
    setSecret(null)
    await onDone()
  })
  const key = secret ? (new URL(secret.totpURI).searchParams.get('secret') ?? '') : ''

  return (
    <section className="card sec account-card" aria-labelledby={`${id}title`}>
      <div className="row">
        <h2 id={`${id}title`}>{t(text('验证器（两步登录）', 'Authenticator (second step)'))}</h2>
        {enabled !== undefined && (
          <span className={enabled ? 'tag ok' : 'tag'}>
            {t(enabled ? text('已启用', 'On') : text('未启用', 'Off'))}
          </span>
        )}
      </div>
      <p className="who">
        {t(
          text(
            '启用后登录要再输手机验证器上的 6 位数字；签名时也可用它代替密码。',
            'Signing in then asks for the 6 digits on your phone, which may also sign instead of the password.',
          ),
        )}
      </p>
      {secret && !confirmed && (
        <form className="account-card" onSubmit={confirm}>
          <div className="row wrap authenticator">
            <Suspense fallback={<span className="qr-place" />}>
              <QrCode value={secret.totpURI} type="svg" size={168} color="#000" bgColor="#fff" />
            </Suspense>
            <div>
              <p>{t(text('1. 用验证器扫描，或手工输入密钥：', '1. Scan it, or type the key:'))}</p>
              <p className="mono">{key.replace(/(.{4})/g, '$1 ')}</p>
              <div className="fld">
                <label htmlFor={`${id}code`}>
                  {t(text('2. 输入验证器显示的 6 位数字', '2. Enter the 6 digits it shows'))}
                </label>
                <input
                  id={`${id}code`}
                  className="inp code-input"
                  value={code}
                  onChange={event => setCode(event.target.value)}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={8}
                  required
                />
              </div>
            </div>
          </div>
          <div>
            <button type="submit" className="btn p">
              {t(text('确认启用', 'Turn it on'))}
            </button>
          </div>
        </form>
      )}
      {secret && confirmed && (
        <div className="notice ok">
          <b>{t(text('验证器已启用。', 'The authenticator is on.'))}</b>{' '}
          {t(
            text(
              '请把下面的备用码抄好收存，手机丢失时每个可用一次；离开本页后不再显示。',
              'Write down these codes: each works once if you lose the phone. They are not shown again.',
            ),
          )}
          <p className="mono backup-codes">
            {secret.backupCodes.map(each => (
              <span key={each}>{each}</span>
            ))}
          </p>
        </div>
      )}
      {!secret && enabled !== undefined && (
        <form className="account-card" onSubmit={enabled ? stop : start}>
          <div className="fld">
            <label htmlFor={`${id}password`}>
              {enabled
                ? t(text('要停用，请输入密码', 'To turn it off, enter your password'))
                : t(text('要启用，请输入密码', 'To turn it on, enter your password'))}
            </label>
            <input
              id={`${id}password`}
              className="inp"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.target.value)}
              required
            />
          </div>
          <div>
            <button type="submit" className={enabled ? 'btn danger' : 'btn'}>
              {enabled ? t(text('停用验证器', 'Turn off')) : t(text('开始启用', 'Begin'))}
            </button>
          </div>
        </form>
      )}
      {fault && <Fault error={fault} />}
    </section>
  )
}
