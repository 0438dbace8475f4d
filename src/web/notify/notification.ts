import type { Text } from '../../kernel/text.ts'
import { send } from '../api.ts'

/** A notification as `notification.list` answers it. */
export interface Notification {
  readonly id: string
  readonly class: 'safety' | 'trouble' | 'work' | 'news'
  readonly kind: string
  readonly procedure: string | null
  readonly number: string | null
  readonly sentence: Text
  readonly title: string | null
  readonly toldAt: string
  readonly readAt: string | null
  /** Since when it asks for nothing any more. */
  readonly settledAt: string | null
}

/** Answer of `notification.count`. */
export interface Unread {
  readonly unread: number
  readonly safety: boolean
}

/** Says that these were read, or all of them. */
export const markRead = (events?: readonly string[]): Promise<unknown> =>
  send('/api/notifications/read', events ? { events } : {})

/** Colour of the state that a notification speaks of. */
export const toneOf = ({
  class: of,
  kind,
}: Pick<Notification, 'class' | 'kind'>): 'late' | 'warn' | 'info' | 'plain' => {
  if (
    kind === 'deadline.overdue' ||
    kind === 'deadline.escalated' ||
    kind.endsWith('.failing') ||
    kind === 'letter.failed' ||
    kind === 'health.trouble'
  )
    return 'late'
  if (kind === 'deadline.near') return 'warn'
  if (of === 'safety') return 'late'
  return of === 'news' ? 'plain' : 'info'
}
