import './log-in.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { LogInForm } from './log-in-form.tsx'
import { sessionEntered } from './session.ts'

/** Signing in above the page when the session ran out: the page stays as it is, with everything that was typed. */
export function SignInAgain() {
  const t = useT()
  const { me } = useMeta()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const done = async (): Promise<void> => {
    sessionEntered()
    await client.invalidateQueries()
  }
  return (
    <dialog
      ref={dialog}
      className="dialog sign-in-again"
      aria-labelledby="sign-in-again-title"
      onCancel={event => event.preventDefault()}
    >
      <h2 id="sign-in-again-title">{t(text('请重新登录', 'Sign in again'))}</h2>
      <p className="sub">
        {t(
          text(
            '登录已过期。页面和您输入的内容都还在，登录后接着做。',
            'Your session has ended. The page and what you typed are still there; go on after signing in.',
          ),
        )}
      </p>
      <LogInForm given={null} fixedUser={me.username} onDone={done} />
      <a className="who" href="/log-in">
        {t(text('换一个账号登录（放弃未提交的输入）', 'Use another account (unsent input is lost)'))}
      </a>
    </dialog>
  )
}
