import type { Text } from '../../kernel/text.ts'
import { noticeClasses } from '../../vocabulary/notification-plan.ts'
import type { Wording } from './robot-message.ts'

/** An event as it was written down. */
export interface WrittenEvent {
  readonly id: string
  readonly at: string
  readonly class: keyof typeof noticeClasses
  readonly kind: string
  readonly procedure: string | null
  readonly recordId: string | null
  readonly number: string | null
  readonly sentence: Text
}

/** Lines of one message; people read the rest in the product. */
const MOST = 50

const ORDER = Object.keys(noticeClasses)

/** Puts events into the words of one message, safety first. */
export function wordingOf(
  events: readonly WrittenEvent[],
  {
    language,
    origin,
    company,
  }: { readonly language: 'zh' | 'en'; readonly origin: string | null; readonly company: string },
): Wording {
  const sorted = events.toSorted(
    (one, other) => ORDER.indexOf(one.class) - ORDER.indexOf(other.class) || one.at.localeCompare(other.at),
  )
  const [first] = sorted
  const safety = sorted.filter(event => event.class === 'safety').length
  const chinese = language === 'zh'
  const one = first && sorted.length === 1
  const count = chinese
    ? `${sorted.length} 项通知${safety > 0 ? `，其中安全事项 ${safety} 项` : ''}`
    : `${sorted.length} notifications${safety > 0 ? `, ${safety} about safety` : ''}`
  const sign = company === '' ? (chinese ? '闭环' : 'Bihuan') : company
  const urgent = safety > 0 ? (chinese ? '【安全】' : '[Safety] ') : ''
  return {
    heading: `${urgent}${chinese ? `${sign}：` : `${sign}: `}${one ? first.sentence[language] : count}`,
    lines: sorted.slice(0, MOST).map(event => ({ words: event.sentence[language], href: hrefOf(event, origin) })),
    more:
      sorted.length > MOST
        ? chinese
          ? `另有 ${sorted.length - MOST} 项，请登录查看。`
          : `${sorted.length - MOST} more: sign in to read them.`
        : null,
  }
}

/** Pages of what concerns no record. */
const PAGES: Readonly<Record<string, string>> = {
  'health.trouble': '/health',
  'mail.failing': '/notifications/deliveries',
}

/** The page of the record, or of the matter; null where the address of the product is not known. */
const hrefOf = (
  { kind, procedure, number }: Pick<WrittenEvent, 'kind' | 'procedure' | 'number'>,
  origin: string | null,
): string | null => {
  if (origin === null) return null
  if (procedure !== null && number !== null) return new URL(`/${procedure}/${encodeURIComponent(number)}`, origin).href
  const page = PAGES[kind]
  return page === undefined ? null : new URL(page, origin).href
}
