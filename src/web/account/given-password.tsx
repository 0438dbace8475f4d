import { type FormEvent, useId, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { RefusedError, send } from '../api.ts'
import { useT } from '../language.tsx'
import { Fault } from './fault.tsx'

/** The administrator sets a person's first or forgotten password; its owner changes it before signing. */
export function GivenPassword({ personId, personName }: { readonly personId: string; readonly personName: string }) {
  const t = useT()
  const id = useId()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)
  const [done, setDone] = useState(false)
  const weak = fault instanceof RefusedError ? (fault.byField.get('password') ?? null) : null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setDone(false)
    setFault(null)
    try {
      await send('/api/auth/give-password', { personId, password })
      setPassword('')
      setDone(true)
    } catch (error) {
      setFault(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="card sec account-card" onSubmit={submit} aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t(text('设置登录密码', 'Set the password'))}</h2>
      <p className="who">
        {t(
          text(
            `新人员首次登录或忘记密码时，由管理员设一个临时密码，当面告知${personName}。本人改过密码后才能签名；设置后原密码立即失效。`,
            `For a first sign-in or a forgotten password: set a temporary one and tell ${personName} in person. It signs nothing until its owner changes it; the old one ends at once.`,
          ),
        )}
      </p>
      <div className="fld">
        <label htmlFor={id}>
          {t(text('临时密码（至少 10 个字符）', 'Temporary password (at least 10 characters)'))}
        </label>
        <input
          id={id}
          className="inp mono"
          value={password}
          autoComplete="off"
          spellCheck={false}
          required
          aria-invalid={weak ? true : undefined}
          aria-describedby={weak ? `${id}fault` : undefined}
          onChange={event => setPassword(event.target.value)}
        />
        {weak && (
          <div id={`${id}fault`} className="fault">
            {t(weak.sentence)}
          </div>
        )}
      </div>
      {fault && !weak && <Fault error={fault} />}
      {done && (
        <p className="notice ok" role="status">
          {t(text(`已设置。请把密码告知${personName}。`, `It is set. Tell ${personName} the password.`))}
        </p>
      )}
      <div>
        <button type="submit" className="btn" aria-disabled={busy}>
          {t(text('设置密码', 'Set the password'))}
        </button>
      </div>
    </form>
  )
}
