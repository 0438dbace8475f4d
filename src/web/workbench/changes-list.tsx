import './changes-list.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { RecordNews } from '../../kernel/workbench-changes.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'

/** What others did on the records on which this person worked last. */
export function ChangesList() {
  const t = useT()
  const format = useFormat()
  const { data, error } = useRead<readonly RecordNews[]>('workbench.changes')
  if (error && !data) return null
  return (
    <section className="card sec changes-card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t(text('我的记录有何变化', 'What changed in my records'))}</h2>
      {data === undefined ? (
        <Bones rows={3} />
      ) : data.length === 0 ? (
        <p className="who">
          {t(text('您办过的记录，之后没有别人动过。', 'Nobody has touched the records you worked on since.'))}
        </p>
      ) : (
        <ul className="changes">
          {data.map(item => (
            <li key={item.recordId}>
              <Link to="/$procedure/$id" params={{ procedure: item.procedure, id: item.number }} search={{}}>
                <span className="row">
                  <b className="code">{item.number}</b>
                  <span className="sp" />
                  <span className="who num">{format.instant(item.at)}</span>
                </span>
                <span className="change-told">
                  {!t(item.told).startsWith(item.by) && `${item.by} `}
                  {t(item.told)}
                </span>
                <span className="who">
                  {t(item.noun)} · {item.title}
                  {item.steps > 1 && t(text(` · 共 ${item.steps} 步`, ` · ${item.steps} steps`))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
