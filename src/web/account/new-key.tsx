import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { send } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Fault } from './fault.tsx'
import { scopeChoices } from './scope.ts'

interface Issued {
  readonly token: string
  readonly expiresAt: string
}

/** How long a key may live, in days. */
const LIVES = [
  { days: 30, title: text('30 天', '30 days') },
  { days: 90, title: text('90 天', '90 days') },
  { days: 365, title: text('1 年', '1 year') },
  { days: 730, title: text('2 年（最长）', '2 years (longest)') },
]

/** Issues a key in a person's name; its token is shown this one time. */
export function NewKey({ personId }: { readonly personId: string }) {
  const t = useT()
  const id = useId()
  const format = useFormat()
  const client = useQueryClient()
  const meta = useMeta()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [days, setDays] = useState(365)
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const [copied, setCopied] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || scopes.length === 0) return
    setBusy(true)
    setFault(null)
    try {
      setIssued(await send<Issued>('/api/keys', { personId, name, scopes, days }))
      setCopied(false)
      setOpen(false)
      setName('')
      setScopes([])
      await client.invalidateQueries({ queryKey: ['keys'] })
    } catch (error) {
      setFault(error as Error)
    } finally {
      setBusy(false)
    }
  }
  if (issued)
    return (
      <div className="notice ok" role="status">
        <b>{t(text('密钥已发放，只显示这一次。', 'The key is issued. It is shown this one time.'))}</b>{' '}
        {t(
          text(
            `请现在复制并存入使用它的系统；有效至 ${format.day(issued.expiresAt)}。`,
            `Copy it now into the system that uses it; valid until ${format.day(issued.expiresAt)}.`,
          ),
        )}
        <p className="mono key-token">{issued.token}</p>
        <div className="row key-acts">
          <button
            type="button"
            className="btn"
            onClick={() => void navigator.clipboard?.writeText(issued.token).then(() => setCopied(true))}
          >
            {t(copied ? text('已复制', 'Copied') : text('复制', 'Copy'))}
          </button>
          <button type="button" className="btn" onClick={() => setIssued(null)}>
            {t(text('我已存好', 'I have kept it'))}
          </button>
        </div>
      </div>
    )
  if (!open)
    return (
      <div>
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          {t(text('发放密钥', 'Issue a key'))}
        </button>
      </div>
    )
  return (
    <form className="account-card" onSubmit={submit}>
      <div className="fld">
        <label htmlFor={`${id}name`}>{t(text('给哪个系统用', 'Which system uses it'))}</label>
        <input
          id={`${id}name`}
          className="inp"
          value={name}
          maxLength={60}
          required
          placeholder={t(text('如：ERP 接口', 'e.g. ERP interface'))}
          onChange={event => setName(event.target.value)}
        />
      </div>
      <fieldset className="key-scopes">
        <legend>{t(text('可以做什么（至少选一项）', 'What it may do (at least one)'))}</legend>
        {scopeChoices(meta).map(choice => (
          <label key={choice.scope}>
            <input
              type="checkbox"
              checked={scopes.includes(choice.scope)}
              onChange={event =>
                setScopes(
                  event.target.checked ? [...scopes, choice.scope] : scopes.filter(each => each !== choice.scope),
                )
              }
            />
            {t(choice.title)}
          </label>
        ))}
      </fieldset>
      <div className="fld">
        <label htmlFor={`${id}days`}>{t(text('有效期', 'Valid for'))}</label>
        <select id={`${id}days`} className="inp" value={days} onChange={event => setDays(Number(event.target.value))}>
          {LIVES.map(life => (
            <option key={life.days} value={life.days}>
              {t(life.title)}
            </option>
          ))}
        </select>
      </div>
      {fault && <Fault error={fault} />}
      <div className="row">
        <button type="submit" className="btn p" aria-disabled={busy || scopes.length === 0}>
          {t(text('发放密钥', 'Issue the key'))}
        </button>
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {t(text('取消', 'Cancel'))}
        </button>
      </div>
    </form>
  )
}
