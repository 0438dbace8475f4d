import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { SignItem } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'

/** What waits for this person's signature, oldest first. */
export function SignList({ items }: { readonly items: readonly SignItem[] | undefined }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="card sec" aria-labelledby="sign-title">
      <h2 id="sign-title">{t(text('等我签名', 'Waiting for my signature'))}</h2>
      {items === undefined ? (
        <Bones rows={2} />
      ) : items.length === 0 ? (
        <p className="who">{t(text('没有等您签名的记录。', 'Nothing waits for your signature.'))}</p>
      ) : (
        <ul className="signs">
          {items.slice(0, 8).map(item => (
            <li key={item.recordId + item.chain.en}>
              <Link
                to="/$procedure/$id"
                params={{ procedure: item.procedure, id: item.number }}
                search={{}}
                className="row-link"
              >
                {t(item.chain)} <span className="mono">{item.number}</span>
              </Link>
              <div className="who">
                {item.title} · {t(item.meaning)} · {format.instant(item.since)}
              </div>
            </li>
          ))}
          {items.length > 8 && (
            <li className="who">{t(text(`还有 ${items.length - 8} 件`, `${items.length - 8} more`))}</li>
          )}
        </ul>
      )}
    </section>
  )
}
