import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import type { WorkItem } from './answers.ts'
import { aboutOf } from './urgency.ts'

const DAY = 86_400_000
/** As many stand there at first, and whatever is late or nearly due. */
const SHOWN = 20

/** How near a clock is: late, warn within a day, plain. */
const nearness = (dueAt: string, now: number): '' | 'late' | 'warn' => {
  const rest = Date.parse(dueAt) - now
  return rest < 0 ? 'late' : rest < DAY / 2 ? 'warn' : ''
}

/** The clocks that wait for this person, nearest first. */
export function WorkList({ items }: { readonly items: readonly WorkItem[] | undefined }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const navigate = useNavigate()
  const { procedures } = useMeta()
  const [order, setOrder] = useState<'due' | 'procedure'>('due')
  const [own, setOwn] = useState(false)
  const shown = items?.filter(item => !own || item.mine)
  const [all, setAll] = useState(false)
  const urgent = shown?.filter(item => nearness(item.deadline.dueAt, now) !== '').length ?? 0
  const first = all || order !== 'due' ? shown : shown?.slice(0, Math.max(SHOWN, urgent))
  const rows = order === 'due' ? first : first?.toSorted((a, b) => a.procedure.localeCompare(b.procedure))
  const folded = (shown?.length ?? 0) - (rows?.length ?? 0)
  const title = (name: string) => procedures.find(procedure => procedure.name === name)?.noun ?? name
  return (
    <section className="card work" aria-labelledby="work-title">
      <div className="sec row wrap work-head">
        <h2 id="work-title">{t(text('我要做的', 'What I must do'))}</h2>
        <span className="sp" />
        <div className="picks">
          <button type="button" aria-pressed={order === 'due'} onClick={() => setOrder('due')}>
            {t(text('按最近期限', 'By deadline'))}
          </button>
          <button type="button" aria-pressed={order === 'procedure'} onClick={() => setOrder('procedure')}>
            {t(text('按程序', 'By procedure'))}
          </button>
          <button type="button" aria-pressed={own} onClick={() => setOwn(!own)}>
            {t(text('只看我的', 'Only mine'))}
          </button>
        </div>
      </div>
      {rows === undefined ? (
        <div className="sec">
          <Bones rows={8} height={38} />
        </div>
      ) : rows.length === 0 ? (
        <Empty
          done
          title={t(
            own
              ? text('没有指名给您的事项', 'Nothing is assigned to you by name')
              : text('手头的事都办完了', 'All done'),
          )}
        >
          <p>
            {own
              ? t(text('您所在岗位的事项见“按最近期限”。', 'Turn "Only mine" off for the work of your role.'))
              : t(text('有新的期限落到您的岗位时，会出现在这里。', 'New deadlines of your role will appear here.'))}
          </p>
        </Empty>
      ) : (
        <table className="table work-table">
          <thead>
            <tr>
              <th>{t(text('期限', 'Due'))}</th>
              <th>{t(text('事项', 'Task'))}</th>
              <th>{t(text('记录', 'Record'))}</th>
              <th>{t(text('条款', 'Clause'))}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item, index) => (
              <tr
                key={item.deadline.id}
                onClick={event => {
                  if ((event.target as HTMLElement).closest('a') || getSelection()?.toString()) return
                  void navigate({
                    to: '/$procedure/$id',
                    params: { procedure: item.procedure, id: item.number },
                    search: {},
                  })
                }}
              >
                <td>
                  <span
                    className={`tag ${nearness(item.deadline.dueAt, now)}`}
                    title={`${format.full(item.deadline.dueAt)} ${t(item.deadline.why)}`}
                  >
                    {format.due(item.deadline.dueAt, now)}
                  </span>
                </td>
                <td>
                  {order === 'procedure' && rows[index - 1]?.procedure !== item.procedure && (
                    <span className="tag brand group-tag">{t(title(item.procedure))}</span>
                  )}
                  <Link
                    to="/$procedure/$id"
                    params={{ procedure: item.procedure, id: item.number }}
                    search={{}}
                    className="row-link"
                  >
                    {t(item.deadline.title)}
                    {item.deadline.note && <> · {t(item.deadline.note)}</>}
                  </Link>
                  <div className="who">{aboutOf(item)}</div>
                </td>
                <td className="mono">{item.number}</td>
                <td className="mono who">{item.deadline.clause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {folded > 0 && (
        <div className="sec">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t(text(`还有 ${folded} 项，期限较远`, `${folded} more, due later`))}
          </button>
        </div>
      )}
    </section>
  )
}
