import type { ReactNode } from 'react'
import type { Text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

/** One titled table or list of a trace. */
export function Part({
  title,
  count,
  children,
}: {
  readonly title: Text
  readonly count?: number
  readonly children: ReactNode
}) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="card trace-part">
      <h2>
        {t(title)}
        {count !== undefined && count > 0 && <span className="who num">{format.number(count)}</span>}
      </h2>
      {children}
    </section>
  )
}
