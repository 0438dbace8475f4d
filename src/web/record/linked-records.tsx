import type { Text } from '../../kernel/text.ts'
import type { RecordLink } from '../answers.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'

/** How two records belong together, as read from the one shown; other kinds are shown by their noun alone. */
const KINDS: Readonly<Record<string, Text | Readonly<Record<RecordLink['direction'], Text>>>> = {
  'duplicate-of': { zh: '重复', en: 'duplicate' },
  merged: { zh: '合并', en: 'merged' },
  'merged-into': { zh: '合并', en: 'merged' },
  'became-complaint': {
    to: { zh: '转为投诉', en: 'became the complaint' },
    from: { zh: '由咨询转来', en: 'came from the inquiry' },
  },
  'became-inquiry': {
    to: { zh: '转为咨询', en: 'became the inquiry' },
    from: { zh: '由投诉转来', en: 'came from the complaint' },
  },
  'same-lot': { zh: '同批', en: 'same lot' },
  'corrective-action': {
    to: { zh: '要求纠正措施', en: 'corrective action on' },
    from: { zh: '由信号引出纠正措施', en: 'corrective action asked by' },
  },
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
          const words = KINDS[link.kind]
          const kind = words && ('zh' in words ? [t(words), t(link.noun)] : [t(words[link.direction])])
          return (
            <li key={`${link.id}${link.kind}${link.direction}`}>
              <span className="sub">{(kind ?? [t(link.noun)]).join(t({ zh: '', en: ' ' }))}</span>
              <OpenLink to="/$procedure/$id" params={{ procedure: link.procedure, id: link.number }} className="mono">
                {link.number}
              </OpenLink>
              <span>{link.title}</span>
              <span className="tag">{t(link.state)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
