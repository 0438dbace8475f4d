import './notify.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { Fault } from '../account/fault.tsx'
import { send, useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'

/** A message as `notification.deliveries` answers it. */
interface Delivery {
  readonly id: string
  readonly state: 'waiting' | 'sent' | 'given-up' | 'dropped'
  readonly createdAt: string
  readonly attempts: number
  readonly nextTryAt: string
  readonly lastTryAt: string | null
  readonly answer: string | null
  readonly sentAt: string | null
  readonly to: string
  readonly channel: string | null
  readonly events: number
  readonly sentence: Text | null
}

const STATES = {
  waiting: { title: text('重试中', 'Trying'), tone: 'warn' },
  sent: { title: text('已发送', 'Sent'), tone: 'ok' },
  'given-up': { title: text('已放弃', 'Given up'), tone: 'late' },
  dropped: { title: text('未发送', 'Not sent'), tone: '' },
} as const

/** How messages left the product: what fails, why, when it is tried again, and the way to send it anew. */
export function DeliveriesPage() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const values = useSearch({ from: '/shell/notifications/deliveries' })
  const show = values.show === 'all' ? 'all' : 'failing'
  const list = useRead<readonly Delivery[]>('notification.deliveries', { show })
  const again = useMutation({
    mutationFn: (id: string) => send('/api/notifications/again', { id }),
    onSettled: () =>
      client.invalidateQueries({ predicate: query => String(query.queryKey[1]).startsWith('notification.') }),
  })
  useEffect(() => {
    document.title = `${t(text('通知发送情况', 'Deliveries'))} · 闭环 Bihuan`
  }, [t])
  const go = (next: string | undefined): void =>
    void navigate({ to: '/notifications/deliveries', search: { show: next }, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{t(text('通知发送情况', 'Deliveries'))}</h1>
        <span className="sub">
          {t(
            text(
              '邮件、群机器人和 Webhook；失败的自动重试，约八小时后放弃。',
              'E-mail, robots, webhooks; what fails is tried again for some eight hours.',
            ),
          )}
        </span>
        <span className="sp" />
        <Link to="/$procedure" params={{ procedure: 'channel' }} search={{}} className="btn">
          {t(text('通知渠道', 'Channels'))}
        </Link>
      </div>
      <section className="card">
        <div className="row wrap told-bar">
          <fieldset className="seg">
            <legend className="sr">{t(text('显示', 'Show'))}</legend>
            <button type="button" aria-pressed={show === 'failing'} onClick={() => go(undefined)}>
              {t(text('失败与重试中', 'Failing'))}
            </button>
            <button type="button" aria-pressed={show === 'all'} onClick={() => go('all')}>
              {t(text('全部', 'All'))}
            </button>
          </fieldset>
        </div>
        {again.error && <Fault error={again.error} />}
        {list.error && !list.data ? (
          <Refused error={list.error} again={() => void list.refetch()} />
        ) : !list.data ? (
          <div className="sec">
            <Bones rows={8} height={34} />
          </div>
        ) : list.data.length === 0 ? (
          <Empty
            done={show === 'failing'}
            title={t(
              show === 'failing'
                ? text('没有发送失败的通知', 'Nothing fails')
                : text('还没有发送过通知', 'Nothing was sent yet'),
            )}
          />
        ) : (
          <ul className="told-list">
            {list.data.map(item => (
              <li key={item.id} className="told">
                <div className="told-words">
                  <div className="row wrap">
                    <span className={`tag ${STATES[item.state].tone}`}>{t(STATES[item.state].title)}</span>
                    {item.channel ? (
                      <Link
                        to="/$procedure/$id"
                        params={{ procedure: 'channel', id: item.channel }}
                        search={{}}
                        className="row-link"
                      >
                        {item.to}
                      </Link>
                    ) : (
                      <b>{item.to}</b>
                    )}
                    <span className="who num">{format.instant(item.createdAt)}</span>
                  </div>
                  <div>
                    {item.sentence && t(item.sentence)}
                    {item.events > 1 && t(text(` 等 ${item.events} 项`, ` and ${item.events - 1} more`))}
                  </div>
                  <div className="who">
                    {t(text(`尝试 ${item.attempts} 次`, `Attempts: ${item.attempts}`))}
                    {item.state === 'waiting' && item.attempts > 0 && (
                      <>
                        {' '}
                        · {t(text(`下次 ${format.instant(item.nextTryAt)}`, `next ${format.instant(item.nextTryAt)}`))}
                      </>
                    )}
                    {item.answer && <span className="mono told-answer"> {item.answer}</span>}
                  </div>
                </div>
                {(item.state === 'given-up' || item.state === 'dropped') && (
                  <button type="button" className="btn" onClick={() => again.mutate(item.id)}>
                    {t(text('重新发送', 'Send again'))}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
