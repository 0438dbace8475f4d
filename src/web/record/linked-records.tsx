import { Link } from '@tanstack/react-router'
import type { Text } from '../../kernel/text.ts'
import type { RecordLink } from '../answers.ts'
import { useT } from '../language.tsx'

/** How two records belong together, in words; other kinds are shown by their noun alone. */
const KINDS: Readonly<Record<string, Text>> = {
  'duplicate-of': { zh: '重复', en: 'duplicate' },
  merged: { zh: '合并', en: 'merged' },
  'merged-into': { zh: '合并', en: 'merged' },
  'became-inquiry': { zh: '转为', en: 'became' },
  'same-lot': { zh: '同批', en: 'same lot' },
  related: { zh: '相关', en: 'related' },
}

/** Records that this one led to or came from. */
export function LinkedRecords({ links }: { readonly links: readonly RecordLink[] }) {
  const t = useT()
  if (links.length === 0) return null
  return (
    <section className="card sec">
      <h2>{t({ zh: '关联', en: 'Linked records' })}</h2>
      <ul className="linked">
        {links.map(link => {
          const kind = KINDS[link.kind]
          return (
            <li key={`${link.id}${link.kind}${link.direction}`}>
              <span className="sub">
                {[kind && t(kind), t(link.noun)].filter(Boolean).join(t({ zh: '', en: ' ' }))}
              </span>
              <Link to="/$procedure/$id" params={{ procedure: link.procedure, id: link.number }} className="mono">
                {link.number}
              </Link>
              <span>{link.title}</span>
              <span className="tag">{t(link.state)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
