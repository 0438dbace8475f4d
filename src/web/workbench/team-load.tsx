import './team-load.css'
import { text } from '../../kernel/text.ts'
import type { TeamLoad as Load } from '../../kernel/workbench-team.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'

/** How the open clocks are spread over the people of the department, for those who answer for them. */
export function TeamLoad() {
  const t = useT()
  const format = useFormat()
  const { data, error } = useRead<readonly Load[]>('workbench.team')
  if (error && !data) return null
  const most = Math.max(1, ...(data ?? []).map(item => item.open))
  const shown = data?.filter(item => item.open > 0 || item.away)
  const free = data?.filter(item => item.personId !== null && item.open === 0 && !item.away).length ?? 0
  return (
    <section className="card sec" aria-labelledby="team-title">
      <h2 id="team-title">{t(text('团队工作量', 'Load of the team'))}</h2>
      {shown === undefined ? (
        <Bones rows={4} />
      ) : (
        <table className="team">
          <caption className="sr">
            {t(text('每人手上未完成的期限，其中已超期的', 'Open deadlines of each person, and how many are late'))}
          </caption>
          <thead className="sr">
            <tr>
              <th>{t(text('人员或岗位', 'Person or role'))}</th>
              <th>{t(text('未完成', 'Open'))}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(item => (
              <tr key={item.personId ?? item.title.en}>
                <th scope="row" className={item.personId === null ? 'who' : ''}>
                  {t(item.title)}
                  {item.personId === null && t(text('（待认领）', ' (nobody yet)'))}
                  {item.away && <span className="tag">{t(text('不在岗', 'away'))}</span>}
                </th>
                <td>
                  <span className="load" aria-hidden="true">
                    <i className="late" style={{ width: `${(item.late / most) * 100}%` }} />
                    <i style={{ width: `${((item.open - item.late) / most) * 100}%` }} />
                  </span>
                  <span className="num">
                    {format.number(item.open)}
                    {item.late > 0 && (
                      <b className="is-late">
                        {' '}
                        {t(text(`超期 ${format.number(item.late)}`, `${format.number(item.late)} late`))}
                      </b>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {free > 0 && (
        <p className="who">
          {t(
            text(
              `${shown?.length ? '其余 ' : ''}${free} 人手上没有未完成的`,
              `${free} ${shown?.length ? 'others have' : 'people have'} nothing open`,
            ),
          )}
        </p>
      )}
    </section>
  )
}
