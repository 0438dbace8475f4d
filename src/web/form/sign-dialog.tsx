import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { SignedEntries } from './signed-entries.tsx'
import { Covered, type SignedMatter } from './signed-matter.tsx'
import type { SignedWith } from './use-command-form.ts'

interface SignDialogProps {
  /** What the step is called. */
  readonly title: Text
  /** What the signature says. */
  readonly meaning: Text
  /** What it is signed on: number and title of the record. */
  readonly subject: string
  /** What the signature stands for besides what was entered. */
  readonly matter?: SignedMatter | undefined
  readonly busy: boolean
  /** Signs; answers the refusals that concern the credential. */
  readonly sign: (credential: SignedWith) => Promise<readonly Refusal[]>
  readonly close: () => void
}

/** Asks for the credential again: who signs, what it means, what is signed. */
export function SignDialog({ title, meaning, subject, matter, busy, sign, close }: SignDialogProps) {
  const t = useT()
  const { me } = useMeta()
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [way, setWay] = useState<'password' | 'code'>('password')
  const [credential, setCredential] = useState('')
  const [refused, setRefused] = useState<readonly Refusal[]>([])

  useEffect(() => {
    dialog.current?.showModal()
    input.current?.focus()
  }, [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (credential === '') return setRefused([EMPTY[way]])
    const list = await sign(way === 'password' ? { password: credential } : { code: credential })
    setRefused(list)
    if (list.length > 0) {
      setCredential('')
      input.current?.focus()
    }
  }
  const asCode = way === 'code'
  const deputy = matter?.deputy
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="sign-title" onClose={close} onCancel={close}>
      <form onSubmit={submit}>
        <h2 id="sign-title">{t({ zh: `签名：${title.zh}`, en: `Sign: ${title.en}` })}</h2>
        <p className="sign-meaning">
          {t({
            zh: `${me.name}${deputy ? `（代 ${deputy}）` : ''} 对 ${subject} 签名，含义：“${meaning.zh}”`,
            en: `${me.name}${deputy ? ` (for ${deputy})` : ''} signs ${subject}: "${meaning.en}"`,
          })}
        </p>
        {matter && <Covered covered={matter.covered} changes={matter.changes} written={matter.written} />}
        <SignedEntries />
        <p className="hint">
          {t({
            zh: '签名会连同姓名、时间、含义和当前所见内容的摘要一起记入日志，不能撤销。',
            en: 'Name, time, meaning and a digest of what you see go into the trail and cannot be taken back.',
          })}
        </p>
        <input type="text" autoComplete="username" value={me.username} readOnly hidden />
        <div className="fld">
          <label htmlFor="sign-credential">
            {asCode
              ? t({ zh: '验证器动态码', en: 'Code of your authenticator' })
              : t({ zh: '登录密码', en: 'Password' })}
          </label>
          <input
            ref={input}
            id="sign-credential"
            className="inp"
            type={asCode ? 'text' : 'password'}
            inputMode={asCode ? 'numeric' : undefined}
            autoComplete={asCode ? 'one-time-code' : 'current-password'}
            value={credential}
            aria-invalid={refused.length > 0}
            aria-describedby="sign-refused"
            onChange={event => {
              setCredential(event.target.value)
              setRefused([])
            }}
          />
          <p id="sign-refused" className="fault" aria-live="assertive">
            {refused.map(item => t(item.sentence)).join(' ')}
          </p>
        </div>
        <button
          type="button"
          className="link"
          onClick={() => {
            setWay(asCode ? 'password' : 'code')
            setCredential('')
            setRefused([])
            input.current?.focus()
          }}
        >
          {asCode
            ? t({ zh: '改用密码', en: 'Use the password' })
            : t({ zh: '改用验证器动态码', en: 'Use an authenticator code' })}
        </button>
        <div className="row dialog-acts">
          <button type="button" className="btn" onClick={close}>
            {t({ zh: '返回修改', en: 'Back to the form' })}
          </button>
          <button type="submit" className="btn p" aria-disabled={busy}>
            {busy ? t({ zh: '正在签名…', en: 'Signing…' }) : t({ zh: '签名', en: 'Sign' })}
          </button>
        </div>
      </form>
    </dialog>
  )
}

const EMPTY = {
  password: { code: 'missing', kind: 'unfit', sentence: { zh: '请输入密码。', en: 'Enter your password.' } },
  code: { code: 'missing', kind: 'unfit', sentence: { zh: '请输入动态码。', en: 'Enter the code.' } },
} as const satisfies Record<string, Refusal>
