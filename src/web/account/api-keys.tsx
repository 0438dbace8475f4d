import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { text } from '../../kernel/text.ts'
import { queryString, request, send } from '../api.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Fault } from './fault.tsx'
import { NewKey } from './new-key.tsx'
import { scopeWords } from './scope.ts'

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedOn: string | null
  readonly revokedAt: string | null
}

/** The keys that act in a person's name; an administrator issues and ends them here. */
export function ApiKeys({ personId, personName }: { readonly personId?: string; readonly personName?: string }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const meta = useMeta()
  const { me } = meta
  const owner = personId ?? me.id
  const keys = useQuery({
    queryKey: ['keys', owner],
    queryFn: () => request<readonly KeyRow[]>(`/api/keys${queryString({ personId: owner })}`),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => send('/api/keys/revoke', { id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
  const [ending, setEnding] = useState<KeyRow | null>(null)
  const mayManage = me.roles.includes('administrator')
  const now = serverNow()
  return (
    <section className="card sec account-card" aria-labelledby="keys-title">
      <h2 id="keys-title">{t(text('接口密钥', 'API keys'))}</h2>
      <p className="who">
        {t(
          owner === me.id
            ? text(
                '其他系统用密钥以您的名义、在您的权限内办理。密钥由系统管理员发放和停用，只显示一次；每次使用都记入操作日志。',
                'Other systems act with a key in your name and within your roles. The administrator issues and ends keys; each use is in the trail.',
              )
            : text(
                `其他系统用密钥以${personName}的名义、在其权限内办理；每次使用都记入操作日志。`,
                `Other systems act with a key in the name of ${personName} and within those roles; each use is in the trail.`,
              ),
        )}{' '}
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          OpenAPI 3.1
        </a>
      </p>
      {keys.data && keys.data.length > 0 && (
        <ul className="account-list">
          {keys.data.map(key => {
            const over = key.revokedAt ?? (Date.parse(key.expiresAt) < now ? key.expiresAt : null)
            return (
              <li key={key.id} className="row">
                <span>
                  {key.name} <span className="mono who">{key.hint}…</span>{' '}
                  {over && <span className="tag">{t(text('已停用', 'ended'))}</span>}
                  <span className="who account-line">
                    {scopeWords(key.scopes, meta)
                      .map(t)
                      .join(t(text('、', ', ')))}{' '}
                    · {t(text('有效至', 'until'))} {format.day(key.expiresAt)}
                    {key.lastUsedOn && ` · ${t(text('最近使用', 'last used'))} ${format.day(key.lastUsedOn)}`}
                  </span>
                </span>
                <span className="sp" />
                {mayManage && !over && (
                  <button type="button" className="btn danger" onClick={() => setEnding(key)}>
                    {t(text('停用', 'End'))}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {keys.data?.length === 0 && (
        <p className="who">
          {t(
            owner === me.id
              ? text('您名下没有密钥。', 'There is no key in your name.')
              : text(`${personName}名下没有密钥。`, `There is no key in the name of ${personName}.`),
          )}
        </p>
      )}
      {keys.error && <Fault error={keys.error} />}
      {revoke.error && <Fault error={revoke.error} />}
      {ending && (
        <div className="notice warn" role="alert">
          {t(
            text(
              `停用“${ending.name}”后，使用它的系统立即不能再办理，且不能恢复。`,
              `Once "${ending.name}" is ended, the system that uses it can do nothing more; this cannot be undone.`,
            ),
          )}
          <div className="row key-acts">
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                revoke.mutate(ending.id)
                setEnding(null)
              }}
            >
              {t(text('确认停用', 'End it'))}
            </button>
            <button type="button" className="btn" onClick={() => setEnding(null)}>
              {t(text('保留', 'Keep it'))}
            </button>
          </div>
        </div>
      )}
      {mayManage && <NewKey personId={owner} />}
    </section>
  )
}
