import './log-in.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { Start } from '../answers.ts'
import { metaQuery, request } from '../api.ts'
import { useOnline } from '../connection.ts'
import { useT } from '../language.tsx'
import { Brand } from './brand.tsx'
import { demoGroups } from './demo-groups.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { type Credentials, LogInForm } from './log-in-form.tsx'

/** Only addresses of our own may follow a sign-in. */
const ownPath = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/')

/** Signing in; in a demo with every account one click away. */
export function LogInPage() {
  const t = useT()
  const online = useOnline()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { next } = useSearch({ from: '/log-in' })
  const start = useQuery({ queryKey: ['start'], queryFn: () => request<Start>('/api/start') }).data
  const [given, setGiven] = useState<Credentials | null>(null)
  useEffect(() => {
    document.title = `${t(text('登录', 'Sign in'))} · 闭环 Bihuan`
  }, [t])
  useEffect(() => {
    if (start?.needsSetup) void navigate({ to: '/set-up', replace: true })
  }, [start, navigate])

  const done = async (): Promise<void> => {
    client.clear()
    await client.fetchQuery(metaQuery)
    await navigate({ href: ownPath(next), replace: true })
  }
  const accounts = start?.demo ? (start.accounts ?? []) : []

  return (
    <div className="log-in">
      <header className="log-in-top">
        <Brand />
        <span className="sp" />
        <LanguageSwitch />
      </header>
      <main className={accounts.length > 0 ? 'log-in-main two' : 'log-in-main'}>
        <section className="card log-in-card" aria-labelledby="log-in-title">
          <h1 id="log-in-title">{t(text('登录', 'Sign in'))}</h1>
          <p className="sub">
            {next
              ? t(text('登录后回到刚才的页面。', 'Afterwards you are back where you were.'))
              : t(
                  text(
                    '书面程序在这里执行、计时、签名、留证。',
                    'Written procedures run here: clocked, signed, proven.',
                  ),
                )}
          </p>
          {!online && (
            <p className="notice warn" role="alert">
              {t(text('服务器没有应答，恢复后会自动继续。', 'The server does not answer; this goes on once it does.'))}
            </p>
          )}
          <LogInForm given={given} onDone={done} />
          <p className="who">
            {t(
              text(
                '多次输错密码会暂时锁定账号；忘记密码请找系统管理员重设。',
                'Several wrong passwords lock the account for a while; the administrator resets forgotten ones.',
              ),
            )}
          </p>
        </section>
        {accounts.length > 0 && (
          <section className="log-in-demo" aria-labelledby="demo-title">
            <div className="row wrap">
              <h2 id="demo-title">{t(text('演示账号', 'Demo accounts'))}</h2>
              <span className="tag warn">{t(text('演示公司 · 数据可随意改动', 'Demo company · change anything'))}</span>
            </div>
            <p className="sub">
              {t(text('点一下即填入，密码都是 ', 'One click fills it in; every password is '))}
              <code className="mono">{start?.password}</code>
            </p>
            {demoGroups(accounts).map(group => (
              <section key={group.title.en} className="account-group">
                <h3>{t(group.title)}</h3>
                <ul className="accounts">
                  {group.accounts.map(account => (
                    <li key={account.username}>
                      <button
                        type="button"
                        className="account"
                        aria-pressed={given?.username === account.username}
                        onClick={() => setGiven({ username: account.username, password: start?.password ?? '' })}
                      >
                        <span className="ava" aria-hidden="true">
                          {account.name.slice(0, 1)}
                        </span>
                        <span className="account-who">
                          <b>{account.roles.map(t).join(' · ')}</b>
                          <span className="who">{account.name}</span>
                          <span className="who mono">{account.username}</span>
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </section>
        )}
      </main>
      <footer className="log-in-foot who">{start ? `闭环 Bihuan ${start.version}` : '\u00a0'}</footer>
    </div>
  )
}
