import './notify.css'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { TROUBLE_ROLES } from '../../vocabulary/notification-plan.ts'
import { read } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { markRead, type Notification } from './notification.ts'
import { NotificationRow } from './notification-row.tsx'

const PAGE = 50
const CLASSES = [
  { id: undefined, title: text('全部类别', 'Every class') },
  { id: 'safety', title: text('安全', 'Safety') },
  { id: 'trouble', title: text('系统故障', 'System trouble') },
  { id: 'work', title: text('待办', 'Work') },
  { id: 'news', title: text('动态', 'News') },
] as const

/** Everything that the person was told, the unread first. */
export function NotificationsPage() {
  const t = useT()
  const { me } = useMeta()
  const client = useQueryClient()
  const navigate = useNavigate()
  const values = useSearch({ from: '/shell/notifications' })
  const unread = values.show !== 'all'
  const params = { class: values.class, unread }
  const list = useInfiniteQuery({
    queryKey: ['read', 'notification.list', params],
    queryFn: ({ pageParam, signal }) =>
      read<readonly Notification[]>(
        'notification.list',
        { ...params, limit: PAGE, ...(pageParam && { before: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: page => {
      const last = page.at(-1)
      return last && page.length === PAGE ? `${last.toldAt}|${last.id}` : undefined
    },
  })
  useEffect(() => {
    document.title = `${t(text('通知', 'Notifications'))} · 闭环 Bihuan`
  }, [t])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/notifications', search: { ...values, ...change }, replace: true })
  const all = async (): Promise<void> => {
    await markRead().catch(() => undefined)
    await client.invalidateQueries({ predicate: query => String(query.queryKey[1]).startsWith('notification.') })
  }
  const shown = list.data?.pages.flat() ?? []
  const looksAfter = me.roles.some(role => TROUBLE_ROLES.includes(role))
  const keeps = me.roles.some(role => role === 'administrator' || role === 'quality-head')
  return (
    <>
      <div className="page-head">
        <h1>{t(text('通知', 'Notifications'))}</h1>
        <span className="sub">
          {t(
            text(
              '时限、签字、交办和您的记录的变化。',
              'Deadlines, signatures, work handed to you, changes of your records.',
            ),
          )}
        </span>
        <span className="sp" />
        {keeps && (
          <Link to="/notifications/deliveries" search={{}} className="btn">
            {t(text('发送情况', 'Deliveries'))}
          </Link>
        )}
        <Link to="/account" className="btn" hash="notifications">
          {t(text('通知设置', 'Settings'))}
        </Link>
      </div>
      <section className="card">
        <div className="row wrap told-bar">
          <fieldset className="seg">
            <legend className="sr">{t(text('显示', 'Show'))}</legend>
            <button type="button" aria-pressed={unread} onClick={() => go({ show: undefined })}>
              {t(text('未读', 'Unread'))}
            </button>
            <button type="button" aria-pressed={!unread} onClick={() => go({ show: 'all' })}>
              {t(text('全部', 'All'))}
            </button>
          </fieldset>
          <fieldset className="seg">
            <legend className="sr">{t(text('类别', 'Class'))}</legend>
            {CLASSES.filter(({ id }) => id !== 'trouble' || looksAfter).map(({ id, title }) => (
              <button key={title.en} type="button" aria-pressed={values.class === id} onClick={() => go({ class: id })}>
                {t(title)}
              </button>
            ))}
          </fieldset>
          <span className="sp" />
          {shown.some(item => item.readAt === null) && (
            <button type="button" className="link" onClick={() => void all()}>
              {t(text('全部标为已读', 'Mark all read'))}
            </button>
          )}
        </div>
        {list.error && shown.length === 0 ? (
          <Refused error={list.error} again={() => void list.refetch()} />
        ) : list.isPending ? (
          <div className="sec">
            <Bones rows={8} height={34} />
          </div>
        ) : shown.length === 0 ? (
          <Empty
            done={unread}
            title={t(
              unread
                ? text('没有未读的通知', 'Nothing is unread')
                : text('还没有通知', 'There are no notifications yet'),
            )}
          />
        ) : (
          <ul className="told-list">
            {shown.map(item => (
              <NotificationRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div className="row told-foot">
            <button
              type="button"
              className="btn"
              aria-disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t(text('再看更早的', 'Earlier ones'))}
            </button>
          </div>
        )}
      </section>
    </>
  )
}
