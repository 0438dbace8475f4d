import './notify.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'
import { Bones } from '../state/loading.tsx'
import { markRead, type Notification, type Unread } from './notification.ts'
import { NotificationRow } from './notification-row.tsx'

/** As many as the server counts. */
const MOST = 100

/** The bell: how much is unread, and the latest of it. */
export function Bell() {
  const t = useT()
  const { data } = useRead<Unread>('notification.count')
  const unread = data?.unread ?? 0
  const words =
    unread === 0
      ? text('通知：没有未读', 'Notifications: none unread')
      : text(`通知：${unread} 条未读`, `Notifications: ${unread} unread`)
  return (
    <Menu
      label={t(words)}
      className="btn quiet icon bell"
      button={
        <>
          <Icon name="bell" />
          {unread > 0 && (
            <i className={data?.safety ? 'bell-count safety' : 'bell-count'} aria-hidden="true">
              {unread >= MOST ? '99+' : unread}
            </i>
          )}
        </>
      }
    >
      {close => <Latest close={close} />}
    </Menu>
  )
}

function Latest({ close }: { readonly close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { data } = useRead<readonly Notification[]>('notification.list', { unread: true, limit: 6 })
  const all = async (): Promise<void> => {
    await markRead().catch(() => undefined)
    await client.invalidateQueries({ predicate: query => String(query.queryKey[1]).startsWith('notification.') })
  }
  return (
    <div className="bell-panel">
      <div className="row bell-head">
        <b>{t(text('未读通知', 'Unread'))}</b>
        <span className="sp" />
        {data && data.length > 0 && (
          <button type="button" className="link" onClick={() => void all()}>
            {t(text('全部标为已读', 'Mark all read'))}
          </button>
        )}
      </div>
      {!data ? (
        <Bones rows={3} />
      ) : data.length === 0 ? (
        <p className="who bell-none">{t(text('没有未读的通知。', 'Nothing is unread.'))}</p>
      ) : (
        <ul className="told-list">
          {data.map(item => (
            <NotificationRow key={item.id} item={item} onGo={close} />
          ))}
        </ul>
      )}
      <Link to="/notifications" search={{}} className="menu-item bell-all" onClick={close}>
        {t(text('查看全部通知', 'All notifications'))}
      </Link>
    </div>
  )
}
