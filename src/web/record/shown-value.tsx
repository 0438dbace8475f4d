import type { ReactNode } from 'react'
import type { Shown } from '../../kernel/view.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

/** What stands where nothing is known. */
const NOTHING = <span className="who">—</span>

/** A value of a record as people read it. */
export function ShownValue({
  shown,
  people,
}: {
  readonly shown: Shown
  readonly people: Readonly<Record<string, string>>
}): ReactNode {
  const t = useT()
  const format = useFormat()
  if (shown.kind === 'masked')
    return (
      <span className="who">{t({ zh: '涉及健康信息，您的角色不可见', en: 'Health data, hidden from your role' })}</span>
    )
  if (shown.value === null || shown.value === '') return NOTHING
  switch (shown.kind) {
    case 'line':
      return shown.value
    case 'paragraph':
      return <span className="paragraph">{shown.value}</span>
    case 'code':
      return <span className="mono">{shown.value}</span>
    case 'text':
      return t(shown.value)
    case 'instant':
      return <time dateTime={shown.value}>{format.full(shown.value)}</time>
    case 'day':
      return <time dateTime={shown.value}>{shown.value}</time>
    case 'tag':
      return <span className={`tag ${shown.tone}`}>{t(shown.value)}</span>
    case 'person':
      return people[shown.value] ?? shown.value
    case 'files':
      return shown.value.length === 0 ? (
        NOTHING
      ) : (
        <span className="shown-files">
          {shown.value.map(({ id, name }) => (
            <a key={id} href={`/api/attachments/${id}`} target="_blank" rel="noreferrer">
              {name}
            </a>
          ))}
        </span>
      )
    case 'number':
      return (
        <span className="num">
          {format.number(shown.value)}
          {shown.unit && ` ${t(shown.unit)}`}
        </span>
      )
  }
}
