import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { RefusedError, send } from '../api.ts'
import { useT } from '../language.tsx'
import { Fault } from './fault.tsx'

const EMPTY = { currentPassword: '', newPassword: '', again: '' }

/** Another password; ends all other sessions. */
export function PasswordForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const t = useT()
  const id = useId()
  const client = useQueryClient()
  const [values, setValues] = useState(EMPTY)
  const [fault, setFault] = useState<Error | null>(null)
  const [done, setDone] = useState(false)
  const differs = values.again !== '' && values.again !== values.newPassword
  const weak = fault instanceof RefusedError ? fault.byField.get('newPassword') : undefined
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (differs) return
    setDone(false)
    setFault(null)
    try {
      const { currentPassword, newPassword } = values
      await send('/api/auth/change-password', { currentPassword, newPassword })
      setValues(EMPTY)
      setDone(true)
      await Promise.all([onDone(), client.invalidateQueries({ queryKey: ['sessions'] })])
    } catch (error) {
      setFault(error as Error)
    }
  }
  const field = (key: keyof typeof EMPTY, label: string, autoComplete: string, wrong: string) => (
    <div className="fld">
      <label htmlFor={id + key}>{label}</label>
      <input
        id={id + key}
        className="inp"
        type="password"
        autoComplete={autoComplete}
        value={values[key]}
        required
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}${key}-fault` : undefined}
        onChange={event => setValues({ ...values, [key]: event.target.value })}
      />
      {wrong && (
        <div id={`${id}${key}-fault`} className="fault">
          {wrong}
        </div>
      )}
    </div>
  )
  return (
    <form className="card sec account-card" onSubmit={submit}>
      <h2>{t(text('修改密码', 'Change the password'))}</h2>
      <p className="who">{t(text('修改后其他设备上的登录立即失效。', 'All other devices are signed out at once.'))}</p>
      {field('currentPassword', t(text('现在的密码', 'Current password')), 'current-password', '')}
      {field(
        'newPassword',
        t(text('新密码（至少 10 个字符）', 'New password (at least 10 characters)')),
        'new-password',
        weak ? t(weak.sentence) : '',
      )}
      {field(
        'again',
        t(text('再输一次新密码', 'New password again')),
        'new-password',
        differs ? t(text('两次输入的不一样。', 'The two differ.')) : '',
      )}
      {fault && !weak && <Fault error={fault} />}
      {done && (
        <p className="notice ok" role="status">
          {t(text('密码已修改。', 'The password is changed.'))}
        </p>
      )}
      <div>
        <button type="submit" className="btn p" aria-disabled={differs}>
          {t(text('修改密码', 'Change the password'))}
        </button>
      </div>
    </form>
  )
}
