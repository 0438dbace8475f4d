import './signing.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { RecordPage, SignedItem } from '../answers.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import type { Signatures } from '../workbench/answers.ts'
import { SignRow } from '../workbench/sign-list.tsx'
import { byUrgency } from '../workbench/urgency.ts'
import { Deputies } from './deputies.tsx'

/** What waits for my signature, what I signed, and who signs for me while I am away. */
export function SigningPage() {
  const t = useT()
  const { me } = useMeta()
  const { data, error, refetch } = useRead<Signatures>('workbench.signatures')
  const own = useRead<RecordPage>('person.record', { id: me.id })
  const [all, setAll] = useState(false)
  useEffect(() => {
    document.title = `${t(text('我的签字', 'My signatures'))} · 闭环 Bihuan`
  }, [t])
  if (error && !data) return <Refused error={error} again={() => void refetch()} />
  const given = data?.given ?? []
  const shown = all ? given : given.slice(0, 10)
  return (
    <>
      <div className="page-head">
        <h1>{t(text('我的签字', 'My signatures'))}</h1>
        {data && (
          <span className="sub">
            {t(
              text(
                `${data.waiting.length} 件待签，近 ${given.length} 件已签`,
                `${data.waiting.length} to sign, ${given.length} signed lately`,
              ),
            )}
          </span>
        )}
      </div>
      <div className="cols">
        <div className="stack">
          <section className="card sec" aria-labelledby="waiting-title">
            <h2 id="waiting-title">{t(text('等我签字', 'To sign'))}</h2>
            {!data ? (
              <Bones rows={3} />
            ) : data.waiting.length === 0 ? (
              <p className="sub">{t(text('现在没有等您签字的记录。', 'Nothing waits for your signature now.'))}</p>
            ) : (
              <ul className="signs sign-list">
                {byUrgency(data.waiting).map(item => (
                  <SignRow key={item.recordId + item.chain.en + item.key} item={item} />
                ))}
              </ul>
            )}
          </section>
          <section className="card sec" aria-labelledby="given-title">
            <h2 id="given-title">{t(text('我签过的', 'What I signed'))}</h2>
            {!data ? (
              <Bones rows={4} />
            ) : given.length === 0 ? (
              <p className="sub">{t(text('您还没有在会签中签过字。', 'You have signed nothing in a chain yet.'))}</p>
            ) : (
              <ul className="signs sign-list">
                {shown.map(item => (
                  <GivenRow key={item.recordId + item.chain.en + item.key + item.at} item={item} />
                ))}
              </ul>
            )}
            {given.length > shown.length && (
              <button type="button" className="link sign-more" onClick={() => setAll(true)}>
                {t(text(`再看 ${given.length - shown.length} 件`, `${given.length - shown.length} more`))}
              </button>
            )}
          </section>
        </div>
        <div className="stack">{own.data ? <Deputies page={own.data} again={own.refetch} /> : <Bones rows={5} />}</div>
      </div>
    </>
  )
}

const OUTCOMES: Readonly<Partial<Record<SignedItem['outcome'], { readonly title: Text; readonly tone: string }>>> = {
  declined: { title: text('不同意', 'Declined'), tone: 'late' },
  returned: { title: text('已退回', 'Sent back'), tone: 'warn' },
  withdrawn: { title: text('已被撤回', 'Taken back'), tone: '' },
  voided: { title: text('已失效', 'No longer holds'), tone: 'late' },
}

function GivenRow({ item }: { readonly item: SignedItem }) {
  const t = useT()
  const format = useFormat()
  const outcome = OUTCOMES[item.outcome]
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
        {outcome && <span className={`tag ${outcome.tone}`}>{t(outcome.title)}</span>}
        <span className="sp" />
        <time className="who" dateTime={item.at}>
          {format.instant(item.at)}
        </time>
      </div>
      <div className="who">
        {item.title} · {t(item.meaning)}
        {item.note && t(text(` · “${item.note}”`, ` · "${item.note}"`))}
      </div>
      {item.voidReason && <div className="is-late who">{t(item.voidReason)}</div>}
    </li>
  )
}
