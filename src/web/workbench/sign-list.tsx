import './sign-list.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { SignItem } from '../answers.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { byUrgency } from './urgency.ts'

/** As many are listed here; the page of signatures has all. */
const SHOWN = 8

/** What waits for this person's signature: what is late first, then the oldest. */
export function SignList({ items }: { readonly items: readonly SignItem[] | undefined }) {
  const t = useT()
  return (
    <section className="card sec" aria-labelledby="sign-title">
      <div className="row">
        <h2 id="sign-title">{t(text('等我签字', 'Waiting for my signature'))}</h2>
        <span className="sp" />
        <Link to="/signing" className="who">
          {t(text('我的签字', 'My signatures'))}
        </Link>
      </div>
      {items === undefined ? (
        <Bones rows={2} />
      ) : items.length === 0 ? (
        <p className="who">{t(text('没有等您签字的记录。', 'Nothing waits for your signature.'))}</p>
      ) : (
        <ul className="signs">
          {byUrgency(items)
            .slice(0, SHOWN)
            .map(item => (
              <SignRow key={item.recordId + item.chain.en + item.key} item={item} />
            ))}
          {items.length > SHOWN && (
            <li className="who">
              <Link to="/signing">{t(text(`还有 ${items.length - SHOWN} 件`, `${items.length - SHOWN} more`))}</Link>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

/** One signature that waits: its record, what it means, since when, until when, and in whose place. */
export function SignRow({ item }: { readonly item: SignItem }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const late = item.dueAt !== null && Date.parse(item.dueAt) < now
  return (
    <li>
      <div className="row wrap sign-row">
        <Link
          to="/$procedure/$id"
          params={{ procedure: item.procedure, id: item.number }}
          search={{}}
          className="row-link"
        >
          {t(item.chain)} <span className="mono">{item.number}</span>
        </Link>
        {item.deputyFor && (
          <span className="tag info">{t(text(`代 ${item.deputyFor.name}`, `for ${item.deputyFor.name}`))}</span>
        )}
        {item.dueAt && <span className={late ? 'tag late' : 'tag'}>{format.due(item.dueAt, now)}</span>}
      </div>
      <div className="who">
        {item.title} · {t(item.meaning)} ·{' '}
        {t(text(`${format.instant(item.since)} 提请`, `asked ${format.instant(item.since)}`))}
      </div>
    </li>
  )
}
