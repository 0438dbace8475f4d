import { type Text, text } from '../../kernel/text.ts'

/** Days before its end from which a lot is shown as near it. */
const NEAR = 180
const DAY = 86_400_000

/** How a lot stands to its last day of use; null where the label names none. */
export function expiryOf(
  expiresOn: string | null,
  today: string,
): { readonly tone: 'late' | 'warn' | 'plain'; readonly words: Text } | null {
  if (!expiresOn) return null
  const left = Math.round((Date.parse(expiresOn) - Date.parse(today)) / DAY)
  if (left < 0) return { tone: 'late', words: text(`已过期 ${-left} 天`, `Expired ${-left} days ago`) }
  if (left === 0) return { tone: 'late', words: text('今天到期', 'Expires today') }
  if (left <= NEAR) return { tone: 'warn', words: text(`近效期，剩 ${left} 天`, `${left} days left`) }
  return { tone: 'plain', words: text(`剩 ${left} 天`, `${left} days left`) }
}
