import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { text } from '../../kernel/text.ts'
import { request, send } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { deviceName } from './device-name.ts'
import { Fault } from './fault.tsx'

interface SessionRow {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly current: boolean
}

/** Where the person is signed in; each can be ended. */
export function Sessions() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => request<readonly SessionRow[]>('/api/auth/list-sessions'),
  })
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['sessions'] })
  const end = useMutation({
    mutationFn: (id: string | null) =>
      id === null ? send('/api/auth/revoke-other-sessions', {}) : send('/api/auth/revoke-session', { id }),
    onSettled: again,
  })
  const others = sessions.data?.filter(session => !session.current).length ?? 0
  return (
    <section className="card sec account-card" aria-labelledby="sessions-title">
      <div className="row">
        <h2 id="sessions-title">{t(text('已登录的设备', 'Where I am signed in'))}</h2>
        <span className="sp" />
        {others > 0 && (
          <button type="button" className="link" onClick={() => end.mutate(null)}>
            {t(text('退出其他全部设备', 'Sign out all others'))}
          </button>
        )}
      </div>
      {sessions.error ? (
        <Fault error={sessions.error} />
      ) : !sessions.data ? (
        <Bones rows={3} />
      ) : (
        <ul className="account-list">
          {sessions.data.map(session => (
            <li key={session.id} className="row">
              <span>
                {deviceName(session.userAgent) ?? t(text('未知设备', 'Unknown device'))}{' '}
                {session.current && <span className="tag brand">{t(text('当前', 'this one'))}</span>}
                <span className="who account-line">
                  {session.ipAddress} · {t(text('登录于', 'since'))} {format.instant(session.createdAt)}
                </span>
              </span>
              <span className="sp" />
              {!session.current && (
                <button type="button" className="btn" onClick={() => end.mutate(session.id)}>
                  {t(text('退出', 'Sign out'))}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {end.error && <Fault error={end.error} />}
    </section>
  )
}
