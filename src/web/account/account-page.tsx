import './account.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { request } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { PlanCard } from '../notify/plan-card.tsx'
import { ApiKeys } from './api-keys.tsx'
import { Authenticator } from './authenticator.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'

/** Answer of `GET /api/auth/get-session`. */
export interface Session {
  readonly session: { readonly id: string } | null
  readonly user: { readonly twoFactorEnabled: boolean } | null
  readonly passwordGiven?: boolean
}

/** One's own account: password, authenticator, sessions, API keys. */
export function AccountPage() {
  const t = useT()
  const client = useQueryClient()
  const { me, roles, company } = useMeta()
  const session = useQuery({ queryKey: ['session'], queryFn: () => request<Session>('/api/auth/get-session') })
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['session'] })
  useEffect(() => {
    document.title = `${t(text('我的账号', 'My account'))} · 闭环 Bihuan`
  }, [t])
  return (
    <>
      <div className="page-head">
        <h1>{t(text('我的账号', 'My account'))}</h1>
        <span className="sub">
          {me.name} · <span className="mono">{me.username}</span> ·{' '}
          {me.roles.map(role => t(roles[role] ?? role)).join(t(text('、', ', ')))} · {t(company)}
        </span>
      </div>
      {session.data?.passwordGiven && (
        <p className="notice warn account-notice" role="alert">
          <b>{t(text('请先修改密码。', 'Change your password first.'))}</b>{' '}
          {t(
            text(
              '现在的密码是别人为您设的，不能用来签名；改成只有您知道的密码后即可签名。',
              'Somebody else set your password; it cannot sign until you have changed it to one that only you know.',
            ),
          )}
        </p>
      )}
      <div className="account-grid">
        <PasswordForm onDone={again} />
        <Authenticator enabled={session.data?.user?.twoFactorEnabled} onDone={again} />
        {!me.inspecting && <PlanCard />}
        <Sessions />
        {!me.inspecting && <ApiKeys />}
      </div>
    </>
  )
}
