import { type Text, text } from '../../kernel/text.ts'
import { clockTimeOf, type Day, type Instant, type Zone } from '../../kernel/time.ts'

interface Labelled {
  readonly key: string
  readonly fromDay: Day
  readonly opensAt: Instant
  readonly dueAt: Instant
}

const same = (value: string): Text => text(value, value)

/** What a turn is called: its day and window, or its period. */
export function turnLabel({ key, fromDay, opensAt, dueAt }: Labelled, zone: Zone): Text {
  if (key.includes(' ')) return same(`${fromDay} ${clockTimeOf(opensAt, zone)}–${clockTimeOf(dueAt, zone)}`)
  const [year = key, part] = key.split('-')
  if (key.length === 10) return same(key)
  if (part === undefined) return text(`${year} 年`, year)
  if (part.startsWith('Q')) return text(`${year} 年第 ${part.slice(1)} 季度`, key)
  if (part.startsWith('H')) return text(`${year} 年${part === 'H1' ? '上' : '下'}半年`, key)
  return text(`${year} 年 ${Number(part)} 月`, key)
}
