import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { markRead, type Notification, toneOf } from './notification.ts'

const CLASSES = {
  safety: text('安全', 'Safety'),
  trouble: text('系统故障', 'System trouble'),
  work: text('待办', 'Work'),
  news: text('动态', 'News'),
} as const

/** One notification; opening its record marks it as read. */
export function NotificationRow({ item, onGo }: { readonly item: Notification; readonly onGo?: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const seen = async (): Promise<void> => {
    if (item.readAt === null) await markRead([item.id]).catch(() => undefined)
    await client.invalidateQueries({ predicate: query => String(query.queryKey[1]).startsWith('notification.') })
  }
  const go = (): void => {
    onGo?.()
    void seen()
  }
  const tone = toneOf(item)
  const words = t(item.sentence)
  return (
    <li className={item.readAt === null ? 'told unread' : 'told'}>
      <i className={`told-mark ${tone}`} aria-hidden="true" />
      <div className="told-words">
        {item.procedure && item.number ? (
          <Link
            to="/$procedure/$id"
            params={{ procedure: item.procedure, id: item.number }}
            search={{}}
            className="row-link"
            onClick={go}
          >
            {words}
          </Link>
        ) : item.kind === 'mail.failing' ? (
          <Link to="/notifications/deliveries" search={{}} className="row-link" onClick={go}>
            {words}
          </Link>
        ) : item.kind === 'health.trouble' ? (
          <Link to="/health" className="row-link" onClick={go}>
            {words}
          </Link>
        ) : (
          words
        )}
        <div className="who">
          <span className={item.class === 'safety' ? 'tag late' : 'tag'}>{t(CLASSES[item.class])}</span>
          <span className="num">{format.instant(item.toldAt)}</span>
          {item.settledAt !== null && (
            <span className="tag ok">
              {t(item.kind === 'health.trouble' ? text('已恢复', 'Well again') : text('已办结', 'Done'))}
            </span>
          )}
          {item.title && !words.includes(item.title) && <span className="told-title">{item.title}</span>}
        </div>
      </div>
      {item.readAt === null && (
        <button type="button" className="link told-seen" onClick={() => void seen()}>
          {t(text('标为已读', 'Mark read'))}
        </button>
      )}
    </li>
  )
}
